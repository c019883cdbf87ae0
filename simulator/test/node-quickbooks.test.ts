import { expect, test } from 'vitest';

import { type Json, startBench } from './support/harness.ts';
import { type Answer, connectClient } from './support/node-quickbooks.ts';

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

test('node-quickbooks sends batches and uploads', async () => {
  await using bench = await startBench();
  const client = await connectClient(bench);
  const batch = await client('batch', [
    { bId: 'a', operation: 'create', Vendor: { DisplayName: 'By batch' } },
    { bId: 'b', Query: 'select count(*) from Item' },
    { bId: 'c', operation: 'delete', Invoice: { Id: '999999', SyncToken: '0' } },
  ]);
  const items = batch['BatchItemResponse'] as Json[];
  const byId = Object.fromEntries(items.map((item) => [item['bId'] as string, item]));
  expect(byId).toMatchObject({
    a: { Vendor: { DisplayName: 'By batch', SyncToken: '0' } },
    b: { QueryResponse: { totalCount: expect.any(Number) } },
    c: { Fault: { Error: [{ code: '610' }] } },
  });
  const [bill] = (await client('findBills', { limit: 1 }))['QueryResponse']['Bill'] as Json[];
  const content = Buffer.from('a scan');
  const attached = await client('upload', 'scan.txt', 'text/plain', content, 'Bill', bill['Id']);
  expect(attached).toMatchObject({
    FileName: 'scan.txt',
    Size: 6,
    AttachableRef: [{ EntityRef: { type: 'Bill', value: bill['Id'] } }],
  });
});
