import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { connectCompany, storeRecords } from '../../test/support/record-app.ts';
import { createAccess } from '../access/access.ts';
import type { Role } from '../access/roles.ts';
import { systemClock } from '../base/clock.ts';
import { silentLogger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import { openDatabase } from '../postgres/database.ts';
import { createReaders } from '../tables/readers.ts';
import { recordTables } from '../tables/records/record-table.ts';

const mark = { ours: 'PROPERTY-OF-OURS', theirs: 'PROPERTY-OF-THEIRS' } as const;
const limitedRoles = ['viewer', 'operator', 'admin'] as const satisfies readonly Role[];

let database: TestDatabase;
let app: FastifyInstance;
let jobs: Jobs;
let ours: RealmId;
let theirs: RealmId;
const keys = new Map<string, string>();

beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  jobs = createJobs({ db, logger: silentLogger });
  await jobs.start();
  ours = await connectCompany(db, '111');
  theirs = await connectCompany(db, '222');
  // The same ids everywhere: only the company parts them.
  for (const [realmId, word] of [
    [ours, mark.ours],
    [theirs, mark.theirs],
  ] as const) {
    const name = { Id: '1', DisplayName: word, Name: word, CompanyName: word };
    for (const entity of ['Customer', 'Item', 'Account', 'CompanyInfo']) {
      await storeRecords(db, realmId, entity, [name]);
    }
    await storeRecords(db, realmId, 'Invoice', [
      {
        Id: '1',
        DocNumber: word,
        CustomField: [{ DefinitionId: '1', Name: 'Note', Type: 'StringType', StringValue: word }],
        LinkedTxn: [{ TxnId: word, TxnType: 'Payment' }],
        TxnTaxDetail: { TaxLine: [{ Amount: 1, DetailType: word, TaxLineDetail: {} }] },
        Line: [{ Id: '1', Amount: 1, Description: word, DetailType: 'SalesItemLineDetail' }],
      },
    ]);
    await db.query(
      `INSERT INTO ledger_mirror.rejected_records (realm_id, entity, record_id, reason, document)
       VALUES ($1, 'Invoice', '9', $2, $2)`,
      [realmId, word],
    );
    await db.query(
      `INSERT INTO ledger_mirror.reconciliations (realm_id, entity, measure, expected, actual, reason)
       VALUES ($1, $2, 'count', 1, 0, 'searching')`,
      [realmId, word],
    );
    await db.query(
      `INSERT INTO ledger_mirror.api_calls (realm_id, hour_at, kind, billable, outcome, calls)
       VALUES ($1, date_trunc('hour', now()), $2, true, 'ok', 5)`,
      [realmId, word],
    );
    await db.query(`UPDATE ledger_mirror.organizations SET company_name = $2 WHERE realm_id = $1`, [
      realmId,
      word,
    ]);
  }
  const access = createAccess({ db, clock: systemClock });
  // What all companies need together is a word about those of others.
  const everybody = { companies: 2, calls: 2, callsAnnounced: 2, budget: 1, notice: mark.theirs };
  app = await createTestApp({
    db,
    access,
    demoSignIn: false,
    forecastCalls: () => Promise.resolve(everybody),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const by = { kind: 'command', id: '', name: '', role: 'owner', organizations: undefined } as const;
  for (const role of limitedRoles) {
    const made = await access.keys.create({ name: role, role, organizations: [ours] }, by);
    keys.set(role, made.secret.reveal());
  }
  const neighbour = await access.keys.create(
    { name: 'neighbour', role: 'admin', organizations: [theirs] },
    by,
  );
  keys.set('neighbour', neighbour.secret.reveal());
});
afterAll(async () => {
  await app.close();
  await jobs.stop();
  await database.close();
});

type Answer = { status: number; body: string; etag: string };

async function ask(
  who: string,
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const answer = await app.inject({
    method: method as 'GET',
    url,
    headers: { authorization: `Bearer ${keys.get(who) ?? ''}`, ...headers },
    payloadAsStream: true,
  });
  const stream = answer.stream();
  let body = '';
  if (answer.headers['content-type']?.includes('event-stream') === true) stream.destroy();
  else for await (const chunk of stream) body += String(chunk);
  return { status: answer.statusCode, body, etag: String(answer.headers['etag'] ?? '') };
}

/** Over a real connection, the address as it stands: what tests and browsers tidy up, an attacker does not. */
function askRaw(who: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { port } = app.server.address() as AddressInfo;
    const headers = { authorization: `Bearer ${keys.get(who) ?? ''}` };
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (body += chunk));
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    })
      .once('error', reject)
      .end();
  });
}

