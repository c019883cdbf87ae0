import {
  entities,
  entityByName,
  taxLineColumns,
  type Column,
  type EntityDefinition,
} from '../catalogue/index.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { SCHEMA } from './ddl.ts';
import { quoted } from './projection-values.ts';
import { nameColumn, referencesTo, referringTables } from './referring.ts';

export type FollowOptions = {
  /** Only this company. */
  readonly realmId?: RealmId;
  /** Rows changed in one transaction. @default 1000 */
  readonly batchSize?: number;
  /** Full batches after which it comes to an end, though more is to be done. @default unlimited */
  readonly mostBatches?: number;
  /** Stops between two batches; the rest is done the next time. */
  readonly signal?: AbortSignal;
  /** Runs each batch's transaction: a worker checks its lease in it. @default the database's own */
  readonly transaction?: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
};

type Renamed = { realmId: string; entity: string; recordId: string; name: string; noticedAt: string };

/**
 * Gives the new names of renamed records to the rows that refer to them: QuickBooks shows the current name with
 * every reference, but does not restamp what refers. Which records were renamed is noted by the page statement.
 * A record whose lines were changed counts as stored anew (`synced_at`), so whoever follows its table sees it.
 * Safe to repeat and to interrupt; each batch is a transaction of its own.
 * @returns rows changed
 */
export async function followRenames(db: Database, options: FollowOptions = {}): Promise<number> {
  const { batchSize: limit = 1000, mostBatches = Infinity, signal } = options;
  const transaction =
    options.transaction ?? (<T>(work: (tx: Transaction) => Promise<T>) => db.transaction(work));
  const renamed = await db.query<Renamed>(
    `SELECT realm_id, entity, record_id, name, noticed_at::text FROM ledger_mirror.renamed_records
     WHERE $1::text IS NULL OR realm_id = $1 ORDER BY noticed_at`,
    [options.realmId ?? null],
  );
  let changed = 0;
  let batches = 0;
  for (const record of renamed) {
    const { realmId, entity, recordId, name } = record;
    for (const statement of statementsFor(entity)) {
      for (let count = limit; count >= limit;) {
        if (signal?.aborted === true || batches >= mostBatches) return changed;
        const [batch] = await transaction((tx) =>
          tx.query<{ count: number }>(statement, [realmId, recordId, name, limit]),
        );
        count = batch?.count ?? 0;
        changed += count;
        if (count >= limit) batches += 1;
      }
    }
    // A name that changed again meanwhile stays in the list.
    await transaction((tx) =>
      tx.query(
        `DELETE FROM ledger_mirror.renamed_records
         WHERE realm_id = $1 AND entity = $2 AND record_id = $3 AND noticed_at = $4::timestamptz`,
        [realmId, entity, recordId, record.noticedAt],
      ),
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

/** A table with names of others, and the table of the records that its rows belong to. */
type Naming = {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly owner: string;
  readonly ownerId: string;
  readonly condition: string;
};

function namingTables(): Naming[] {
  const own = referringTables(entities).map(({ entity, table, columns, idColumn }) => ({
    table,
    columns,
    owner: entityByName(entity)?.table ?? table,
    ownerId: idColumn,
    condition: '',
  }));
  const shared = entities
    .filter(({ taxLines }) => taxLines)
    .map(({ name, table }) => ({
      table: 'tax_lines',
      columns: taxLineColumns,
      owner: table,
      ownerId: 'record_id',
      condition: ` AND r.entity = ${quoted(name)}`,
    }));
  return [...own, ...shared];
}

function renameStatements(target: EntityDefinition): string[] {
  const found: string[] = [];
  for (const { table, columns, owner, ownerId, condition: within } of namingTables()) {
    for (const column of columns) {
      for (const [entity, condition] of referencesTo(column)) {
        if (entity !== target.name) continue;
        const shown = nameColumn(column.name);
        const touched =
          table === owner
            ? ''
            : `, touched AS (
          UPDATE ${SCHEMA}.${owner} AS o SET synced_at = statement_timestamp()
          WHERE o.realm_id = $1 AND o.id IN (SELECT owner_id FROM batch)
        )`;
        const stamp = table === owner ? ', synced_at = statement_timestamp()' : '';
        found.push(`WITH batch AS (
          SELECT r.ctid, r.${ownerId} AS owner_id FROM ${SCHEMA}.${table} AS r
          WHERE r.realm_id = $1 AND r.${column.name} = $2 AND r.${shown} <> $3${condition}${within} LIMIT $4
        ), written AS (
          UPDATE ${SCHEMA}.${table} AS t SET ${shown} = $3${stamp} FROM batch WHERE t.ctid = batch.ctid
        )${touched}
        SELECT count(*)::integer AS count FROM batch`);
      }
    }
  }
  return found;
}
