import {
  entities,
  entityByName,
  taxLineColumns,
  type Column,
  type EntityDefinition,
} from '../catalogue/index.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { storedTable } from './stored.ts';
import { quoted } from '../postgres/quoted.ts';
import { nameColumn, referencesTo, referringTables } from './referring.ts';
import { STAMP, writeStamped } from './synced-at.ts';

export type FollowOptions = {
  /** Only this company. */
  readonly realmId?: RealmId;
  /** Rows changed in one transaction. @default 1000 */
  readonly batchSize?: number;
  /** Full batches after which it comes to an end, though more is to be done. @default unlimited */
  readonly mostBatches?: number;
  /** Renamed records after which it comes to an end: each costs a look into every table that may show it. @default unlimited */
  readonly mostRecords?: number;
  /** Stops between two batches; the rest is done the next time. */
  readonly signal?: AbortSignal;
  /** Runs each batch's transaction: a worker checks its lease in it. @default the database's own */
  readonly transaction?: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
};

type Renamed = { realmId: string; entity: string; recordId: string; name: string; noticedAt: string };

/**
 * Gives the new names of renamed records to the rows that refer to them: QuickBooks shows the current name with
 * every reference, but does not restamp what refers (facts#rename-unstamped). Which records were renamed is noted by
 * the page statement. A record whose lines were changed counts as stored anew (`synced_at`), so whoever follows its
 * table sees it. Safe to repeat and to interrupt; each batch is a transaction of its own.
 * @returns rows changed
 */
export async function followRenames(db: Database, options: FollowOptions = {}): Promise<number> {
  const { batchSize: limit = 1000, mostBatches = Infinity, signal } = options;
  const transaction =
    options.transaction ?? (<T>(work: (tx: Transaction) => Promise<T>) => db.transaction(work));
  const renamed = await db.query<Renamed>(
    `SELECT realm_id, entity, record_id, name, noticed_at::text FROM ledger_mirror.renamed_records
     WHERE $1::text IS NULL OR realm_id = $1 ORDER BY noticed_at LIMIT $2`,
    [options.realmId ?? null, options.mostRecords ?? null],
  );
  let changed = 0;
  let batches = 0;
  for (const names of Map.groupBy(renamed, ({ realmId, entity }) => `${realmId} ${entity}`).values()) {
    const [{ realmId, entity } = { realmId: '', entity: '' }] = names;
    for (const { find, write } of statementsFor(entity)) {
      if (isAborted(signal)) return changed;
      // Most names that are noted have changed in nothing that is shown: one look for all of them, and no transaction.
      const shown = await db.query<{ id: string; name: string }>(find, [
        realmId,
        names.map(({ recordId }) => recordId),
        names.map(({ name }) => name),
      ]);
      for (const { id, name } of shown) {
        for (let count = limit; count >= limit;) {
          if (isAborted(signal) || batches >= mostBatches) return changed;
          const [batch] = await writeStamped({ transaction }, (tx) =>
            tx.query<{ count: number }>(write, [realmId, id, name, limit]),
          );
          count = batch?.count ?? 0;
          changed += count;
          if (count >= limit) batches += 1;
        }
      }
    }
    // A name that changed again meanwhile stays in the list.
    await transaction((tx) =>
      tx.query(
        `DELETE FROM ledger_mirror.renamed_records AS renamed
         USING unnest($3::text[], $4::timestamptz[]) AS done (record_id, noticed_at)
         WHERE renamed.realm_id = $1 AND renamed.entity = $2 AND renamed.record_id = done.record_id
           AND renamed.noticed_at = done.noticed_at`,
        [realmId, entity, names.map(({ recordId }) => recordId), names.map(({ noticedAt }) => noticedAt)],
      ),
    );
  }
  return changed;
}

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

/** For a column that can refer to an entity. */
type Following = {
  /** Which of the records $2 it shows by other names than $3. */
  readonly find: string;
  /** Changes a batch of rows of one of them, says how many. */
  readonly write: string;
};

const statements = new Map<string, readonly Following[]>();

/** The statements of every column that can refer to the entity. */
function statementsFor(name: string): readonly Following[] {
  let known = statements.get(name);
  if (known === undefined) {
    const target = entityByName(name);
    known = target === undefined ? [] : renameStatements(target);
    statements.set(name, known);
  }
  return known;
}

