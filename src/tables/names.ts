import { columnsOf, type EntityDefinition } from '../catalogue/index.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Transaction } from '../postgres/database.ts';
import { storedTable } from './stored.ts';
import { changedSinceCopyBegan } from './first-copy.ts';

/** The field that references to a record show as its name, with its column. */
export function nameOf(
  entity: EntityDefinition,
): { readonly field: string; readonly column: string } | undefined {
  const column = columnsOf(entity).find(
    ({ sources: [path] }) => path?.length === 1 && path[0] === entity.nameField,
  );
  return entity.nameField === null || column === undefined
    ? undefined
    : { field: entity.nameField, column: column.name };
}

/** The name of a record with the names of those it lies below in front, and where it says which one that is. */
export const PATH = {
  field: 'FullyQualifiedName',
  column: 'fully_qualified_name',
  parent: 'parent_id',
} as const;

/** Whether records of an entity lie below others of it. */
export function isTree(entity: EntityDefinition): boolean {
  const columns = columnsOf(entity);
  return (
    columns.some(({ name }) => name === PATH.column) &&
    columns.some(({ name, references }) => name === PATH.parent && references === entity.name)
  );
}

/**
 * SQL: the ids of all that is stored below a record, however deep. Looked up record by record: a join would read all of
 * the company's for a page without a single one.
 * @param id       the record's id, in SQL
 * @param realmId  the company's id, in SQL
 */
export function belowOf(entity: EntityDefinition, id: string, realmId: string): string {
  const directly = (above: string): string => `SELECT id FROM ${storedTable(entity.table)}
      WHERE realm_id = ${realmId} AND ${PATH.parent} = ${above} AND deleted_at IS NULL OFFSET 0`;
  // UNION, so that records that lie below each other, as they may here for a moment, come to an end.
  return `WITH RECURSIVE below AS (
      (${directly(id)})
      UNION SELECT deeper.id FROM below AS upper CROSS JOIN LATERAL (${directly('upper.id')}) AS deeper
    ) SELECT id FROM below`;
}

/**
 * At the end of an entity's first copy, notes what lies below records that changed meanwhile: some of it was copied with
 * its old full name, and of the rest, what refers to it may have been.
 */
export async function noteBelowChanged(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
): Promise<void> {
  if (!isTree(entity)) return;
  await tx.query(
    `INSERT INTO ledger_mirror.outdated_records (realm_id, entity, record_id, noticed_at, ask_at)
     SELECT DISTINCT ON (below.id) $1, $2, below.id, clock_timestamp(), clock_timestamp()
     FROM ${storedTable(entity.table)} AS record CROSS JOIN LATERAL (${belowOf(entity, 'record.id', '$1')}) AS below
     WHERE record.realm_id = $1 AND record.deleted_at IS NULL AND ${changedSinceCopyBegan('record', '$1')}
     ON CONFLICT (realm_id, entity, record_id) DO UPDATE SET noticed_at = excluded.noticed_at, ask_at = excluded.ask_at`,
    [realmId, entity.name],
  );
}

/** Notes the names of records as they are stored, for rows that may still show older ones. (renames.ts) */
export async function noteNames(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  ids: readonly string[],
): Promise<void> {
  const name = nameOf(entity);
  if (name === undefined || ids.length === 0) return;
  await tx.query(
    `INSERT INTO ledger_mirror.renamed_records (realm_id, entity, record_id, name, noticed_at)
     SELECT $1, $2, id, ${name.column}, clock_timestamp() FROM ${storedTable(entity.table)}
     WHERE realm_id = $1 AND id = ANY ($3::text[]) AND ${name.column} IS NOT NULL
     ON CONFLICT (realm_id, entity, record_id) DO UPDATE SET name = excluded.name, noticed_at = excluded.noticed_at`,
    [realmId, entity.name, ids],
  );
}
