import { toAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { Database } from '../postgres/database.ts';
import { SCHEMA, STORE } from './stored.ts';

const fresh = `SELECT c.relname AS name, format('%I.%I', activity.schemaname, c.relname) AS place
  FROM pg_class AS c JOIN pg_stat_all_tables AS activity ON activity.relid = c.oid
  WHERE activity.schemaname IN ($1, $2) AND c.relkind = 'r' AND pg_relation_size(c.oid) > 0
    AND ((last_analyze IS NULL AND last_autoanalyze IS NULL)
         OR n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0))
  ORDER BY 1`;

/**
 * Gives PostgreSQL statistics of tables that were filled and that it has not looked at yet; autovacuum comes minutes
 * later or, on some servers, never, and until then a join over all tables may take a plan that is a thousand times
 * slower. A few rows of each table are sampled, so it takes about as long for a large copy as for a small one.
 *
 * Best effort: what somebody else works on, and what the role may not do, is left alone.
 * @returns the tables that were looked at
 */
export async function gatherStatistics(
  db: Database,
  { logger, signal }: { readonly logger: Logger; readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const gathered: string[] = [];
  try {
    const tables = await db.transaction(async (tx) => {
      // Asking for the size of a table that is being altered waits for it.
      await tx.execute("SET LOCAL lock_timeout = '1s'");
      return tx.query<{ name: string; place: string }>(fresh, [SCHEMA, STORE]);
    });
    for (const { name, place } of tables) {
      if (signal.aborted) break;
      await db.execute(`ANALYZE (SKIP_LOCKED) ${place}`);
      gathered.push(name);
    }
  } catch (thrown) {
    logger.debug({ code: toAppError(thrown).code }, 'statistics are left to PostgreSQL');
  }
  logger.debug({ tables: gathered.length }, 'statistics gathered');
  return gathered;
}
