import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { toRealmId } from '../../base/realm-id.ts';
import { acquireLease, type Lease } from '../../jobs/lease.ts';
import type { Transaction } from '../../postgres/database.ts';
import { fenced } from './slice.ts';
import { lockOrganization } from './status.ts';

let database: TestDatabase;
let lease: Lease;
const realmId = toRealmId('1001');

beforeAll(async () => {
  database = await openTestDatabase();
  await database.db.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [realmId]);
  const acquired = await acquireLease(database.db, realmId, 'test', 60_000);
  if (acquired === undefined) throw new Error('The lease is taken.');
  lease = acquired;
});
afterAll(() => database.close());

test('pages of two entities of a company are written at the same time, and what changes the company waits for both', async () => {
  const { db } = database;
  const done: string[] = [];
  let here = 0;
  const bothHere = Promise.withResolvers<undefined>();
  const leave = Promise.withResolvers<undefined>();
  const page = async (): Promise<void> => {
    here += 1;
    if (here === 2) bothHere.resolve(undefined);
    await leave.promise;
    done.push('page');
  };
  const pages = [fenced({ db, lease }, page, 'SHARE'), fenced({ db, lease }, page, 'SHARE')];
  await bothHere.promise;
  const request = db.transaction(async (tx: Transaction) => {
    await lockOrganization(tx, realmId);
    done.push('request');
  });
  await expect.poll(async () => (await waiting()) > 0).toBe(true);
  leave.resolve(undefined);
  await Promise.all([...pages, request]);
  expect(done).toEqual(['page', 'page', 'request']);
});

async function waiting(): Promise<number> {
  const [row] = await database.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
}
