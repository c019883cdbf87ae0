import { entityByTable } from '../catalogue/index.ts';
import { quoted } from '../postgres/quoted.ts';
import { sensitiveColumns, sensitivePaths } from './sensitive-fields.ts';
import { isMasked, STORE } from './stored.ts';

/** An array of PostgreSQL, as a literal of SQL. */
const arrayOf = (values: readonly string[]): string =>
  quoted(`{${values.map((value) => `"${value}"`).join(',')}}`);

/**
 * SQL that makes the view of a table with sensitive values, or makes it anew: to be run in the transaction that changes
 * the columns of the table, or their comments. Nothing for a table that has no such values.
 * @param options.without  A column that is dropped next: the view must not name it any more.
 */
export function showTable(table: string, { without }: { readonly without?: string } = {}): readonly string[] {
  const entity = entityByTable(table);
  if (entity === undefined || !isMasked(table)) return [];
  // The hash of the whole record tells which guess at a tax id is right.
  const masked = [...sensitiveColumns(entity).filter((name) => name !== 'raw'), 'content_hash'];
  const hidden = new Set(sensitivePaths(entity).map((path) => `{${path.join(',')}}`));
  const last = without === undefined ? '' : `, ${quoted(without)}`;
  return [`SELECT ${STORE}.show(${quoted(table)}, ${arrayOf(masked)}, ${arrayOf([...hidden])}${last});`];
}
