import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { createOrganizations } from './organizations.ts';
import { createWebhookReceiver } from './webhook-receiver.ts';

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
