import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { books, createLogins, HIDDEN, SECRET, seedBooks } from '../../test/support/reader-books.ts';
import type { Database } from '../postgres/database.ts';
import { sensitiveEntities } from './sensitive-fields.ts';

/*
 * A reader who looks for what it may not see: by functions that tell what they are given, by errors of casts, by what the
 * planner knows, by the names of those who see more.
 */

let database: TestDatabase;
let logins: ReturnType<typeof createLogins>;
let reader: Database & { readonly login: string };

beforeAll(async () => {
  database = await openTestDatabase();
  await seedBooks(database.db);
  // A reader makes no functions; whoever owns the database may have made one. It costs nothing, so the planner asks it
  // first, and it fails as soon as it is shown what is not to be seen.
  await database.db.execute(`
    CREATE FUNCTION public.spy(value text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$
    BEGIN
      IF value LIKE '%${SECRET}%' OR value LIKE '%${HIDDEN}%' OR value LIKE '%${books.hidden}%' OR value LIKE '%1990-12-10%' THEN
        RAISE EXCEPTION 'seen: %', value;
      END IF;
      RETURN true;
    END $$;
    ANALYZE;`);
  logins = createLogins(database);
  reader = await logins.add({ companies: [books.one, books.two] });
});
afterAll(async () => {
  await logins.close();
  await database.close();
});

test('the function sees what is hidden where nothing stands before it', async () => {
  await expect(
    database.db.execute('SELECT id FROM quickbooks.vendors WHERE public.spy(display_name)'),
  ).rejects.toThrow(`seen: ${HIDDEN}`);
  await expect(
    database.db.execute('SELECT id FROM quickbooks.vendors WHERE public.spy(tax_identifier)'),
  ).rejects.toThrow(`seen: ${SECRET}`);
});

test.each([
  'SELECT id FROM quickbooks.vendors WHERE public.spy(display_name)',
  'SELECT id FROM quickbooks.vendors WHERE public.spy(tax_identifier)',
  'SELECT id FROM quickbooks.vendors WHERE public.spy(raw::text)',
  'SELECT id FROM quickbooks.vendors AS v WHERE public.spy(v::text)',
  "SELECT id FROM quickbooks.vendors WHERE public.spy(raw ->> 'TaxIdentifier') OR display_name = 'x'",
  'SELECT id FROM quickbooks.employees WHERE public.spy(birth_date::text)',
  'SELECT public.spy(v::text) FROM quickbooks.vendors AS v',
  'SELECT id FROM quickbooks.vendors AS v ORDER BY public.spy(v::text) DESC LIMIT 1',
  'SELECT max(display_name) FROM quickbooks.vendors AS v GROUP BY public.spy(v::text)',
  'SELECT count(*) FROM quickbooks.vendors AS v GROUP BY id HAVING public.spy(max(tax_identifier))',
  'SELECT 1 FROM quickbooks.vendors AS v JOIN quickbooks.employees AS e ON public.spy(v::text || e::text)',
  'SELECT 1 FROM quickbooks.invoices AS i LEFT JOIN quickbooks.customers AS c ON c.realm_id = i.realm_id AND public.spy(c::text)',
  'SELECT 1 FROM quickbooks.invoices AS i, LATERAL (SELECT 1 FROM quickbooks.customers AS c WHERE c.id = i.id AND public.spy(c::text) LIMIT 1) AS x',
  'SELECT 1 FROM quickbooks.vendors WHERE realm_id > (SELECT min(realm_id) FROM quickbooks.vendors AS v WHERE public.spy(v::text))',
  `SELECT 1 FROM quickbooks.vendors AS v WHERE realm_id = '${books.hidden}' AND public.spy(v::text)`,
  'SELECT 1 FROM (SELECT * FROM quickbooks.vendors OFFSET 0) AS v WHERE public.spy(v::text)',
  'SELECT id FROM quickbooks.purchases AS p WHERE public.spy(p::text)',
  'SELECT id FROM quickbooks.payments AS p WHERE public.spy(p::text)',
  'SELECT id FROM quickbooks.recurring_transactions AS r WHERE public.spy(r::text)',
  'SELECT realm_id FROM quickbooks.organizations AS o WHERE public.spy(o::text)',
  'SELECT realm_id FROM quickbooks.organizations WHERE public.spy(realm_id)',
  'SELECT id FROM quickbooks.transactions AS t WHERE public.spy(t::text)',
  'SELECT customer_id FROM quickbooks.customer_balances AS b WHERE public.spy(b::text)',
  'SELECT record_id FROM quickbooks.unresolved_references AS u WHERE public.spy(u::text)',
  'SELECT id FROM quickbooks.open_invoices AS i WHERE public.spy(i::text)',
  'SELECT id FROM quickbooks.invoices AS i WHERE public.spy(i::text)',
  'SELECT id FROM quickbooks.invoice_lines AS l WHERE public.spy(l::text)'.replace(
    'SELECT id',
    'SELECT invoice_id',
  ),
])('a function that tells what it is given is given nothing hidden: %s', async (sql) => {
  await reader.execute(sql);
});

