import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { silentLogger } from '../../base/logger.ts';
import { toRealmId } from '../../base/realm-id.ts';
import { createOrganizations } from '../organizations.ts';
import { forgetOldEvents } from './intake.ts';
import { createWebhookReceiver } from './receiver.ts';

const realmId = toRealmId('9341450000000001');
let opened: TestDatabase;
let woken: string[] = [];

beforeAll(async () => {
  opened = await openTestDatabase();
  const organizations = createOrganizations(opened.db);
  await opened.db.transaction((tx) => organizations.connected(tx, realmId, { companyName: 'Told' }));
});
afterAll(() => opened.close());

const receive = (body: string): Promise<void> => {
  woken = [];
  return createWebhookReceiver({
    db: opened.db,
    jobs: { wake: async (company) => void woken.push(company) },
    logger: silentLogger,
  })(Buffer.from(body));
};

const rows = (table: string, columns: string, order: string): Promise<unknown[]> =>
  opened.db.query(`SELECT ${columns} FROM ledger_mirror.${table} ORDER BY ${order}`);

const cloudEvent = (id: string, given: object = {}): object => ({
  specversion: '1.0',
  id,
  type: 'qbo.invoice.updated.v1',
  time: '2026-11-20T10:00:00Z',
  intuitentityid: '7',
  intuitaccountid: realmId,
  ...given,
});

test('both shapes are stored and wake the company; the same delivery again changes nothing', async () => {
  const newer = JSON.stringify([
    cloudEvent('a'),
    cloudEvent('b', { type: 'qbo.invoice.teleported.v1', time: 'soon' }),
  ]);
  const older = JSON.stringify({
    eventNotifications: [
      {
        realmId,
        dataChangeEvent: { entities: [{ name: 'Vendor', id: '1', operation: 'Merge', deletedId: '2' }] },
      },
    ],
  });
  await receive(newer);
  expect(woken).toEqual([realmId]);
  await receive(newer);
  expect(woken).toEqual([]);
  await receive(older);
  expect(woken).toEqual([realmId]);
  expect(await rows('webhook_events', 'entity, record_id, verb, deleted_id', 'id')).toEqual([
    { entity: 'Invoice', recordId: '7', verb: 'updated', deletedId: null },
    { entity: 'Invoice', recordId: '7', verb: 'teleported', deletedId: null },
    { entity: 'Vendor', recordId: '1', verb: 'merged', deletedId: '2' },
  ]);
});

test('what cannot be read is kept once and counted, and does not keep the rest from being stored', async () => {
  await receive(JSON.stringify([{ hello: 'world' }, cloudEvent('c')]));
  expect(woken).toEqual([realmId]);
  await receive(JSON.stringify([{ hello: 'world' }]));
  await receive('not \0 JSON');
  expect(await rows('webhook_oddities', 'entry, deliveries', 'last_seen_at DESC')).toEqual([
    { entry: 'not \u{fffd} JSON', deliveries: 1 },
    { entry: '{"hello":"world"}', deliveries: 2 },
  ]);
});

const long = Array.from({ length: 9000 }, (_, index) => (index * 7919).toString(36)).join('');

