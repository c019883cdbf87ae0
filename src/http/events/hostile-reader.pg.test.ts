import { once } from 'node:events';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { books, createLogins, seedBooks } from '../../../test/support/reader-books.ts';
import { ManualClock } from '../../base/clock.ts';
import { silentLogger } from '../../base/logger.ts';
import { eventsChannel, publish } from '../../sync/company/events.ts';
import { createEventHub } from './event-hub.ts';

/*
 * Every login of a database may listen on every channel and say anything on it. A reader of one company listens to what is
 * said of another, and says things itself.
 */

let database: TestDatabase;
let logins: ReturnType<typeof createLogins>;
let reader: pg.Client;
const heard: string[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  await seedBooks(database.db);
  logins = createLogins(database);
  const { url } = await logins.add({ companies: [books.one] });
  reader = new pg.Client({ connectionString: url.reveal() });
  await reader.connect();
  reader.on('notification', ({ payload = '' }) => heard.push(payload));
  await reader.query(`LISTEN ${eventsChannel}`);
});
afterAll(async () => {
  await reader.end();
  await logins.close();
  await database.close();
});

/** A page that sees everything, and what it was told so far. */
async function openPage(): Promise<{ told(): unknown[]; close(): Promise<void> }> {
  const hub = createEventHub({ db: database.db, clock: new ManualClock(), logger: silentLogger });
  await hub.start();
  const stream = hub.subscribe({ caller: '', sees: () => true });
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return {
    told: () => [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as unknown),
    close: () => hub.stop(),
  };
}

const event = { type: 'organization', realmId: books.hidden, status: 'current' } as const;
const last = { type: 'organization', realmId: books.one, status: 'paused' } as const;

test('a reader hears that something was said, and neither of whom nor what', async () => {
  heard.length = 0;
  await publish(database.db, {
    type: 'entity',
    realmId: books.hidden,
    entity: 'Invoice',
    status: 'current',
    rows: 4711,
    expectedRows: 4711,
  });
  if (heard.length === 0) await once(reader, 'notification');
  for (const word of [books.hidden, 'Invoice', 'current', '4711']) expect(heard.join()).not.toContain(word);
  await expect(reader.query('SELECT * FROM ledger_mirror.told_events')).rejects.toThrow(/permission denied/);
});

test('a reader can neither make pages show what did not happen nor say again what did', async () => {
  const page = await openPage();
  heard.length = 0;
  await publish(database.db, event);
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  const said = [...heard];
  for (const payload of [
    JSON.stringify({ ...event, status: 'failed' }),
    '00000000-0000-4000-8000-000000000000',
    '',
    'x'.repeat(7000),
    ...said,
  ])
    await reader.query('SELECT pg_notify($1, $2)', [eventsChannel, payload]);
  await publish(database.db, last);
  await expect.poll(() => page.told()).toContainEqual(last);
  expect(page.told()).toEqual([event, last]);
  await page.close();
});

test('a flood of what nobody said keeps nothing of what was said from a page', async () => {
  const page = await openPage();
  for (let round = 0; round < 20; round += 1) {
    await reader.query(
      `SELECT pg_notify('${eventsChannel}', gen_random_uuid()::text) FROM generate_series(1, 500)`,
    );
    await publish(database.db, { ...last, status: round % 2 === 0 ? 'paused' : 'current' });
  }
  await expect.poll(() => page.told().length, { timeout: 20_000 }).toBe(20);
  await page.close();
});