const base = (realmId: string): string => `/v1/organizations/${realmId}`;

test('each finds its own under the same ids', async () => {
  const mine = await ask('admin', `${base(ours)}/records/invoices/1`);
  expect(mine.body).toContain(mark.ours);
  expect(mine.body).not.toContain(mark.theirs);
  const other = await ask('neighbour', `${base(theirs)}/records/invoices/1`);
  expect(other.body).toContain(mark.theirs);
});

test('no route tells one company anything of the other, whatever the role', async () => {
  const routes = app.guardedRoutes.filter(({ method, url }) => method === 'GET' && url.includes(':realmId'));
  expect(routes.length).toBeGreaterThan(7);
  let asked = 0;
  for (const { url } of routes) {
    for (const table of url.includes(':entity') ? recordTables.keys() : ['']) {
      const address = url.replace(':realmId', theirs).replace(':entity', table).replace(':id', '1');
      for (const role of limitedRoles) {
        for (const accept of ['application/json', 'application/x-ndjson', 'text/csv']) {
          const answer = await ask(role, address, { accept });
          expect([403, 404], address).toContain(answer.status);
          expect(answer.body).not.toContain(mark.theirs);
          expect(answer.etag).toBe('');
          asked += 1;
        }
      }
    }
  }
  expect(asked).toBeGreaterThan(200);
});

test('lists and reports of all companies show only one’s own', async () => {
  for (const { method, url } of app.guardedRoutes) {
    if (method !== 'GET' || url.includes(':') || url === '/*') continue;
    for (const role of limitedRoles) expect((await ask(role, url)).body, url).not.toContain(mark.theirs);
  }
  expect((await ask('admin', '/v1/organizations')).body).toContain(mark.ours);
});

test.each([
  'filter=realm_id:eq:222',
  'filter=realm_id:ne:111',
  'filter=realm_id:in:111,222',
  'filter=realm_id:is-null:false',
  'filter=doc_number:like:%25',
  'filter=doc_number:ilike:%25THEIRS',
  'sort=-realm_id',
  'fields=realm_id,doc_number,raw,custom_fields',
  'include=lines,linked_transactions,tax_lines',
  'updatedSince=2000-01-01T00:00:00Z',
  'includeDeleted=true',
  'format=ndjson&include=lines',
  'format=csv&fields=realm_id,doc_number,raw',
])('the question %s stays inside the company', async (question) => {
  const answer = await ask('admin', `${base(ours)}/records/invoices?${question}`);
  expect(answer.status, answer.body).toBe(200);
  expect(answer.body).not.toContain(mark.theirs);
});

test('every table of the company stays inside it', async () => {
  for (const table of recordTables.keys()) {
    for (const format of ['json', 'ndjson', 'csv']) {
      const { status, body } = await ask('admin', `${base(ours)}/records/${table}?format=${format}`);
      expect(status, body).toBe(200);
      expect(body, table).not.toContain(mark.theirs);
    }
  }
});

test.each([
  '/v1/organizations/111/../222/records/invoices',
  '/v1/organizations/111%2f..%2f222/records/invoices',
  '/v1/organizations/111/records/..%2f..%2f222%2frecords%2finvoices',
  '/v1/organizations/111/records/invoices?realmId=222',
  '/v1/organizations/111/records/invoices?realm_id=222',
  '/v1/organizations/111,222/records/invoices',
  '/v1/organizations/111%00222/records/invoices',
  '/v1/organizations/222;111/records/invoices',
  '/v1/organizations//222/records/invoices',
  '/v1//organizations/222/records/invoices',
  '/V1/organizations/222/records/invoices',
  '/v1/organizations/%32%32%32/records/invoices',
  '/v1/organizations/0222/records/invoices',
  '/v1/organizations/222/records/invoices/../../../111/records/invoices',
])('the address %s opens nothing', async (address) => {
  for (const role of limitedRoles) {
    const answer = await askRaw(role, address);
    expect(answer.status, answer.body).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain(mark.theirs);
  }
});

