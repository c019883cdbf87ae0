import {
  childListsOf,
  childTable,
  columnsOf,
  parentColumn,
  type EntityDefinition,
} from '../catalogue/index.ts';
import type { Transaction } from '../postgres/database.ts';
import { storedTable } from './stored.ts';
import { writePage, type Page } from './page-writer.ts';
import { quoted } from '../postgres/quoted.ts';

/**
 * Compares a page with what is stored of it, every column and every child row, also where its hash says that nothing
 * changed: the page is written as if it were news, compared, and taken back. Leaves nothing behind.
 * @returns the ids of stored records that would be other ones
 */
export async function differingRecords(
  tx: Transaction,
  page: Page,
  ids: readonly string[],
): Promise<readonly string[]> {
  await tx.execute('SAVEPOINT comparison');
  const before = await digests(tx, page, ids);
  await forgetHashes(tx, page, [...before.keys()]);
  await writePage(tx, page);
  const after = await digests(tx, page, [...before.keys()]);
  await tx.execute('ROLLBACK TO SAVEPOINT comparison');
  return [...before].filter(([id, digest]) => after.get(id) !== digest).map(([id]) => id);
}

/** Lets the next page replace these records, whatever their hashes say. */
export async function forgetHashes(
  tx: Transaction,
  { entity, realmId }: Pick<Page, 'entity' | 'realmId'>,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `UPDATE ${storedTable(entity.table)} SET content_hash = '' WHERE realm_id = $1 AND id = ANY ($2::text[])`,
    [realmId, ids],
  );
}

async function digests(
  tx: Transaction,
  { entity, realmId }: Page,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; digest: string }>(digestStatement(entity), [realmId, ids]);
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

/** When and by which answer a row was stored is no part of it. */
const apart = ['content_hash', 'synced_at', 'observed_at'];

function digestStatement(entity: EntityDefinition): string {
  const { volatile } = entity;
  const passing = columnsOf(entity)
    .filter(({ sources }) => sources.some(([first]) => volatile.includes(String(first))))
    .map(({ name }) => name);
  const left = [...apart, ...passing, 'raw'].map((name) => ` - ${quoted(name)}`).join('');
  const raw = `r.raw${volatile.map((field) => ` - ${quoted(field)}`).join('')}`;
  const children = [
    ...(entity.lines.length > 0 ? [childTable(entity).table] : []),
    ...childListsOf(entity).map(({ child }) => child.table),
  ].map((table) => childDigest(table, `c.${parentColumn(entity)} = r.id`));
  const shared = [
    ...(entity.linkedTransactions ? ['linked_transactions'] : []),
    ...(entity.customFields ? ['custom_fields'] : []),
    ...(entity.taxLines ? ['tax_lines'] : []),
  ].map((table) => childDigest(table, `c.entity = ${quoted(entity.name)} AND c.record_id = r.id`));
  return `SELECT r.id, md5(concat_ws('|', (to_jsonb(r)${left})::text, (${raw})::text${[...children, ...shared].join('')})) AS digest
    FROM ${storedTable(entity.table)} AS r WHERE r.realm_id = $1 AND r.id = ANY ($2::text[]) AND r.deleted_at IS NULL`;
}

const childDigest = (table: string, ofParent: string): string => `,
      (SELECT md5(string_agg(to_jsonb(c)::text, ',' ORDER BY to_jsonb(c)::text)) FROM ${storedTable(table)} AS c
       WHERE c.realm_id = r.realm_id AND ${ofParent})`;
