import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { books, createLogins, seedBooks, write } from '../../test/support/reader-books.ts';
import { silentLogger } from '../base/logger.ts';
import { migrate } from '../postgres/migrate.ts';
import { createPinnedFields } from './pinned-fields.ts';
import { makeWay } from './reader-limits.ts';

/*
 * A reader has read a table and forgotten, or not forgotten, to end its transaction. Whoever changes the table meanwhile
 * waits for it, and everybody who wants the table after that waits behind.
 */

let database: TestDatabase;
let logins: ReturnType<typeof createLogins>;

beforeAll(async () => {
  database = await openTestDatabase();
  await seedBooks(database.db);
  logins = createLogins(database);
});
afterAll(async () => {
  await logins.close();
  await database.close();
});

async function openHolder(): Promise<pg.Client> {
  const { url } = await logins.add({ companies: [books.one], schema: `s${Date.now()}` });
  const holder = new pg.Client({ connectionString: url.reveal() });
  holder.on('error', () => undefined);
  await holder.connect();
  onTestFinished(() => holder.end().catch(() => undefined));
  await holder.query('SET idle_in_transaction_session_timeout = 0; SET statement_timeout = 0');
  await holder.query('BEGIN; SELECT count(*) FROM invoices; SELECT count(*) FROM quickbooks.customers');
  return holder;
}

/** Runs a change, and all the while reads and writes of another company; each must be through in a moment. */
async function othersDuring(change: Promise<unknown>): Promise<number> {
  let over = false;
  const ended = change.finally(() => (over = true));
  let longestMs = 0;
  while (!over) {
    const begunAt = performance.now();
    await write(database.db, books.two, 'Invoice', [{ Id: '7', TotalAmt: 1, Line: [{ Amount: 1 }] }]);
    await database.db.query('SELECT count(*) FROM quickbooks.invoices');
    longestMs = Math.max(longestMs, performance.now() - begunAt);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await ended;
  return longestMs;
}

test('a field is pinned in spite of it, and no other company waits for long', async () => {
  await openHolder();
  const pins = createPinnedFields(database.db);
  const pin = pins.pin({ entity: 'Invoice', field: 'Region', column: 'region' });
  expect(await othersDuring(pin)).toBeLessThan(4000);
  expect(await database.db.query('SELECT region FROM quickbooks.invoices LIMIT 1')).toEqual([
    { region: null },
  ]);
  await openHolder();
  expect(await othersDuring(pins.unpin({ entity: 'Invoice', column: 'region' }))).toBeLessThan(4000);
});

test('its own views are made anew in spite of it', async () => {
  await openHolder();
  expect(await othersDuring(logins.readers.refreshSchemas())).toBeLessThan(4000);
});

test('a migration is applied in spite of it, and no other company waits for long', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-mirror-migrations-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const before = await database.db.query<{ name: string; checksum: string }>(
    'DELETE FROM ledger_mirror.migrations RETURNING name, checksum',
  );
  expect(before.length).toBeGreaterThan(10);
  writeFileSync(join(directory, '9999_later.sql'), 'ALTER TABLE quickbooks.invoices ADD COLUMN later text;');
  await openHolder();
  const change = migrate(database.db, {
    directory,
    logger: silentLogger,
    onBusy: (attempt) => makeWay(database.db, attempt),
  });
  expect(await change).toEqual({ applied: ['9999_later.sql'] });
});

test('one that asks without a pause is let finish for a while, and then ended', async () => {
  const holder = await openHolder();
  const busy = holder.query('SELECT pg_sleep(600)').catch((error: unknown) => String(error));
  await makeWay(database.db, 1);
  const states = (): Promise<unknown[]> =>
    database.db.query("SELECT FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(600)'");
  expect(await states()).toHaveLength(1);
  await makeWay(database.db, 5);
  expect(await busy).toMatch(/terminat/);
});
