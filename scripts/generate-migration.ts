/*
 * Writes the next migration of schema `quickbooks`: what the catalogue has and the migrations so far do not make.
 * Usage: npm run migrations:generate -- <name>
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../src/base/logger.ts';
import { openDatabase } from '../src/postgres/database.ts';
import { startEmbeddedServer } from '../src/postgres/embedded/server.ts';
import { migrate } from '../src/postgres/migrate.ts';
import { missingStatements } from '../src/tables/drift.ts';

const directory = new URL('../migrations/', import.meta.url);
const name = (process.argv[2] ?? 'quickbooks').replaceAll(/[^a-z0-9]+/g, '_');

const dataDir = mkdtempSync(join(tmpdir(), 'ledger-mirror-migration-'));
chmodSync(dataDir, 0o711);
const server = await startEmbeddedServer({ dataDir, database: 'migration', logger: silentLogger });
try {
  const db = await openDatabase({ url: server.url, logger: silentLogger, maxConnections: 2 });
  await migrate(db, { directory, logger: silentLogger });
  const statements = await missingStatements(db);
  await db.close();
  if (statements.length === 0) {
    console.log('Nothing to do: the migrations make what the catalogue says.');
  } else {
    const last =
      readdirSync(directory)
        .filter((file) => /^\d{4}_/.test(file))
        .toSorted()
        .at(-1) ?? '0000';
    const file = `${String(Number(last.slice(0, 4)) + 1).padStart(4, '0')}_${name}.sql`;
    writeFileSync(
      new URL(file, directory),
      `-- Generated from the catalogue; append-only.\n\n${statements.join('\n\n')}\n`,
    );
    console.log(`Wrote migrations/${file}. Read it before you commit it.`);
  }
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
