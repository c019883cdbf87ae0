import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { connectCompany, storeRecords } from '../../test/support/record-app.ts';
import { Secret } from '../base/secret.ts';
import { silentLogger } from '../base/logger.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import { operatorNames } from '../tables/records/operators.ts';
import { recordTables } from '../tables/records/record-table.ts';
import type { OpenApiDocument, Operation, Schema } from './pages/docs-page.ts';

const key = 'a-key-for-tests-with-more-than-32-characters';

let database: TestDatabase;
let app: FastifyInstance;
let jobs: Jobs;
let document: OpenApiDocument;

beforeAll(async () => {
  database = await openTestDatabase();
  jobs = createJobs({ db: database.db, logger: silentLogger });
  await jobs.start();
  app = await createTestApp({
    db: database.db,
    jobs,
    demoSignIn: false,
    adminApiKey: new Secret(key),
    rateLimit: { knownPerMinute: 1_000_000, unknownPerMinute: 1_000_000 },
    webhooks: { verifierToken: new Secret('token'), storeEvents: () => Promise.resolve() },
  });
  document = (
    await app.inject({ url: '/v1/openapi.json', headers: { authorization: `Bearer ${key}` } })
  ).json<OpenApiDocument>();
});
afterAll(async () => {
  await app.close();
  await jobs.stop();
  await database.close();
});

/** What has broken programs like this one before. */
const injections = [
  "'",
  '"',
  "' OR '1'='1",
  '1; DROP TABLE quickbooks.invoices; --',
  "1' UNION SELECT sealed FROM ledger_mirror.tokens --",
  '1)) OR pg_sleep(5)--',
  "$$; SELECT pg_read_file('/etc/passwd'); $$",
  '$1',
  '$1::text',
  '%',
  '_%_%_%_%_%_%_%',
  '\\',
  '\\\\',
  "\\'",
  '\0',
  '\u0001',
  '\ud800',
  '\u202e',
  '🦜',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '{{7*7}}',
  '${7*7}',
  '<script>alert(1)</script>',
  '%0d%0aSet-Cookie: x=1',
  '\r\nX-Injected: 1',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '9223372036854775808',
  '999999999999999999999999999999',
  '2026-02-30',
  '9999-12-31T23:59:60Z',
  '-infinity',
  'now',
  'realm_id',
  'content_hash',
  'id::text',
  'id;id',
  'ctid',
  'xmin',
  'tableoid',
  'raw->Id',
  'x'.repeat(5000),
  ','.repeat(300),
  ':'.repeat(300),
];

const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...injections) },
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.integer().map(String),
  fc.double().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

const words: Readonly<Record<string, fc.Arbitrary<string>>> = {
  realmId: fc.constantFrom('111', '111', '111', '222'),
  entity: fc.oneof(
    { weight: 2, arbitrary: fc.constant('invoices') },
    fc.constantFrom(...recordTables.keys()),
  ),
  integration: fc.constant('qbo'),
  id: fc.constantFrom('1', '00000000-0000-4000-8000-000000000000'),
};

const columns = [...new Set([...recordTables.values()].flatMap((table) => [...table.columns.keys()]))];
// Most often one that the table has, so that the rest of the question is looked at.
const column = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('id', 'doc_number', 'txn_date', 'total_amt', 'updated_at', 'realm_id'),
  },
  { weight: 2, arbitrary: fc.constantFrom(...columns) },
  nasty,
);
const filter = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('id:eq:1', 'total_amt:lt:5', 'txn_date:is-null', 'doc_number:like:%'),
  },
  { weight: 3, arbitrary: nasty.map((text) => `doc_number:in:${text}`) },
  fc
    .tuple(column, fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...operatorNames) }, nasty), nasty)
    .map((parts) => parts.join(':')),
);
const list = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(one, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(','));

