import { expect, test } from 'vitest';

import { entities } from './entities.ts';
import { type Bench, type Json, startBench } from '../../test/support/harness.ts';

const TOTALS = new Set(
  `BillPayment Bill Deposit Invoice JournalEntry PurchaseOrder Budget TaxAgency TaxCode TaxPayment ExchangeRate
  CreditCardPaymentTxn`.split(/\s+/),
);

const error = (answer: { json(): Json }): Json => answer.json()['Fault']?.['Error']?.[0] as Json;

/** The second pair of companies has several currencies and taxes on every line. */
async function inCompany(
  bench: Bench,
  index: number,
): Promise<(path: string, body?: object) => Promise<Json>> {
  const realmId = bench.simulator.companies[index]?.realmId ?? '';
  const { access_token } = await bench.connect(realmId);
  return async (path, body) => {
    const headers = {
      authorization: `Bearer ${access_token}`,
      accept: 'application/json',
      'content-type': 'application/json',
    };
    const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    return (
      await fetch(`${bench.simulator.url}/v3/company/${realmId}/${path}`, init)
    ).json() as Promise<Json>;
  };
}

const all = (entity: string): string =>
  `query?query=${encodeURIComponent(`select * from ${entity} maxresults 1000`)}`;

test('every entity is found under its schema name, with totalCount only where QuickBooks sends it', async () => {
  await using bench = await startBench({ companies: 3, size: 300 });
  await bench.control('switches', { inventoryAdjustments: true });
  const seen = new Set<string>();
  for (const company of [0, 2]) {
    const call = await inCompany(bench, company);
    const { records } = await bench.control(`companies/${bench.simulator.companies[company]?.realmId ?? ''}`);
    for (const { name, path } of entities) {
      if (Number(records[name]) === 0) continue;
      const answer = (await call(all(path ?? name)))['QueryResponse'] as Json;
      seen.add(name);
      expect(
        Object.keys(answer).filter((key) => key !== 'startPosition' && key !== 'maxResults'),
        name,
      ).toEqual(TOTALS.has(name) ? [name, 'totalCount'] : [name]);
      for (const row of answer[name] as Json[]) {
        const record = name === 'RecurringTransaction' ? (Object.values(row)[0] as Json) : row;
        if (name === 'ExchangeRate') expect(record).not.toHaveProperty('Id');
        else expect(record, name).toHaveProperty('Id');
        if (['TAX', 'NON', 'CustomSalesTax'].includes(record['Id'] as string))
          expect(record).not.toHaveProperty('SyncToken');
        else
          expect(record, name).toMatchObject({
            domain: 'QBO',
            sparse: false,
            MetaData: { LastUpdatedTime: expect.any(String) },
          });
      }
    }
  }
  // Journal codes are French.
  expect(entities.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual(['JournalCode']);
});

test('lines bear ids and numbers as recorded', async () => {
  await using bench = await startBench({ size: 300 });
  const lines = async (entity: string): Promise<Json[]> =>
    (await bench.records(`select * from ${entity} maxresults 1000`, entity)).flatMap(
      (record) => record['Line'] as Json[],
    );
  const has = (line: Json): [boolean, boolean] => ['Id' in line, 'LineNum' in line];
  const of = (from: Json[], type: string): Json[] => from.filter((line) => line['DetailType'] === type);
  for (const entity of ['Invoice', 'Estimate', 'CreditMemo', 'SalesReceipt', 'RefundReceipt']) {
    const found = await lines(entity);
    for (const line of of(found, 'SalesItemLineDetail')) expect(has(line), entity).toEqual([true, true]);
    for (const type of ['SubTotalLineDetail', 'DiscountLineDetail'])
      for (const line of of(found, type)) expect(has(line), entity).toEqual([false, false]);
  }
  for (const [entity, expected] of [
    ['Bill', [true, true]],
    ['PurchaseOrder', [true, true]],
    ['Purchase', [true, false]],
  ] as const)
    for (const line of await lines(entity)) expect(has(line), entity).toEqual(expected);
  const journals = await bench.records('select * from JournalEntry', 'JournalEntry');
  for (const journal of journals) {
    expect((journal['Line'] as Json[]).map((line) => line['Id'] as string)).toEqual(
      (journal['Line'] as Json[]).map((_, index) => String(index)),
    );
    expect(journal['TotalAmt']).toBe(0);
    expect(journal['Line'][0]).not.toHaveProperty('LineNum');
  }
  for (const entity of ['Payment', 'BillPayment'])
    for (const line of await lines(entity)) expect(Object.keys(line)).toEqual(['Amount', 'LinkedTxn']);
  for (const line of await lines('Deposit')) {
    expect(has(line)).toEqual('LinkedTxn' in line ? [false, false] : [true, true]);
    if ('LinkedTxn' in line) expect(line['LinkedTxn'][0]).toMatchObject({ TxnLineId: '0' });
  }
});

test('a bundle opens into the lines of its items', async () => {
  await using bench = await startBench();
  const [bundle] = await bench.records("select * from Item where Type = 'Group'", 'Item');
  const [customer] = await bench.records('select * from Customer', 'Customer');
  const line = {
    DetailType: 'GroupLineDetail',
    GroupLineDetail: { GroupItemRef: { value: bundle?.['Id'] }, Quantity: 2 },
  };
  const invoice = (
    await bench.write('invoice', { CustomerRef: { value: customer?.['Id'] }, Line: [line] })
  ).json()['Invoice'] as Json;
  const [outer, subtotal] = invoice['Line'] as Json[];
  const inside = outer?.['GroupLineDetail']['Line'] as Json[];
  expect(inside).toHaveLength(bundle?.['ItemGroupDetail']['ItemGroupLine'].length as number);
  expect(new Set([outer?.['Id'], ...inside.map((inner) => inner['Id'] as string)]).size).toBe(
    inside.length + 1,
  );
  expect(subtotal?.['Amount']).toBe(outer?.['Amount']);
  expect(inside.reduce((sum, inner) => sum + Number(inner['Amount']), 0)).toBeCloseTo(
    Number(outer?.['Amount']),
    6,
  );
});

test('a bill payment settles the bill and what is owed; a purchase order closes with its bill', async () => {
  await using bench = await startBench();
  const vendor = (
    await bench.write('vendor', { DisplayName: 'New Vendor', TaxIdentifier: '123459875' })
  ).json()['Vendor'] as Json;
  expect(vendor['TaxIdentifier']).toBe('XXXXXX9875');
  const accounts = await bench.records('select * from Account maxresults 1000', 'Account');
  const account = (name: string): Json => accounts.find((row) => row['FullyQualifiedName'] === name) as Json;
  const line = {
    Amount: 80,
    DetailType: 'AccountBasedExpenseLineDetail',
    AccountBasedExpenseLineDetail: { AccountRef: { value: account('Office Expenses')['Id'] } },
  };
  const VendorRef = { value: vendor['Id'] };
  const order = (await bench.write('purchaseorder', { VendorRef, Line: [line] })).json()[
    'PurchaseOrder'
  ] as Json;
  expect(order['POStatus']).toBe('Open');
  const LinkedTxn = [{ TxnId: order['Id'], TxnType: 'PurchaseOrder' }];
  const bill = (await bench.write('bill', { VendorRef, Line: [line], LinkedTxn })).json()['Bill'] as Json;
  const read = async (entity: string, id: unknown): Promise<Json> =>
    (await bench.call(`${entity.toLowerCase()}/${String(id)}`)).json()[entity] as Json;
  expect(await read('PurchaseOrder', order['Id'])).toMatchObject({
    POStatus: 'Closed',
    LinkedTxn: [{ TxnId: bill['Id'], TxnType: 'Bill' }],
  });
  expect(await read('Vendor', vendor['Id'])).toMatchObject({ Balance: 80, SyncToken: '0' });
  const checking = account('Checking');
  const payment = {
    VendorRef,
    PayType: 'Check',
    CheckPayment: { BankAccountRef: { value: checking['Id'] } },
    TotalAmt: 80,
    Line: [{ Amount: 80, LinkedTxn: [{ TxnId: bill['Id'], TxnType: 'Bill' }] }],
  };
  const paid = (await bench.write('billpayment', payment)).json()['BillPayment'] as Json;
  expect(await read('Bill', bill['Id'])).toMatchObject({
    Balance: 0,
    SyncToken: '0',
    LinkedTxn: expect.arrayContaining([{ TxnId: paid['Id'], TxnType: 'BillPaymentCheck' }]),
  });
  expect(Number((await read('Account', checking['Id']))['CurrentBalance'])).toBeCloseTo(
    Number(checking['CurrentBalance']) - 80,
    6,
  );
  await bench.write('billpayment', { Id: paid['Id'], SyncToken: '0' }, 'void');
  expect(await read('Vendor', vendor['Id'])).toMatchObject({ Balance: 80 });
});

test('a sale from stock moves quantity and cost of goods, and a payment in a deposit cannot be deleted', async () => {
  await using bench = await startBench();
  const accounts = await bench.records('select * from Account maxresults 1000', 'Account');
  const idOf = (name: string): string =>
    String(accounts.find((row) => row['FullyQualifiedName'] === name)?.['Id']);
  const item = {
    Name: 'Bench',
    Type: 'Inventory',
    UnitPrice: 90,
    PurchaseCost: 40,
    QtyOnHand: 10,
    InvStartDate: '2026-06-01',
    IncomeAccountRef: { value: idOf('Sales of Product Income') },
    ExpenseAccountRef: { value: idOf('Cost of Goods Sold') },
    AssetAccountRef: { value: idOf('Inventory Asset') },
  };
  const { Id } = (await bench.write('item', item)).json()['Item'] as Json;
  const [customer] = await bench.records('select * from Customer', 'Customer');
  const CustomerRef = { value: customer?.['Id'] };
  const Line = [
    {
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: { ItemRef: { value: Id }, UnitPrice: 90, Qty: 4 },
    },
  ];
  const receipt = (await bench.write('salesreceipt', { CustomerRef, Line })).json()['SalesReceipt'] as Json;
  expect((await bench.call(`item/${String(Id)}`)).json()['Item']).toMatchObject({
    QtyOnHand: 6,
    SyncToken: '0',
  });
  const ledger = (await bench.call('reports/GeneralLedger?columns=txn_type,subt_nat_amount')).text;
  expect(ledger).toContain(`{"value":"Sales Receipt","id":"${String(receipt['Id'])}"},{"value":"160.00"}`);
  const deposit = {
    DepositToAccountRef: { value: idOf('Checking') },
    Line: [{ Amount: 360, LinkedTxn: [{ TxnId: receipt['Id'], TxnType: 'SalesReceipt', TxnLineId: '0' }] }],
  };
  expect((await bench.write('deposit', deposit)).json()['Deposit']).toMatchObject({ TotalAmt: 360 });
  const refused = await bench.write('salesreceipt', { Id: receipt['Id'], SyncToken: '0' }, 'delete');
  expect(error(refused)['code']).toBe('6540');
});

test('other currencies: rates, home amounts, and the gain that a payment at another rate brings', async () => {
  await using bench = await startBench({ companies: 3 });
  const call = await inCompany(bench, 2);
  const rate = (await call('exchangerate?sourcecurrencycode=USD&asofdate=2026-01-31'))[
    'ExchangeRate'
  ] as Json;
  expect(rate).toMatchObject({
    SourceCurrencyCode: 'USD',
    TargetCurrencyCode: 'CAD',
    AsOfDate: '2026-01-31',
    Rate: expect.any(Number),
  });
  const USD = { value: 'USD', name: 'United States Dollar' };
  const customer = (await call('customer', { DisplayName: 'Across the lake', CurrencyRef: USD }))[
    'Customer'
  ] as Json;
  const CustomerRef = { value: customer['Id'] };
  const [item] = (await call(all('Item')))['QueryResponse']['Item'] as Json[];
  const line = {
    Amount: 100,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: item?.['Id'] }, TaxCodeRef: { value: '5' } },
  };
  const invoice = (await call('invoice', { CustomerRef, ExchangeRate: 1.3, Line: [line] }))[
    'Invoice'
  ] as Json;
  expect(invoice).toMatchObject({
    CurrencyRef: USD,
    TotalAmt: 100,
    HomeTotalAmt: 130,
    Balance: 100,
    HomeBalance: 130,
  });
  const payment = {
    CustomerRef,
    ExchangeRate: 1.4,
    TotalAmt: 100,
    Line: [{ Amount: 100, LinkedTxn: [{ TxnId: invoice['Id'], TxnType: 'Invoice' }] }],
  };
  const paid = (await call('payment', payment))['Payment'] as Json;
  expect((await call(`invoice/${String(invoice['Id'])}`))['Invoice']).toMatchObject({
    Balance: 0,
    HomeBalance: 0,
  });
  const ledger = JSON.stringify(
    await call('reports/GeneralLedger?columns=txn_type,account_name,subt_nat_amount'),
  );
  expect(ledger).toMatch(
    new RegExp(
      `"Payment","id":"${String(paid['Id'])}"\\},\\{"value":"Exchange Gain or Loss","id":"\\d+"\\},\\{"value":"-10.00"`,
    ),
  );
});

