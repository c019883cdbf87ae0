import { toAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { Database } from '../postgres/database.ts';
import { fillColumns } from './backfill-columns.ts';
import { createPinnedFields } from './pinned-fields.ts';
import { createReaders } from './readers.ts';
import { compressRaw } from './storage.ts';

/** Rows between two lines of the log. */
const ROWS_A_LINE = 10_000;

/**
 * What a new version owes to a database that an older one filled, after its migrations and beside the running sync:
 * readers get the tables and columns that came, `raw` the better compression, rows get their new columns out of `raw`, interrupted pins go on.
 * Quick where nothing is to be done; safe in several processes and to repeat.
 *
 * Renames are not among it: `followRenames` wants to be called every few minutes, by whoever runs the sync.
 */
export async function upkeep(
  db: Database,
  { logger, signal }: { readonly logger: Logger; readonly signal: AbortSignal },
): Promise<void> {
  // The rest goes on without them: a reader that cannot be served is served by the next start.
  await createReaders(db)
    .refreshSchemas()
    .catch((error: unknown) =>
      logger.warn({ error: toAppError(error) }, 'a database reader lacks what came since'),
    );
  await compressRaw(db, logger);
  let told = 0;
  const { rows, skipped } = await fillColumns(db, {
    signal,
    onProgress({ entity, rows: done }) {
      if (done - told < ROWS_A_LINE) return;
      told = done;
      logger.info({ entity, rows: done }, 'filling the columns of this version');
    },
  });
  for (const record of skipped)
    logger.warn(record, 'a stored record cannot fill the columns of this version');
  if (rows > 0 && !signal.aborted) logger.info({ rows }, 'filled the columns of this version');
  if (!signal.aborted) await createPinnedFields(db).fillPinned({ signal });
}
