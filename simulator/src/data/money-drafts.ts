import { amount, toCents } from '../values/decimal.ts';
import { type JsonObject, rawNumber, textAt } from '../values/json.ts';
import { pacificDate } from '../values/pacific-time.ts';
import { type StoredRecord } from '../company/record.ts';
import { type Scene, accountNamed, accountRef, choose, isHome } from './scene.ts';
import { awkwardTexts } from './words.ts';

/** Takes what has been received to the bank, now and then with some interest or some cash kept back. */
export function depositDraft(scene: Scene, received: readonly StoredRecord[]): JsonObject {
  const { random, atSeconds } = scene;
  let cents = 0;
  const lines = received.map((record): JsonObject => {
    cents += toCents(record.body['TotalAmt']);
    return {
      Amount: record.body['TotalAmt'] ?? rawNumber('0'),
      LinkedTxn: [{ TxnId: record.id, TxnType: record.entity.name, TxnLineId: '0' }],
    };
  });
  if (lines.length === 0 || random.chance(0.15)) {
    lines.push({
      Description: 'Interest',
      Amount: amount(random.integer(1, 9_900)),
      DetailType: 'DepositLineDetail',
      DepositLineDetail: { AccountRef: accountRef(scene, 'Interest Earned') },
    });
  }
  const back = random.chance(0.08) ? Math.min(5_000, Math.floor(cents / 2)) : 0;
  return {
    DepositToAccountRef: accountRef(scene, 'Checking'),
    TxnDate: pacificDate(atSeconds),
    ...(back > 0
      ? { CashBack: { AccountRef: accountRef(scene, 'Savings'), Amount: amount(back), Memo: 'Cash back' } }
      : {}),
    Line: lines,
  };
}

export function journalEntryDraft(scene: Scene): JsonObject {
  const { random, atSeconds } = scene;
  const cents = random.integer(1_000, 200_000);
  const [debit, credit] = random.pick([
    ['Depreciation', 'Truck:Depreciation'],
    ['Insurance', 'Prepaid Expenses'],
    ['Bank Charges', 'Checking'],
    ["Owner's Equity", 'Savings'],
  ]);
  const line = (path: string, side: string, part: number): JsonObject => ({
    Description: random.chance(0.3) ? random.pick(awkwardTexts) : 'Month end',
    Amount: amount(part),
    DetailType: 'JournalEntryLineDetail',
    JournalEntryLineDetail: { PostingType: side, AccountRef: accountRef(scene, path) },
  });
  const first = Math.floor(cents / 3);
  return {
    TxnDate: pacificDate(atSeconds),
    ...(random.chance(0.4) ? { DocNumber: `JE-${random.integer(1, 99_999)}` } : {}),
    PrivateNote: 'Monthly entry',
    Line: [
      line(debit ?? '', 'Debit', first),
      line(debit ?? '', 'Debit', cents - first),
      line(credit ?? '', 'Credit', cents),
    ],
  };
}

export function transferDraft(scene: Scene): JsonObject {
  return {
    FromAccountRef: accountRef(scene, 'Checking'),
    ToAccountRef: accountRef(scene, 'Savings'),
    Amount: amount(scene.random.integer(10_000, 500_000)),
    TxnDate: pacificDate(scene.atSeconds),
  };
}

/** Pays a card off, or something of it in advance. */
export function cardPaymentDraft(scene: Scene): JsonObject {
  const card = scene.random.pick(['Mastercard', 'Visa']);
  const owed = -scene.company.ledger.account(accountNamed(scene.company, card)).home;
  return {
    CreditCardAccountRef: accountRef(scene, card),
    BankAccountRef: accountRef(scene, 'Checking'),
    Amount: amount(owed > 0 ? owed : scene.random.integer(5_000, 25_000)),
    TxnDate: pacificDate(scene.atSeconds),
    PrivateNote: 'Card statement',
  };
}

