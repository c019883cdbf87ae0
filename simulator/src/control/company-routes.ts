import { type ChangeKind, changeKinds } from '../data/changes.ts';
import { type Company } from '../company/company.ts';
import { findEntity } from '../entities/entities.ts';
import { Fault } from '../base/fault.ts';
import { type Answer, json, jsonText } from '../http/answer.ts';
import { mergeNames } from '../operations/merge.ts';
import { type Poison, type PoisonPlace } from '../company/poison.ts';
import { envelopeTime, stamp } from '../values/pacific-time.ts';
import { LATEST_COMMIT_SECONDS } from '../world/world.ts';
import { type ControlCall, type ControlRoute, numberOf, problem, textOf } from './route.ts';

const PLACES: readonly PoisonPlace[] = ['query', 'cdc', 'read'];

function describe(company: Company): unknown {
  const records = Object.fromEntries([...company.tables].map(([name, table]) => [name, table.size]));
  const { realmId, name, country } = company.profile;
  return { realmId, name, country, records };
}

type CompanyCall = ControlCall & { readonly company: Company };

/** A route below a company: 404 when there is no such company. */
function ofCompany(
  method: ControlRoute['method'],
  path: string,
  answer: (call: CompanyCall) => Answer,
  takes?: readonly string[],
): ControlRoute {
  return {
    method,
    path: `/simulator/companies/:realm${path}`,
    takes,
    answer: (call) => {
      const company = call.world.companies.get(call.parameters['realm'] ?? '');
      return company === undefined ? problem(404, 'There is no such company.') : answer({ ...call, company });
    },
  };
}

/** Everything there is of one entity, for comparing: every record in full, inactive ones too, and what was deleted when. */
function state({ world, company, parameters }: CompanyCall): Answer {
  const entity = findEntity(parameters['entity'] ?? '');
  if (entity === undefined) return problem(404, 'There is no such entity.');
  const table = company.table(entity.name);
  const records = table.sorted([{ column: 'Id', descending: false }]).map((record) => record.text);
  const deleted = [...table.tombstones.values()].map(({ id, deletedAt }) => ({
    Id: id,
    DeletedTime: stamp(deletedAt),
  }));
  return jsonText(
    `{"entity":"${entity.name}","time":"${envelopeTime(world.clock.nowMs)}","records":[${records.join(',')}],"deleted":${JSON.stringify(deleted)}}`,
  );
}

function change({ world, company, input }: CompanyCall): Answer {
  const count = numberOf(input['count'], 1);
  const kind = input['kind'] as ChangeKind | undefined;
  const lateSeconds = numberOf(input['lateSeconds'], 0);
  if (count === undefined || count > 100_000) return problem(400, 'count must be a number up to 100000.');
  if (lateSeconds === undefined || lateSeconds > LATEST_COMMIT_SECONDS)
    return problem(400, `lateSeconds must be a number up to ${LATEST_COMMIT_SECONDS}.`);
  if (kind !== undefined && !changeKinds.includes(kind))
    return problem(400, `kind must be one of ${changeKinds.join(', ')}.`);
  if (lateSeconds > 0) {
    for (let done = 0; done < count; done += 1) world.changeLate(company, kind, lateSeconds);
    return json(202, { changes: [], late: count });
  }
  const changes = [];
  for (let done = 0; done < count; done += 1) {
    const made = world.change(company, kind);
    if (made !== undefined) changes.push(made);
  }
  return json(200, { changes });
}

/** The record an input names by entity and id. */
function named({ company, input }: CompanyCall): { entity: string; id: string } | undefined {
  const entity = findEntity(textOf(input['entity']));
  const id = textOf(input['id']);
  return entity === undefined || company.find(entity.name, id) === undefined
    ? undefined
    : { entity: entity.name, id };
}

function poison(call: CompanyCall): Answer {
  const record = named(call);
  const code = textOf(call.input['code'], '4002') as Poison['code'];
  const places = (call.input['in'] ?? ['query', 'cdc']) as PoisonPlace[];
  if (record === undefined) return problem(404, 'There is no such record.');
  if (!['4002', '10000'].includes(code)) return problem(400, 'code must be 4002 or 10000.');
  if (!Array.isArray(places) || places.some((place) => !PLACES.includes(place)))
    return problem(400, `in must be a list of ${PLACES.join(', ')}.`);
  call.company.poison.add({ ...record, code, in: places });
  return json(200, { poisoned: call.company.poison.list });
}

function merge({ world, company, input }: CompanyCall): Answer {
  const entity = findEntity(textOf(input['entity']));
  if (entity === undefined) return problem(404, 'There is no such entity.');
  const [loserId, survivorId] = [textOf(input['from']), textOf(input['into'])];
  const { merges: rules } = world.switches;
  try {
    const survivor = mergeNames(company, entity, {
      loserId,
      survivorId,
      rules,
      atSeconds: world.clock.nowSeconds,
    });
    return jsonText(`{"survivor":${survivor.text}}`);
  } catch (error) {
    if (error instanceof Fault) return problem(400, error.message);
    throw error;
  }
}

function spuriousDelete(call: CompanyCall): Answer {
  const record = named(call);
  if (record === undefined) return problem(404, 'There is no such record.');
  const { spuriousDeletes } = call.company;
  const deletedAt = call.world.clock.nowSeconds;
  spuriousDeletes.set(record.entity, [
    ...(spuriousDeletes.get(record.entity) ?? []),
    { id: record.id, deletedAt },
  ]);
  return json(200, { spuriousDeletes: Object.fromEntries(spuriousDeletes) });
}

/** Moves the company to an edition without the named entities. */
function edition({ company, input }: CompanyCall): Answer {
  const hidden: unknown = input['hiddenEntities'];
  if (!Array.isArray(hidden)) return problem(400, 'hiddenEntities must be a list of entities.');
  const entities = hidden.map((name) => findEntity(textOf(name)));
  const unknown = entities.indexOf(undefined);
  if (unknown >= 0) return problem(404, `There is no entity ${textOf(hidden[unknown])}.`);
  company.hiddenEntities = new Set(entities.flatMap((entity) => entity?.name ?? []));
  return json(200, { hiddenEntities: [...company.hiddenEntities] });
}

/** What is done to one company, and what it holds. */
export const companyRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/simulator/companies',
    answer: ({ world }) => json(200, { companies: [...world.companies.values()].map(describe) }),
  },
  ofCompany('GET', '', ({ company }) => json(200, describe(company))),
  ofCompany('GET', '/state/:entity', state),
  ofCompany('POST', '/changes', change, ['kind', 'count', 'lateSeconds']),
  ofCompany('POST', '/merges', merge, ['entity', 'from', 'into']),
  ofCompany('POST', '/edition', edition, ['hiddenEntities']),
  ofCompany('GET', '/poison', ({ company }) => json(200, { poisoned: company.poison.list })),
  ofCompany('POST', '/poison', poison, ['entity', 'id', 'code', 'in']),
  ofCompany('DELETE', '/poison', ({ company }) => {
    company.poison.clear();
    return json(200, { poisoned: [] });
  }),
  ofCompany('POST', '/spurious-deletes', spuriousDelete, ['entity', 'id']),
  ofCompany('DELETE', '/spurious-deletes', ({ company }) => {
    company.spuriousDeletes.clear();
    return json(200, { spuriousDeletes: {} });
  }),
];
