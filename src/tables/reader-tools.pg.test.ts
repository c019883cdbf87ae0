import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { books, createLogins, HIDDEN, SECRET, seedBooks } from '../../test/support/reader-books.ts';
import type { Database } from '../postgres/database.ts';
import { sensitiveEntities } from './sensitive-fields.ts';
import { tablesOf } from './schema.ts';
import { viewsOf } from './views.ts';

/*
 * What Metabase, DBeaver, pgAdmin, psql and Excel ask of a database before anybody asks a question of his own: which
 * relations and columns there are, and the first rows of each with `select *`.
 */

let database: TestDatabase;
let logins: ReturnType<typeof createLogins>;
const readers: Record<string, Database> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  await seedBooks(database.db);
  logins = createLogins(database);
  readers['one'] = await logins.add({ companies: [books.one] });
  readers['two'] = await logins.add({ companies: [books.one, books.two] });
  readers['all'] = await logins.add({ companies: Object.values(books) });
  readers['sensitive'] = await logins.add({ companies: [books.one], sensitive: true });
});
afterAll(async () => {
  await logins.close();
  await database.close();
});

const asked = (who: string): Database => {
  const reader = readers[who];
  if (reader === undefined) throw new Error(`There is no reader ${who}.`);
  return reader;
};
const rows = async (who: string, sql: string): Promise<Record<string, unknown>[]> =>
  (await asked(who).execute(sql)).rows;

/** Relations that a login may read or read a column of; how Metabase finds what it describes. */
const LISTED = `SELECT n.nspname AS schema, c.relname AS name, c.relkind AS kind
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON c.relnamespace = n.oid
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'f', 'm')
    AND has_schema_privilege(n.oid, 'USAGE')
    AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT'))
  ORDER BY 1, 2`;

const everything = [...tablesOf(), ...viewsOf()].map(({ name }) => name).toSorted();

describe.each(['one', 'two', 'all', 'sensitive'])('a reader (%s)', (who) => {
  test('lists every table and view of the copy, and nothing else', async () => {
    const listed = await rows(who, LISTED);
    expect(new Set(listed.map(({ schema }) => schema))).toEqual(new Set(['quickbooks']));
    expect(listed.map(({ name }) => String(name)).toSorted()).toEqual(everything);
  });

  test('may say select * of whatever it lists', async () => {
    for (const { schema, name } of await rows(who, LISTED)) {
      const { fields } = await asked(who).execute(
        `SELECT * FROM "${String(schema)}"."${String(name)}" LIMIT 2000`,
      );
      const columns = await rows(
        who,
        `SELECT column_name AS name FROM information_schema.columns
         WHERE table_schema = '${String(schema)}' AND table_name = '${String(name)}' ORDER BY ordinal_position`,
      );
      expect(
        fields.map((field) => field.name),
        String(name),
      ).toEqual(columns.map((column) => column['name']));
    }
  });

  test('reads every column that pg_catalog lists, and its comment', async () => {
    const columns = await rows(
      who,
      `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
              col_description(c.oid, a.attnum) AS comment, has_column_privilege(c.oid, a.attnum, 'SELECT') AS readable,
              pg_get_expr(d.adbin, d.adrelid) AS "default"
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
       WHERE c.relnamespace = 'quickbooks'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped`,
    );
    expect(columns.length).toBeGreaterThan(3000);
    expect(columns.filter(({ readable }) => readable !== true)).toEqual([]);
    expect(columns.filter(({ comment }) => comment === null)).toEqual([]);
  });

  test('sees its companies in each of them', async () => {
    const expected = { one: 1, two: 2, all: 3, sensitive: 1 }[who];
    for (const { table } of sensitiveEntities) {
      const [row] = await rows(
        who,
        `SELECT count(DISTINCT realm_id)::integer AS n FROM quickbooks.${table} WHERE true`,
      );
      if (
        [
          'tax_agencies',
          'sales_receipts',
          'credit_memos',
          'refund_receipts',
          'time_activities',
          'bill_payments',
        ].includes(table)
      )
        expect(row?.['n'], table).toBe(0);
      else expect(row?.['n'], table).toBe(expected);
    }
  });
});

const textOf = async (who: string): Promise<string> => {
  const all: unknown[] = [];
  for (const name of everything)
    all.push(await rows(who, `SELECT t, t::text FROM quickbooks."${name}" AS t`));
  return JSON.stringify(all);
};

test.each(['one', 'two', 'all'])(
  'no row of anything shows a sensitive value to a reader (%s)',
  async (who) => {
    const text = await textOf(who);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('1990-12-10');
    expect(text).toContain('One Inc');
    if (who !== 'all') expect(text).not.toContain(HIDDEN);
  },
);

test('what is masked is null, and the rest of raw is there', async () => {
  expect(
    await rows(
      'one',
      'SELECT display_name, ssn, birth_date, cost_rate, content_hash, raw FROM quickbooks.employees',
    ),
  ).toEqual([
    {
      display_name: 'One Inc',
      ssn: null,
      birth_date: null,
      cost_rate: null,
      // It would tell which guess at the rest is right.
      content_hash: null,
      raw: { Id: '1', DisplayName: 'One Inc' },
    },
  ]);
  expect(await rows('one', 'SELECT raw FROM quickbooks.recurring_transactions')).toEqual([
    {
      raw: {
        SalesReceipt: {
          Id: '1',
          RecurringInfo: { Name: 'One Inc' },
          CheckPayment: { BankName: 'Bank' },
          Line: [{ Amount: 5 }],
        },
      },
    },
  ]);
});

test('a reader that was granted them sees sensitive values of its companies', async () => {
  const text = await textOf('sensitive');
  expect(text).toContain(SECRET);
  expect(text).not.toContain(HIDDEN);
  expect(await rows('sensitive', "SELECT ssn, raw ->> 'SSN' AS raw FROM quickbooks.employees")).toEqual([
    { ssn: SECRET, raw: SECRET },
  ]);
});

test('the owner sees every row and every value', async () => {
  for (const { table } of sensitiveEntities) {
    const [row] = await database.db.query<{ equal: boolean }>(
      `SELECT (SELECT jsonb_agg(t ORDER BY realm_id, id) FROM quickbooks.${table} AS t)
           IS NOT DISTINCT FROM (SELECT jsonb_agg(t ORDER BY realm_id, id) FROM quickbooks_store.${table} AS t) AS equal`,
    );
    expect(row, table).toEqual({ equal: true });
  }
  const { rows: all } = await database.db.execute('SELECT DISTINCT ssn FROM quickbooks.employees');
  expect(all).toEqual([{ ssn: SECRET }]);
});

test('a schema of plain views has the same columns, of its one company', async () => {
  const db = await logins.add({ companies: [books.one], schema: 'books_of_one' });
  const { rows: employees, fields } = await db.execute('SELECT * FROM employees');
  expect(employees).toMatchObject([{ display_name: 'One Inc', ssn: null, raw: { Id: '1' } }]);
  expect(fields.map(({ name }) => name)).not.toContain('realm_id');
  const { rows: listed } = await db.execute(LISTED);
  for (const { schema, name } of listed)
    await db.execute(`SELECT * FROM "${String(schema)}"."${String(name)}" LIMIT 1`);
  expect(listed).toHaveLength(2 * everything.length);
});
