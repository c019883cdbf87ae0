import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { isPage, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database });
  await bench.connect();
});
afterEach(() => bench.close());

const pagesOf = (entity: string): string[] =>
  bench.statements.filter((statement) =>
    new RegExp(`^SELECT \\*.* FROM ${entity} .*ORDERBY MetaData.CreateTime`, 'i').test(statement),
  );

test('I40: a first copy counts everything by one call, and reads lists that fit into a page by one call each', async () => {
  await bench.sync();
  expect(bench.statements.filter((statement) => /COUNT\(\*\) FROM Customer/.test(statement))[0]).toMatch(
    /COUNT\(\*\) FROM Account.*COUNT\(\*\) FROM Customer.*COUNT\(\*\) FROM Invoice/s,
  );
  for (const entity of ['Account', 'Customer', 'Item', 'Invoice']) expect(pagesOf(entity)).toHaveLength(1);
  expect(await bench.differences()).toEqual([]);
});

test('L2: a page that is not full and brings fewer records than were counted is not the end', async () => {
  bench.disturb = async (request) => {
    if (!isPage(request, 'Customer') || pagesOf('Customer').length > 1) return undefined;
    const answer = await bench.forward(request);
    if (answer.status !== 200 || request.url.pathname.endsWith('/batch')) return answer;
    const body = JSON.parse(answer.body) as { QueryResponse: { Customer: unknown[] } };
    body.QueryResponse.Customer = body.QueryResponse.Customer.slice(0, 3);
    return { body: JSON.stringify(body) };
  };
  await bench.sync();
  expect(pagesOf('Customer').length).toBeGreaterThan(1);
  expect(await bench.differences()).toEqual([]);
});

test('L2: what is made between the count and its only page is no reason to stop early', async () => {
  bench.disturb = async (request) => {
    if (!isPage(request, 'Customer')) return undefined;
    bench.disturb = undefined;
    await bench.write('Customer', { DisplayName: 'Made in between' });
    return undefined;
  };
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});
