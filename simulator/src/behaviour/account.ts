import { entityNamed } from '../entities/entities.ts';
import { faults } from '../base/fault.ts';
import { type JsonObject, rawNumber, refAt, textAt } from '../values/json.ts';
import { amount, toCents } from '../values/decimal.ts';
import { type Behaviour } from './behaviour.ts';
import { hierarchy, nameForActivity } from './names.ts';

/** AccountType → Classification and the sub type QuickBooks takes when none is given. */
const types: Readonly<Record<string, readonly [classification: string, subType: string]>> = {
  Bank: ['Asset', 'CashOnHand'],
  'Accounts Receivable': ['Asset', 'AccountsReceivable'],
  'Other Current Asset': ['Asset', 'EmployeeCashAdvances'],
  'Fixed Asset': ['Asset', 'FurnitureAndFixtures'],
  'Other Asset': ['Asset', 'Licenses'],
  'Accounts Payable': ['Liability', 'AccountsPayable'],
  'Credit Card': ['Liability', 'CreditCard'],
  'Other Current Liability': ['Liability', 'OtherCurrentLiabilities'],
  'Long Term Liability': ['Liability', 'NotesPayable'],
  Equity: ['Equity', 'OpeningBalanceEquity'],
  Income: ['Revenue', 'ServiceFeeIncome'],
  'Other Income': ['Revenue', 'OtherMiscellaneousIncome'],
  'Cost of Goods Sold': ['Expense', 'SuppliesMaterialsCogs'],
  Expense: ['Expense', 'OtherMiscellaneousServiceCost'],
  'Other Expense': ['Expense', 'OtherMiscellaneousExpense'],
};

export const account: Behaviour = {
  prepare(draft, { company, before, id }) {
    const given = textAt(draft, 'Name');
    if (given === undefined || given.trim() === '') throw faults.missing('Name');
    const type =
      textAt(draft, 'AccountType') ?? (before === undefined ? undefined : textAt(before, 'AccountType'));
    const known = type === undefined ? undefined : types[type];
    if (type === undefined || known === undefined) throw faults.missing('AccountType');
    const active = draft['Active'] !== false;
    const name = nameForActivity(given, active);
    draft['Name'] = name;
    draft['SubAccount'] = refAt(draft, 'ParentRef') !== undefined;
    draft['FullyQualifiedName'] = hierarchy(company, entityNamed('Account'), draft, {
      id,
      name,
    }).fullyQualifiedName;
    draft['Active'] = active;
    draft['Classification'] = known[0];
    draft['AccountType'] = type;
    draft['AccountSubType'] ??= known[1];
    draft['CurrentBalance'] = before?.['CurrentBalance'] ?? rawNumber('0');
    draft['CurrentBalanceWithSubAccounts'] = before?.['CurrentBalanceWithSubAccounts'] ?? rawNumber('0');
    draft['CurrencyRef'] ??= { ...company.profile.currency };
    delete draft['OpeningBalance'];
    delete draft['OpeningBalanceDate'];
    return draft;
  },

  /** An opening balance is a journal entry against the equity account kept for that. */
  followUp(input, id, company) {
    const cents = toCents(input['OpeningBalance']);
    const equity = company.accountOf('OpeningBalanceEquity');
    if (cents === 0 || equity === undefined) return undefined;
    const type = textAt(input, 'AccountType') ?? '';
    const isDebit = (types[type]?.[0] === 'Asset') === cents > 0;
    const line = (accountId: string, side: string): JsonObject => ({
      Description: 'Opening Balance',
      Amount: amount(Math.abs(cents)),
      DetailType: 'JournalEntryLineDetail',
      JournalEntryLineDetail: { PostingType: side, AccountRef: { value: accountId } },
    });
    const date = textAt(input, 'OpeningBalanceDate');
    return {
      entity: 'JournalEntry',
      draft: {
        PrivateNote: 'Opening Balance',
        ...(date === undefined ? {} : { TxnDate: date }),
        Line: [line(id, isDebit ? 'Debit' : 'Credit'), line(equity, isDebit ? 'Credit' : 'Debit')],
      },
    };
  },
};
