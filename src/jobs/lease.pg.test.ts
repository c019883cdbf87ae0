import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { acquireLease, assertFence, type Lease, releaseLease, renewLease } from './lease.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;
let companies = 9_000_000;
const someCompany = () => toRealmId(String((companies += 1)));

async function acquired(realmId: ReturnType<typeof toRealmId>, owner: string, ttlMs: number): Promise<Lease> {
  const lease = await acquireLease(database.db, realmId, owner, ttlMs);
  if (lease === undefined) throw new Error('The lease is not free.');
  return lease;
}

test('a lease that is held is refused to everybody else, its owner included', async () => {
  const realmId = someCompany();
  await acquired(realmId, 'a', HOUR_MS);
  expect(await acquireLease(database.db, realmId, 'b', HOUR_MS)).toBeUndefined();
  expect(await acquireLease(database.db, realmId, 'a', HOUR_MS)).toBeUndefined();
});

test('of many that ask at once exactly one gets it', async () => {
  const realmId = someCompany();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => acquireLease(database.db, realmId, `w${index}`, HOUR_MS)),
  );
  expect(answers.filter((lease) => lease !== undefined)).toHaveLength(1);
});

test('an expired lease is taken over with a higher fence, and the old owner can neither write nor renew nor release', async () => {
  const realmId = someCompany();
  const old = await acquired(realmId, 'old', 0);
  const taken = await acquired(realmId, 'new', HOUR_MS);
  expect(taken.fence).toBe(old.fence + 1);
  await expect(database.db.transaction((tx) => assertFence(tx, old))).rejects.toMatchObject({
    code: 'JOB_LEASE_LOST',
  });
  expect(await renewLease(database.db, old, HOUR_MS)).toBe(false);
  await releaseLease(database.db, old);
  await database.db.transaction((tx) => assertFence(tx, taken));
});

test('a lease that expired but was not taken is still good, and can be renewed', async () => {
  const lease = await acquired(someCompany(), 'slow', 0);
  await database.db.transaction((tx) => assertFence(tx, lease));
  expect(await renewLease(database.db, lease, HOUR_MS)).toBe(true);
  expect(await acquireLease(database.db, lease.realmId, 'other', HOUR_MS)).toBeUndefined();
});

test('the fence goes on growing through releases', async () => {
  const realmId = someCompany();
  for (const fence of [1, 2, 3]) {
    const lease = await acquired(realmId, 'again and again', HOUR_MS);
    expect(lease.fence).toBe(fence);
    await releaseLease(database.db, lease);
  }
});

test('a released lease does not write any more', async () => {
  const lease = await acquired(someCompany(), 'done', HOUR_MS);
  await releaseLease(database.db, lease);
  await expect(database.db.transaction((tx) => assertFence(tx, lease))).rejects.toMatchObject({
    code: 'JOB_LEASE_LOST',
  });
});

test('while a transaction that checked the fence is open, nobody takes over and nobody waits', async () => {
  const lease = await acquired(someCompany(), 'writing', 0);
  await database.db.transaction(async (tx) => {
    await assertFence(tx, lease);
    expect(await acquireLease(database.db, lease.realmId, 'successor', HOUR_MS)).toBeUndefined();
  });
  expect(await acquireLease(database.db, lease.realmId, 'successor', HOUR_MS)).toMatchObject({
    fence: lease.fence + 1,
  });
});
