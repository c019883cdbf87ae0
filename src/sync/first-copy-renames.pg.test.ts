import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { isPage, openSyncBench, type SyncBench } from '../../test/support/sync-bench.ts';

// Names that change while a company is copied for the first time: after the rows that show them, before themselves.

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({
    shared: database,
    pageSize: 5,
    entities: ['CompanyInfo', 'Customer', 'Invoice'],
  });
  await bench.connect();
});
afterEach(() => bench.close());

/** Holds back the page of customers until one of `entity` was answered, then gives customer `id` another name. */
function renameBetween(id: unknown, entity: 'Invoice', name: string): void {
  let answered: () => void = () => undefined;
  const isAnswered = new Promise<void>((resolve) => (answered = resolve));
  let isRenamed = false;
  bench.disturb = async (request) => {
    if (isPage(request, entity)) {
      const answer = await bench.forward(request);
      answered();
      return answer;
    }
    if (isPage(request, 'Customer') && !isRenamed) {
      isRenamed = true;
      await isAnswered;
      const customer = (await bench.truth('Customer')).find((one) => one['Id'] === id);
      await bench.write('Customer', { ...customer, DisplayName: name });
    }
    return undefined;
  };
}

test('I33: a name that changed between the copy of what refers to it and its own reaches those rows', async () => {
  const [invoice] = await bench.truth('Invoice');
  const { value: id } = invoice?.['CustomerRef'] as { value: string };
  renameBetween(id, 'Invoice', 'Another name');
  await bench.sync();
  const names = await bench.db.query(
    'SELECT DISTINCT customer_name AS name FROM quickbooks.invoices WHERE customer_id = $1',
    [id],
  );
  expect(names).toEqual([{ name: 'Another name' }]);
});

const createdAt = (one: Record<string, unknown>): string =>
  (one['MetaData'] as { CreateTime: string }).CreateTime;

test('I46: so does the name of a parent that was renamed after those below it were copied', async () => {
  // Too long ago for a look at changes to come upon the leaf.
  await bench.control('clock', { jumpSeconds: -7200 });
  const customers = await bench.truth('Customer');
  const oldest = customers.toSorted((a, b) => createdAt(a).localeCompare(createdAt(b)));
  const leaf = oldest.find((one) => one['ParentRef'] === undefined);
  await bench.write('Customer', { DisplayName: 'House' });
  const house = (await bench.truth('Customer')).find((one) => one['DisplayName'] === 'House');
  await bench.write('Customer', { ...leaf, Job: true, ParentRef: { value: house?.['Id'] } });
  await bench.control('clock', { jumpSeconds: 7200 });
  let pages = 0;
  bench.disturb = async (request) => {
    if (!isPage(request, 'Customer')) return undefined;
    pages += 1;
    // The leaf is old and came with the first page, the house is young and comes with the last one.
    if (pages === 2) await bench.write('Customer', { ...house, DisplayName: 'Home' });
    return undefined;
  };
  await bench.sync();
  expect(pages).toBeGreaterThan(2);
  const [stored] = await bench.db.query<{ path: string }>(
    'SELECT fully_qualified_name AS path FROM quickbooks.customers WHERE id = $1',
    [leaf?.['Id']],
  );
  expect(stored?.path).toMatch(/^Home:/);
  expect(await bench.differences()).toEqual([]);
});

test('a name that nobody changed meanwhile is looked for nowhere', async () => {
  let noted = 0;
  bench.disturb = async (request) => {
    noted += (await bench.db.query('SELECT FROM ledger_mirror.renamed_records')).length;
    return bench.forward(request);
  };
  await bench.sync();
  await bench.write('Customer', { DisplayName: 'Somebody new' });
  await bench.sync();
  expect(noted).toBe(0);
});
