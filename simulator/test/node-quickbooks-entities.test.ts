import { expect, test } from 'vitest';

import { type Bench, type Json, startBench } from './support/harness.ts';
import { type Client, connectClient } from './support/node-quickbooks.ts';

/** Ids of records that a draft can point at. */
type Ids = Readonly<
  Record<'customer' | 'vendor' | 'employee' | 'item' | 'bank' | 'card' | 'income' | 'expense', string>
>;

type Sample = {
  readonly plural?: string;
  readonly draft: (ids: Ids) => object;
  readonly change: Readonly<Record<string, unknown>>;
  readonly isList?: boolean;
};

const ref = (value: string): object => ({ value });
const sale = (ids: Ids): object => ({
  CustomerRef: ref(ids.customer),
  Line: [{ Amount: 40, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: ref(ids.item) } }],
});
const spending = (ids: Ids): object[] => [
  {
    Amount: 25.5,
    DetailType: 'AccountBasedExpenseLineDetail',
    AccountBasedExpenseLineDetail: { AccountRef: ref(ids.expense) },
  },
];
const note = { PrivateNote: 'changed' };
const journalLine = (PostingType: string, account: string): object => ({
  Amount: 12,
  DetailType: 'JournalEntryLineDetail',
  JournalEntryLineDetail: { PostingType, AccountRef: ref(account) },
});

const samples: Readonly<Record<string, Sample>> = {
  Account: {
    draft: () => ({ Name: 'Through', AccountType: 'Expense' }),
    change: { Description: 'x' },
    isList: true,
  },
  Class: { plural: 'Classes', draft: () => ({ Name: 'North' }), change: { Name: 'South' }, isList: true },
  Customer: { draft: () => ({ DisplayName: 'Through' }), change: { Notes: 'x' }, isList: true },
  Department: { draft: () => ({ Name: 'Shop' }), change: { Name: 'Store' }, isList: true },
  Employee: {
    draft: () => ({ GivenName: 'Ada', FamilyName: 'Through' }),
    change: { FamilyName: 'Done' },
    isList: true,
  },
  Item: {
    draft: ({ income }) => ({ Name: 'Through', Type: 'Service', IncomeAccountRef: ref(income) }),
    change: { Description: 'x' },
    isList: true,
  },
  PaymentMethod: { draft: () => ({ Name: 'Barter' }), change: { Name: 'Swap' }, isList: true },
  Term: { draft: () => ({ Name: 'Net 77', DueDays: 77 }), change: { Name: 'Net 78' }, isList: true },
  Vendor: { draft: () => ({ DisplayName: 'Through' }), change: { CompanyName: 'x' }, isList: true },
  Bill: { draft: (ids) => ({ VendorRef: ref(ids.vendor), Line: spending(ids) }), change: note },
  CreditMemo: { draft: sale, change: note },
  Deposit: {
    draft: ({ bank, income }) => ({
      DepositToAccountRef: ref(bank),
      Line: [{ Amount: 9, DetailType: 'DepositLineDetail', DepositLineDetail: { AccountRef: ref(income) } }],
    }),
    change: note,
  },
  Estimate: { draft: sale, change: note },
  Invoice: { draft: sale, change: note },
  JournalEntry: {
    plural: 'JournalEntries',
    draft: ({ expense, bank }) => ({ Line: [journalLine('Debit', expense), journalLine('Credit', bank)] }),
    change: note,
  },
  Payment: { draft: ({ customer }) => ({ CustomerRef: ref(customer), TotalAmt: 5 }), change: note },
  Purchase: {
    draft: (ids) => ({ AccountRef: ref(ids.bank), PaymentType: 'Cash', Line: spending(ids) }),
    change: note,
  },
  PurchaseOrder: {
    draft: (ids) => ({ VendorRef: ref(ids.vendor), Line: spending(ids) }),
    change: note,
  },
  RefundReceipt: { draft: (ids) => ({ ...sale(ids), DepositToAccountRef: ref(ids.bank) }), change: note },
  SalesReceipt: { draft: sale, change: note },
  TimeActivity: {
    plural: 'TimeActivities',
    draft: ({ employee }) => ({ NameOf: 'Employee', EmployeeRef: ref(employee), Hours: 2, Minutes: 30 }),
    change: { Description: 'x' },
  },
  Transfer: {
    draft: ({ bank, card }) => ({ FromAccountRef: ref(bank), ToAccountRef: ref(card), Amount: 10 }),
    change: note,
  },
  VendorCredit: { draft: (ids) => ({ VendorRef: ref(ids.vendor), Line: spending(ids) }), change: note },
};

