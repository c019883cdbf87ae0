import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { silentLogger } from '../../src/base/logger.ts';
import { Secret } from '../../src/base/secret.ts';
import { createWebhookReceiver } from '../../src/sync/announce/receiver.ts';
import { openTestDatabase } from '../support/database.ts';
import { createTestApp } from '../support/http-app.ts';
import { type Installation, openInstallation, until } from '../support/installation.ts';

const entities = ['CompanyInfo', 'Customer', 'Invoice'];
let installation: Installation;
let app: FastifyInstance;
let url: string;
const woken: string[] = [];

beforeAll(async () => {
  const database = await openTestDatabase();
  installation = await openInstallation(database, { seed: 5, size: 40, companies: 50, entities });
  const { db, verifierToken } = installation;
  app = await createTestApp({
    db,
    webhooks: {
      verifierToken: new Secret(verifierToken),
      storeEvents: createWebhookReceiver({
        db,
        jobs: { wake: (realmId) => Promise.resolve(void woken.push(realmId)) },
        logger: silentLogger,
      }),
    },
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await installation.close();
});

const allDifferences = async (): Promise<string[]> => {
  const found: string[] = [];
  for (const realmId of installation.realmIds)
    for (const line of await installation.differences(realmId)) found.push(`${realmId}: ${line}`);
  return found;
};

test('fifty companies with the same ids do not touch each other', async () => {
  const { realmIds, db } = installation;
  expect(new Set(realmIds).size).toBe(50);
  for (const realmId of realmIds) await installation.connect(realmId);
  const waiting = realmIds.values();
  const work = async (): Promise<void> => {
    for (const realmId of waiting) await installation.sync(realmId);
  };
  await Promise.all([work(), work(), work()]);
  expect(await allDifferences()).toEqual([]);
  const [shared] = await db.query<{ companies: number }>(
    'SELECT count(*)::int AS companies FROM quickbooks.customers GROUP BY id ORDER BY 1 DESC LIMIT 1',
  );
  expect(shared?.companies).toBe(50);
});

test('one delivery of webhooks that spans ten companies makes those due, and no other', async () => {
  const { realmIds, db, control, verifierToken } = installation;
  await control('switches', { webhooks: { aggregationSeconds: 0.5 } });
  await control('webhooks', { url: `${url}/v1/webhooks/qbo`, verifierToken });
  const ten = realmIds.filter((_, index) => index % 5 === 0);
  for (const realmId of ten) await installation.change(realmId, 1, 'create');
  const stored = async (): Promise<number> =>
    (await db.query('SELECT DISTINCT realm_id FROM ledger_mirror.webhook_events')).length;
  await until(async () => (await stored()) === 10, 20_000, 'the events of ten companies are stored');
  // Stored by one transaction: they came together.
  const deliveries = await db.query('SELECT DISTINCT xmin::text FROM ledger_mirror.webhook_events');
  expect(deliveries).toHaveLength(1);
  expect(woken.toSorted()).toEqual(ten.toSorted());
  const due = await db.query<{ realmId: string }>(
    `SELECT realm_id FROM ledger_mirror.organizations WHERE next_run_at <= clock_timestamp() + interval '1 s'`,
  );
  expect(due.map(({ realmId }) => realmId).toSorted()).toEqual(ten.toSorted());
  const calls = installation.proxy.calls.length;
  for (const realmId of ten) await installation.sync(realmId);
  expect(await allDifferences()).toEqual([]);
  expect(installation.proxy.calls.length - calls).toBeLessThanOrEqual(2 * ten.length);
});
