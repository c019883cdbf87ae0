import { quoted } from '../../postgres/quoted.ts';
import { SCHEMA } from '../ddl.ts';
import { STAMPED } from '../synced-at.ts';
import type { Filter, RecordQuery } from './query.ts';
import type { ColumnType, RecordColumn, RecordTable } from './record-table.ts';

/** Collects the values of one statement; the text only ever says `$1`, `$2`. */
export interface Parameters {
  readonly values: readonly unknown[];
  /** @returns the placeholder, with the type PostgreSQL is to read it as */
  add(value: unknown, type: string): string;
}

export function createParameters(): Parameters {
  const values: unknown[] = [];
  return {
    values,
    add(value, type) {
      values.push(value);
      return `$${values.length}::${type}`;
    },
  };
}

/** The row's own name in every statement here. */
export const ROW = 't';

const escapePattern = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

const comparisons = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function filterCondition({ column, operator, values }: Filter, parameters: Parameters): string {
  const name = `${ROW}.${column.name}`;
  const [first = ''] = values;
  const value = (): string => parameters.add(first, column.type);
  switch (operator) {
    case 'eq':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      // Said although it follows: the indexes hold no empty values, and are used only where that is certain.
      return `${name} IS NOT NULL AND ${name} ${comparisons[operator]} ${value()}`;
    case 'ne':
      return `${name} IS DISTINCT FROM ${value()}`;
    case 'in':
      return `${name} IS NOT NULL AND ${name} = ANY (${parameters.add(values, `${column.type}[]`)})`;
    case 'starts-with':
      return `${name} LIKE ${parameters.add(`${escapePattern(first)}%`, 'text')}`;
    case 'like':
      return `${name} LIKE ${value()}`;
    case 'ilike':
      return `${name} ILIKE ${value()}`;
    case 'is-null':
      return `${name} IS ${first === 'true' ? '' : 'NOT '}NULL`;
  }
}

const gone = (table: string, column: string): string =>
  `EXISTS (SELECT 1 FROM ${SCHEMA}.${table} AS owner WHERE owner.realm_id = ${ROW}.realm_id
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
  conditions.push(...query.filters.map((filter) => filterCondition(filter, parameters)));
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