export function adjustmentDraft(scene: Scene): JsonObject | undefined {
  const item = choose(scene, 'Item', (record) => record.body['TrackQtyOnHand'] === true);
  if (item === undefined) return undefined;
  return {
    AdjustAccountRef: accountRef(scene, 'Inventory Shrinkage'),
    TxnDate: pacificDate(scene.atSeconds),
    PrivateNote: 'Stock count',
    Line: [
      {
        DetailType: 'ItemAdjustmentLineDetail',
        ItemAdjustmentLineDetail: {
          ItemRef: { value: item.id },
          QtyDiff: rawNumber(String(scene.random.pick([-3, -2, -1, 1, 2]))),
        },
      },
    ],
  };
}

export function timeActivityDraft(scene: Scene): JsonObject | undefined {
  const { random, atSeconds } = scene;
  const employee = choose(scene, 'Employee');
  const customer = choose(scene, 'Customer', (record) => isHome(scene, record));
  const item = choose(scene, 'Item', (record) => textAt(record.body, 'Type') === 'Service');
  if (employee === undefined || customer === undefined || item === undefined) return undefined;
  return {
    TxnDate: pacificDate(atSeconds),
    NameOf: 'Employee',
    EmployeeRef: { value: employee.id },
    CustomerRef: { value: customer.id },
    ItemRef: { value: item.id },
    BillableStatus: random.chance(0.6) ? 'Billable' : 'NotBillable',
    HourlyRate: rawNumber(String(random.integer(30, 120))),
    Hours: rawNumber(String(random.integer(0, 9))),
    Minutes: rawNumber(random.pick(['0', '15', '30', '45'])),
    Description: random.chance(0.1) ? random.pick(awkwardTexts) : `Job ${random.integer(1, 9_999)}`,
  };
}

/** A year's budget over two accounts, month by month. */
export function budgetDraft(scene: Scene, year: number): JsonObject {
  const details: JsonObject[] = [];
  for (const [path, cents] of [
    ['Services', 2_500_000],
    ['Office Expenses', 180_000],
  ] as const) {
    for (let month = 1; month <= 12; month += 1) {
      details.push({
        BudgetDate: `${year}-${String(month).padStart(2, '0')}-01`,
        Amount: amount(cents + month * 1_000),
        AccountRef: accountRef(scene, path),
      });
    }
  }
  return {
    Name: `Budget ${year}`,
    StartDate: `${year}-01-01`,
    EndDate: `${year}-12-31`,
    BudgetDetail: details,
  };
}

/** What the system keeps of an expense that is to be charged to a customer. */
export function reimburseDraft(scene: Scene, customer: StoredRecord, cents: number): JsonObject {
  return {
    CustomerRef: { value: customer.id },
    HasBeenInvoiced: false,
    Amount: amount(cents),
    TxnDate: pacificDate(scene.atSeconds),
    Line: [
      {
        Id: '1',
        LineNum: rawNumber('1'),
        Description: 'Billable expense',
        Amount: amount(cents),
        DetailType: 'ReimburseLineDetail',
        ReimburseLineDetail: {
          ItemRef: { value: '1' },
          ItemAccountRef: accountRef(scene, 'Billable Expense Income'),
        },
      },
    ],
  };
}

export function taxPaymentDraft(scene: Scene, cents: number): JsonObject {
  return {
    PaymentDate: pacificDate(scene.atSeconds),
    PaymentAccountRef: accountRef(scene, 'Checking'),
    // Strings, as in Intuit's own sample (facts#numbers-as-strings).
    PaymentAmount: (Math.abs(cents) / 100).toFixed(2),
    Description: 'Tax return',
    Refund: String(cents < 0),
  };
}

/** A template that makes an invoice every month. */
export function recurringDraft(invoice: JsonObject, name: string): JsonObject {
  const { TxnDate: _date, CustomField: _fields, ...draft } = invoice;
  return {
    Type: 'Invoice',
    ...draft,
    RecurringInfo: {
      Name: name,
      RecurType: 'Automated',
      Active: true,
      ScheduleInfo: {
        IntervalType: 'Monthly',
        NumInterval: rawNumber('1'),
        DayOfMonth: rawNumber('1'),
        DaysBefore: rawNumber('2'),
      },
    },
  };
}

export function noteDraft(scene: Scene, record: StoredRecord): JsonObject {
  return {
    AttachableRef: [{ EntityRef: { value: record.id, type: record.entity.name }, IncludeOnSend: false }],
    Note: scene.random.pick(awkwardTexts),
  };
}
