import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { isCapture, isPage, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';

// Names that change or are merged while a company is first copied: after what shows them was copied, before they are.

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

/** Holds back the page of customers until one of invoices was answered, then does something to them. */
function betweenTheirPages(change: () => Promise<unknown>): void {
  let answered: () => void = () => undefined;
  const isAnswered = new Promise<void>((resolve) => (answered = resolve));
  let isDone = false;
  bench.disturb = async (request) => {
    if (isPage(request, 'Invoice')) {
      const answer = await bench.forward(request);
      answered();
      return answer;
    }
    if (isPage(request, 'Customer') && !isDone) {
      isDone = true;
      await isAnswered;
      await change();
    }
    return undefined;
  };
}

test('I33: a name that changed between the copy of what refers to it and its own reaches those rows', async () => {
  const [invoice] = await bench.truth('Invoice');
  const id = customerOf(invoice);
  betweenTheirPages(async () => {
    const customer = (await bench.truth('Customer')).find((one) => one['Id'] === id);
    await bench.write('Customer', { ...customer, DisplayName: 'Another name' });
  });
  await bench.sync();
  const names = await bench.db.query(
    'SELECT DISTINCT customer_name AS name FROM quickbooks.invoices WHERE customer_id = $1',
    [id],
  );
  expect(names).toEqual([{ name: 'Another name' }]);
});

test('I33: so does one of an entity whose records come without their times', async () => {
  const [invoice] = await bench.truth('Invoice');
  const id = customerOf(invoice);
  betweenTheirPages(async () => {
    const customer = (await bench.truth('Customer')).find((one) => one['Id'] === id);
    await bench.write('Customer', { ...customer, DisplayName: 'Another name' });
  });
  const { disturb } = bench;
  bench.disturb = async (request) => {
    const answer = await disturb?.(request);
    if (!isPage(request, 'Customer') && !isCapture(request)) return answer;
    const { body } = await bench.forward(request);
    return { body: isPage(request, 'Customer') ? body.replaceAll(/"MetaData":\{[^}]*\},?/g, '') : body };
  };
  await bench.sync();
  const names = await bench.db.query(
    'SELECT DISTINCT customer_name AS name FROM quickbooks.invoices WHERE customer_id = $1',
    [id],
  );
  expect(names).toEqual([{ name: 'Another name' }]);
});

for (const loser of ['inactive', 'deleted'] as const) {
  test(`I34: so do references to a name that was merged into another meanwhile and is ${loser} now`, async () => {
    await bench.control('switches', { merges: { restamp: false, loser } });
    const { from, into } = await mergeable();
    betweenTheirPages(() =>
      bench.control(`companies/${bench.realmId}/merges`, { entity: 'Customer', from, into }),
    );
    await bench.sync();
    await bench.sync();
    expect(await bench.db.query('SELECT id FROM quickbooks.invoices WHERE customer_id = $1', [from])).toEqual(
      [],
    );
    expect(await bench.differences()).toEqual([]);
  });
}

test('I35: what refers to a name that is nowhere is read again, since it was perhaps merged while nobody looked', async () => {
  await bench.sync();
  await bench.control('switches', { merges: { restamp: false, loser: 'deleted' } });
  const { from, into } = await mergeable();
  // The first copy was broken off before this name, and taken up when changes so old are not told any more.
  await bench.db.query('DELETE FROM quickbooks_store.customers WHERE id = $1', [from]);
  await bench.control(`companies/${bench.realmId}/merges`, { entity: 'Customer', from, into });
  bench.disturb = (request) =>
    isCapture(request)
      ? { body: JSON.stringify({ CDCResponse: [{ QueryResponse: [{}] }], time: new Date().toISOString() }) }
      : undefined;
  await bench.organizations.requestProof(bench.realmId);
  await bench.sync();
  await bench.sync();
  expect(await bench.db.query('SELECT id FROM quickbooks.invoices WHERE customer_id = $1', [from])).toEqual(
    [],
  );
});

const customerOf = (invoice: Record<string, unknown> | undefined): string =>
  ((invoice ?? {})['CustomerRef'] as { value: string }).value;

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
  await bench.write('Customer', { DisplayName: 'Made in the last minute' });
  await bench.sync();
  await bench.write('Customer', { DisplayName: 'Somebody new' });
  await bench.sync();
  expect(noted).toBe(0);
});

test('I37: a field that is new to us is told from whichever page it comes with', async () => {
  let pages = 0;
  bench.disturb = async (request) => {
    if (!isPage(request, 'Invoice')) return undefined;
    pages += 1;
    if (pages !== 2) return undefined;
    const answer = await bench.forward(request);
    return { body: answer.body.replaceAll('"domain":"QBO"', '"domain":"QBO","Novelty":1') };
  };
  await bench.sync();
  expect(pages).toBeGreaterThan(2);
  expect(
    await bench.db.query(`SELECT field FROM ledger_mirror.unknown_fields WHERE entity = 'Invoice'`),
  ).toEqual([{ field: 'Novelty' }]);
});

/** The customer of an invoice that comes with the first page, and another one. */
async function mergeable(): Promise<{ from: string; into: string }> {
  const [invoice] = (await bench.truth('Invoice')).toSorted((a, b) =>
    createdAt(a).localeCompare(createdAt(b)),
  );
  const from = customerOf(invoice);
  const customers = await bench.truth('Customer');
  const into = customers.find(
    (one) => one['Id'] !== from && one['Active'] === true && one['ParentRef'] === undefined,
  );
  return { from, into: String(into?.['Id']) };
}
