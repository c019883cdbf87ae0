import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import { changeSchema } from './change-schema.ts';
import type { Database, Queryable, Transaction } from './database.ts';
import { databaseError, sqlState } from './errors.ts';
import { sessionPins } from './session.ts';

type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

/**
 * Applies the SQL files of a folder that the database does not have yet, in order of their names, each in a
 * transaction of its own. Processes that start together take turns. Safe to repeat.
 * @throws AppError DATABASE_MIGRATION_FAILED, DATABASE_TABLES_HELD, DATABASE_MIGRATION_CHANGED, DATABASE_NEWER
 */
export async function migrate(
  db: Database,
  options: {
    directory: URL | string;
    logger: Logger;
    /** Called when somebody holds a table that a file changes; see `changeSchema`. */
    onBusy?: (attempt: number) => Promise<void>;
  },
): Promise<{ applied: readonly string[] }> {
  const { logger } = options;
  const migrations = await loadMigrations(options.directory);
  await begin(db);
  const pending = await pendingOf(db, migrations);
  const applied: string[] = [];
  for (const migration of pending) {
    const startedAt = performance.now();
    const mine = await apply(db, migration, migrations, async (attempt) => {
      logger.warn(
        { migration: migration.name, attempt },
        'a migration waits for a table that somebody holds',
      );
      await options.onBusy?.(attempt);
    });
    if (!mine) continue;
    applied.push(migration.name);
    logger.info(
      { migration: migration.name, durationMs: Math.round(performance.now() - startedAt) },
      'migration applied',
    );
  }
  return { applied };
}

/** How many files of a folder the database does not have yet; it need not have any. */
export async function countPending(db: Queryable, directory: URL | string): Promise<number> {
  const migrations = await loadMigrations(directory);
  const [row] = await db.query<{ begun: boolean }>(
    "SELECT to_regclass('ledger_mirror.migrations') IS NOT NULL AS begun",
  );
  return row?.begun === true ? (await pendingOf(db, migrations)).length : migrations.length;
}

/** Applies one file, unless another process did so while this one waited for the lock. */
async function apply(
  db: Database,
  migration: Migration,
  all: readonly Migration[],
  onBusy: (attempt: number) => Promise<void>,
): Promise<boolean> {
  const work = async (tx: Transaction): Promise<boolean> => {
    const stillPending = await pendingOf(tx, all);
    if (!stillPending.some((other) => other.name === migration.name)) return false;
    try {
      await tx.execute(migration.text);
    } catch (cause) {
      if (isAppError(cause, 'DATABASE_NOT_ALLOWED') || isAppError(cause, 'DATABASE_READ_ONLY')) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw databaseError('DATABASE_MIGRATION_FAILED', {
        cause,
        details: { migration: migration.name, sqlState: sqlState(cause) },
        text: `Migration ${migration.name} failed and was rolled back: ${reason}.`,
      });
    }
    // A file may set its own search_path, which must not leak into what follows.
    await tx.execute(db.pooled ? 'RESET ALL' : `RESET ALL; ${sessionPins}`);
    await tx.query('INSERT INTO ledger_mirror.migrations (name, checksum) VALUES ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    return true;
  };
  return changeSchema(db, work, { first: lock, onBusy });
}

/** Makes the table of migrations. Processes that do it at once collide in PostgreSQL's catalogue, IF NOT EXISTS or not. */
async function begin(db: Database): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(async (tx) => {
        await tx.execute('CREATE SCHEMA IF NOT EXISTS ledger_mirror');
        await tx.execute(
          `CREATE TABLE IF NOT EXISTS ledger_mirror.migrations (
             name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
        );
      });
    } catch (error) {
      // unique_violation, duplicate_schema, duplicate_table: whoever was first has committed by then.
      if (attempt > 5 || !['23505', '42P06', '42P07'].includes(sqlState(error) ?? '')) throw error;
    }
  }
}

/** Held until the transaction ends. Of the table itself: no other login can take it, and there are no turns yet. */
async function lock(tx: Queryable): Promise<void> {
  await tx.execute('LOCK TABLE ledger_mirror.migrations IN SHARE ROW EXCLUSIVE MODE');
}

async function pendingOf(db: Queryable, migrations: readonly Migration[]): Promise<Migration[]> {
  const rows = await db.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM ledger_mirror.migrations ORDER BY name',
  );
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of rows) {
    const migration = byName.get(name);
    if (migration === undefined) {
      throw databaseError('DATABASE_NEWER', {
        details: { migration: name },
        text: `The database has migration ${name}, which this Ledger Mirror does not know: it was migrated by a newer one. Update the program.`,
      });
    }
    if (migration.checksum !== checksum) {
      throw databaseError('DATABASE_MIGRATION_CHANGED', {
        details: { migration: name },
        text: `Migration ${name} was changed after it had been applied to this database. Restore the file and write a new migration instead.`,
      });
    }
  }
  const applied = new Set(rows.map((row) => row.name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function loadMigrations(directory: URL | string): Promise<Migration[]> {
  const folder = directory instanceof URL ? fileURLToPath(directory) : directory;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      // A checkout on Windows may have changed the line ends; that is no change of the migration.
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}
