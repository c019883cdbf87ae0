import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { books, createLogins, write } from '../../test/support/reader-books.ts';
import { silentLogger } from '../base/logger.ts';
import { Secret } from '../base/secret.ts';
import type { Database } from '../postgres/database.ts';
import { migrate } from '../postgres/migrate.ts';
import { createPinnedFields } from './pinned-fields.ts';

async function fresh(open: () => Promise<TestDatabase> = openTestDatabase): Promise<TestDatabase> {
  const database = await open();
  onTestFinished(() => database.close());
  return database;
}

function loginsOf(database: TestDatabase): ReturnType<typeof createLogins> {
  const logins = createLogins(database);
  onTestFinished(() => logins.close());
  return logins;
}

const customer = (model: string) => ({
  Id: '1',
  DisplayName: 'Ann',
  CustomField: [{ DefinitionId: '1', Name: 'Model', Type: 'StringType', StringValue: model }],
});

test('a custom field that is pinned to a table with sensitive values shows in its view, and goes again', async () => {
  const database = await fresh();
  const { db } = database;
  const logins = loginsOf(database);
  const pins = createPinnedFields(db);
  await db.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [books.one]);
  await write(db, books.one, 'Customer', [customer('GX')]);
  const reader = await logins.add({ companies: [books.one] });
  // Rights that others gave it keep a login from being removed.
  onTestFinished(async () => void (await db.execute('DROP SCHEMA own CASCADE')));
  await db.execute(`CREATE SCHEMA own;
    CREATE VIEW own.named WITH (security_invoker = true) AS SELECT realm_id, display_name FROM quickbooks.customers;
    COMMENT ON VIEW own.named IS 'Names.';
    COMMENT ON COLUMN own.named.display_name IS 'A name.';
    CREATE VIEW own.above AS SELECT display_name FROM own.named;
    GRANT USAGE ON SCHEMA own TO ${reader.login}; GRANT SELECT ON own.named TO ${reader.login};`);

  await pins.pin({ entity: 'customers', field: 'Model', column: 'model' });
  for (const asker of [db, reader])
    expect((await asker.execute('SELECT model FROM quickbooks.customers')).rows).toEqual([{ model: 'GX' }]);
  const [comment] = await db.query(
    `SELECT col_description('quickbooks.customers'::regclass, attnum) AS words FROM pg_attribute
     WHERE attrelid = 'quickbooks.customers'::regclass AND attname = 'model'`,
  );
  expect(comment).toEqual({ words: 'Custom field Model, pinned here.' });
  await db.execute('CREATE VIEW own.models AS SELECT model FROM quickbooks.customers');
  await write(db, books.one, 'Customer', [{ ...customer('V8'), SyncToken: '2' }]);
  expect((await reader.execute('SELECT model FROM quickbooks.customers')).rows).toEqual([{ model: 'V8' }]);

  await pins.unpin({ entity: 'customers', column: 'model' });
  await expect(db.execute('SELECT model FROM quickbooks.customers')).rejects.toThrow(/model/);
  // What stood on the view stands on it again, with its comments and rights; what showed the column went with it.
  for (const asker of [db, reader])
    expect((await asker.execute('SELECT display_name FROM own.named')).rows).toEqual([
      { display_name: 'Ann' },
    ]);
  expect((await reader.execute('SELECT customer_id FROM quickbooks.customer_balances')).rows).toHaveLength(1);
  expect((await db.execute('SELECT * FROM own.above')).rows).toHaveLength(1);
  await expect(db.execute('SELECT * FROM own.models')).rejects.toThrow(/does not exist/);
  const [words] = await db.query(
    `SELECT obj_description('own.named'::regclass, 'pg_class') AS view, col_description('own.named'::regclass, 2) AS column,
            (SELECT reloptions FROM pg_class WHERE oid = 'own.named'::regclass) AS options`,
  );
  expect(words).toEqual({ view: 'Names.', column: 'A name.', options: ['security_invoker=true'] });

  await pins.pin({ entity: 'customers', field: 'Model', column: 'model', type: 'numeric' });
  expect((await reader.execute('SELECT model FROM quickbooks.customers')).rows).toEqual([{ model: null }]);
});

