import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Bench, type Json, type Reply, startBench } from './support/harness.ts';
import { type RecordedAnswer, recordedAnswers, vocabulary } from './support/recorded-answers.ts';
import { mismatches, parseShape } from './support/shape.ts';

let bench: Bench;
beforeAll(async () => {
  // The first company is the American one, as the recorded company is.
  bench = await startBench({ companies: 1 });
});
afterAll(async () => bench[Symbol.asyncDispose]());

const SERVICE = { DetailType: 'SalesItemLineDetail', Amount: 100 } as const;

async function first(entity: string, where = ''): Promise<Json> {
  const [record] = await bench.records(`select * from ${entity} ${where} maxresults 1`, entity);
  return record;
}

async function serviceLine(extra: object = {}): Promise<object> {
  const item = await first('Item', "where Type = 'Service'");
  return { ...SERVICE, SalesItemLineDetail: { ItemRef: { value: item?.['Id'], name: 'x' }, ...extra } };
}

async function newInvoice(): Promise<Reply> {
  const customer = await first('Customer');
  return bench.write('invoice', {
    Line: [await serviceLine()],
    CustomerRef: { value: customer?.['Id'] },
  });
}

function upload(type: string, id: string): Promise<Reply> {
  const metadata = {
    AttachableRef: [{ EntityRef: { type, value: id } }],
    FileName: 'a.xml',
    ContentType: 'text/xml',
  };
  const form = new FormData();
  form.set('file_metadata_01', new Blob([JSON.stringify(metadata)], { type: 'application/json' }), 'a.json');
  form.set('file_content_01', new Blob(['<x/>'], { type: 'text/xml' }), 'a.xml');
  return bench.call('upload', { method: 'POST', body: form });
}

const idOf = (reply: Reply, entity: string): string => String(reply.json()[entity]['Id']);
const attachment = async (): Promise<string> => {
  const invoice = idOf(await newInvoice(), 'Invoice');
  return String((await upload('Invoice', invoice)).json()['AttachableResponse'][0]['Attachable']['Id']);
};
/** Asks one after the other, as the recording did. */
async function inTurn(...calls: readonly (() => Promise<Reply>)[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const call of calls) replies.push(await call());
  return replies;
}
const queries = (...statements: readonly string[]): Promise<Reply[]> =>
  inTurn(...statements.map((statement) => () => bench.query(statement)));

const someCustomers = (window: string): string =>
  `SELECT * FROM Customer WHERE Id IN ('1', '2', '3', '4') AND Active IN ( true, false ) ${window}`;

