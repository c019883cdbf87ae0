import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { permissions } from '../../access/permissions.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createTestApp } from '../../../test/support/http-app.ts';
import { createTeller } from '../../../test/support/teller.ts';
import type { Event } from '../../api-contract/index.ts';
import { ManualClock } from '../../base/clock.ts';
import { silentLogger } from '../../base/logger.ts';
import { toRealmId } from '../../base/realm-id.ts';
import { eventsChannel, publish } from '../../sync/company/events.ts';
import { listen } from '../listen.ts';
import { createEventHub } from './event-hub.ts';

const realmId = toRealmId('1');
const anybody = { caller: '', sees: () => true };
let database: TestDatabase;
let app: FastifyInstance;
let url: string;
let clock: ManualClock;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  clock = new ManualClock();
  app = await createTestApp({ db: database.db, clock });
  url = `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}/v1/events`;
});
afterEach(() => app.close());
afterAll(() => database.close());

/** Reads a stream of events frame by frame, as a browser does. */
async function open(): Promise<{ frame(): Promise<string>; end(): Promise<void>; answer: Response }> {
  const answer = await fetch(url);
  const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const frame = async (): Promise<string> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const found = text.slice(0, end);
        text = text.slice(end + 2);
        return found;
      }
      const { value, done } = await reader.read();
      if (done) return '<end>';
      text += value;
    }
  };
  await frame();
  return { frame, end: () => reader.cancel(), answer };
}

const announce = (status: 'loading' | 'current' = 'current'): Promise<void> =>
  publish(database.db, { type: 'organization', realmId, status });

test('what the engine announces reaches every listening page', async () => {
  const pages = await Promise.all([open(), open(), open()]);
  expect(pages[0]?.answer.headers.get('content-type')).toContain('text/event-stream');
  expect(pages[0]?.answer.headers.get('content-security-policy')).toBeTruthy();
  await publish(database.db, {
    type: 'entity',
    realmId,
    entity: 'Invoice',
    status: 'backfilling',
    rows: 1000,
    expectedRows: 2500,
  });
  for (const page of pages) {
    const event = JSON.parse((await page.frame()).replace('data: ', '')) as Event;
    expect(event).toEqual({
      type: 'entity',
      realmId,
      entity: 'Invoice',
      status: 'backfilling',
      rows: 1000,
      expectedRows: 2500,
    });
  }
});

test('what is rolled back is never announced, and nonsense on the channel is left out', async () => {
  const page = await open();
  await expect(
    database.db.transaction(async (tx) => {
      await publish(tx, { type: 'organization', realmId, status: 'failed' });
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  for (const payload of ['not json', '{}', '{"type":"else","realmId":"1"}', '{"type":"run"}', 'null', '[]']) {
    await database.db.query('SELECT pg_notify($1, $2)', [eventsChannel, payload]);
  }
  await announce();
  expect(await page.frame()).toContain('"current"');
});

test('a quiet stream carries a heartbeat', async () => {
  const page = await open();
  await clock.advance(15_000);
  expect(await page.frame()).toBe(': still here');
});

test('closing the server ends open streams and does not wait for them', async () => {
  const page = await open();
  await app.close();
  expect(await page.frame()).toBe('<end>');
});

test('a page that leaves is forgotten', async () => {
  const hub = createEventHub({ db: database.db, clock, logger: silentLogger, maxSubscribers: 1 });
  await using other = await createTestApp({
    db: database.db,
    permissions: { ...permissions, 'GET /test/events': 'anyone' },
  });
  other.get('/test/events', async (_request, reply) =>
    reply.type('text/event-stream').send(hub.subscribe(anybody)),
  );
  url = `http://127.0.0.1:${await listen(other, { host: '127.0.0.1', port: 0 })}/test/events`;
  const page = await open();
  expect(hub.subscribers).toBe(1);
  expect((await fetch(url)).status).toBe(503);
  await page.end();
  await vi.waitFor(() => expect(hub.subscribers).toBe(0));
  const next = await open();
  expect(hub.subscribers).toBe(1);
  await next.end();
  await hub.stop();
});

test('a page that does not read is let go instead of filling the memory', async () => {
  const { db, tell } = createTeller();
  const hub = createEventHub({ db, clock, logger: silentLogger, maxBufferedBytes: 10_000 });
  await hub.start();
  const slow = hub.subscribe(anybody);
  const fast = hub.subscribe(anybody);
  fast.resume();
  for (let i = 0; i < 1000; i += 1) {
    tell({ type: 'entity', realmId, entity: 'Invoice', rows: i });
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(slow.destroyed).toBe(true);
  expect(slow.readableLength).toBeLessThan(20_000);
  expect(fast.destroyed).toBe(false);
  await hub.stop();
});

test('when the database was away every page is asked to come back and read again', async () => {
  const page = await open();
  await database.db.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ILIKE 'listen%' AND datname = current_database()`,
  );
  expect(await page.frame()).toBe('<end>');
  const again = await open();
  await announce('loading');
  expect(await again.frame()).toContain('"loading"');
});
