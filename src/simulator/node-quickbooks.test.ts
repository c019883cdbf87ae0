import { createRequire } from 'node:module';

import { expect, test } from 'vitest';

import { type Bench, type Json, startBench } from './test-support/harness.ts';

// A client nobody here wrote; its types do not fit how it is called, so it is used by name.
type Answer = Json;
type Client = (method: string, ...values: unknown[]) => Promise<Answer>;

async function connectClient(bench: Bench): Promise<Client> {
  const require = createRequire(import.meta.url);
  const QuickBooks = require('node-quickbooks') as {
    new (...values: unknown[]): Record<string, unknown>;
    V3_ENDPOINT_BASE_URL: string;
  };
  QuickBooks.V3_ENDPOINT_BASE_URL = `${bench.simulator.url}/v3/company/`;
  const { access_token, refresh_token } = await bench.connect();
  const client = new QuickBooks(
    'simulator-client',
    'simulator-secret',
    access_token,
    false,
    bench.realmId,
    true,
    false,
    75,
    '2.0',
    refresh_token,
  );
  return (method, ...values) =>
    new Promise((resolve, reject) => {
      const call = client[method] as (...args: unknown[]) => void;
      call.call(client, ...values, (error: unknown, answer: Answer) =>
        error ? reject(error as Error) : resolve(answer),
      );
    });
}

test('node-quickbooks finds, counts and pages', async () => {
  await using bench = await startBench({ size: 400 });
  const client = await connectClient(bench);
  const counted = await client('findInvoices', { count: true });
  const total = Number(counted['QueryResponse']?.['totalCount']);
  const all = await client('findInvoices', { fetchAll: true, limit: 50, asc: 'Id' });
  expect(all['QueryResponse']?.['Invoice']).toHaveLength(total);
  const [one] = all['QueryResponse']?.['Invoice'] ?? [];
  const found = await client('findInvoices', [
    { field: 'DocNumber', value: one?.['DocNumber'], operator: '=' },
  ]);
  expect(found['QueryResponse']?.['Invoice']).toEqual([one]);
  for (const entity of ['Customer', 'Item', 'Account', 'Payment']) {
    const rows = await client(`find${entity}s`, { limit: 5 });
    expect(rows['QueryResponse']?.[entity], entity).toHaveLength(5);
  }
});

test('node-quickbooks creates, reads, updates, voids and deletes', async () => {
  await using bench = await startBench();
  const client = await connectClient(bench);
  const customer = await client('createCustomer', { DisplayName: 'Through the client' });
  expect(await client('getCustomer', customer['Id'])).toEqual(customer);
  const renamed = await client('updateCustomer', {
    Id: customer['Id'],
    SyncToken: '0',
    DisplayName: 'Renamed',
  });
  expect(renamed).toMatchObject({ DisplayName: 'Renamed', SyncToken: '1' });
  const line = {
    Amount: 12.5,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: '1' }, Qty: 2.5, UnitPrice: 5 },
  };
  const make = (): Promise<Answer> =>
    client('createInvoice', { CustomerRef: { value: customer['Id'] }, Line: [line] });
  const [first, second] = [await make(), await make()];
  const link = { Amount: 12.5, LinkedTxn: [{ TxnId: first['Id'], TxnType: 'Invoice' }] };
  const payment = await client('createPayment', {
    CustomerRef: { value: customer['Id'] },
    TotalAmt: 12.5,
    Line: [link],
  });
  expect(await client('getInvoice', first['Id'])).toMatchObject({ Balance: 0, SyncToken: '0' });
  await client('deletePayment', payment['Id']);
  expect(await client('getInvoice', first['Id'])).toMatchObject({ Balance: 12.5 });
  await client('voidInvoice', first['Id']);
  expect(await client('getInvoice', first['Id'])).toMatchObject({ TotalAmt: 0, PrivateNote: 'Voided' });
  await client('deleteInvoice', second['Id']);
  const failure = await client('getInvoice', second['Id']).catch((error: unknown) => error);
  expect((failure as Json).response.data.Fault.Error[0].code).toBe('610');
});

test('node-quickbooks creates items and accounts, reads the company and asks for changes', async () => {
  await using bench = await startBench();
  const client = await connectClient(bench);
  const account = await client('createAccount', { Name: 'Online Sales', AccountType: 'Income' });
  const item = await client('createItem', {
    Name: 'Gift Card',
    Type: 'Service',
    IncomeAccountRef: { value: account['Id'] },
    UnitPrice: 25,
  });
  expect(item).toMatchObject({
    IncomeAccountRef: { value: account['Id'], name: 'Online Sales' },
    UnitPrice: 25,
  });
  expect(await client('updateItem', { Id: item['Id'], SyncToken: '0', Active: false })).toMatchObject({
    Name: 'Gift Card (deleted)',
  });
  expect(await client('getCompanyInfo', bench.realmId)).toMatchObject({
    CompanyName: 'Cedar Ridge Landscaping',
  });
  const changes = await client('changeDataCapture', ['Account', 'Item'], '2026-06-15T12:00:00-07:00');
  expect(changes['CDCResponse']?.[0]?.['QueryResponse']?.[1]?.['Item']?.[0]?.['Id']).toBe(item['Id']);
});