test.each([
  ['NUL in an id', 'a\0b'],
  ['a line break in an id', 'a\nb'],
  ['half a pair of surrogates', 'a\ud800b'],
  ['a character of four bytes', 'a🦜b'],
  ['a text far longer than any id', long],
  ['nothing but NUL', '\0'],
])('%s, wherever it stands in a signed delivery, is stored or kept aside', async (_what, odd) => {
  const whole = cloudEvent('odd', { data: { deletedid: '3' } });
  for (const field of Object.keys(whole)) {
    const spoilt = { ...whole, id: `odd ${field}`, [field]: odd };
    await receive(JSON.stringify([spoilt, cloudEvent(`beside ${field} ${odd.length} ${odd.charCodeAt(1)}`)]));
    // What stands beside it is not held back.
    expect(woken, field).toEqual([realmId]);
  }
  await receive(JSON.stringify([{ ...whole, id: 'odd merge', data: { deletedid: odd } }]));
  const entity = { name: 'Vendor', id: '1', operation: 'Merge', deletedId: '2', lastUpdated: '2026-11-20' };
  for (const field of Object.keys(entity)) {
    const entities = [{ ...entity, [field]: odd }];
    await receive(JSON.stringify({ eventNotifications: [{ realmId, dataChangeEvent: { entities } }] }));
  }
  await receive(JSON.stringify({ eventNotifications: [{ realmId: odd, dataChangeEvent: {} }] }));
  await receive(odd);
  const asked = await opened.db.query(
    `SELECT record_id FROM ledger_mirror.webhook_events WHERE settled_at IS NULL AND record_id !~ '^[ -~]{1,100}$'`,
  );
  expect(asked, 'none of them is asked for by such an id').toEqual([]);
});

test.each([
  ['a time PostgreSQL does not reach', [cloudEvent('early', { time: '-100000-01-01T00:00:00Z' })]],
  ['a time no calendar has', [cloudEvent('late', { time: '+275760-09-13T00:00:00.000Z' })]],
])('%s is stored as if none had been named', async (_what, delivery) => {
  await receive(JSON.stringify(delivery));
  const [row] = await opened.db.query(
    `SELECT event_at BETWEEN now() - interval '1 minute' AND now() + interval '1 minute' AS is_now
     FROM ledger_mirror.webhook_events ORDER BY id DESC LIMIT 1`,
  );
  expect(row).toEqual({ isNow: true });
});

test('a delivery nested deeper than can be read is kept aside', async () => {
  for (const depth of [1000, 3000, 6000, 20_000]) {
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    await receive(nested);
    await receive(`[{"id":${nested}}]`);
  }
});

test('a company that cannot be woken is due all the same', async () => {
  await opened.db.query("UPDATE ledger_mirror.organizations SET next_run_at = now() + interval '1 day'");
  const receiver = createWebhookReceiver({
    db: opened.db,
    jobs: { wake: () => Promise.reject(new Error('no queue')) },
    logger: silentLogger,
  });
  await receiver(Buffer.from(JSON.stringify([cloudEvent('d')])));
  const [due] = await opened.db.query<{ isDue: boolean }>(
    "SELECT next_run_at < now() + interval '2 seconds' AS is_due FROM ledger_mirror.organizations",
  );
  expect(due).toEqual({ isDue: true });
});

test('what was settled is forgotten after two weeks, what could not be read after three months, and nothing else', async () => {
  await opened.db.query('DELETE FROM ledger_mirror.webhook_events');
  await opened.db.query('DELETE FROM ledger_mirror.webhook_oddities');
  const ages = [
    ['new', 1],
    ['old', 15],
    ['unsettled', 15],
  ] as const;
  for (const [id, days] of ages) {
    await receive(JSON.stringify([cloudEvent(id), { hello: id }]));
    await opened.db.query(
      `UPDATE ledger_mirror.webhook_events SET received_at = now() - make_interval(days => $2),
              settled_at = CASE WHEN $1 <> 'unsettled' THEN now() END
       WHERE settled_at IS NULL AND received_at > now() - interval '1 hour'`,
      [id, days],
    );
    await opened.db.query(
      'UPDATE ledger_mirror.webhook_oddities SET last_seen_at = now() - make_interval(days => $2) WHERE entry LIKE $1',
      [`%${id}"%`, 6 * days + 1],
    );
  }
  await forgetOldEvents(opened.db);
  expect(
    await rows('webhook_events', "received_at < now() - interval '14 days' AS old", 'received_at'),
  ).toEqual([{ old: true }, { old: false }]);
  expect(await rows('webhook_oddities', 'entry', 'entry')).toEqual([{ entry: '{"hello":"new"}' }]);
});
