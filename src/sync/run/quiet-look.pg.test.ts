import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import type { Database, Queryable } from '../../postgres/database.ts';
import { createQuickBooksClient, createTransport } from '../../quickbooks/index.ts';
import { createSharedTurns } from '../budget/index.ts';
import { workSlice } from './worker.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database });
  await bench.connect();
  for (let times = 0; times < 2; times += 1) await bench.sync();
  await bench.db.query('UPDATE ledger_mirror.organizations SET next_run_at = now()');
});
afterEach(() => bench.close());

/** A database that notes the statements sent to it, transactions as a list of their own. */
function noting(db: Database): {
  readonly db: Database;
  readonly noted: string[];
  readonly commits: string[][];
} {
  const noted: string[] = [];
  const commits: string[][] = [];
  const note = <Q extends Queryable>(on: Q, list: string[]): Q => ({
    ...on,
    query: (text: string, ...rest: []) => (list.push(text), on.query(text, ...rest)),
    execute: (text: string, ...rest: []) => (list.push(text), on.execute(text, ...rest)),
  });
  const transaction: Database['transaction'] = (work, options) => {
    const list: string[] = [];
    commits.push(list);
    return db.transaction((tx) => work(note(tx, list)), options);
  };
  return { db: { ...note(db, noted), transaction }, noted, commits };
}

test('I60: a quiet look is three transactions and few statements, and writes nothing outside of them, nor for its call', async () => {
  const { db, noted, commits } = noting(bench.db);
  const never = new AbortController().signal;
  const transport = createTransport();
  const { clock, logger, calls } = bench.worker;
  const turns = createSharedTurns({ db, clock });
  const client = createQuickBooksClient({
    apiUrl: bench.address.apiUrl,
    tokens: bench.vault,
    transport,
    clock,
    logger,
    turns,
    onCall: (call) => calls.record(call),
  });
  const before = calls.total(bench.realmId);
  await workSlice({ ...bench.worker, db, client, turns }, 'quiet', bench.realmId, never);
  await transport.close();
  expect(calls.total(bench.realmId) - before).toBe(1);
  expect(commits).toHaveLength(3);
  expect(commits.flat().length + noted.length).toBeLessThanOrEqual(33);
  expect(noted.filter((text) => !/^\s*SELECT/.test(text))).toEqual([]);
  const [lease] = await bench.db.query<{ free: boolean }>(
    'SELECT expires_at < now() AS free FROM ledger_mirror.leases',
  );
  expect(lease?.free).toBe(true);
});

test('I6: what is lost with the database server before the company’s data was written was never a right to write it', async () => {
  // The lease of a slice whose commit did not reach the disk: the row is as before, and another slice has the fence.
  bench.disturb = async () => {
    bench.disturb = undefined;
    await bench.db.query(
      `UPDATE ledger_mirror.leases SET owner = 'the slice before', fence = fence - 1, expires_at = '-infinity'`,
    );
    await bench.slice('slice 2');
    return undefined;
  };
  const before = await bench.organizations.runs(bench.realmId);
  expect(await bench.slice('slice 1')).toEqual({ kind: 'done' });
  const [lease] = await bench.db.query('SELECT owner FROM ledger_mirror.leases');
  expect(lease).toEqual({ owner: 'slice 2' });
  expect(await bench.organizations.runs(bench.realmId)).toHaveLength(before.length);
  expect(await bench.differences()).toEqual([]);
});
