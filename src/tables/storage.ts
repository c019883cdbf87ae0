import type { Logger } from '../base/logger.ts';
import { isAppError } from '../base/errors.ts';
import type { Database } from '../postgres/database.ts';
import { SCHEMA, STORE } from './stored.ts';

/**
 * Lets `raw` be compressed with lz4 where the server was built with it (the one we bring is not): compressing `raw`
 * is the largest single cost of a plain COPY, and lz4 takes a fraction of what pglz does. Values that are stored
 * already stay as they are. No migration can do it, since a later server may have what this one lacks.
 * Other storage was measured and is no better: EXTERNAL saves a tenth of the time for a third more WAL, MAIN nothing, rows
 * of up to 8 KB uncompressed an eighth for a quarter more (docs/performance.md).
 * @returns the tables that were changed
 */
export async function compressRaw(db: Database, logger: Logger): Promise<readonly string[]> {
  const tables = await db.query<{ name: string; place: string }>(
    `SELECT c.relname AS name, format('%I.%I', n.nspname, c.relname) AS place
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE n.nspname IN ($1, $2) AND c.relkind IN ('r', 'p') AND a.attname = 'raw' AND a.attcompression <> 'l'
       AND (SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression')
     ORDER BY 1`,
    [SCHEMA, STORE],
  );
  const changed: string[] = [];
  for (const { name, place } of tables) {
    try {
      // A table that is busy is not waited for: whoever writes must not wait either. The next start tries again.
      await db.transaction((tx) =>
        tx.execute(
          `SET LOCAL lock_timeout = '2s'; ALTER TABLE ${place} ALTER COLUMN raw SET COMPRESSION lz4`,
        ),
      );
      changed.push(name);
    } catch (error) {
      if (!isAppError(error)) throw error;
      logger.info({ table: name, reason: error.message }, 'raw keeps its compression for now');
    }
  }
  return changed;
}
