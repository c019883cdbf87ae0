import { type Company } from '../company/company.ts';
import { faults } from '../base/fault.ts';
import { amount, multiplyToCents, toCents } from '../values/decimal.ts';
import { type JsonObject, objectsAt, rawNumber, refAt, textAt } from '../values/json.ts';
import { addDays, pacificDate } from '../values/pacific-time.ts';
import { type PrepareContext } from './behaviour.ts';

/** The rate of a currency on a date: the newest known by then, else 1. */
function rateOn(company: Company, currency: string, date: string): string {
  const home = company.profile.currency.value;
  if (currency === home) return '1';
  const rates = company.exchangeRates(currency);
  let found = '1';
  for (const [asOf, rate] of rates) {
    if (asOf > date) break;
    found = rate;
  }
  return found;
}

/** Date, currency and rate. The currency is that of the customer or vendor, or of the account. */
export function dateAndCurrency(
  draft: JsonObject,
  { company, atSeconds }: PrepareContext,
  from?: JsonObject,
): void {
  const { currency, multiCurrency } = company.profile;
  const date = textAt(draft, 'TxnDate') ?? pacificDate(atSeconds);
  draft['TxnDate'] = date;
  const theirs = from?.['CurrencyRef'];
  draft['CurrencyRef'] ??= theirs ?? { ...currency };
  const code = refAt(draft, 'CurrencyRef') ?? currency.value;
  if (from !== undefined && theirs !== undefined && refAt(from, 'CurrencyRef') !== code)
    throw faults.business('The currency of the transaction is not that of the customer or vendor.');
  if (!multiCurrency) {
    if (code !== currency.value)
      throw faults.business('Multiple currencies are not switched on for this company.');
    delete draft['ExchangeRate'];
    return;
  }
  draft['ExchangeRate'] = rawNumber(textAt(draft, 'ExchangeRate') ?? rateOn(company, code, date));
}

/** TotalAmt, and HomeTotalAmt where several currencies are in use; gives back the home amount. */
export function setTotal(draft: JsonObject, company: Company, cents: number): void {
  draft['TotalAmt'] = amount(cents);
  if (company.profile.multiCurrency) draft['HomeTotalAmt'] = amount(homeCents(draft, cents));
}

/** Balance after a change of the total: what has been paid stays paid. @throws Fault 6000 when that is more than the new total. */
export function setBalance(draft: JsonObject, company: Company, before: JsonObject | undefined): void {
  const paid = before === undefined ? 0 : toCents(before['TotalAmt']) - toCents(before['Balance']);
  const total = toCents(draft['TotalAmt']);
  if (paid > total)
    throw faults.business('The amount of the transaction is smaller than what has been paid on it.');
  draft['Balance'] = amount(total - paid);
  if (!company.profile.multiCurrency) return;
  const paidHome =
    before === undefined ? 0 : toCents(before['HomeTotalAmt']) - toCents(before['HomeBalance']);
  draft['HomeBalance'] = amount(toCents(draft['HomeTotalAmt']) - paidHome);
}

function homeCents(body: JsonObject, cents: number): number {
  const rate = textAt(body, 'ExchangeRate') ?? '1';
  return rate === '1' ? cents : multiplyToCents(amount(cents), rate);
}

/** The date an amount is due by its term, 30 days without one. */
export function dueDate(company: Company, draft: JsonObject): string {
  const term = company.find('Term', refAt(draft, 'SalesTermRef') ?? '')?.body;
  return addDays(
    textAt(draft, 'TxnDate') ?? '',
    Number(term === undefined ? '30' : (textAt(term, 'DueDays') ?? '30')),
  );
}

const VALUES = ['StringValue', 'BooleanValue', 'NumberValue', 'DateValue'];

/** The company's custom fields with what the caller gave for them; the value's key is absent where there is none. */
export function customFields(company: Company, draft: JsonObject): JsonObject[] {
  const given = objectsAt(draft, 'CustomField');
  return company.profile.customFields.map(({ id, name, type }) => {
    const value = given.find((field) => textAt(field, 'DefinitionId') === id);
    const key = VALUES.find((property) => value?.[property] !== undefined);
    return {
      DefinitionId: id,
      Name: name,
      Type: type,
      ...(value === undefined || key === undefined ? {} : { [key]: value[key] ?? '' }),
    };
  });
}

/** Links of the record itself (to an estimate, say) from the draft, and those that others made as they are. */
export function ownAndOthersLinks(
  draft: JsonObject,
  before: JsonObject | undefined,
  own: ReadonlySet<string>,
): JsonObject[] {
  const isOwn = (link: JsonObject): boolean => own.has(textAt(link, 'TxnType') ?? '');
  const kept = before === undefined ? [] : objectsAt(before, 'LinkedTxn');
  const given = draft['LinkedTxn'] === undefined ? kept : objectsAt(draft, 'LinkedTxn');
  return [...given.filter(isOwn), ...kept.filter((link) => !isOwn(link))];
}

/** The ids of the transactions of that type among a record's links. */
export function linkedIds(body: JsonObject, txnType: string): string[] {
  return objectsAt(body, 'LinkedTxn').flatMap((link) => {
    const id = textAt(link, 'TxnId');
    return id === undefined || textAt(link, 'TxnType') !== txnType ? [] : [id];
  });
}
