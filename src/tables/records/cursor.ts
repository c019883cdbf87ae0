import { createHash } from 'node:crypto';
import { recordsError } from '../errors.ts';
import { ROW, type OrderColumn } from './conditions.ts';
import type { Parameters } from './parameters.ts';
import type { RecordQuery } from './query.ts';
import { parseValue } from './values.ts';

/** Where a page ended: the values of the order's columns in its last row; null for an empty one. */
export type Position = readonly (string | null)[];

/**
 * What a cursor belongs to. It protects from mistakes, not from malice: a cursor that was tampered with can only name
 * another place in rows its bearer may read anyway, since the company, the role and the filters never come from it.
 */
function fingerprint(query: RecordQuery, order: readonly OrderColumn[]): string {
  const parts = [
    query.table.name,
    query.realmId,
    query.filters.map(({ column, operator, values }) => [column.name, operator, values]),
    order.map(({ column, descending }) => [column.name, descending]),
    query.updatedSince ?? null,
    query.includeDeleted,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

export function writeCursor(query: RecordQuery, order: readonly OrderColumn[], position: Position): string {
  return Buffer.from(JSON.stringify([fingerprint(query, order), ...position])).toString('base64url');
}

/** @throws AppError RECORDS_CURSOR_INVALID when it was not written for this very question */
export function readCursor(query: RecordQuery, order: readonly OrderColumn[], cursor: string): Position {
  const [mark, ...values] = decode(cursor);
  if (mark !== fingerprint(query, order) || values.length !== order.length) {
    throw recordsError('RECORDS_CURSOR_INVALID');
  }
  return order.map(({ column }, index) => {
    const value = values[index];
    if (value === null && column.nullable) return null;
    const parsed =
      typeof value === 'string' && column.type !== 'jsonb' ? parseValue(column.type, value) : undefined;
    if (parsed === undefined) throw recordsError('RECORDS_CURSOR_INVALID');
    return parsed;
  });
}

function decode(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? (value as unknown[]) : [];
  } catch {
    return [];
  }
}

/**
 * What a row must be to come after a position, empty values last in either direction. Beside the whole truth stands
 * a plain range of the first column, which is what an index can use.
 */
export function afterCondition(
  order: readonly OrderColumn[],
  position: Position,
  parameters: Parameters,
): string[] {
  const terms = order.map(({ column, descending }, index) => {
    const name = `${ROW}.${column.name}`;
    const value = position[index] ?? null;
    if (value === null) return { equal: `${name} IS NULL`, after: 'false' };
    const placeholder = parameters.add(value, column.type);
    const beyond = `${name} ${descending ? '<' : '>'} ${placeholder}`;
    return {
      equal: `${name} = ${placeholder}`,
      after: column.nullable ? `(${beyond} OR ${name} IS NULL)` : beyond,
      range: `${name} ${descending ? '<=' : '>='} ${placeholder}`,
    };
  });
  let condition = 'false';
  for (const { equal, after } of terms.toReversed()) condition = `(${after} OR (${equal} AND ${condition}))`;
  const [first] = order;
  const range = terms[0]?.range;
  return first !== undefined && !first.column.nullable && range !== undefined
    ? [range, condition]
    : [condition];
}