/** A table whose rows show names, with the column that says which record of the entity a row belongs to. */
type Showing = {
  readonly entity: string;
  readonly table: string;
  readonly idColumn: string;
  readonly columns: readonly Column[];
  /** Columns of the record itself that keep the rows' list whole. */
  readonly wholes: readonly string[];
  /** Further conditions on `r`. */
  readonly rows: string;
};

function showingTables(): Showing[] {
  const shared = entities
    .filter((entity) => entity.taxLines)
    .map(({ name }) => ({
      entity: name,
      table: 'tax_lines',
      idColumn: 'record_id',
      columns: taxLineColumns,
      wholes: [],
      rows: ` AND r.entity = ${quoted(name)}`,
    }));
  return [...referringTables(entities).map((referring) => ({ ...referring, rows: '' })), ...shared];
}

function renameStatements(target: EntityDefinition): Following[] {
  return showingTables().flatMap((showing) =>
    showing.columns.flatMap((column) =>
      referencesTo(column)
        .filter(([entity]) => entity === target.name)
        .map((reference) => ({
          find: findStatement(showing, column, reference),
          write: renameStatement(showing, column, reference),
        })),
    ),
  );
}

/** Record by record, by the index that the column has. */
function findStatement(
  { table, rows }: Showing,
  column: Column,
  [, condition]: readonly [target: string, condition: string],
): string {
  return `SELECT renamed.id, renamed.name FROM unnest($2::text[], $3::text[]) AS renamed (id, name)
    CROSS JOIN LATERAL (
      SELECT FROM ${storedTable(table)} AS r
      WHERE r.realm_id = $1 AND r.${column.name} = renamed.id AND r.${nameColumn(column.name)} <> renamed.name${condition}${rows} LIMIT 1
    ) AS shown`;
}

/** Locks records before their lines, as the page statement does, so that the two never wait for each other. */
function renameStatement(
  showing: Showing,
  column: Column,
  [target, condition]: readonly [target: string, condition: string],
): string {
  const { entity, table, idColumn, wholes, rows } = showing;
  const own = entityByName(entity)?.table ?? table;
  const shown = nameColumn(column.name);
  const batch = `batch AS MATERIALIZED (
    SELECT r.ctid, r.${idColumn} AS id FROM ${storedTable(table)} AS r
    WHERE r.realm_id = $1 AND r.${column.name} = $2 AND r.${shown} <> $3${condition}${rows} LIMIT $4
  )`;
  const lists = wholes.map((whole) => `, ${whole} = ${renamedList(showing, column, target, `t.${whole}`)}`);
  const written =
    table === own
      ? `written AS (
    UPDATE ${storedTable(own)} AS t SET ${shown} = $3, synced_at = ${STAMP} FROM batch WHERE t.ctid = batch.ctid
  )`
      : `stamped AS (
    UPDATE ${storedTable(own)} AS t SET synced_at = ${STAMP}${lists.join('')} WHERE t.realm_id = $1 AND t.id IN (SELECT id FROM batch) RETURNING t.id
  ), written AS (
    UPDATE ${storedTable(table)} AS t SET ${shown} = $3 FROM batch JOIN stamped USING (id) WHERE t.ctid = batch.ctid
  )`;
  return `WITH ${batch}, ${written}
  SELECT count(*)::integer AS count FROM batch`;
}

/** A list that is kept whole, with the new name in every element that refers to the record and shows a name. */
function renamedList({ columns }: Showing, column: Column, target: string, list: string): string {
  const pathOf = ({ sources: [path = []] }: Column): string => quoted(`{${path.join(',')}}`);
  const name = columns.find((one) => one.name === nameColumn(column.name));
  const type = columns.find((one) => one.name === column.typeColumn);
  if (name === undefined) return list;
  const ofTarget = type === undefined ? '' : ` AND e.doc #>> ${pathOf(type)} = ${quoted(target)}`;
  // The name is replaced, never added.
  return `CASE WHEN jsonb_typeof(${list}) <> 'array' THEN ${list} ELSE (
      SELECT jsonb_agg(CASE WHEN e.doc #>> ${pathOf(column)} = $2${ofTarget}
                            THEN jsonb_set(e.doc, ${pathOf(name)}, to_jsonb($3::text), false) ELSE e.doc END ORDER BY e.n)
      FROM jsonb_array_elements(${list}) WITH ORDINALITY AS e(doc, n)) END`;
}
