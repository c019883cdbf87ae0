import { quoted } from '../../postgres/quoted.ts';
import { storedTable } from '../stored.ts';
import { STAMPED } from '../synced-at.ts';
import { operatorCondition } from './operators.ts';
import type { Parameters } from './parameters.ts';
import type { RecordQuery } from './query.ts';
import type { ColumnType, RecordColumn, RecordTable } from './record-table.ts';

/** The row's own name in every statement here. */
export const ROW = 't';

const gone = (table: string, column: string): string =>
  `EXISTS (SELECT 1 FROM ${storedTable(table)} AS owner WHERE owner.realm_id = ${ROW}.realm_id
    AND owner.id = ${ROW}.${column} AND owner.deleted_at IS NOT NULL)`;

/** True for a row that is deleted, or belongs to a record that is. */
function deletedCondition(table: RecordTable): string | undefined {
  if (table.isEntity) return `${ROW}.deleted_at IS NOT NULL`;
  const [only] = table.owners;
  if (only === undefined) return undefined;
  if (only.entity === undefined) return gone(only.table, only.column);
  const cases = table.owners.map(
    ({ entity = '', ...owner }) => `WHEN ${quoted(entity)} THEN ${gone(owner.table, owner.column)}`,
  );
  return `CASE ${ROW}.entity ${cases.join(' ')} ELSE false END`;
}

/**
 * What a row must be to be in the answer. The company always comes first: no question can leave it out.
 * @param until exclusive end of what is followed, when the table is followed
 */
export function conditionsOf(
  query: RecordQuery,
  parameters: Parameters,
  until: string | undefined,
): string[] {
  const conditions = [`${ROW}.realm_id = ${parameters.add(query.realmId, 'text')}`];
  if (!query.includeDeleted) {
    const deleted = deletedCondition(query.table);
    if (deleted !== undefined) conditions.push(`NOT (${deleted})`);
  }
  if (query.updatedSince !== undefined) {
    conditions.push(
      `${ROW}.${STAMPED}`,
      `${ROW}.synced_at >= ${parameters.add(query.updatedSince, 'timestamptz')}`,
      `${ROW}.synced_at < ${parameters.add(until, 'timestamptz')}`,
    );
  }
  conditions.push(...query.filters.map((filter) => operatorCondition(filter, parameters, ROW)));
  return conditions;
}

/** The text of a value, exactly, in the form `parseValue` reads again. */
export function exactText(type: ColumnType, expression: string): string {
  if (type === 'timestamptz') {
    return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  }
  if (type === 'timestamp') return `to_char(${expression}, 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
  return `${expression}::text`;
}

/** The columns of the order, in order, the key last. */
export type OrderColumn = { readonly column: RecordColumn; readonly descending: boolean };

export function orderOf(query: RecordQuery): OrderColumn[] {
  const order: OrderColumn[] = [...query.sort];
  const add = (name: string): void => {
    const column = query.table.columns.get(name);
    if (column === undefined || order.some((one) => one.column.name === name)) return;
    order.push({ column, descending: false });
  };
  if (query.updatedSince !== undefined) add('synced_at');
  for (const name of query.table.key) add(name);
  return order;
}

export function orderClause(order: readonly OrderColumn[], row = ROW): string {
  return order
    .map(({ column, descending }) =>
      // "NULLS LAST" where nothing is null would keep PostgreSQL from reading the index backwards.
      [`${row}.${column.name}`, descending ? ' DESC' : '', column.nullable ? ' NULLS LAST' : ''].join(''),
    )
    .join(', ');
}
