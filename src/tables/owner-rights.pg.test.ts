import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { books, createLogins, HIDDEN, SECRET, seedBooks } from '../../test/support/reader-books.ts';
import { Secret } from '../base/secret.ts';
import type { Database } from '../postgres/database.ts';
import { createPinnedFields } from './pinned-fields.ts';

/*
 * Whatever runs with more rights than its caller is found in PostgreSQL's catalogue, not in a list of ours: each view and
 * each function, with every column it shows, is asked with functions that tell what they are given. Who asks is a reader of
 * one company, one that was removed while it was signed in, and a login that somebody gave rights to by hand.
 */

/** A failure of the company that nobody may see, in a column that only the view of companies shows. */
const REASON = 'The hidden reason';
const SECRETS = [SECRET, HIDDEN, books.hidden, '1990-12-10', REASON];

let database: TestDatabase;
let logins: ReturnType<typeof createLogins>;
let reader: Database;
let other: Database;

type Shown = { readonly view: string; readonly columns: readonly string[] };

beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  await seedBooks(db);
  await db.query(
    "UPDATE ledger_mirror.organizations SET status = 'failed', status_reason = $1 WHERE realm_id = $2",
    [REASON, books.hidden],
  );
  await createPinnedFields(db).pin({ entity: 'Vendor', field: 'Region', column: 'region' });
  await db.execute(`
    CREATE FUNCTION public.spy(value text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$
    BEGIN
      IF value LIKE ANY ('{${SECRETS.map((word) => `"%${word}%"`).join(',')}}') THEN
        RAISE EXCEPTION 'seen: %', value;
      END IF;
      RETURN true;
    END $$;
    CREATE FUNCTION public.spy_operator(value text, other text) RETURNS boolean LANGUAGE sql COST 0.0000001
      RETURN public.spy(value);
    CREATE OPERATOR public.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = public.spy_operator, RESTRICT = eqsel, JOIN = eqjoinsel);
    ANALYZE;`);
  logins = createLogins(database);
  reader = await logins.add({ companies: [books.one] });
  const name = `other_${randomBytes(6).toString('hex')}`;
  await db.execute(
    `CREATE ROLE ${name} LOGIN PASSWORD 'a-word'; GRANT ${name} TO CURRENT_USER;
     GRANT USAGE ON SCHEMA quickbooks, quickbooks_store TO ${name}; GRANT SELECT ON ALL TABLES IN SCHEMA quickbooks TO ${name}`,
  );
  await db.execute(
    `GRANT CONNECT ON DATABASE ${new URL(database.url.reveal()).pathname.slice(1)} TO ${name}`,
  );
  other = await logins.signIn(name, new Secret('a-word'));
});
afterAll(async () => {
  const { username } = new URL(other.url.reveal());
  await logins.close();
  await database.db.execute(`DROP OWNED BY ${username}; DROP ROLE ${username}`);
  await database.close();
});

/** Views that read with the rights of their owner, in every schema. */
const viewsWithOwnersRights = (): Promise<Shown[]> =>
  database.db.query<Shown>(
    `SELECT format('%I.%I', relnamespace::regnamespace, relname) AS view, array_agg(quote_ident(attname) ORDER BY attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
     WHERE relkind IN ('v', 'm') AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
       AND NOT coalesce(c.reloptions @> '{security_invoker=true}', false)
     GROUP BY c.oid ORDER BY 1`,
  );

const questionsTo = ({ view, columns }: Shown): string[] => [
  // Each is true: where nothing stands before them, all are asked, whichever first.
  `SELECT 1 FROM ${view} WHERE ${columns.map((column) => `public.spy(${column}::text)`).join(' AND ')}`,
  `SELECT 1 FROM ${view} WHERE ${columns.map((column) => `${column}::text OPERATOR(public.===) 'x'`).join(' AND ')}`,
  `SELECT ${columns.map((column) => `count(*) FILTER (WHERE public.spy(${column}::text))`).join(', ')} FROM ${view}`,
  `SELECT 1 FROM ${view} AS v WHERE public.spy(v::text)`,
  `SELECT public.spy(v::text) FROM ${view} AS v ORDER BY public.spy(v::text)`,
  `SELECT 1 FROM ${view} AS a LEFT JOIN ${view} AS b ON public.spy(a::text || b::text)`,
  `SELECT 1 FROM ${view} AS v, LATERAL (SELECT 1 WHERE public.spy(v::text) OFFSET 0) AS x`,
  `SELECT 1 FROM ${view} AS v WHERE realm_id = '${books.hidden}' AND public.spy(v::text)`,
  `SELECT 1 FROM ${view} WHERE 1 / (CASE WHEN realm_id = '${books.hidden}' THEN 0 ELSE 1 END) = 1`,
  `SELECT 1 FROM ${view} TABLESAMPLE SYSTEM (100) WHERE public.spy(realm_id)`,
  `DECLARE c CURSOR WITH HOLD FOR SELECT 1 FROM ${view} AS v WHERE public.spy(v::text)`,
];