/** Mostly what the document says fits, so that the values get past the first check; often enough not. */
function fitting(name: string, schema: Schema | undefined): fc.Arbitrary<string> {
  if (name === 'filter') return filter;
  if (name === 'sort') return list(fc.tuple(fc.constantFrom('', '-'), column).map((parts) => parts.join('')));
  if (name === 'fields') return list(column);
  if (name === 'include') return list(fc.constantFrom('lines', 'tax_lines', 'linked_transactions'));
  if (schema?.enum !== undefined) return fc.constantFrom(...schema.enum.map(String));
  if (schema?.type === 'boolean') return fc.boolean().map(String);
  if (schema?.type === 'integer') return fc.integer({ min: 1, max: 600 }).map(String);
  if (schema?.format === 'date-time')
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (schema?.format === 'uuid') return fc.uuid();
  return words[name] ?? nasty;
}

const valueOf = (name: string, schema: Schema | undefined): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: fitting(name, schema) }, nasty);

type Request = { method: string; url: string; body: unknown };

function requestsOf(method: string, path: string, operation: Operation): fc.Arbitrary<Request> {
  const parameters = (operation.parameters ?? []).filter((one) => one.in !== 'header');
  const inPath = parameters.filter((one) => one.in === 'path');
  const inQuery = parameters.filter((one) => one.in === 'query');
  return fc
    .record({
      path: fc.tuple(
        ...inPath.map((one) =>
          fc.oneof({ weight: 6, arbitrary: words[one.name] ?? valueOf(one.name, one.schema) }, nasty),
        ),
      ),
      query: fc.tuple(
        ...inQuery.map((one) =>
          one.required === true
            ? valueOf(one.name, one.schema)
            : fc.option(valueOf(one.name, one.schema), { nil: undefined, freq: 1 }),
        ),
      ),
      extra: fc.option(fc.tuple(nasty, nasty), { nil: undefined, freq: 8 }),
      body: fc.oneof(
        fc.object({ maxDepth: 2 }),
        fc.dictionary(
          fc.constantFrom(
            'email',
            'password',
            'name',
            'role',
            'organizations',
            'token',
            'keepData',
            'intervalSeconds',
          ),
          fc.oneof(nasty, fc.integer(), fc.constantFrom('owner', 'viewer', '111'), fc.constant(null)),
        ),
        nasty,
        fc.jsonValue(),
      ),
    })
    .map(({ path: names, query, extra, body }) => {
      const address = inPath.reduce(
        (text, { name }, index) => text.replace(`{${name}}`, () => encode(names[index] ?? '')),
        path,
      );
      const pairs = inQuery.flatMap(({ name }, index) => {
        const value = query[index];
        return value === undefined ? [] : [`${name}=${encode(value)}`];
      });
      if (extra !== undefined) pairs.push(`${encode(extra[0])}=${encode(extra[1])}`);
      return { method, url: `${address}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`, body };
    });
}

