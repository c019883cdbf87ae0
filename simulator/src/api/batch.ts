import { changesSince } from '../query/cdc.ts';
import { type Company } from '../company/company.ts';
import { findEntity } from '../entities/entities.ts';
import { Fault, faults } from '../base/fault.ts';
import { runQuery } from '../query/run.ts';
import { makeReport } from '../reports/index.ts';
import { type JsonObject, isObject, objectAt, objectsAt, textAt } from '../values/json.ts';
import { faultText } from '../http/answer.ts';
import { type ApiContext } from './api-context.ts';
import { writeEntity } from './write.ts';

const NOT_ENTITIES = new Set(['bId', 'operation', 'optionsData']);

type Room = { left: number };

function query(company: Company, statement: string, context: ApiContext, room: Room): string {
  const { clock, switches, chance } = context;
  const options = { nowSeconds: clock.nowSeconds, rules: switches, chance };
  const result = runQuery(
    company,
    statement,
    room.left === Number.POSITIVE_INFINITY ? options : { ...options, room: room.left },
  );
  room.left -= result.objects;
  return `"QueryResponse":${result.text}`;
}

/** The result of one item, without its bId. @throws Fault */
function result(company: Company, item: JsonObject, context: ApiContext, room: Room): string {
  const statement = textAt(item, 'Query');
  if (statement !== undefined) return query(company, statement, context, room);
  if (isObject(item['CDCQuery'])) {
    const wanted = objectAt(item, 'CDCQuery');
    const since = textAt(wanted, 'ChangedSince') ?? '';
    return `"CDCResponse":${changesSince(company, textAt(wanted, 'Entities') ?? '', since, context)}`;
  }
  const report = textAt(item, 'ReportQuery');
  if (report !== undefined) {
    // The schema has it as one text; its name and its parameters as in the address of a report.
    const [name = '', parameters = ''] = report.split('?');
    const made = makeReport(company, name, new URLSearchParams(parameters), context.clock.nowSeconds);
    return `"Report":${JSON.stringify(made)}`;
  }
  const name = Object.keys(item).find((property) => !NOT_ENTITIES.has(property));
  const body = name === undefined ? undefined : item[name];
  const entity = name === undefined ? undefined : findEntity(name);
  if (entity === undefined || !isObject(body)) throw faults.unsupported(name ?? 'null');
  const operation = textAt(item, 'operation')?.toLowerCase();
  if (operation === undefined) throw faults.missing('operation');
  const include = new URLSearchParams(textAt(item, 'optionsData') ?? '').get('include') ?? undefined;
  return writeEntity(company, entity, body, { operation, include, atSeconds: context.clock.nowSeconds });
}

/**
 * The inside of a batch answer (facts#batch-order, facts#fault-in-200): items run in the order given, each result or
 * fault goes by its bId.
 * @throws Fault 1040 for too many items, 2020 for none.
 */
export function runBatch(company: Company, body: JsonObject, context: ApiContext): string {
  const items = objectsAt(body, 'BatchItemRequest');
  const { maxItems, maxObjects, shuffled } = context.switches.batch;
  if (items.length === 0) throw faults.missing('BatchItemRequest');
  if (items.length > maxItems) throw faults.batchTooLarge(maxItems);
  const room: Room = { left: maxObjects === 0 ? Number.POSITIVE_INFINITY : maxObjects };
  const results = items.map((item) => {
    const bId = JSON.stringify(textAt(item, 'bId') ?? '');
    try {
      return `{${result(company, item, context, room)},"bId":${bId}}`;
    } catch (error) {
      if (error instanceof Fault) return `{${faultText(error)},"bId":${bId}}`;
      throw error;
    }
  });
  return `"BatchItemResponse":[${(shuffled ? shuffle(results, context.chance) : results).join(',')}]`;
}

function shuffle<T>(values: readonly T[], chance: () => number): T[] {
  return values
    .map((value) => ({ value, key: chance() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