test('what keeps rows of its own of a view is not taken down with it', async () => {
  const { db } = await fresh();
  const pins = createPinnedFields(db);
  await pins.pin({ entity: 'customers', field: 'Model', column: 'model' });
  await db.execute('CREATE MATERIALIZED VIEW public.kept AS SELECT display_name FROM quickbooks.customers');
  await expect(pins.unpin({ entity: 'customers', column: 'model' })).rejects.toMatchObject({
    code: 'TABLES_PIN_INVALID',
    message: expect.stringContaining('public.kept') as string,
  });
  expect((await db.execute('SELECT model FROM quickbooks.customers')).rows).toEqual([]);
});

test('what is no view and stands on one is not taken down in silence', async () => {
  const { db } = await fresh();
  const pins = createPinnedFields(db);
  await pins.pin({ entity: 'customers', field: 'Model', column: 'model' });
  await db.execute(`CREATE FUNCTION public.kept() RETURNS bigint LANGUAGE sql
    BEGIN ATOMIC SELECT count(*) FROM quickbooks.customers; END`);
  await expect(pins.unpin({ entity: 'customers', column: 'model' })).rejects.toMatchObject({
    code: 'TABLES_PIN_INVALID',
    message: expect.stringContaining('kept()') as string,
  });
  expect((await db.execute('SELECT public.kept(), model FROM quickbooks.customers')).rows).toEqual([]);
  await db.execute('DROP FUNCTION public.kept()');
  await pins.unpin({ entity: 'customers', column: 'model' });
});