/** As it would go over the wire; half a pair of surrogates has no form there. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

/** Words that only our own inside uses. */
const inside =
  /\bSELECT\b.*\bFROM\b|syntax error|invalid input syntax|ledger_mirror\.|pgboss\.|node_modules|\bat [\w.<>]+ \(|src\/\w+\/|postgres:\/\/|ECONN|AppError/i;

async function send({ method, url, body }: Request): Promise<number> {
  const carries = method !== 'get' && method !== 'delete';
  const answer = await app.inject({
    method: method.toUpperCase() as 'GET',
    url,
    headers: { authorization: `Bearer ${key}`, ...(carries && { 'content-type': 'application/json' }) },
    ...(carries && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const told = `${method} ${url} -> ${answer.statusCode} ${answer.body.slice(0, 300)}`;
  expect(answer.statusCode, told).toBeLessThan(500);
  expect(answer.headers, told).not.toHaveProperty('x-injected');
  if (answer.statusCode < 400) return answer.statusCode;
  // The way to QuickBooks and back is walked by people.
  const form = url.startsWith('/v1/oauth/') ? /problem\+json|text\/html/ : /problem\+json/;
  expect(answer.headers['content-type'], told).toMatch(form);
  const words = inside.exec(answer.body)?.[0];
  // Being told one's own words is being told nothing.
  const sent = `${decodeURIComponent(url)} ${JSON.stringify(body)}`;
  expect(words === undefined || sent.includes(words), told).toBe(true);
  return answer.statusCode;
}

test('whatever is sent to any route of the document, nothing breaks and nothing of the inside is told', async () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  expect(operations.length).toBeGreaterThan(35);
  const answered = new Map<string, number>();
  const attack = ({ method, path, operation }: (typeof operations)[number], numRuns: number): Promise<void> =>
    fc.assert(
      fc.asyncProperty(requestsOf(method, path, operation), async (request) => {
        const status = await send(request);
        if (status < 300) answered.set(path, (answered.get(path) ?? 0) + 1);
      }),
      { numRuns, seed: 7, endOnFailure: true },
    );
  // Others may have removed it meanwhile: that is what the routes are for.
  const fill = async (): Promise<void> => {
    const realmId = await connectCompany(database.db, '111');
    await storeRecords(database.db, realmId, 'Invoice', [{ Id: '1', DocNumber: '=1' }]);
  };
  const reads = operations.filter(({ path }) => path.includes('/records'));
  expect(reads.every(({ method }) => method === 'get')).toBe(true);
  for (const operation of operations) {
    // An open stream has no end to wait for; without a database of its own, the way out to Intuit is not taken.
    if (operation.path === '/v1/events' || reads.includes(operation)) continue;
    await fill();
    await attack(operation, 60);
  }
  await fill();
  // At once: they change nothing, and each waits for the database most of its time.
  await Promise.all(reads.map((operation) => attack(operation, 600)));
  // Requests that are all turned away at the door would prove nothing.
  expect(answered.get('/v1/organizations/{realmId}/records/{entity}')).toBeGreaterThan(20);
  expect(answered.get('/v1/organizations/{realmId}/records/{entity}/{id}')).toBeGreaterThan(5);
}, 300_000);

test.each(['/v1/%zz', '/v1/organizations/%', `/v1/organizations/${'1'.repeat(5000)}`, '/v1/jobs/%c3%28'])(
  'an address that is none (%s) is refused in the usual form',
  async (url) => {
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${key}` } });
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).not.toContain('FST_');
  },
);

test('every word of the corpus is harmless in every place of a question', async () => {
  await connectCompany(database.db, '111');
  const base = '/v1/organizations/111/records/invoices';
  for (const word of injections) {
    const text = encode(word);
    const urls = [
      `/v1/organizations/${text}/records/invoices`,
      `/v1/organizations/111/records/${text}`,
      `${base}/${text}`,
      `${base}?filter=${text}`,
      `${base}?filter=${text}:eq:1`,
      `${base}?filter=id:${text}:1`,
      ...operatorNames.map((operator) => `${base}?filter=doc_number:${operator}:${text}`),
      `${base}?filter=total_amt:gt:${text}`,
      `${base}?filter=txn_date:lt:${text}`,
      `${base}?filter=updated_at:lt:${text}`,
      `${base}?filter=is_voided:eq:${text}`,
      `${base}?sort=${text}`,
      `${base}?sort=-${text}`,
      `${base}?fields=${text}`,
      `${base}?include=${text}`,
      `${base}?cursor=${text}`,
      `${base}?updatedSince=${text}`,
      `${base}?limit=${text}`,
      `${base}?format=${text}`,
      `${base}?${text}=1`,
    ];
    // At once: each waits for the database most of its time.
    await Promise.all(urls.map((url) => send({ method: 'get', url, body: undefined })));
    for (const header of ['accept', 'if-none-match', 'x-forwarded-for', 'last-event-id']) {
      // HTTP itself refuses to carry the others.
      const value = word.replaceAll(/[^\x20-\x7e]/g, '?');
      const answer = await app.inject({
        url: `${base}?limit=1`,
        headers: { authorization: `Bearer ${key}`, [header]: value },
      });
      expect(answer.statusCode, header).toBeLessThan(500);
    }
  }
  const [left] = await database.db.query<{ count: number }>(
    `SELECT count(*) FROM information_schema.tables WHERE table_schema = 'quickbooks'`,
  );
  expect(left?.count).toBeGreaterThanOrEqual(recordTables.size);
}, 300_000);