test.each([
  `SELECT 1 FROM quickbooks.employees WHERE ssn::integer = 1`,
  `SELECT 1 FROM quickbooks.employees WHERE (raw ->> 'SSN')::integer = 1`,
  `SELECT 1 FROM quickbooks.employees WHERE ('x' || ssn)::integer = 1`,
  `SELECT 1 FROM quickbooks.employees WHERE 1 / (CASE WHEN ssn LIKE '900%' THEN 0 ELSE 1 END) = 1`,
  `SELECT 1 FROM quickbooks.vendors WHERE 1 / (CASE WHEN display_name = '${HIDDEN}' THEN 0 ELSE 1 END) = 1`,
  `SELECT 1 FROM quickbooks.organizations WHERE 1 / (CASE WHEN name = '${HIDDEN}' THEN 0 ELSE 1 END) = 1`,
])('no error tells of it: %s', async (sql) => {
  await reader.execute(sql);
});

test('no statistics, estimates or plans tell of it', async () => {
  const { rows } = await reader.execute(
    "SELECT s::text AS text FROM pg_stats AS s WHERE schemaname <> 'pg_catalog'",
  );
  const plans: unknown[] = [];
  for (const { table } of sensitiveEntities) {
    for (const sql of [
      `SELECT * FROM quickbooks.${table}`,
      `SELECT * FROM quickbooks.${table} WHERE raw::text LIKE '9%'`,
    ])
      plans.push((await reader.execute(`EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) ${sql}`)).rows);
  }
  const text = JSON.stringify([rows, plans]);
  expect(plans.length).toBe(2 * sensitiveEntities.length);
  for (const hidden of [SECRET, HIDDEN, '1990-12-10']) expect(text).not.toContain(hidden);
  const estimate = async (guess: string): Promise<unknown> =>
    (await reader.execute(`EXPLAIN SELECT 1 FROM quickbooks.employees WHERE ssn = '${guess}'`)).rows;
  expect(JSON.stringify(await estimate(SECRET)).replaceAll(SECRET, '')).toBe(
    JSON.stringify(await estimate('000-00-0000')).replaceAll('000-00-0000', ''),
  );
});

test('naming somebody who sees more, or saying SET, gains nothing', async () => {
  const [me] = await database.db.query<{ owner: string }>('SELECT current_user AS owner');
  const asked = `quickbooks.sees_everything('${me?.owner ?? ''}')`;
  expect((await database.db.execute(`SELECT ${asked} AS all`)).rows).toEqual([{ all: true }]);
  expect(
    (
      await reader.execute(
        `SELECT ${asked} AS all, quickbooks.sees_everything(current_user) AS mine, quickbooks.sees_sensitive() AS sensitive`,
      )
    ).rows,
  ).toEqual([{ all: false, mine: false, sensitive: false }]);
  for (const sql of [
    'SET row_security = off',
    `SET search_path = quickbooks_store, quickbooks`,
    'SET plan_cache_mode = force_generic_plan',
  ])
    expect(
      (
        await reader.execute(
          `${sql}; SELECT ssn FROM employees`.replace(
            'FROM employees',
            sql.includes('path') ? 'FROM employees' : 'FROM quickbooks.employees',
          ),
        )
      ).rows,
    ).toEqual([{ ssn: null }, { ssn: null }]);
});

test('a plan that was made for the owner shows a reader nothing, and the other way round', async () => {
  const count = 'SELECT count(ssn)::integer AS seen, count(*)::integer AS n FROM quickbooks.employees';
  await database.db.transaction(async (tx) => {
    await tx.execute(`SET LOCAL plan_cache_mode = force_generic_plan; PREPARE both_ways AS ${count}`);
    expect((await tx.execute('EXECUTE both_ways')).rows).toEqual([{ seen: 3, n: 3 }]);
    // Whoever signed in as the owner and tries a role out sees what a stranger does.
    await tx.execute(`GRANT ${reader.login} TO CURRENT_USER`);
    await tx.execute(`SET LOCAL ROLE ${reader.login}`);
    expect((await tx.execute('EXECUTE both_ways')).rows).toEqual([{ seen: 0, n: 0 }]);
    await tx.execute('RESET ROLE');
    expect((await tx.execute('EXECUTE both_ways')).rows).toEqual([{ seen: 3, n: 3 }]);
  });
});
