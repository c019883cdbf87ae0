import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId, type RealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import { entityByName } from '../catalogue/index.ts';
import { openDatabase, type Database } from '../postgres/database.ts';
import { writePage } from './page-writer.ts';
import { createReaders, type Readers } from './readers.ts';
import { tablesOf } from './schema.ts';
import { sensitiveEntities } from './sensitive-fields.ts';

const one = toRealmId('9400000000001');
const two = toRealmId('9400000000002');
let test_: TestDatabase;
let readers: Readers;

beforeAll(async () => {
  test_ = await openTestDatabase();
  readers = createReaders(test_.db);
  for (const realmId of [one, two]) {
    await seed(realmId);
    await test_.db.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [realmId]);
  }
});
afterAll(async () => {
  await test_.close();
});

async function seed(realmId: RealmId): Promise<void> {
  const entity = entityByName('Invoice');
  if (entity === undefined) throw new Error('No entity Invoice.');
  const text = '[{"Id":"1","TotalAmt":5,"Balance":5,"Line":[{"Amount":5}]}]';
  await test_.db.transaction((tx) =>
    writePage(tx, { entity, realmId, text, path: [], observedAt: new Date() }),
  );
}

/** Roles belong to the whole server, so each test takes a name of its own and gives it back. */
function newName(): string {
  const name = `reader_${randomBytes(6).toString('hex')}`;
  onTestFinished(async () => {
    if ((await readers.list()).some((reader) => reader.name === name)) await readers.remove(name);
  });
  return name;
}

async function signIn(name: string, password: Secret): Promise<Database> {
  const url = new URL(test_.url.reveal());
  url.username = name;
  url.password = password.reveal();
  const db = await openDatabase({ url: new Secret(url.href), logger: silentLogger, maxConnections: 1 });
  onTestFinished(() => db.close());
  return db;
}

const realmsIn = async (db: Database, table: string): Promise<unknown[]> =>
  (await db.execute(`SELECT DISTINCT realm_id FROM quickbooks.${table} ORDER BY 1`)).rows.map(
    (row) => row['realm_id'],
  );

test('a reader sees its companies and no other, in tables, children and views', async () => {
  const name = newName();
  const { password } = await readers.add({ name, companies: [one] });
  const db = await signIn(name, password);
  for (const table of ['invoices', 'invoice_lines', 'open_invoices', 'transactions', 'organizations'])
    expect(await realmsIn(db, table), table).toEqual([one]);
  expect(await realmsIn(test_.db, 'organizations')).toEqual([one, two]);
  await readers.allow(name, [one, two]);
  expect(await realmsIn(db, 'invoices')).toEqual([one, two]);
  expect((await readers.list()).find((reader) => reader.name === name)?.companies).toEqual([one, two]);
});

test.each([
  `SET ledger_mirror.realms = '${two}'; SELECT count(*)::integer AS n FROM quickbooks.invoices WHERE realm_id = '${two}'`,
  `SET row_security = on; SELECT count(*)::integer AS n FROM quickbooks.invoices WHERE realm_id = '${two}'`,
])('no setting widens what it sees: %s', async (sql) => {
  const name = newName();
  const db = await signIn(name, (await readers.add({ name, companies: [one] })).password);
  expect((await db.execute(sql)).rows).toEqual([{ n: 0 }]);
});

test.each([
  'SELECT * FROM ledger_mirror.tokens',
  'SELECT * FROM ledger_mirror.reader_companies',
  'SET transaction_read_only = off; DELETE FROM quickbooks.invoices',
  'SET transaction_read_only = off; ALTER TABLE quickbooks.invoices DISABLE ROW LEVEL SECURITY',
  'SET ROLE ledger_mirror',
  'SET SESSION AUTHORIZATION ledger_mirror',
  'SET transaction_read_only = off; CREATE TABLE quickbooks.mine (a integer)',
])('a reader is refused: %s', async (sql) => {
  const name = newName();
  const db = await signIn(name, (await readers.add({ name, companies: [one] })).password);
  await expect(db.execute(sql)).rejects.toThrow(/permission denied|must be owner|read-only/);
});

test('every table of the copy is guarded', async () => {
  const rows = await test_.db.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
     WHERE relnamespace IN ('quickbooks'::regnamespace, 'quickbooks_store'::regnamespace) AND relrowsecurity ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(
    tablesOf()
      .map(({ name }) => name)
      .toSorted(),
  );
});