test('the neighbour’s cursors and tags open nothing', async () => {
  for (const realmId of [ours, theirs]) {
    await storeRecords(database.db, realmId, 'Item', [
      { Id: '2', Name: 'B' },
      { Id: '3', Name: 'C' },
    ]);
  }
  const first = await ask('neighbour', `${base(theirs)}/records/items?limit=1`);
  const { nextCursor } = JSON.parse(first.body) as { nextCursor: string };
  const used = await ask('admin', `${base(ours)}/records/items?limit=1&cursor=${nextCursor}`);
  expect(used.status).toBe(400);
  const tagged = await ask('admin', `${base(theirs)}/records/items?limit=1`, { 'if-none-match': first.etag });
  expect(tagged.status).toBe(404);
  const mine = await ask('admin', `${base(ours)}/records/items?limit=1`, { 'if-none-match': first.etag });
  expect(mine.status).toBe(200);
});

test('a database reader of one company sees nothing of the other, in any table, view or export', async () => {
  const name = `tenant_${randomBytes(6).toString('hex')}`;
  const readers = createReaders(database.db);
  const { password } = await readers.add({ name, companies: [ours], sensitive: true });
  onTestFinished(async () => void (await readers.remove(name)));
  const url = new URL(database.url.reveal());
  url.username = name;
  url.password = password.reveal();
  const reader = await openDatabase({ url: new Secret(url.href), logger: silentLogger, maxConnections: 1 });
  try {
    const relations = await reader.query<{ name: string }>(
      `SELECT format('quickbooks.%I', relname) AS name FROM pg_class
       WHERE relnamespace = 'quickbooks'::regnamespace AND relkind IN ('r', 'v', 'p', 'm')`,
    );
    expect(relations.length).toBeGreaterThan(60);
    let seen = '';
    for (const relation of relations) {
      const rows = await reader.query<{ text: string }>(`SELECT t::text AS text FROM ${relation.name} AS t`);
      seen += rows.map(({ text }) => text).join('\n');
    }
    expect(seen).toContain(mark.ours);
    expect(seen).not.toContain(mark.theirs);
    expect(seen).not.toContain(`(${theirs},`);
    for (const escape of [
      'SET SESSION AUTHORIZATION DEFAULT; SET ROLE ledger_mirror',
      'SELECT * FROM ledger_mirror.rejected_records',
      'SET row_security = off; SELECT * FROM quickbooks.invoices',
      `UPDATE ledger_mirror.reader_companies SET realm_id = '${theirs}'`,
    ]) {
      await expect(reader.execute(escape), escape).rejects.toMatchObject({ details: expect.anything() });
    }
  } finally {
    await reader.close();
  }
});

test('nothing that changes a company can be done to the neighbour’s', async () => {
  const stateOf = async (): Promise<unknown> =>
    (
      await database.db.execute(
        `SELECT o.*, (SELECT count(*) FROM ledger_mirror.sync_runs r WHERE r.realm_id = o.realm_id) AS runs
         FROM ledger_mirror.organizations o WHERE realm_id = $1`,
        [theirs],
      )
    ).rows;
  const before = await stateOf();
  const routes = app.guardedRoutes.filter(({ method, url }) => method !== 'GET' && url.includes(':realmId'));
  expect(routes.length).toBeGreaterThan(3);
  for (const { method, url } of routes) {
    for (const role of limitedRoles) {
      const answer = await ask(role, url.replace(':realmId', theirs), {}, method);
      expect([400, 403, 404, 415], `${method} ${url} ${answer.body}`).toContain(answer.status);
    }
  }
  expect(await stateOf()).toEqual(before);
});
