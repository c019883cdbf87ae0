import { type Company } from '../company/company.ts';
import { amount, decimal } from '../values/decimal.ts';
import { type JsonObject, type RawNumber, refAt, textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';
import { UNITS } from '../ledger/entry.ts';

const SHOWN = new Set(['Asset', 'Liability', 'Equity']);

/** An account in its own currency, debit positive, as QuickBooks shows it for payables too (facts#account-balance). */
function accountCents(company: Company, record: StoredRecord): number {
  const { home, foreign } = company.ledger.account(record.id);
  return refAt(record.body, 'CurrencyRef') === company.profile.currency.value ? home : foreign;
}

/** What a customer owes, or a vendor is owed, in their currency. */
export function nameCents(company: Company, entity: 'Customer' | 'Vendor', record: StoredRecord): number {
  const currency = refAt(record.body, 'CurrencyRef') ?? company.profile.currency.value;
  const subType = entity === 'Customer' ? 'AccountsReceivable' : 'AccountsPayable';
  const account = company.accountOf(subType, currency);
  if (account === undefined) return 0;
  const { home, foreign } = company.ledger.name(account, entity, record.id);
  const cents = currency === company.profile.currency.value ? home : foreign;
  return entity === 'Customer' ? cents : -cents;
}

function withChildren(
  company: Company,
  record: StoredRecord,
  own: (company: Company, record: StoredRecord) => number,
): number {
  let sum = own(company, record);
  for (const child of company.table(record.entity.name).childrenOf(record.id)) {
    sum += withChildren(company, child, own);
  }
  return sum;
}

/** Stock as QuickBooks prints it. */
function quantity(units: number): RawNumber {
  return decimal((units / UNITS).toFixed(5));
}

function shown(company: Company, record: StoredRecord): JsonObject {
  const { body } = record;
  switch (record.entity.name) {
    case 'Account':
      if (!SHOWN.has(textAt(body, 'Classification') ?? '')) return {};
      return {
        CurrentBalance: amount(accountCents(company, record)),
        CurrentBalanceWithSubAccounts: amount(withChildren(company, record, accountCents)),
      };
    case 'Customer': {
      const own = (_: Company, customer: StoredRecord): number => nameCents(company, 'Customer', customer);
      return {
        Balance: amount(own(company, record)),
        BalanceWithJobs: amount(withChildren(company, record, own)),
      };
    }
    case 'Vendor':
      return { Balance: amount(nameCents(company, 'Vendor', record)) };
    case 'Item':
      return body['TrackQtyOnHand'] === true
        ? { QtyOnHand: quantity(company.ledger.stock(record.id).units) }
        : {};
    default:
      return {};
  }
}

/** The record with the balances the ledger gives it; undefined when it shows them already. */
export function withBalance(company: Company, record: StoredRecord): JsonObject | undefined {
  const { body } = record;
  const balances = Object.entries(shown(company, record));
  const isNews = balances.some(([property, value]) => textAt(body, property) !== textAt({ value }, 'value'));
  return isNews ? { ...body, ...Object.fromEntries(balances) } : undefined;
}