/** The migrations as they were before one of them. */
function migrationsBefore(number: string): URL {
  const all = new URL('../../migrations/', import.meta.url);
  const directory = mkdtempSync(join(tmpdir(), 'ledger-mirror-migrations-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const file of readdirSync(all)) if (file < number) cpSync(new URL(file, all), join(directory, file));
  return pathToFileURL(`${directory}/`);
}

/** A reader of one company as a program of then made it, in a database that this one does not know yet. */
async function addByHand(
  { db }: TestDatabase,
  logins: ReturnType<typeof createLogins>,
  schema?: string,
): Promise<Database & { readonly login: string }> {
  const login = `reader_${randomBytes(6).toString('hex')}`;
  await db.execute(`CREATE ROLE ${login} LOGIN PASSWORD 'a-word';
    ALTER ROLE ${login} SET search_path = ${schema ?? 'quickbooks'}; GRANT USAGE ON SCHEMA quickbooks TO ${login};
    GRANT SELECT ON ALL TABLES IN SCHEMA quickbooks TO ${login}`);
  await db.query('INSERT INTO ledger_mirror.readers (role_name, schema_name) VALUES ($1, $2)', [
    login,
    schema ?? null,
  ]);
  await db.query('INSERT INTO ledger_mirror.reader_companies (role_name, realm_id) VALUES ($1, $2)', [
    login,
    books.one,
  ]);
  if (schema !== undefined)
    await db.execute(`CREATE SCHEMA ${schema}; GRANT USAGE ON SCHEMA ${schema} TO ${login};
      CREATE VIEW ${schema}.vendors WITH (security_invoker = true) AS SELECT id FROM quickbooks.vendors`);
  onTestFinished(async () => void (await logins.readers.remove(login)));
  return Object.assign(await logins.signIn(login, new Secret('a-word')), { login });
}

test('a database with readers is brought up to the views, and keeps everything', async () => {
  const database = await fresh(openEmptyDatabase);
  const { db } = database;
  const logins = loginsOf(database);
  await migrate(db, { directory: migrationsBefore('0093'), logger: silentLogger });
  await db.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [books.one]);
  await db.execute(
    `INSERT INTO quickbooks.vendors (realm_id, id, display_name, tax_identifier, raw, observed_at, synced_at)
     VALUES ('${books.one}', '1', 'Tools', '12-345', '{"Id":"1","TaxIdentifier":"12-345"}', now(), now());
     ALTER TABLE quickbooks.vendors ADD COLUMN pinned text;
     CREATE VIEW public.asked WITH (security_invoker = true) AS SELECT id, tax_identifier FROM quickbooks.vendors;
     CREATE VIEW public.published AS SELECT id FROM quickbooks.vendors;`,
  );
  // As the readers of that version were made: rights to the columns that are not sensitive.
  const reader = await addByHand(database, logins);
  const schema = await addByHand(database, logins, 'vendors_of_one');
  onTestFinished(
    async () =>
      void (await db.execute(
        `DROP VIEW public.asked, public.published; REVOKE USAGE ON SCHEMA public FROM ${reader.login}, ${schema.login}`,
      )),
  );
  const open = 'realm_id, id, display_name';
  for (const { login } of [reader, schema])
    await db.execute(`REVOKE ALL ON quickbooks.vendors FROM ${login}; GRANT SELECT (${open}) ON quickbooks.vendors TO ${login};
                      GRANT USAGE ON SCHEMA public TO ${login}; GRANT SELECT ON public.asked, public.published TO ${login}`);
  await db.execute(`DROP VIEW vendors_of_one.vendors; CREATE VIEW vendors_of_one.vendors WITH (security_invoker = true) AS
    SELECT id, display_name FROM quickbooks.vendors WHERE realm_id = '${books.one}'; GRANT SELECT ON vendors_of_one.vendors TO ${schema.login}`);
  await expect(reader.execute('SELECT * FROM quickbooks.vendors')).rejects.toThrow(/permission denied/);

  await migrate(db, { directory: new URL('../../migrations/', import.meta.url), logger: silentLogger });
  const all = 'SELECT display_name, tax_identifier, pinned, raw FROM quickbooks.vendors';
  const seen = { display_name: 'Tools', pinned: null };
  expect((await db.execute(all)).rows).toEqual([
    { ...seen, tax_identifier: '12-345', raw: { Id: '1', TaxIdentifier: '12-345' } },
  ]);
  for (const login of [reader, schema]) {
    expect((await login.execute(all)).rows).toEqual([{ ...seen, tax_identifier: null, raw: { Id: '1' } }]);
    await expect(login.execute('SELECT id FROM quickbooks_store.vendors')).rejects.toThrow(
      /permission denied/,
    );
  }
  // Views of others show what they did: with the rights of whoever asks, and with those of their owner.
  expect((await db.execute('SELECT * FROM public.asked')).rows).toEqual([
    { id: '1', tax_identifier: '12-345' },
  ]);
  expect((await reader.execute('SELECT * FROM public.asked')).rows).toEqual([
    { id: '1', tax_identifier: null },
  ]);
  expect((await reader.execute('SELECT * FROM public.published')).rows).toEqual([{ id: '1' }]);
  expect((await schema.execute('SELECT * FROM vendors')).rows).toEqual([{ id: '1', display_name: 'Tools' }]);
  await logins.readers.refreshSchemas();
  expect((await schema.execute('SELECT * FROM vendors')).rows).toMatchObject([
    { id: '1', tax_identifier: null },
  ]);
});

// Such a view cannot be asked of a view. It stays as it was, rather than keep the program from starting.
test.each([
  'SELECT id, xmin::text FROM quickbooks.vendors',
  'SELECT v FROM quickbooks.vendors AS v',
  'SELECT id FROM quickbooks.vendors TABLESAMPLE SYSTEM (100)',
])('a view of others that can only read a table stops no migration: %s', async (query) => {
  const { db } = await fresh(openEmptyDatabase);
  await migrate(db, { directory: migrationsBefore('0093'), logger: silentLogger });
  await db.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [books.one]);
  await db.execute(
    `INSERT INTO quickbooks.vendors (realm_id, id, raw, observed_at, synced_at) VALUES ('${books.one}', '1', '{}', now(), now());
     CREATE VIEW public.own WITH (security_invoker = true) AS ${query}`,
  );
  await migrate(db, { directory: new URL('../../migrations/', import.meta.url), logger: silentLogger });
  expect((await db.execute('SELECT * FROM public.own')).rows).toHaveLength(1);
});
