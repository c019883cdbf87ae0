import { afterEach, expect, test } from 'vitest';
import { systemClock, type Clock } from '../../src/base/clock.ts';
import type { RealmId } from '../../src/base/realm-id.ts';
import { openTestDatabase } from '../support/database.ts';
import { openInstallation, type Installation } from '../support/installation.ts';
import { tablesByEntity } from '../support/comparer.ts';

let installation: Installation;
let realmId: RealmId;

afterEach(() => installation.close());

async function open(options: Omit<Parameters<typeof openInstallation>[1], 'seed'>): Promise<void> {
  installation = await openInstallation(await openTestDatabase(), { seed: 3, ...options });
  const [first] = installation.realmIds;
  if (first === undefined) throw new Error('The simulator has no company.');
  realmId = first;
}

type Record_ = Record<string, unknown>;

const stateOf = async (entity: string): Promise<Record_[]> => {
  const answer = await fetch(`${installation.simulatorUrl}/simulator/companies/${realmId}/state/${entity}`);
  return ((await answer.json()) as { records: Record_[] }).records;
};

/** Writes as the company's people do. @returns whether QuickBooks took it */
async function post(path: string, body: unknown): Promise<boolean> {
  const token = await installation.vault.accessToken(realmId);
  const answer = await fetch(`${installation.simulatorUrl}/v3/company/${realmId}/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token.reveal()}`,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return answer.ok && !text.includes('"Fault"');
}

const pathOf = (entity: string): string =>
  entity === 'CreditCardPayment' ? 'creditcardpayment' : entity.toLowerCase();

test('edits and deletions between the pages of every entity leave nothing missing', async () => {
  await open({ size: 100, pageSize: 2 });
  const pages = new Map<string, number>();
  const edited = new Set<string>();
  const deleted = new Set<string>();
  installation.proxy.onCall = async ({ kind, statement }) => {
    const entity = /FROM (\w+)/i.exec(statement)?.[1] ?? '';
    const page = (pages.get(entity) ?? 0) + 1;
    if (kind !== 'page') return undefined;
    pages.set(entity, page);
    if (page !== 2 && page !== 4) return undefined;
    const records = await stateOf(entity);
    // One that was read already, one that is being read, one that is still to come.
    for (const record of [records[0], records[3], records.at(-1)])
      if (record !== undefined && (await post(pathOf(entity), record))) edited.add(entity);
    for (const record of [records[1], records.at(-2)])
      if (record !== undefined && (await post(`${pathOf(entity)}?operation=delete`, record)))
        deleted.add(entity);
    return undefined;
  };
  await installation.connect(realmId);
  await installation.sync(realmId);
  installation.proxy.onCall = undefined;
  await installation.organizations.requestSync(realmId);
  await installation.sync(realmId);
  expect(await installation.differences(realmId)).toEqual([]);
  // Singletons have no pages; they come whole with the counts.
  const unread: string[] = [];
  for (const singleton of ['CompanyInfo', 'Preferences']) pages.set(singleton, 0);
  for (const entity of Object.keys(tablesByEntity))
    if (!pages.has(entity) && (await stateOf(entity)).length > 0) unread.push(entity);
  expect(unread).toEqual([]);
  expect(edited.size).toBeGreaterThan(20);
  expect(deleted.size).toBeGreaterThan(10);
});

test('2,500 records made in one second and 3,000 edits in one second all arrive', async () => {
  let frozenAt: Date | undefined;
  const clock: Clock = { now: () => frozenAt ?? systemClock.now(), sleep: systemClock.sleep };
  await open({ size: 60, clock, entities: ['CompanyInfo', 'Customer'] });
  frozenAt = new Date(Math.floor(Date.now() / 1000) * 1000);
  await installation.change(realmId, 2500, 'create-customer');
  frozenAt = undefined;
  await installation.connect(realmId);
  await installation.sync(realmId);
  expect(await installation.differences(realmId)).toEqual([]);
  await installation.change(realmId, 500, 'create-customer');
  const customers = (await stateOf('Customer')).slice(0, 3000);
  expect(customers).toHaveLength(3000);
  frozenAt = new Date(Math.floor(Date.now() / 1000) * 1000);
  for (let done = 0; done < customers.length; done += 30) {
    const items = customers.slice(done, done + 30).map((customer, index) => ({
      bId: String(index),
      operation: 'update',
      Customer: { ...customer, Notes: 'edited in one second' },
    }));
    expect(await post('batch', { BatchItemRequest: items })).toBe(true);
  }
  frozenAt = undefined;
  await installation.sync(realmId);
  expect(await installation.differences(realmId)).toEqual([]);
  const [seconds] = await installation.db.query<{ most: number }>(
    `SELECT max(count)::int AS most FROM (SELECT count(*) FROM quickbooks.customers GROUP BY updated_at) AS second`,
  );
  expect(seconds?.most).toBeGreaterThanOrEqual(3000);
});