/** The requests of every recording, in their order, put to the simulator. */
const recordings: Readonly<Record<string, () => Promise<Reply[]>>> = {
  all_alt_select: () =>
    queries(
      "SELECT count(*) FROM Customer WHERE Id IN ('1', '2', '3', '4', '9', '10')",
      someCustomers('MAXRESULTS 2 STARTPOSITION 1'),
      someCustomers('MAXRESULTS 1 STARTPOSITION 2'),
      someCustomers('MAXRESULTS 2 STARTPOSITION 3'),
      someCustomers('MAXRESULTS 2 STARTPOSITION 7'),
    ),
  all_customers: () =>
    queries('SELECT COUNT(*) FROM Customer', 'SELECT * FROM Customer MAXRESULTS 1000 STARTPOSITION 1'),
  all_employees_including_active: () =>
    queries(
      'SELECT COUNT(*) FROM Employee WHERE Active IN (true, false) ',
      'SELECT * FROM Employee WHERE Active IN ( true, false ) MAXRESULTS 1000 STARTPOSITION 1',
    ),
  all_sales_receipts: () => queries('SELECT * FROM SalesReceipt MAXRESULTS 1000 STARTPOSITION 1'),
  all_vendors_by_5: () =>
    queries(
      'SELECT COUNT(*) FROM Vendor',
      ...Array.from(
        { length: 6 },
        (_, page) => `SELECT * FROM Vendor MAXRESULTS 1 STARTPOSITION ${page > 3 ? 1 : page + 1}`,
      ),
    ),
  attachment_create_for_invoice: async () => [await upload('Invoice', idOf(await newInvoice(), 'Invoice'))],
  attachment_delete_attachment: async () => [
    await bench.write('attachable', { Id: await attachment() }, 'delete'),
  ],
  attachment_error_estimate: async () => [await upload('Estimate', '999999')],
  attachment_read_attachment: async () => [await bench.call(`attachable/${await attachment()}`)],
  batch_basic: async () => {
    const invoice = idOf(await newInvoice(), 'Invoice');
    await bench.write('invoice', { Id: invoice, SyncToken: '0' }, 'delete');
    const receipt = await first('SalesReceipt');
    const items = [
      { bId: 'bid1', operation: 'create', Vendor: { DisplayName: 'A Family Store' } },
      { bId: 'bid2', operation: 'delete', Invoice: { Id: invoice, SyncToken: '0' } },
      {
        bId: 'bid3',
        operation: 'update',
        SalesReceipt: { domain: 'QBO', sparse: true, Id: receipt?.['Id'], SyncToken: '77', PrivateNote: 'x' },
      },
      { bId: 'bid4', Query: "select * from SalesReceipt where TotalAmt > '1.00'" },
    ];
    return [await bench.write('batch', { BatchItemRequest: items })];
  },
  cdc_basic: async () => {
    // The recording reaches back nine years; now more than 30 days are a fault.
    await bench.control('switches', { cdcDays: 0 });
    const reply = await bench.call('cdc?changedSince=2011-10-10T09:00:00-07:00&entities=estimate');
    await bench.control('switches', { cdcDays: 30 });
    return [reply];
  },
  create_customer: async () => [await bench.write('customer?requestid=', { DisplayName: 'Doe, Jane' })],
  create_invoice: async () => [await newInvoice()],
  deactivate_account: () => deactivate('Account', 'account', { AccountType: 'Income' }),
  deactivate_employee: () => deactivate('Employee', 'employee', {}),
  delete_invoice: async () => {
    const invoice = idOf(await newInvoice(), 'Invoice');
    return inTurn(
      () => bench.call(`invoice/${invoice}`),
      () => bench.write('invoice', { Id: invoice, SyncToken: '0' }, 'delete'),
    );
  },
  error_400: () => queries('SELECT * FROM Customer', 'SELECT * FROM Custmoer'),
  error_400_json: async () => [await bench.write('invoice', { BadJson: true })],
  error_401: async () => {
    const headers = { authorization: 'Bearer expired', accept: 'application/json' };
    const url = `${bench.simulator.url}/v3/company/${bench.realmId}/customer/1`;
    const response = await fetch(url, { headers });
    const text = await response.text();
    return [
      { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as Json },
    ];
  },
  error_500: () =>
    inTurn(
      () => bench.call('customer/1/5'),
      () => bench.call('customer/1.5'),
    ),
  error_validation: async () => {
    const customer = await first('Customer');
    return [await bench.write('customer', { DisplayName: customer?.['DisplayName'] })];
  },
  get_display_name: async () => {
    await bench.write('customer', { DisplayName: "Amy's Birds" });
    return queries(String.raw`SELECT * FROM Customer WHERE DisplayName = 'Amy\'s Birds'`);
  },
  get_id: async () => [await bench.call('customer/2')],
  get_inactive_vendors: () => queries('SELECT * FROM Vendor WHERE Active IN (true, false)'),
  get_pdf_invoice: async () => {
    const path = `invoice/${idOf(await newInvoice(), 'Invoice')}/pdf`;
    return [await bench.call(path, { headers: { accept: 'application/pdf' } })];
  },
  misc_ampersand: async () => {
    await bench.write('vendor', { DisplayName: 'Birds & Associates' });
    return queries("SELECT * FROM Vendor WHERE DisplayName = 'Birds & Associates'");
  },
  reports_gl: async () => [await bench.call('reports/GeneralLedger')],
  reports_profit_and_loss: async () => [
    await bench.call(
      'reports/ProfitAndLoss?customer=1&end_date=2015-07-31&start_date=2015-01-01&summarize_column_by=Customers',
    ),
  ],
  update_customer: async () => {
    const id = idOf(await bench.write('customer', { DisplayName: 'Doe2, Jane' }), 'Customer');
    const change = {
      DisplayName: 'Moe, Jack',
      PrimaryPhone: { FreeFormNumber: '1' },
      Id: id,
      SyncToken: '0',
    };
    return inTurn(
      () => bench.call(`customer/${id}?minorversion=8`),
      () => bench.write('customer?minorversion=8', change),
    );
  },
  update_sales_receipt: async () => {
    const line = async (): Promise<object> => ({
      ...(await serviceLine({ UnitPrice: 75, Qty: 4.5, TaxCodeRef: { value: 'NON' } })),
      Description: 'x',
      Amount: 337.5,
    });
    const made = idOf(await bench.write('salesreceipt', { Line: [await line()] }), 'SalesReceipt');
    const change = { Line: [await line()], Id: made, SyncToken: '0' };
    return inTurn(
      () => bench.call(`salesreceipt/${made}`),
      () => bench.write('salesreceipt?minorversion=4&requestid=a90bfae9', change),
    );
  },
  void_invoice: async () => {
    const invoice = idOf(await newInvoice(), 'Invoice');
    return inTurn(
      () => bench.call(`invoice/${invoice}`),
      () => bench.write('invoice', { Id: invoice, SyncToken: '0' }, 'void'),
    );
  },
};