async function prepare(bench: Bench, client: Client): Promise<Ids> {
  const account = async (type: string): Promise<string> =>
    (await bench.records(`select * from Account where AccountType = '${type}' maxresults 1`, 'Account'))[0][
      'Id'
    ] as string;
  const make = async (entity: string, draft: object): Promise<string> =>
    (await client(`create${entity}`, draft))['Id'] as string;
  const income = await account('Income');
  return {
    bank: await account('Bank'),
    card: await account('Credit Card'),
    expense: await account('Expense'),
    income,
    customer: await make('Customer', { DisplayName: 'A customer to sell to' }),
    vendor: await make('Vendor', { DisplayName: 'A vendor to buy from' }),
    employee: await make('Employee', { GivenName: 'Bea', FamilyName: 'Busy' }),
    item: await make('Item', { Name: 'A thing to sell', Type: 'Service', IncomeAccountRef: ref(income) }),
  };
}

const codeOf = (failure: unknown): string => (failure as Json).response.data.Fault.Error[0].code as string;

test('node-quickbooks creates, finds, counts, reads, updates and deletes records of every kind', async () => {
  await using bench = await startBench();
  const client = await connectClient(bench);
  const ids = await prepare(bench, client);
  for (const [entity, { plural = `${entity}s`, draft, change, isList = false }] of Object.entries(samples)) {
    const count = async (): Promise<number> =>
      (await client(`find${plural}`, { count: true }))['QueryResponse']['totalCount'] as number;
    const before = await count();
    const made = await client(`create${entity}`, draft(ids));
    expect(made, entity).toMatchObject({ Id: expect.any(String), SyncToken: '0' });
    expect(await count(), entity).toBe(before + 1);
    expect(await client(`get${entity}`, made['Id']), entity).toEqual(made);
    const found = await client(`find${plural}`, { Id: made['Id'] });
    expect(found['QueryResponse'][entity], entity).toMatchObject([{ Id: made['Id'] }]);
    const { Id, SyncToken } = made;
    const changed = await client(`update${entity}`, { Id, SyncToken, sparse: true, ...change });
    expect(changed, entity).toMatchObject({ Id, SyncToken: '1', ...change });
    if (isList) {
      const gone = await client(`update${entity}`, { Id, SyncToken: '1', sparse: true, Active: false });
      expect(gone, entity).toMatchObject({ Active: false });
    } else {
      expect(await client(`delete${entity}`, Id), entity).toHaveProperty(`${entity}.status`, 'Deleted');
      expect(codeOf(await client(`get${entity}`, Id).catch((error: unknown) => error)), entity).toBe('610');
    }
    expect(await count(), entity).toBe(before);
  }
  const captured = Object.keys(samples).filter((entity) => entity !== 'TimeActivity');
  const changes = await client('changeDataCapture', captured, '2026-06-15T11:59:59-07:00');
  const groups = changes['CDCResponse'][0]['QueryResponse'] as Json[];
  for (const [index, entity] of captured.entries()) {
    const last = groups[index][entity].at(-1) as Json;
    expect(last, entity).toMatchObject(
      samples[entity]?.isList === true ? { Active: false } : { status: 'Deleted' },
    );
  }
});

test('node-quickbooks voids invoices and payments, and their money goes back', async () => {
  await using bench = await startBench();
  const client = await connectClient(bench);
  const ids = await prepare(bench, client);
  const invoice = await client('createInvoice', sale(ids));
  const link = { Amount: invoice['TotalAmt'], LinkedTxn: [{ TxnId: invoice['Id'], TxnType: 'Invoice' }] };
  const draft = { CustomerRef: ref(ids.customer), TotalAmt: invoice['TotalAmt'], Line: [link] };
  const payment = await client('createPayment', draft);
  expect(await client('getInvoice', invoice['Id'])).toMatchObject({ Balance: 0 });
  expect(await client('voidPayment', payment)).toMatchObject({ TotalAmt: 0, Line: [] });
  expect(await client('getInvoice', invoice['Id'])).toMatchObject({ Balance: invoice['TotalAmt'] });
  const voided = await client('voidInvoice', invoice['Id']);
  expect(voided['Invoice']).toMatchObject({ TotalAmt: 0, Balance: 0 });
  expect(await client('getCustomer', ids.customer)).toMatchObject({ Balance: 0 });
});
