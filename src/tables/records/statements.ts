import { storedTable } from '../stored.ts';
import { conditionsOf, exactText, orderClause, orderOf, ROW, type OrderColumn } from './conditions.ts';
import { createParameters, type Parameters } from './parameters.ts';
import { afterCondition, type Position } from './cursor.ts';
import type { RecordQuery } from './query.ts';
import type { Child, RecordColumn } from './record-table.ts';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** A value that is hidden from this reader is never read: its column is an empty one. */
function expression(column: RecordColumn, row: string, maySeeSensitive: boolean): string {
  return column.sensitive && !maySeeSensitive ? `NULL::${column.type}` : `${row}.${column.name}`;
}

/** The same as it stands in a document: instants in the one form they have everywhere, which row_to_json has not. */
function written(column: RecordColumn, row: string, maySeeSensitive: boolean): string {
  const value = expression(column, row, maySeeSensitive);
  return `${isTime(column.type) ? exactText(column.type, value) : value} AS ${column.name}`;
}

const isTime = (type: RecordColumn['type']): boolean => type === 'timestamptz' || type === 'timestamp';

/** The rows of a child table that belong to the row `p`, in order, as a JSON array. */
function childArray(name: string, child: Child, query: RecordQuery, parameters: Parameters): string {
  const columns = [...child.table.columns.values()].filter(
    ({ name: column }) => column !== 'realm_id' && column !== child.column && column !== 'entity',
  );
  const list = columns.map((column) => written(column, 'c', query.maySeeSensitive));
  const order = child.table.key.filter((column) => columns.some((one) => one.name === column));
  const ofEntity =
    child.entity === undefined ? '' : ` AND c.entity = ${parameters.add(child.entity, 'text')}`;
  return `(SELECT coalesce(json_agg(row_to_json(one) ORDER BY ${order.map((column) => `one.${column}`).join(', ')}), '[]')
    FROM (SELECT ${list.join(', ')} FROM ${storedTable(child.table.name)} AS c
          WHERE c.realm_id = p.realm_id AND c.${child.column} = p.id${ofEntity}) AS one) AS ${name}`;
}

/** The row `p` as one JSON document, numbers exact: PostgreSQL writes it and nobody reads it on the way. */
function documentOf(query: RecordQuery, parameters: Parameters): string {
  const fields = query.fields.map((column) => written(column, 'p', query.maySeeSensitive));
  const children = [...query.children].map(([name, child]) => childArray(name, child, query, parameters));
  return `(SELECT row_to_json(d) FROM (SELECT ${[...fields, ...children].join(',\n    ')}) AS d)::text AS document`;
}

/** The columns a row must carry from the table to the document. */
function carried(query: RecordQuery, order: readonly OrderColumn[]): string {
  const names = new Set(['realm_id', ...query.table.key, ...order.map(({ column }) => column.name)]);
  for (const column of query.fields) {
    if (!column.sensitive || query.maySeeSensitive) names.add(column.name);
  }
  return [...names].map((name) => `${ROW}.${name}`).join(', ');
}

type PageOptions = {
  readonly limit: number;
  readonly after?: Position | undefined;
  readonly until?: string | undefined;
  /**
   * Only rows whose first sorted column has a value, or only those without: each half is read by an index, where
   * both together would be sorted.
   */
  readonly half?: 'filled' | 'empty' | undefined;
};

/** One page: `document`, and the values of the order as `k0`, `k1`, ... for the cursor. */
export function pageStatement(query: RecordQuery, options: PageOptions): Statement {
  const parameters = createParameters();
  const order = orderOf(query);
  const conditions = conditionsOf(query, parameters, options.until);
  const first = order[0]?.column;
  if (options.half !== undefined && first !== undefined) {
    conditions.push(`${ROW}.${first.name} IS ${options.half === 'filled' ? 'NOT NULL' : 'NULL'}`);
  }
  // Within one half the first column is never empty, or always: only then can an index give the order.
  const ordering =
    options.half === 'filled' && first !== undefined
      ? order.map((one, index) => (index === 0 ? { ...one, column: { ...first, nullable: false } } : one))
      : options.half === 'empty'
        ? order.slice(1)
        : order;
  if (options.after !== undefined) {
    const position = options.half === 'empty' ? options.after.slice(1) : options.after;
    conditions.push(...afterCondition(ordering, position, parameters));
  }
  const keys = order.map(({ column }, index) => `${exactText(column.type, `p.${column.name}`)} AS k${index}`);
  const text = `SELECT ${[documentOf(query, parameters), ...keys].join(',\n  ')}
FROM (
  SELECT ${carried(query, order)} FROM ${storedTable(query.table.name)} AS ${ROW}
  WHERE ${conditions.join('\n    AND ')}
  ORDER BY ${orderClause(ordering)}
  LIMIT ${parameters.add(options.limit, 'bigint')}
) AS p
ORDER BY ${orderClause(ordering, 'p')}`;
  return { text, values: parameters.values };
}

/** The one record of an id. */
export function recordStatement(query: RecordQuery, id: string): Statement {
  const parameters = createParameters();
  const conditions = conditionsOf(query, parameters, undefined);
  conditions.push(`${ROW}.id = ${parameters.add(id, 'text')}`);
  const text = `SELECT ${documentOf(query, parameters)}
FROM (
  SELECT ${carried(query, [])} FROM ${storedTable(query.table.name)} AS ${ROW} WHERE ${conditions.join(' AND ')}
) AS p`;
  return { text, values: parameters.values };
}

type ExportOptions = {
  readonly as: 'documents' | 'texts';
  readonly limit?: number | undefined;
  readonly until?: string | undefined;
};

/**
 * Everything that fits, for a cursor: one `document` a row, or every field as exact text. Unless an order is asked
 * for, rows come as the table holds them, which costs no sorting.
 */
export function exportStatement(query: RecordQuery, options: ExportOptions): Statement {
  const parameters = createParameters();
  const conditions = conditionsOf(query, parameters, options.until);
  const isOrdered = query.sort.length > 0 || query.updatedSince !== undefined;
  const order = isOrdered ? orderOf(query) : [];
  const fields =
    options.as === 'documents'
      ? documentOf(query, parameters)
      : query.fields
          .map((column, index) => {
            const value = expression(column, 'p', query.maySeeSensitive);
            return `${exactText(column.type, value)} AS f${index}`;
          })
          .join(', ');
  const inner = `SELECT ${carried(query, order)} FROM ${storedTable(query.table.name)} AS ${ROW}
  WHERE ${conditions.join('\n    AND ')}`;
  const ordered = (row: string): string => (isOrdered ? ` ORDER BY ${orderClause(order, row)}` : '');
  const limited = options.limit === undefined ? '' : ` LIMIT ${parameters.add(options.limit, 'bigint')}`;
  return {
    text: `SELECT ${fields}\nFROM (${inner}${ordered(ROW)}${limited}) AS p${ordered('p')}`,
    values: parameters.values,
  };
}
