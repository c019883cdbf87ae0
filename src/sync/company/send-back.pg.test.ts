import { afterEach, beforeEach, expect, test } from 'vitest';
import { isPage, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';

let bench: SyncBench;

beforeEach(async () => {
  bench = await openSyncBench({ pageSize: 20 });
  await bench.connect();
  await bench.sync();
});
afterEach(() => bench.close());

const listingsOf = (entity: string, statements: readonly string[]): string[] =>
  statements.filter((statement) => new RegExp(`FROM ${entity}\\b.*CreateTime`, 'is').test(statement));

test('a company that is copied again is read whole, repaired in any field, and loses no deletion of the meantime', async () => {
  const [forged, deleted] = await bench.truth('Invoice');
  await bench.db.query(
    `UPDATE quickbooks.invoices SET doc_number = 'forged', content_hash = '' WHERE id = $1`,
    [forged?.['Id']],
  );
  await bench.write('Invoice', { Id: deleted?.['Id'], SyncToken: deleted?.['SyncToken'] }, 'delete');
  const before = bench.statements.length;
  const { runId } = await bench.organizations.requestBackfill(bench.realmId);
  expect((await bench.organizations.entities(bench.realmId)).map(({ status }) => status)).toContain(
    'pending',
  );
  const [there] = await bench.db.query<{ rows: number }>(
    'SELECT count(*)::int AS rows FROM quickbooks.invoices',
  );
  expect(there?.rows).toBeGreaterThan(10);
  await bench.sync();
  expect(listingsOf('Invoice', bench.statements.slice(before)).length).toBeGreaterThan(1);
  expect(await bench.differences()).toEqual([]);
  const [run] = await bench.organizations.runs(bench.realmId);
  expect(run).toMatchObject({ id: runId, kind: 'backfill', status: 'succeeded', created: 0 });
  const [gone] = await bench.db.query<{ deletedAt: Date | null }>(
    'SELECT deleted_at FROM quickbooks.invoices WHERE id = $1',
    [deleted?.['Id']],
  );
  expect(gone?.deletedAt).toBeInstanceOf(Date);
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
  // Compared with QuickBooks' own numbers at the end.
  expect(
    (await bench.organizations.reconciliations(bench.realmId)).map(({ difference }) => Number(difference)),
  ).toEqual(expect.arrayContaining([0]));
});

test('asked for while a worker is in the middle of a page, it is not overwritten by that worker', async () => {
  await bench.organizations.requestBackfill(bench.realmId);
  let asked = false;
  bench.disturb = async (request) => {
    if (asked || !isPage(request, 'Invoice')) return undefined;
    asked = true;
    await bench.organizations.requestBackfill(bench.realmId);
    return undefined;
  };
  await bench.sync();
  expect(asked).toBe(true);
  const [first] = listingsOf('Invoice', bench.statements);
  const before = bench.statements.length;
  await bench.sync();
  // From the beginning, and not from where that page would have led.
  expect(listingsOf('Invoice', bench.statements.slice(before))[0]).toBe(first);
  expect(listingsOf('Customer', bench.statements.slice(before)).length).toBeGreaterThan(0);
  expect(await bench.differences()).toEqual([]);
});

test('a paused company is not copied again', async () => {
  await bench.organizations.pause(bench.realmId);
  await expect(bench.organizations.requestBackfill(bench.realmId)).rejects.toMatchObject({
    code: 'SYNC_PAUSED',
  });
  await expect(bench.organizations.requestBackfill('999' as never)).rejects.toMatchObject({
    code: 'SYNC_ORGANIZATION_UNKNOWN',
  });
  expect(await bench.db.query(`SELECT 1 FROM ledger_mirror.leases WHERE realm_id = '999'`)).toEqual([]);
});