test('a schema of plain views shows one company without its realm id', async () => {
  const name = newName();
  const schema = `${name}_books`;
  const db = await signIn(name, (await readers.add({ name, companies: [one], schema })).password);
  expect((await db.execute('SELECT id, total_amt FROM invoices')).rows).toEqual([
    { id: '1', total_amt: '5' },
  ]);
  expect((await db.execute('SELECT entity, id FROM transactions')).rows).toEqual([
    { entity: 'Invoice', id: '1' },
  ]);
  await expect(db.execute('SELECT realm_id FROM invoices')).rejects.toThrow(/realm_id/);
  await test_.db.execute('ALTER TABLE quickbooks.invoices ADD COLUMN IF NOT EXISTS later text');
  await readers.refreshSchemas();
  expect((await db.execute('SELECT later FROM invoices')).rows).toEqual([{ later: null }]);
  await readers.remove(name);
  expect(await test_.db.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema])).toEqual([]);
});

test('a reader that was removed can neither read nor sign in', async () => {
  const name = newName();
  const { password } = await readers.add({ name, companies: [one] });
  const db = await signIn(name, password);
  expect(await realmsIn(db, 'invoices')).toEqual([one]);
  await readers.remove(name);
  await expect(realmsIn(db, 'invoices')).rejects.toThrow(/refused us|terminat/);
  await expect(signIn(name, password)).rejects.toThrow();
  await expect(readers.remove(name)).rejects.toMatchObject({ code: 'TABLES_READER_UNKNOWN' });
});

test('a later table is readable once the readers were refreshed', async () => {
  const name = newName();
  const db = await signIn(name, (await readers.add({ name, companies: [one] })).password);
  await test_.db.execute('CREATE TABLE quickbooks.later_table (realm_id text)');
  await readers.refreshSchemas();
  expect((await db.execute('SELECT * FROM quickbooks.later_table')).rows).toEqual([]);
  await test_.db.execute('DROP TABLE quickbooks.later_table');
});

test('the tables behind the views are closed to a reader, whatever it may see', async () => {
  const name = newName();
  const db = await signIn(name, (await readers.add({ name, companies: [one], sensitive: true })).password);
  await readers.refreshSchemas();
  for (const { table } of sensitiveEntities)
    await expect(db.execute(`SELECT id FROM quickbooks_store.${table}`)).rejects.toThrow(/permission denied/);
  await expect(db.execute(`SELECT quickbooks_store.show('vendors', '{}', '{}')`)).rejects.toThrow(
    /permission denied/,
  );
  const { rows } = await db.execute(
    `SELECT relname FROM pg_class WHERE relnamespace = 'quickbooks_store'::regnamespace AND relkind = 'r'
       AND (has_table_privilege(oid, 'SELECT') OR has_any_column_privilege(oid, 'SELECT'))`,
  );
  expect(rows).toEqual([]);
});

test('sensitive columns are open to a reader that was granted them', async () => {
  const name = newName();
  const db = await signIn(name, (await readers.add({ name, companies: [one], sensitive: true })).password);
  await readers.refreshSchemas();
  expect((await db.execute('SELECT ssn, raw FROM employees')).rows).toEqual([]);
  expect((await readers.list()).find((reader) => reader.name === name)).toMatchObject({ sensitive: true });
});

test('names, companies and schemas are checked before anything is made', async () => {
  await expect(readers.add({ name: 'Robert"; DROP', companies: [one] })).rejects.toMatchObject({
    code: 'TABLES_NAME_INVALID',
  });
  await expect(readers.add({ name: newName(), companies: [] })).rejects.toMatchObject({
    code: 'TABLES_READER_NO_COMPANY',
  });
  await expect(
    readers.add({ name: newName(), companies: [one, two], schema: 'books' }),
  ).rejects.toMatchObject({
    code: 'TABLES_READER_SCHEMA',
  });
  await expect(
    readers.add({ name: newName(), companies: [one], schema: 'quickbooks' }),
  ).rejects.toMatchObject({ code: 'TABLES_READER_SCHEMA' });
  const name = newName();
  await readers.add({ name, companies: [one] });
  await expect(readers.add({ name, companies: [one] })).rejects.toMatchObject({
    code: 'TABLES_READER_EXISTS',
  });
});