async function deactivate(entity: string, path: string, made: object): Promise<Reply[]> {
  const names = entity === 'Account' ? { Name: 'Fees' } : { GivenName: 'Jo', FamilyName: 'Doe' };
  const id = idOf(await bench.write(path, { ...names, ...made }), entity);
  const change = { Id: id, SyncToken: '0', sparse: true, Active: false };
  return inTurn(
    () => bench.call(`${path}/${id}`),
    () => bench.write(path, entity === 'Account' ? { ...change, Name: 'Fees (deleted)' } : change),
  );
}

const EVERY_ANSWER = ['intuit_tid', 'x-spanid'];
const EVERY_SUCCESS = ['service-time', 'qbo-version'];

/** In what the answer differs from the recorded one. */
function differences(reply: Reply, wanted: RecordedAnswer): string[] {
  const { status, contentType, shape, texts = [], headers = {} } = wanted;
  const found = [];
  if (reply.status !== status) found.push(`the status is ${reply.status}: ${reply.text.slice(0, 200)}`);
  if (reply.headers.get('content-type')?.toLowerCase() !== contentType)
    found.push(`the content type is ${reply.headers.get('content-type')}`);
  if (shape !== undefined) found.push(...mismatches(reply.json(), parseShape(shape, vocabulary)));
  found.push(...texts.filter((text) => !reply.text.includes(text)).map((text) => `no ${text}`));
  for (const [name, value] of Object.entries(headers))
    if (reply.headers.get(name) !== value) found.push(`the header ${name} is ${reply.headers.get(name)}`);
  const isSuccess = status === 200 && shape !== undefined;
  const expected = isSuccess ? [...EVERY_ANSWER, ...EVERY_SUCCESS] : EVERY_ANSWER;
  found.push(...expected.filter((name) => !reply.headers.has(name)).map((name) => `no header ${name}`));
  return [...new Set(found)];
}

test('there are fifty-one recorded answers, and a request for each', () => {
  expect(Object.values(recordedAnswers).flat()).toHaveLength(51);
  expect(Object.keys(recordings)).toEqual(Object.keys(recordedAnswers));
});

test.for(Object.entries(recordings))('the answers of %s have the recorded shape', async ([name, ask]) => {
  const replies = await ask();
  const wanted = recordedAnswers[name] ?? [];
  expect(replies).toHaveLength(wanted.length);
  for (const [index, answer] of wanted.entries()) {
    const reply = replies[index];
    expect(reply === undefined ? ['no answer'] : differences(reply, answer), `exchange ${index}`).toEqual([]);
  }
});
