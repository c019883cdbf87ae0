import type { RealmId } from '../base/realm-id.ts';
import type { EntityDefinition } from '../catalogue/index.ts';
import type { Database, Queryable, Transaction } from '../postgres/database.ts';
import { quoted } from '../postgres/quoted.ts';
import { sensitiveColumns, sensitiveEntities, withoutSensitive } from './sensitive-fields.ts';
import { storedTable } from './stored.ts';
import { STAMP, writeStamped } from './synced-at.ts';

/*
 * Sensitive fields (tax ids, bank numbers, birth dates, salaries) of companies that do not want them stored.
 */

/** SQL that is true when the company wants sensitive fields left out. */
export const isExcluded = (realmId: string): string =>
  `(SELECT exclude_sensitive FROM ledger_mirror.organizations WHERE realm_id = ${realmId})`;

/**
 * SQL for the start of a transaction that stores records with sensitive fields: whoever changes the setting waits for
 * those that still follow the old one. Who writes anything else of the company's row waits for nobody.
 */
export const followSetting = (realmId: RealmId, lock: 'KEY SHARE' | 'UPDATE' = 'KEY SHARE'): string =>
  `SELECT FROM ledger_mirror.organizations WHERE realm_id = ${quoted(realmId)} FOR ${lock}`;

export type ExcludeOptions = {
  /** Rows in one transaction. @default 500 */
  readonly batchSize?: number;
  /** Stops between two batches; call it again to go on. */
  readonly signal?: AbortSignal;
};

type Batch = { readonly changed: number; readonly last: string | null };

/**
 * For a transaction that changes whether a company leaves sensitive fields out: waits for the pages under way, and holds
 * up those to come. What is stored already stays as it is: see `removeSensitive` and `lackingSensitive`.
 */
export async function holdPages(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.execute(followSetting(realmId, 'UPDATE'));
}

/**
 * Takes away what is stored of sensitive fields of a company that leaves them out; ends where it does not any more.
 * @returns rows changed
 */
export async function removeSensitive(
  db: Database,
  realmId: RealmId,
  options: ExcludeOptions = {},
): Promise<number> {
  const isOver = async (): Promise<boolean> => {
    const [row] = await db.query<{ wanted: boolean }>(`SELECT ${isExcluded('$1')} AS wanted`, [realmId]);
    return options.signal?.aborted === true || row?.wanted !== true;
  };
  if (await isOver()) return 0;
  let changed = 0;
  for (const entity of sensitiveEntities) {
    const statement = cleanStatement(entity);
    for (let after: string | null = ''; after !== null;) {
      if (await isOver()) return changed;
      const position: readonly unknown[] = [after, options.batchSize ?? 500, realmId];
      const [batch]: readonly Batch[] = await writeStamped(db, (tx) => tx.query<Batch>(statement, position));
      changed += batch?.changed ?? 0;
      after = batch?.last ?? null;
    }
  }
  return changed;
}

/**
 * Where records lack their sensitive fields once these are stored again: QuickBooks does not send a record anew that
 * nobody changed, so these entities have to be read once more, whole. A record that is read meets its stored version
 * with another hash, so it is written though nothing of it changed in QuickBooks.
 * @returns QuickBooks' names of the entities, parents first
 */
export async function lackingSensitive(on: Queryable, realmId: RealmId): Promise<readonly string[]> {
  const found = await on.query<{ name: string }>(
    sensitiveEntities
      .map(
        ({ name, table, loadOrder }) =>
          `SELECT ${quoted(name)} AS name, ${loadOrder} AS place WHERE EXISTS (SELECT FROM ${storedTable(table)} WHERE realm_id = $1)`,
      )
      .join(' UNION ALL ')
      .concat(' ORDER BY place, name'),
    [realmId],
  );
  return found.map(({ name }) => name);
}

/** Cleans a batch of rows; parameters and position as in `fillStatement`. */
function cleanStatement(entity: EntityDefinition): string {
  const columns = sensitiveColumns(entity).filter((name) => name !== 'raw');
  const table = storedTable(entity.table);
  const clean = withoutSensitive(entity, 'raw');
  // The hash does not fit any more, so that the next answer is written whole.
  const sets = [
    `raw = ${withoutSensitive(entity, 't.raw')}`,
    'content_hash = NULL',
    `synced_at = ${STAMP}`,
    ...columns.map((name) => `${name} = NULL`),
  ];
  return `WITH batch AS MATERIALIZED (
    SELECT id, raw IS DISTINCT FROM (${clean})${columns.map((name) => ` OR ${name} IS NOT NULL`).join('')} AS is_dirty
    FROM ${table} WHERE realm_id = $3 AND id > $1 ORDER BY id LIMIT $2 FOR UPDATE
  ), written AS (
    UPDATE ${table} AS t SET ${sets.join(', ')} FROM batch
    WHERE t.realm_id = $3 AND t.id = batch.id AND batch.is_dirty
  )
  SELECT count(*) FILTER (WHERE is_dirty)::integer AS changed, max(id) AS last FROM batch`;
}
