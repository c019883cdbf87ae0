import type { Database, Queryable } from '../../postgres/database.ts';
import { storedTable } from '../stored.ts';
import { STAMPED } from '../synced-at.ts';
import { exactText } from './conditions.ts';
import type { RecordTable } from './record-table.ts';

/*
 * Rows are stamped (`synced_at`) when they are written and seen when their transaction commits, which is later. So
 * "the newest stamp" and "everything up to this stamp" are only true of what is older than every writer under way.
 * A writer holds a transaction id before it stamps anything, because it locks the company's lease first.
 */
const WRITERS = `SELECT ${exactText('timestamptz', 'least(statement_timestamp(), min(xact_start))')} AS until
FROM pg_stat_activity
WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()`;

/**
 * The instant before which no row can appear any more. Whoever has read all rows stamped before it has missed
 * nothing. To be asked before the rows are, and of the primary: a replica does not know who writes.
 */
export async function loadHorizon(primary: Queryable): Promise<string> {
  const [row] = await primary.query<{ until: string }>(WRITERS);
  if (row === undefined) throw new Error('PostgreSQL tells no time.');
  return row.until;
}

/**
 * A word that changes whenever a row of the table changes for this company; undefined while that cannot be promised,
 * because somebody writes.
 *
 * @param reader where the rows will be read from: a replica that is behind has no version
 */
export async function loadVersion(
  databases: { readonly primary: Database; readonly reader: Database },
  table: RecordTable,
  realmId: string,
): Promise<string | undefined> {
  const { primary, reader } = databases;
  // Lines change only together with their record. What all entities share changes with any of them.
  const tables = table.isEntity ? [table.name] : [...new Set(table.owners.map((owner) => owner.table))];
  const horizon = await loadHorizon(primary);
  const newest = tables.map(
    (name) => `(SELECT max(synced_at) FROM ${storedTable(name)} WHERE realm_id = $1 AND ${STAMPED})`,
  );
  const [row] = await primary.query<{ version: string; settled: boolean; position: string }>(
    `SELECT coalesce(${exactText('timestamptz', 'newest')}, 'empty') AS version, coalesce(newest < $2::timestamptz, true) AS settled,
            CASE WHEN pg_is_in_recovery() THEN NULL ELSE pg_current_wal_lsn() END::text AS position
     FROM (SELECT greatest(${newest.join(', ')}) AS newest) AS stamps`,
    [realmId, horizon],
  );
  if (row?.settled !== true) return undefined;
  if (reader !== primary && !(await hasCaughtUp(reader, row.position))) return undefined;
  return row.version;
}

async function hasCaughtUp(replica: Queryable, position: string | null): Promise<boolean> {
  const [row] = await replica.query<{ caughtUp: boolean | null }>(
    `SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() >= $1::pg_lsn ELSE pg_current_wal_lsn() >= $1::pg_lsn END AS caught_up`,
    [position],
  );
  return row?.caughtUp === true;
}