/** What it was told that it may not see. A question that is refused tells nothing. */
async function seenBy(login: Database, questions: readonly string[]): Promise<string[]> {
  const seen: string[] = [];
  for (const question of questions) {
    const answer = await login.execute(question).then(
      ({ rows }) => JSON.stringify(rows),
      (error: Error) => error.message,
    );
    if (SECRETS.some((word) => answer.includes(word)) || answer.includes('division by zero'))
      seen.push(`${question}: ${answer}`);
  }
  return seen;
}

test('the attack sees what is hidden where a view is no barrier, or lets in whoever is no reader', async () => {
  await database.db.execute(`
    CREATE VIEW public.no_barrier AS SELECT realm_id, company_name FROM ledger_mirror.organizations
      WHERE realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]);
    CREATE VIEW public.not_for_readers WITH (security_barrier = true) AS SELECT realm_id, company_name
      FROM ledger_mirror.organizations WHERE NOT EXISTS (SELECT FROM ledger_mirror.readers WHERE role_name = session_user);
    GRANT SELECT ON public.no_barrier, public.not_for_readers TO PUBLIC`);
  const found = await viewsWithOwnersRights();
  const questions = (name: string): string[] =>
    found.filter(({ view }) => view === name).flatMap(questionsTo);
  expect(await seenBy(reader, questions('public.no_barrier'))).not.toEqual([]);
  expect(await seenBy(other, questions('public.not_for_readers'))).not.toEqual([]);
  await database.db.execute('DROP VIEW public.no_barrier, public.not_for_readers');
});

test('no view with more rights than its caller tells anybody of what is hidden', async () => {
  const views = await viewsWithOwnersRights();
  expect(views.map(({ view }) => view)).toContain('quickbooks.organizations');
  expect(views.length).toBeGreaterThan(14);
  const questions = views.flatMap(questionsTo);
  expect(questions.length).toBeGreaterThan(150);
  for (const login of [reader, other]) expect(await seenBy(login, questions)).toEqual([]);
  for (const { view } of views) expect((await other.execute(`SELECT 1 FROM ${view}`)).rows, view).toEqual([]);
});

test('every function with more rights than its caller is one of those that say only what concerns the caller', async () => {
  const found = await database.db.query<{ name: string; settings: string[] | null }>(
    `SELECT oid::regprocedure::text AS name, proconfig AS settings FROM pg_proc
     WHERE prosecdef AND pronamespace::regnamespace::text !~ '^(pg_|information_schema|pgboss)' ORDER BY 1`,
  );
  expect(found.map(({ name }) => name)).toEqual([
    'quickbooks.sees_everything(name)',
    'quickbooks.sees_sensitive()',
    'quickbooks.visible_companies()',
  ]);
  // Otherwise the caller's own tables and functions would be taken for ours.
  for (const { name, settings } of found) expect(settings, name).toEqual(['search_path=pg_catalog, pg_temp']);
  const asked = `SELECT quickbooks.visible_companies() AS companies, quickbooks.sees_sensitive() AS sensitive,
    (SELECT bool_or(quickbooks.sees_everything(rolname)) FROM pg_roles) AS everything`;
  const nothing = { sensitive: false, everything: false };
  expect((await reader.execute(asked)).rows).toEqual([{ ...nothing, companies: [books.one] }]);
  expect((await other.execute(asked)).rows).toEqual([{ ...nothing, companies: [] }]);
});

test('no other function of ours can be called to do something', async () => {
  const callable = await database.db.query<{ name: string }>(
    `SELECT oid::regprocedure::text AS name FROM pg_proc
     WHERE pronamespace IN ('quickbooks'::regnamespace, 'quickbooks_store'::regnamespace, 'ledger_mirror'::regnamespace)
       AND prorettype <> 'trigger'::regtype AND has_function_privilege($1, oid, 'EXECUTE')
       AND has_schema_privilege($1, pronamespace, 'USAGE') ORDER BY 1`,
    [new URL(reader.url.reveal()).username],
  );
  expect(callable.map(({ name }) => name)).toEqual([
    'quickbooks.date_in(text)',
    'quickbooks.sees_everything(name)',
    'quickbooks.sees_sensitive()',
    'quickbooks.visible_companies()',
  ]);
});