test('tax outside the US stands on every line, and an edition without an entity refuses it', async () => {
  await using bench = await startBench({ companies: 4 });
  const british = await inCompany(bench, 3);
  const [customer] = (await british(all('Customer')))['QueryResponse']['Customer'] as Json[];
  const line = {
    Amount: 100,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: '1' }, TaxCodeRef: { value: '2' } },
  };
  const body = {
    CustomerRef: { value: customer?.['Id'] },
    GlobalTaxCalculation: 'TaxInclusive',
    Line: [line],
  };
  expect((await british('invoice', body))['Invoice']).toMatchObject({
    TotalAmt: 120,
    Line: [{ Amount: 100, SalesItemLineDetail: { TaxInclusiveAmt: 120 } }, {}],
    TxnTaxDetail: {
      TotalTax: 20,
      TaxLine: [{ TaxLineDetail: { TaxRateRef: { value: '3' }, TaxPercent: 20, NetAmountTaxable: 100 } }],
    },
  });
  const canadian = await inCompany(bench, 2);
  expect((await canadian(all('Class')))['Fault']['Error'][0]).toMatchObject({ code: '5030' });
  await bench.control('switches', { hiddenEntities: 'empty' });
  expect((await canadian(all('Class')))['QueryResponse']).toEqual({});
  const { realmId } = bench;
  expect(await bench.control(`companies/${realmId}/edition`, { hiddenEntities: ['Budget'] })).toEqual({
    hiddenEntities: ['Budget'],
  });
  expect(
    error(await bench.write('budget', { Name: 'B', StartDate: '2026-01-01', EndDate: '2026-12-31' }))['code'],
  ).toBe('5030');
});
