import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { connectCompany } from '../../test/support/record-app.ts';
import { type Access, createAccess } from '../access/access.ts';
import type { Principal } from '../access/principal.ts';
import { ManualClock } from '../base/clock.ts';
import type { RealmId } from '../base/realm-id.ts';
import { publish } from '../sync/company/events.ts';

const owner: Principal = { kind: 'command', id: '', name: 'test', role: 'owner', organizations: undefined };
const password = 'four words nobody says';
let database: TestDatabase;
let realmId: RealmId;
let clock: ManualClock;
let access: Access;
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  database = await openTestDatabase();
  realmId = await connectCompany(database.db, '1');
  await connectCompany(database.db, '2');
  await database.db.query(
    `INSERT INTO quickbooks.items (realm_id, id, name, unit_price, observed_at, synced_at)
     SELECT $1, n, repeat('name ', 40) || n, n + 0.10, now(), now() FROM generate_series(1, 40000) AS n`,
    [realmId],
  );
  await database.db.query(
    `INSERT INTO ledger_mirror.audit (actor_kind, action, target) SELECT 'system', 'data.exported', repeat('x', 200) FROM generate_series(1, 40000)`,
  );
});
beforeEach(async () => {
  clock = new ManualClock(new Date());
  access = createAccess({ db: database.db, clock, passwordCost: { n: 16, r: 8, p: 1 } });
  app = await createTestApp({ db: database.db, access, clock, demoSignIn: false });
  await app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterEach(() => app.close());
afterAll(() => database.close());

const keyOf = (role: Principal['role'], organizations?: string[]) =>
  access.keys.create({ name: `key ${role}`, role, organizations }, owner);

async function personOf(role: Principal['role'], organizations?: string[]) {
  const email = `person-${Math.random().toString(36).slice(2)}@example.com`;
  const { user, token } = await access.users.invite({ email, role, organizations }, owner);
  const cookie = await access.signIn.acceptLink({ token, password }, {}, {});
  return { user, headers: { cookie: `ledger_mirror_session=${cookie}` } };
}

const bearer = (secret: { reveal(): string }) => ({ authorization: `Bearer ${secret.reveal()}` });

/** Begins a request and reads no more than its head. */
const begin = (path: string, headers: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(`${url}${path}`, { headers }, resolve).on('error', reject);
  });

const records = '/v1/organizations/1/records/items?format=ndjson';

/** Reads an answer to its end; says whether it came whole. */
async function isWhole(answer: IncomingMessage): Promise<boolean> {
  answer.resume();
  return new Promise((resolve) => {
    answer.once('end', () => resolve(answer.complete));
    answer.once('error', () => resolve(false));
    answer.once('aborted', () => resolve(false));
  });
}

const manager = async () => bearer((await keyOf('owner')).secret);
const change = async (method: string, path: string, body?: object): Promise<number> => {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...(await manager()), ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  await answer.arrayBuffer();
  return answer.status;
};

test('a running export ends when its key is revoked, and does not look like a whole one', async () => {
  const { key, secret } = await keyOf('viewer');
  const answer = await begin(records, bearer(secret));
  expect(answer.statusCode).toBe(200);
  answer.pause();
  expect(await change('DELETE', `/v1/keys/${key.id}`)).toBe(204);
  expect(await isWhole(answer)).toBe(false);
});

test('a running export ends when its person is disabled, loses the company or the sight of sensitive values, or is signed out', async () => {
  const changes: ((id: string) => Promise<unknown>)[] = [
    (id) => access.users.change(id, { disabled: true }, owner),
    (id) => access.users.change(id, { organizations: ['2'] }, owner),
    (id) => access.users.change(id, { role: 'viewer' }, owner),
    (id) => access.users.signOut(id, owner),
    (id) => access.users.remove(id, owner),
  ];
  for (const make of changes) {
    const { user, headers } = await personOf('admin');
    const answer = await begin(records, headers);
    answer.pause();
    // As the command line does, or another web process.
    await make(user.id);
    await clock.advance(1000);
    expect(await isWhole(answer), make.toString()).toBe(false);
  }
});

test('an export of the trail ends with the right to read it', async () => {
  const { user, headers } = await personOf('admin');
  const answer = await begin('/v1/audit?format=ndjson', headers);
  expect(answer.statusCode).toBe(200);
  answer.pause();
  await access.users.change(user.id, { role: 'operator' }, owner);
  await clock.advance(1000);
  expect(await isWhole(answer)).toBe(false);
});

test('an export goes on while its caller may read, whatever is changed of others', async () => {
  const { headers } = await personOf('viewer');
  const other = await personOf('viewer');
  const answer = await begin(records, headers);
  answer.pause();
  await access.users.change(other.user.id, { disabled: true }, owner);
  await clock.advance(3000);
  expect(await isWhole(answer)).toBe(true);
});

test('live events have ended when the answer to a revocation is there, and within a second of one made elsewhere', async () => {
  const { key, secret } = await keyOf('viewer');
  const { user, headers } = await personOf('viewer');
  const [first, second] = await Promise.all([
    begin('/v1/events', bearer(secret)),
    begin('/v1/events', headers),
  ]);
  let heard = '';
  for (const stream of [first, second])
    stream.setEncoding('utf8').on('data', (text: string) => (heard += text));
  const ended = Promise.all(
    [first, second].map((stream) => vi.waitFor(() => expect(stream.readableEnded).toBe(true))),
  );
  expect(await change('DELETE', `/v1/keys/${key.id}`)).toBe(204);
  await access.users.change(user.id, { disabled: true }, owner);
  await clock.advance(1000);
  await ended;
  await publish(database.db, { type: 'organization', realmId, status: 'current' });
  expect(heard).not.toContain('data:');
});

test('a stream hears no company that was taken away, from the next second on, and ends with its key', async () => {
  const { user, headers } = await personOf('viewer');
  const stream = await begin('/v1/events', headers);
  let heard = '';
  stream.setEncoding('utf8').on('data', (text: string) => (heard += text));
  await access.users.change(user.id, { organizations: ['2'] }, owner);
  await clock.advance(1000);
  await publish(database.db, { type: 'organization', realmId, status: 'paused' });
  await publish(database.db, { type: 'organization', realmId: '2' as RealmId, status: 'current' });
  await vi.waitFor(() => expect(heard).toContain('"realmId":"2"'));
  expect(heard).not.toContain('"realmId":"1"');
  const expiring = await access.keys.create(
    {
      name: 'short',
      role: 'viewer',
      organizations: undefined,
      expiresAt: new Date(clock.now().getTime() + 2000),
    },
    owner,
  );
  const short = await begin('/v1/events', bearer(expiring.secret));
  short.resume();
  await vi.waitFor(async () => {
    await clock.advance(1000);
    expect(short.readableEnded).toBe(true);
  });
});

test('a page that only listens does not keep its browser signed in', async () => {
  const { user, headers } = await personOf('viewer');
  (await begin('/v1/events', headers)).resume();
  const [before] = await access.sessions.list(user.id);
  await clock.advance(120_000);
  const [after] = await access.sessions.list(user.id);
  expect(after?.expiresAt).toEqual(before?.expiresAt);
});
