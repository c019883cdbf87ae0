import { type ChangeKind, changeKinds } from '../changes.ts';
import { type Company } from '../company.ts';
import { findEntity } from '../entities.ts';
import { type Answer, json, jsonText } from '../http/answer.ts';
import { type FaultKind, faultKinds } from '../http/injected-faults.ts';
import { type Request } from '../http/request.ts';
import { envelopeTime, stamp } from '../store/pacific-time.ts';
import { withSwitches } from '../switches.ts';
import { type World } from '../world.ts';

type Input = Record<string, unknown>;

const problem = (status: number, text: string): Answer => json(status, { error: text });

function numberOf(value: unknown, fallback: number): number | undefined {
  if (value === undefined) return fallback;
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function describe(company: Company): unknown {
  const records = Object.fromEntries([...company.tables].map(([name, table]) => [name, table.size]));
  const { realmId, name, country } = company.profile;
  return { realmId, name, country, records };
}

/** Everything there is of one entity, for comparing: every record in full, inactive ones too, and what was deleted when. */
function state(company: Company, entityName: string, nowMs: number): Answer {
  const entity = findEntity(entityName);
  if (entity === undefined) return problem(404, 'There is no such entity.');
  const table = company.table(entity.name);
  const records = table.sorted([{ column: 'Id', descending: false }]).map((record) => record.text);
  const deleted = [...table.tombstones.values()].map(({ id, deletedAt }) => ({
    Id: id,
    DeletedTime: stamp(deletedAt),
  }));
  return jsonText(
    `{"entity":"${entity.name}","time":"${envelopeTime(nowMs)}","records":[${records.join(',')}],"deleted":${JSON.stringify(deleted)}}`,
  );
}

function change(world: World, company: Company, input: Input): Answer {
  const count = numberOf(input['count'], 1);
  const kind = input['kind'] as ChangeKind | undefined;
  if (count === undefined || count > 100_000) return problem(400, 'count must be a number up to 100000.');
  if (kind !== undefined && !changeKinds.includes(kind))
    return problem(400, `kind must be one of ${changeKinds.join(', ')}.`);
  const changes = [];
  for (let done = 0; done < count; done += 1) {
    const made = world.change(company, kind);
    if (made !== undefined) changes.push(made);
  }
  return json(200, { changes });
}

function addFault(world: World, input: Input): Answer {
  const kind = (input['kind'] ?? 'internal') as FaultKind;
  const remaining = numberOf(input['count'], 1);
  const probability = numberOf(input['probability'], 1);
  const latencyMs = numberOf(input['latencyMs'], 0);
  const path = input['path'] ?? '';
  if (!faultKinds.includes(kind)) return problem(400, `kind must be one of ${faultKinds.join(', ')}.`);
  if (
    remaining === undefined ||
    probability === undefined ||
    latencyMs === undefined ||
    typeof path !== 'string'
  ) {
    return problem(400, 'count, probability and latencyMs are numbers, path is a text.');
  }
  world.faults.add({ kind, remaining, probability, latencyMs, path });
  return json(200, { waiting: world.faults.waiting });
}

function setClock(world: World, input: Input): Answer {
  const seconds = numberOf(input['advanceSeconds'], 0);
  if (seconds === undefined) return problem(400, 'advanceSeconds must be a number, 0 or more.');
  world.advance(seconds * 1_000);
  return json(200, { time: world.clock.now().toISOString() });
}

/** The control interface under /simulator: what a test or a person does to the simulated service from outside. */
export function answerControl(world: World, request: Request): Answer {
  let input: Input = {};
  if (request.body !== '') {
    try {
      input = JSON.parse(request.body) as Input;
    } catch {
      return problem(400, 'The body is not JSON.');
    }
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      return problem(400, 'The body must be an object.');
  }
  const [, , resource = '', realmId = '', action = '', detail = ''] = request.path
    .replace(/\/$/, '')
    .split('/');
  const { method } = request;
  if (resource === 'companies' && realmId === '' && method === 'GET') {
    return json(200, { companies: [...world.companies.values()].map(describe) });
  }
  if (resource === 'companies' && realmId !== '') {
    const company = world.companies.get(realmId);
    if (company === undefined) return problem(404, 'There is no such company.');
    if (action === '' && method === 'GET') return json(200, describe(company));
    if (action === 'state' && method === 'GET') return state(company, detail, world.clock.nowMs);
    if (action === 'changes' && method === 'POST') return change(world, company, input);
  }
  switch (`${method} ${[resource, realmId].filter((part) => part !== '').join('/')}`) {
    case 'GET faults':
      return json(200, { waiting: world.faults.waiting });
    case 'POST faults':
      return addFault(world, input);
    case 'DELETE faults':
      world.faults.clear();
      return json(200, { waiting: [] });
    case 'GET clock':
      return json(200, { time: world.clock.now().toISOString() });
    case 'POST clock':
      return setClock(world, input);
    case 'GET calls':
      return json(200, world.calls.report());
    case 'DELETE calls':
      world.calls.clear();
      return json(200, world.calls.report());
    case 'GET switches':
      return json(200, world.switches);
    case 'POST switches': {
      const switches = withSwitches(world.switches, input);
      if (typeof switches === 'string') return problem(400, switches);
      world.switches = switches;
      return json(200, switches);
    }
    case 'POST tokens/revoke':
      return json(200, {
        revoked: world.tokens.revokeCompany(typeof input['realmId'] === 'string' ? input['realmId'] : ''),
      });
    default:
      return problem(404, 'The control interface has no such path; see the README of src/simulator.');
  }
}
