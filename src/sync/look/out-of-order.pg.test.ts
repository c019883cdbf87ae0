import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { fault, isPage, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { type EntityState, loadEntityStates } from '../company/entity-states.ts';

// Answers in another order than asked for, or in another one at every call, and what cannot be listed at all.

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
afterEach(() => bench.close());

const open = async (entities?: readonly string[]): Promise<void> => {
  bench = await openSyncBench({ shared: database, pageSize: 4, ...(entities && { entities }) });
};

const entity = async (name: string): Promise<EntityState | undefined> =>
  (await loadEntityStates(bench.db, bench.realmId)).find((one) => one.entity === name);

async function prove(): Promise<void> {
  await bench.organizations.requestProof(bench.realmId);
  await bench.sync();
}

const difference = async (name: string): Promise<string | undefined> =>
  (await bench.organizations.reconciliations(bench.realmId)).find(
    (row) => row.entity === name && row.measure === 'count',
  )?.difference;

type Row = Record<string, unknown>;

/** Changes the rows of every page of an entity on their way. */
function changePages(name: string, change: (rows: Row[], statement: string) => Row[] | Promise<Row[]>): void {
  bench.disturb = async (request) => {
    if (!isPage(request, name)) return undefined;
    const answer = JSON.parse((await bench.forward(request)).body) as {
      QueryResponse?: Record<string, Row[]>;
    };
    if (answer.QueryResponse === undefined) return undefined;
    const rows = await change(answer.QueryResponse[name] ?? [], request.url.searchParams.get('query') ?? '');
    answer.QueryResponse = { ...answer.QueryResponse, [name]: rows };
    return { body: JSON.stringify(answer) };
  };
}

test('L12: a second with more records than a page comes whole although they come in another order at every call', async () => {
  // Twelve invoices are of one second.
  bench = await openSyncBench({ shared: database, pageSize: 10 });
  await bench.control('switches', { tieOrder: 'random' });
  await bench.connect();
  await bench.sync();
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([]);
  await prove();
  expect(await difference('Invoice')).toBe('0');
});

test.each([
  { ignoreWhere: false, counted: 'matching' },
  { ignoreWhere: false, counted: 'never' },
  { ignoreWhere: true, counted: 'matching' },
  { ignoreWhere: true, counted: 'always' },
  { ignoreWhere: true, counted: 'never' },
])(
  'I32: tax codes that come first on every page are copied, and held against nobody: %o',
  async (pseudoCodes) => {
    await open(['CompanyInfo', 'TaxAgency', 'TaxRate', 'TaxCode', 'Account']);
    await bench.control('switches', { pseudoCodes: { first: true, ...pseudoCodes } });
    await bench.connect();
    await bench.sync();
    expect(await bench.organizations.get(bench.realmId)).toMatchObject({
      status: 'current',
      statusReason: undefined,
    });
    expect(await entity('TaxCode')).toMatchObject({ status: 'current', byPosition: false });
    expect(await bench.differences()).toEqual([]);
    await prove();
    expect(await difference('TaxCode')).toBe('0');
    // One is lost here, and one too many; the looks every six hours and the comparison find both.
    const [code] = await bench.db.query<{ id: string }>(
      "SELECT id FROM quickbooks.tax_codes WHERE id ~ '^[0-9]+$' ORDER BY id LIMIT 1",
    );
    await bench.db.query(
      `INSERT INTO quickbooks.tax_codes (realm_id, id, created_at, observed_at, synced_at, raw)
       SELECT realm_id, '4242', created_at, observed_at, synced_at, raw FROM quickbooks.tax_codes WHERE id = $1`,
      [code?.id],
    );
    await bench.organizations.requestSync(bench.realmId);
    await bench.sync();
    expect(await bench.differences()).toEqual([]);
    await bench.db.query('DELETE FROM quickbooks.tax_codes WHERE id = $1', [code?.id]);
    await prove();
    expect(await difference('TaxCode')).toBe('-1');
    expect(await bench.differences()).toEqual([]);
    // What is known to be whole is not searched for again.
    await prove();
    expect(await difference('TaxCode')).toBe('0');
    const asked = bench.statements.length;
    await bench.sync();
    expect(bench.statements.length - asked).toBe(1);
  },
);

test('I32: the same where they were listed by position', async () => {
  await open(['CompanyInfo', 'TaxAgency', 'TaxRate', 'TaxCode', 'Account']);
  await bench.control('switches', {
    pseudoCodes: { first: true, ignoreWhere: true, counted: 'never' },
  });
  bench.disturb = (request) =>
    isPage(request, 'TaxCode') && /CreateTime|LastUpdated/.test(request.url.searchParams.get('query') ?? '')
      ? fault('4001')
      : undefined;
  await bench.connect();
  await bench.sync();
  expect(await entity('TaxCode')).toMatchObject({ status: 'current', byPosition: true });
  await prove();
  expect(await difference('TaxCode')).toBe('0');
  const asked = bench.statements.length;
  await bench.organizations.requestSync(bench.realmId);
  await bench.sync();
  // The look at changes and the batch.
  expect(bench.statements.length - asked).toBe(2);
  expect(await bench.differences()).toEqual([]);
});

test('I31: a small list that comes in another order than asked for, with rows nobody knows of first, is read by position', async () => {
  await open();
  const stranger = (await bench.truth('Customer')).at(-1);
  changePages('Customer', (rows) => [
    ...(stranger === undefined ? [] : [stranger]),
    ...rows.filter((row) => row['Id'] !== stranger?.['Id']),
  ]);
  await bench.connect();
  await bench.sync();
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
  expect(await entity('Customer')).toMatchObject({ status: 'current', byPosition: true });
  expect(await bench.differences()).toEqual([]);
});

test('I8, I29: rows that never come are no failure, and the comparison brings them in once they do', async () => {
  await open();
  const [first] = await bench.truth('Customer');
  const hide = (): void =>
    changePages('Customer', (rows, statement) =>
      // By position, so that it is missed where nothing else is to be had.
      /ORDERBY/.test(statement) ? rows.filter((row) => row['Id'] !== first?.['Id']) : rows,
    );
  hide();
  await bench.connect();
  await bench.sync();
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
  expect(await bench.differences()).toEqual([`Customer ${String(first?.['Id'])} is missing`]);
  await prove();
  expect(await difference('Customer')).toBe('-1');
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({ status: 'current' });
  bench.disturb = undefined;
  await prove();
  expect(await bench.differences()).toEqual([]);
});

test('I8, I2: an entity in no order at all is said beside the company, which is current, and the comparison copies it', async () => {
  await open();
  changePages('Invoice', async (rows) => {
    // Too many to be read by position.
    await bench.db.query(
      `UPDATE ledger_mirror.entity_states SET expected_rows = 20000 WHERE entity = 'Invoice'`,
    );
    return rows.toReversed();
  });
  await bench.connect();
  await bench.sync();
  expect(await entity('Invoice')).toMatchObject({ status: 'failed', errorCode: 'QBO_LISTING_DISORDERED' });
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({
    status: 'current',
    statusReason: expect.stringMatching(/^Invoice: /),
  });
  expect((await bench.organizations.runs(bench.realmId))[0]).toMatchObject({ status: 'succeeded' });
  await prove();
  expect(await entity('Invoice')).toMatchObject({ status: 'current' });
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({
    status: 'current',
    statusReason: undefined,
  });
  expect(await bench.differences()).toEqual([]);
});

test('I8, I29: an entity whose pages are refused again and again keeps the company from nothing, and is copied range by range', async () => {
  await open();
  bench.disturb = (request) =>
    isPage(request, 'Customer') && !/CreateTime </.test(request.url.searchParams.get('query') ?? '')
      ? fault('4000')
      : undefined;
  await bench.connect();
  for (let tries = 0; tries < 5; tries += 1) {
    await bench.sync();
    expect(await bench.organizations.get(bench.realmId)).toMatchObject({
      status: tries < 4 ? 'loading' : 'current',
      statusReason: expect.stringMatching(/^Customer: /),
    });
    await bench.db.query(
      'UPDATE ledger_mirror.entity_states SET retry_at = now() WHERE retry_at IS NOT NULL',
    );
  }
  // It is given up, and its time to be tried again has not come.
  await bench.db.query(
    `UPDATE ledger_mirror.entity_states SET retry_at = now() + interval '1 hour' WHERE retry_at IS NOT NULL`,
  );
  await bench.db.query('UPDATE ledger_mirror.organizations SET prove_at = now()');
  await bench.sync();
  expect(await entity('Customer')).toMatchObject({ status: 'current', failures: 0 });
  expect(await bench.differences()).toEqual([]);
  bench.disturb = undefined;
  await bench.write('Customer', { DisplayName: 'After the road was changed' });
  await bench.sync();
  expect(await bench.organizations.get(bench.realmId)).toMatchObject({
    status: 'current',
    statusReason: undefined,
  });
  expect(await bench.differences()).toEqual([]);
});

test('I29: what is deleted of entities that change data capture does not cover is found at their next look', async () => {
  await open(['CompanyInfo', 'Account', 'Customer', 'Employee', 'Vendor', 'TimeActivity']);
  await bench.connect();
  await bench.sync();
  const [activity] = await bench.truth('TimeActivity');
  await bench.write('TimeActivity', activity, 'delete');
  await bench.db.query(
    "UPDATE ledger_mirror.entity_states SET last_synced_at = last_synced_at - interval '7 hours'",
  );
  await bench.sync();
  const [row] = await bench.db.query<{ gone: boolean }>(
    'SELECT deleted_at IS NOT NULL AS gone FROM quickbooks.time_activities WHERE id = $1',
    [activity?.['Id']],
  );
  expect(row).toEqual({ gone: true });
  expect(await bench.differences()).toEqual([]);
});

test('I29, I18: an exchange rate that is gone is found and marked, after QuickBooks has left it out once more', async () => {
  bench = await openSyncBench({
    shared: database,
    pageSize: 40,
    company: 2,
    entities: ['CompanyInfo', 'Account', 'ExchangeRate'],
  });
  await bench.connect();
  await bench.sync();
  const [rate] = await bench.db.query<{ id: string; raw: Row }>(
    'SELECT id, raw FROM quickbooks.exchange_rates ORDER BY id LIMIT 1',
  );
  const [currency, home] = rate?.id.split(':') ?? [];
  const gone = `${currency}:${home}:1999-12-31`;
  const insert = async (): Promise<unknown> =>
    bench.db.query(
      `INSERT INTO quickbooks.exchange_rates (realm_id, id, created_at, observed_at, synced_at, raw)
       SELECT realm_id, $2, created_at, observed_at, synced_at, raw FROM quickbooks.exchange_rates WHERE id = $1
       ON CONFLICT (realm_id, id) DO UPDATE SET deleted_at = NULL, observed_at = excluded.observed_at`,
      [rate?.id, gone],
    );
  const dead = async (): Promise<unknown> =>
    (
      await bench.db.query<{ id: string }>(
        'SELECT id FROM quickbooks.exchange_rates WHERE deleted_at IS NOT NULL',
      )
    ).map(({ id }) => id);
  await insert();
  await bench.organizations.requestSync(bench.realmId);
  await bench.sync();
  expect(await dead()).toEqual([gone]);
  expect(bench.statements).toContainEqual(
    expect.stringContaining(`SourceCurrencyCode = '${currency}' AND AsOfDate IN ('1999-12-31')`),
  );
  await insert();
  await prove();
  expect(await dead()).toEqual([gone]);
});
