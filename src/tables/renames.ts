import { entities, entityByName, taxLineColumns, type EntityDefinition } from '../catalogue/index.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Database } from '../postgres/database.ts';
import { SCHEMA } from './ddl.ts';
import { nameColumn, referencesTo, referringTables } from './referring.ts';

export type FollowOptions = {
  /** Only this company. */
  readonly realmId?: RealmId;
  /** Rows changed in one transaction. @default 1000 */
  readonly batchSize?: number;
  /** Stops between two batches; the rest is done the next time. */
  readonly signal?: AbortSignal;
};

type Renamed = { realmId: string; entity: string; recordId: string; name: string; noticedAt: string };

/**
 * Gives the new names of renamed records to the rows that refer to them: QuickBooks shows the current name with
 * every reference, but does not restamp what refers. Which records were renamed is noted by the page statement.
 * Safe to repeat and to interrupt; each batch is a transaction of its own.
 * @returns rows changed
 */
export async function followRenames(db: Database, options: FollowOptions = {}): Promise<number> {
  const limit = options.batchSize ?? 1000;
  const renamed = await db.query<Renamed>(
    `SELECT realm_id, entity, record_id, name, noticed_at::text FROM ledger_mirror.renamed_records
     WHERE $1::text IS NULL OR realm_id = $1 ORDER BY noticed_at`,
    [options.realmId ?? null],
  );
  let changed = 0;
  for (const record of renamed) {
    const { realmId, entity, recordId, name } = record;
    for (const statement of statementsFor(entity)) {
      for (let count = limit; count >= limit;) {
        if (options.signal?.aborted === true) return changed;
        const [batch] = await db.query<{ count: number }>(statement, [realmId, recordId, name, limit]);
        count = batch?.count ?? 0;
        changed += count;
      }
    }
    // A name that changed again meanwhile stays in the list.
    await db.query(
      `DELETE FROM ledger_mirror.renamed_records
       WHERE realm_id = $1 AND entity = $2 AND record_id = $3 AND noticed_at = $4::timestamptz`,
      [realmId, entity, recordId, record.noticedAt],
    );
  }
  return changed;
}

const statements = new Map<string, readonly string[]>();

/** One statement for every column that can refer to the entity: changes a batch of rows, says how many. */
function statementsFor(name: string): readonly string[] {
  let known = statements.get(name);
  if (known === undefined) {
    const target = entityByName(name);
    known = target === undefined ? [] : renameStatements(target);
    statements.set(name, known);
  }
  return known;
}

function renameStatements(target: EntityDefinition): string[] {
  const found: string[] = [];
  const shared = { table: 'tax_lines', columns: taxLineColumns };
  for (const { table, columns } of [...referringTables(entities), shared]) {
    for (const column of columns) {
      for (const [entity, condition] of referencesTo(column)) {
        if (entity !== target.name) continue;
        const shown = nameColumn(column.name);
        found.push(`WITH batch AS (
          SELECT r.ctid FROM ${SCHEMA}.${table} AS r
          WHERE r.realm_id = $1 AND r.${column.name} = $2 AND r.${shown} <> $3${condition} LIMIT $4
        ), written AS (
          UPDATE ${SCHEMA}.${table} AS t SET ${shown} = $3 FROM batch WHERE t.ctid = batch.ctid
        )
        SELECT count(*)::integer AS count FROM batch`);
      }
    }
  }
  return found;
}
