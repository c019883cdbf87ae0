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
