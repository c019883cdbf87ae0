import { expect, test } from 'vitest';

import { type Bench, type Json, startBench } from '../../test/support/harness.ts';

const LINE = {
  Amount: 100,
  DetailType: 'SalesItemLineDetail',
  SalesItemLineDetail: { ItemRef: { value: '1' } },
};

async function newCustomer(bench: Bench, name = 'New Customer'): Promise<Json> {
  return (await bench.write('customer', { DisplayName: name })).json()['Customer'] as Json;
}

async function newInvoice(bench: Bench, customerId: string): Promise<Json> {
  return (await bench.write('invoice', { CustomerRef: { value: customerId }, Line: [LINE] })).json()[
    'Invoice'
  ] as Json;
}

const read = async (bench: Bench, entity: string, id: unknown): Promise<Json> =>
  (await bench.call(`${entity.toLowerCase()}/${String(id)}`)).json()[entity] as Json;

const error = (answer: { json(): Json }): Json => answer.json()['Fault']?.['Error']?.[0] as Json;

test('a created invoice is completed like QuickBooks completes it', async () => {
  await using bench = await startBench();
  const customer = await newCustomer(bench);
  const answer = await bench.write('invoice', { CustomerRef: { value: customer['Id'] }, Line: [LINE] });
  expect(answer.text).toContain('"TotalAmt":100.00,');
  expect(answer.json()['Invoice']).toMatchObject({
    domain: 'QBO',
    sparse: false,
    SyncToken: '0',
    TxnDate: '2026-06-15',
    DueDate: '2026-07-15',
    LinkedTxn: [],
    CurrencyRef: { value: 'USD', name: 'United States Dollar' },
    CustomerRef: { value: customer['Id'], name: 'New Customer' },
    CustomField: [{ DefinitionId: '1', Name: 'Crew #', Type: 'StringType' }],
    Line: [
      { Id: '1', LineNum: 1, DetailType: 'SalesItemLineDetail' },
      { DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
    ],
    MetaData: { CreateTime: '2026-06-15T12:00:00-07:00', LastUpdatedTime: '2026-06-15T12:00:00-07:00' },
  });
});

test('a payment moves invoice, customer and accounts: their time changes, their SyncToken does not', async () => {
  await using bench = await startBench();
  const customer = await newCustomer(bench);
  const invoice = await newInvoice(bench, String(customer['Id']));
  const [receivable] = await bench.records(
    "select * from Account where AccountSubType = 'AccountsReceivable'",
    'Account',
  );
  await bench.clock.advance(60_000);
  const body = {
    CustomerRef: { value: customer['Id'] },
    TotalAmt: 120,
    Line: [{ Amount: 60, LinkedTxn: [{ TxnId: invoice['Id'], TxnType: 'Invoice' }] }],
  };
  const answer = await bench.write('payment', body);
  expect(answer.text).toContain('"TotalAmt":120.00,"UnappliedAmt":60.00,');
  const payment = answer.json()['Payment'] as Json;
  const paid = await read(bench, 'Invoice', invoice['Id']);
  expect(paid).toMatchObject({
    Balance: 40,
    SyncToken: '0',
    LinkedTxn: [{ TxnId: payment['Id'], TxnType: 'Payment' }],
  });
  expect(paid['MetaData']).toEqual({
    CreateTime: '2026-06-15T12:00:00-07:00',
    LastUpdatedTime: '2026-06-15T12:01:00-07:00',
  });
  expect(await read(bench, 'Customer', customer['Id'])).toMatchObject({ Balance: -20, SyncToken: '0' });
  const after = await read(bench, 'Account', receivable?.['Id']);
  expect(Number(after['CurrentBalance']) - Number(receivable?.['CurrentBalance'])).toBeCloseTo(-120, 6);
  expect(after['SyncToken']).toBe(receivable?.['SyncToken']);

  const gone = await bench.write('payment', { Id: payment['Id'], SyncToken: '0' }, 'delete');
  expect(gone.json()['Payment']).toEqual({ domain: 'QBO', status: 'Deleted', Id: payment['Id'] });
  expect(await read(bench, 'Invoice', invoice['Id'])).toMatchObject({ Balance: 100, LinkedTxn: [] });
  expect(await read(bench, 'Customer', customer['Id'])).toMatchObject({ Balance: 100 });
});

test('a void zeroes the invoice, says so in the note, keeps the row and frees the payment', async () => {
  await using bench = await startBench();
  const customer = await newCustomer(bench);
  const invoice = await newInvoice(bench, String(customer['Id']));
  const link = { Amount: 100, LinkedTxn: [{ TxnId: invoice['Id'], TxnType: 'Invoice' }] };
  const paid = await bench.write('payment', {
    CustomerRef: { value: customer['Id'] },
    TotalAmt: 100,
    Line: [link],
  });
  const answer = await bench.write('invoice', { Id: invoice['Id'], SyncToken: '0' }, 'void');
  expect(answer.text).toContain('"TotalAmt":0,');
  expect(answer.json()['Invoice']).toMatchObject({
    SyncToken: '1',
    PrivateNote: 'Voided',
    Balance: 0,
    LinkedTxn: [],
  });
  expect(await read(bench, 'Payment', paid.json()['Payment']?.['Id'])).toMatchObject({
    UnappliedAmt: 100,
    Line: [],
    SyncToken: '0',
  });
  expect(await read(bench, 'Customer', customer['Id'])).toMatchObject({ Balance: -100 });
});

test('a deleted invoice is gone from queries and gives 610 when read', async () => {
  await using bench = await startBench();
  const invoice = await newInvoice(bench, String((await newCustomer(bench))['Id']));
  await bench.write('invoice', { Id: invoice['Id'], SyncToken: '0' }, 'delete');
  const answer = await bench.call(`invoice/${String(invoice['Id'])}`);
  expect([answer.status, error(answer)['code']]).toEqual([400, '610']);
  expect(
    (await bench.query(`select * from Invoice where Id = '${String(invoice['Id'])}'`)).json()[
      'QueryResponse'
    ],
  ).toEqual({});
});

test('a sparse update keeps what it does not name, a full one does not, and one that changes nothing is no change', async () => {
  await using bench = await startBench();
  const { Id } = (
    await bench.write('customer', { DisplayName: 'Doe, Jane', Notes: 'old', CompanyName: 'Doe Ltd' })
  ).json()['Customer'] as Json;
  await bench.clock.advance(5_000);
  const sparse = await bench.write('customer', { Id, SyncToken: '0', sparse: true, CompanyName: 'Doe Inc' });
  expect(sparse.json()['Customer']).toMatchObject({
    Notes: 'old',
    CompanyName: 'Doe Inc',
    SyncToken: '1',
    sparse: false,
  });
  await bench.clock.advance(5_000);
  const same = await bench.write('customer', { Id, SyncToken: '1', sparse: true, CompanyName: 'Doe Inc' });
  expect(same.json()['Customer']).toEqual(sparse.json()['Customer']);
  const full = (await bench.write('customer', { Id, SyncToken: '1', DisplayName: 'Jack Moe' })).json()[
    'Customer'
  ] as Json;
  expect(full).toMatchObject({ DisplayName: 'Jack Moe', FullyQualifiedName: 'Jack Moe', SyncToken: '2' });
  expect(full).not.toHaveProperty('Notes');
});

test('a stale SyncToken is 5010, a missing one 2020, and nothing changes', async () => {
  await using bench = await startBench();
  const { Id } = await newCustomer(bench);
  expect(
    error(await bench.write('customer', { Id, SyncToken: '7', sparse: true, Notes: 'x' })),
  ).toMatchObject({ Message: 'Stale Object Error', code: '5010' });
  expect(error(await bench.write('customer', { Id, sparse: true, Notes: 'x' }))['code']).toBe('2020');
  expect(await read(bench, 'Customer', Id)).not.toHaveProperty('Notes');
});

test('what QuickBooks refuses is refused with its code', async () => {
  await using bench = await startBench();
  await newCustomer(bench);
  const code = async (entity: string, body: string | object): Promise<unknown> =>
    error(await bench.write(entity, body))['code'];
  expect(await code('customer', { DisplayName: 'new customer' })).toBe('6240');
  expect(await code('invoice', { BadJson: true })).toBe('2010');
  expect(await code('invoice', '{"half":')).toBe('2010');
  expect(await code('invoice', { Line: [LINE] })).toBe('2020');
  expect(await code('invoice', { CustomerRef: { value: '99999' }, Line: [LINE] })).toBe('2500');
  const uneven = { ...LINE, SalesItemLineDetail: { ItemRef: { value: '1' }, Qty: 3, UnitPrice: 7 } };
  expect(await code('invoice', { CustomerRef: { value: '2' }, Line: [uneven] })).toBe('6070');
  expect(await code('customer', { DisplayName: 'Long', Notes: 'x'.repeat(2_001) })).toBe('2050');
  expect(error(await bench.call('customer/1.5'))).toEqual({
    Message: 'Invalid ID',
    Detail: 'Id should be a valid number. Supplied value:1.5',
    code: '2030',
    element: 'Id',
  });
  expect((await bench.call('customer/1.5')).json()).not.toHaveProperty('time');
  expect(error(await bench.call('customer/1/5'))).toMatchObject({
    Message: 'Unsupported Operation',
    code: '500',
  });
});

test('a rename shows in every reference without restamping, and below it in the path of the jobs', async () => {
  await using bench = await startBench();
  const parent = await newCustomer(bench, 'Parent');
  const job = (
    await bench.write('customer', { DisplayName: 'Job', ParentRef: { value: parent['Id'] } })
  ).json()['Customer'] as Json;
  expect(job).toMatchObject({ FullyQualifiedName: 'Parent:Job', Job: true, Level: 1 });
  const invoice = await newInvoice(bench, String(job['Id']));
  expect(invoice['CustomerRef']).toEqual({ value: job['Id'], name: 'Parent:Job' });
  expect(await read(bench, 'Customer', parent['Id'])).toMatchObject({ Balance: 0, BalanceWithJobs: 100 });
  await bench.clock.advance(60_000);
  await bench.write('customer', { Id: parent['Id'], SyncToken: '0', sparse: true, DisplayName: 'Renamed' });
  const after = await read(bench, 'Invoice', invoice['Id']);
  expect(after).toEqual({ ...invoice, CustomerRef: { value: job['Id'], name: 'Renamed:Job' } });
  expect((await read(bench, 'Customer', job['Id']))['FullyQualifiedName']).toBe('Renamed:Job');
});

test('a deactivated customer gets the suffix everywhere, stays readable, and frees its name', async () => {
  await using bench = await startBench();
  const { Id } = await newCustomer(bench, 'Fees');
  const answer = await bench.write('customer', { Id, SyncToken: '0', sparse: true, Active: false });
  expect(answer.json()['Customer']).toMatchObject({
    Active: false,
    DisplayName: 'Fees (deleted)',
    FullyQualifiedName: 'Fees (deleted)',
  });
  expect((await bench.write('customer', { DisplayName: 'Fees' })).status).toBe(200);
  expect(error(await bench.write('invoice', { CustomerRef: { value: Id }, Line: [LINE] }))['code']).toBe(
    '610',
  );
});

test('companyinfo is read by the realm and found by query', async () => {
  await using bench = await startBench();
  const answer = await bench.call(`companyinfo/${bench.realmId}`);
  expect(answer.json()['CompanyInfo']).toMatchObject({
    Id: '1',
    CompanyName: 'Cedar Ridge Landscaping',
    Country: 'US',
  });
  const [row] = await bench.records('select * from CompanyInfo', 'CompanyInfo');
  expect(row).toEqual(answer.json()['CompanyInfo']);
});

test('a customer cannot be put below itself or below its own job, and a broken date is refused', async () => {
  await using bench = await startBench();
  const parent = await newCustomer(bench, 'Top');
  const job = (
    await bench.write('customer', { DisplayName: 'Below', ParentRef: { value: parent['Id'] } })
  ).json()['Customer'] as Json;
  for (const below of [parent, job]) {
    const change = { Id: parent['Id'], SyncToken: '0', sparse: true, ParentRef: { value: below['Id'] } };
    expect(error(await bench.write('customer', change))['code']).toBe('6000');
  }
  const dated = { CustomerRef: { value: parent['Id'] }, Line: [LINE], TxnDate: 'tomorrow' };
  expect(error(await bench.write('invoice', dated))).toMatchObject({ code: '2060', element: 'TxnDate' });
});

test('a rename also shows where the reference tells the type of what it points to', async () => {
  await using bench = await startBench();
  const vendor = (await bench.write('vendor', { DisplayName: 'Old Vendor' })).json()['Vendor'] as Json;
  const accounts = await bench.records('select * from Account maxresults 1000', 'Account');
  const idOf = (name: string): unknown => accounts.find((row) => row['Name'] === name)?.['Id'];
  const AccountBasedExpenseLineDetail = { AccountRef: { value: idOf('Office Expenses') } };
  const expense = {
    AccountRef: { value: idOf('Checking') },
    PaymentType: 'Cash',
    EntityRef: { value: vendor['Id'], type: 'Vendor' },
    Line: [{ Amount: 5, DetailType: 'AccountBasedExpenseLineDetail', AccountBasedExpenseLineDetail }],
  };
  const answer = await bench.write('purchase', expense);
  expect(answer.text).toContain(
    `"EntityRef":{"value":"${String(vendor['Id'])}","name":"Old Vendor","type":"Vendor"}`,
  );
  await bench.write('vendor', { Id: vendor['Id'], SyncToken: '0', sparse: true, DisplayName: 'New Vendor' });
  const after = await read(bench, 'Purchase', answer.json()['Purchase']['Id']);
  expect(after['EntityRef']).toEqual({ value: vendor['Id'], name: 'New Vendor', type: 'Vendor' });
});

test('a number of more digits than QuickBooks takes is a fault, and the books stay as they were', async () => {
  await using bench = await startBench({ companies: 1 });
  const [payment] = await bench.records('select * from Payment maxresults 1', 'Payment');
  for (const TotalAmt of ['9'.repeat(5_000), 1e15]) {
    const answer = await bench.write('payment', { ...payment, TotalAmt });
    expect(answer.status).toBe(400);
    expect(answer.json()['Fault']['Error'][0]['code']).toBe('2080');
  }
  expect((await bench.call(`payment/${payment?.['Id']}`)).json()['Payment']).toEqual(payment);
});

test('a credit that goes away opens again what it had paid', async () => {
  await using bench = await startBench();
  const customer = String((await newCustomer(bench))['Id']);
  const invoice = await newInvoice(bench, customer);
  const credit = (
    await bench.write('creditmemo', { CustomerRef: { value: customer }, Line: [{ ...LINE, Amount: 60 }] })
  ).json()['CreditMemo'] as Json;
  const link = (type: string, id: unknown, amount: number): Json => ({
    Amount: amount,
    LinkedTxn: [{ TxnId: id, TxnType: type }],
  });
  const payment = (
    await bench.write('payment', {
      CustomerRef: { value: customer },
      TotalAmt: 10,
      Line: [link('Invoice', invoice['Id'], 70), link('CreditMemo', credit['Id'], 60)],
    })
  ).json()['Payment'] as Json;
  expect(await read(bench, 'Invoice', invoice['Id'])).toMatchObject({ Balance: 30 });
  await bench.write('creditmemo?operation=delete', await read(bench, 'CreditMemo', credit['Id']));
  expect(await read(bench, 'Invoice', invoice['Id'])).toMatchObject({ Balance: 90 });
  expect(await read(bench, 'Payment', payment['Id'])).toMatchObject({
    TotalAmt: 10,
    UnappliedAmt: 0,
    Line: [{ Amount: 10 }],
  });
});
