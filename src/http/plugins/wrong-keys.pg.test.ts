import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createTestApp } from '../../../test/support/http-app.ts';
import { type Access, createAccess } from '../../access/access.ts';
import type { Principal } from '../../access/principal.ts';
import type { Problem } from '../../api-contract/index.ts';
import { ManualClock } from '../../base/clock.ts';
import { type Logger, silentLogger } from '../../base/logger.ts';
import type { Database } from '../../postgres/database.ts';

const owner: Principal = { kind: 'command', id: '', name: 'test', role: 'owner', organizations: undefined };
let database: TestDatabase;
let clock: ManualClock;
let access: Access;
let app: FastifyInstance;
let queries = 0;
let lines: { facts: Record<string, unknown>; words: string }[] = [];

/** The same database, counting what it is asked. */
function counted(db: Database): Database {
  const counting = ['query', 'execute', 'transaction'] as const;
  const proxies = counting.map((name) => [
    name,
    new Proxy(db[name] as (...given: never[]) => unknown, {
      apply: (target, _self, given: never[]) => {
        queries += 1;
        return target(...given);
      },
    }),
  ]);
  return { ...db, ...(Object.fromEntries(proxies) as Pick<Database, (typeof counting)[number]>) };
}

const note = (facts: Readonly<Record<string, unknown>> | string, words = ''): void => {
  if (typeof facts !== 'string') lines.push({ facts, words });
};
const logger: Logger = { ...silentLogger, info: note, warn: note, error: note, child: () => logger };

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  clock = new ManualClock();
  const db = counted(database.db);
  access = createAccess({ db, clock });
  app = await createTestApp({
    db,
    access,
    clock,
    logger,
    demoSignIn: false,
    trustedProxies: ['127.0.0.1'],
    rateLimit: { knownPerMinute: 5, unknownPerMinute: 100 },
  });
  queries = 0;
  lines = [];
});
afterEach(() => app.close());
afterAll(() => database.close());

const wrongKey = (): string =>
  `lm_${randomBytes(6).toString('base64url')}_${randomBytes(32).toString('base64url')}`;

const ask = (key: string, { from = '203.0.113.5', url = '/v1/auth/session' } = {}) =>
  app.inject({ url, headers: { authorization: `Bearer ${key}`, 'x-forwarded-for': from } });

/** Sends so many requests, one after the other, and says how they were answered. */
async function inTurn(
  requests: number,
  send: (index: number) => Promise<{ statusCode: number }>,
): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < requests; index += 1) statuses.push((await send(index)).statusCode);
  return statuses;
}

/** Tries so many keys, all at once, and says how each was answered. */
async function guess(tries: number, from = (_index: number) => '203.0.113.5'): Promise<Map<number, number>> {
  const answers = await Promise.all(
    Array.from({ length: tries }, (_, index) => ask(wrongKey(), { from: from(index) })),
  );
  const counts = new Map<number, number>();
  for (const { statusCode } of answers) counts.set(statusCode, (counts.get(statusCode) ?? 0) + 1);
  return counts;
}

test('whoever tries keys is soon told to wait, and no longer costs a question of the database each', async () => {
  expect(await guess(1600)).toEqual(
    new Map([
      [401, 60],
      [429, 1540],
    ]),
  );
  // Sixty, and what the others asked together.
  expect(queries).toBeLessThan(200);
  const over = await ask(wrongKey());
  expect(over.json<Problem>().code).toBe('HTTP_TOO_MANY_REQUESTS');
  expect(Number(over.headers['retry-after'])).toBe(60);
  await clock.advance(60_000);
  expect((await ask(wrongKey())).statusCode).toBe(401);
});

test('the log tells of an address that tries keys once a minute, and then how often it did', async () => {
  await guess(200);
  expect(lines).toHaveLength(2);
  expect(new Set(lines.map(({ facts }) => facts['code']))).toEqual(
    new Set(['ACCESS_KEY_REFUSED', 'HTTP_TOO_MANY_REQUESTS']),
  );
  await clock.advance(60_000);
  lines = [];
  await guess(1);
  expect(lines).toMatchObject([{ facts: { code: 'ACCESS_KEY_REFUSED', alike: 59 } }]);
});

test('a right key from the same address goes on working, one that was just made too', async () => {
  await guess(300);
  const { secret } = await access.keys.create(
    { name: 'right', role: 'viewer', organizations: undefined },
    owner,
  );
  const [session] = await Promise.all([ask(secret.reveal()), guess(100)]);
  expect(session.statusCode).toBe(200);
  expect(session.json()).toMatchObject({ kind: 'key', name: 'right' });
});

test('an address of IPv6 is counted with the whole /64 that its owner has', async () => {
  const counts = await guess(300, (index) => `2001:db8:1:2::${index.toString(16)}`);
  expect(counts.get(401)).toBe(60);
  expect((await ask(wrongKey(), { from: '2001:db8:1:3::1' })).statusCode).toBe(401);
  const statuses = await inTurn(120, (index) =>
    app.inject({ url: '/v1/auth/session', headers: { 'x-forwarded-for': `2001:db8:9:9::${index}` } }),
  );
  expect(statuses.filter((status) => status === 401)).toHaveLength(100);
});

test('cookies that open nothing cost no more than keys that open nothing', async () => {
  const visit = (url: string) =>
    app.inject({
      url,
      headers: { cookie: `ledger_mirror_session=${randomBytes(32).toString('base64url')}` },
    });
  const statuses = await inTurn(120, () => visit('/v1/auth/session'));
  expect(statuses.filter((status) => status === 401)).toHaveLength(100);
  queries = 0;
  await Promise.all(Array.from({ length: 1000 }, () => visit('/v1/auth/session')));
  expect(queries).toBeLessThan(100);
});

test('whoever is known and goes beyond the limit is refused without a question of the database', async () => {
  const { secret } = await access.keys.create(
    { name: 'eager', role: 'viewer', organizations: undefined },
    owner,
  );
  for (let index = 0; index < 5; index += 1) expect((await ask(secret.reveal())).statusCode).toBe(200);
  expect((await ask(secret.reveal())).statusCode).toBe(429);
  queries = 0;
  lines = [];
  for (let index = 0; index < 50; index += 1) expect((await ask(secret.reveal())).statusCode).toBe(429);
  expect(queries).toBe(0);
  expect(lines).toEqual([]);
});

test('only the addresses of the probes are outside of the limits, not what begins like one or does not exist', async () => {
  const from = { 'x-forwarded-for': '198.51.100.7' };
  const statuses = async (method: 'GET' | 'POST', url: string): Promise<Set<number>> => {
    return new Set(await inTurn(150, () => app.inject({ method, url, headers: from })));
  };
  expect(await statuses('GET', '/v1/health/live')).toEqual(new Set([200]));
  expect(await statuses('GET', '/v1/healthXYZ')).toEqual(new Set([401, 429]));
  expect(await statuses('POST', '/v1/health/live/nothing')).toEqual(new Set([429]));
});

test('a flood of requests that are refused before anybody is known fills no log', async () => {
  for (let index = 0; index < 300; index += 1) {
    await app.inject({ url: '/v1/health', method: 'POST', headers: { origin: 'https://evil.example' } });
    await app.inject({ url: '/', headers: { host: 'evil.example' } });
  }
  expect(lines.length).toBeLessThanOrEqual(40);
});
