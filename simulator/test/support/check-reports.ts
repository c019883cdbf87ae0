import { expect } from 'vitest';

import { type Company } from '../../src/company/company.ts';
import { makeReport } from '../../src/reports/index.ts';
import { type Report, type Row } from '../../src/reports/shape.ts';
import { addDays, pacificDate } from '../../src/values/pacific-time.ts';
import { refAt, textAt } from '../../src/values/json.ts';
import { toCents } from '../../src/values/decimal.ts';

/** All rows of a report, whatever they lie in. */
function* rowsOf(rows: readonly Row[]): Generator<Row> {
  for (const row of rows) {
    yield row;
    yield* rowsOf(row.Rows?.Row ?? []);
  }
}

const cents = (value: string | undefined): number => toCents(value === '' ? undefined : (value ?? ''));

/** The amounts of the summary that closes a group, in cents. */
function summaryOf(report: Report, group: string): number[] {
  for (const row of rowsOf(report.Rows.Row ?? [])) {
    const cells = row.group === group ? (row.Summary?.ColData ?? row.ColData) : undefined;
    if (cells !== undefined) return cells.slice(1).map(({ value }) => cents(value));
  }
  return [0];
}

const reportOf = (
  company: Company,
  name: string,
  nowSeconds: number,
  query: Record<string, string> = {},
): Report => makeReport(company, name, new URLSearchParams(query), nowSeconds);

/** That the reports of a day fit together: debits and credits, both sides of the balance sheet, ageing and what is open. */
export function checkReports(company: Company, nowSeconds: number): void {
  for (const date of [pacificDate(nowSeconds), addDays(pacificDate(nowSeconds), -500)]) {
    const until = { start_date: `${date.slice(0, 4)}-01-01`, end_date: date };
    const [debits, credits] = summaryOf(reportOf(company, 'TrialBalance', nowSeconds, until), 'GrandTotal');
    expect(debits).toBe(credits);
    const sheet = reportOf(company, 'BalanceSheet', nowSeconds, until);
    expect(summaryOf(sheet, 'TotalAssets')).toEqual(summaryOf(sheet, 'TotalLiabilitiesAndEquity'));
    const profit = reportOf(company, 'ProfitAndLoss', nowSeconds, until);
    expect(summaryOf(sheet, 'NetIncome')).toEqual(summaryOf(profit, 'NetIncome'));
    checkCashBasis(company, nowSeconds, until);
    const aged = (name: string): number =>
      summaryOf(reportOf(company, name, nowSeconds, { report_date: date }), 'GrandTotal').at(-1) ?? 0;
    expect(aged('AgedReceivables')).toBe(summaryOf(sheet, 'AR')[0]);
    expect(aged('AgedPayables')).toBe(summaryOf(sheet, 'AP')[0]);
    expect(aged('AgedReceivableDetail')).toBe(aged('AgedReceivables'));
    expect(aged('AgedPayableDetail')).toBe(aged('AgedPayables'));
    expect(summaryOf(reportOf(company, 'CustomerBalance', nowSeconds, until), 'GrandTotal')[0]).toBe(
      aged('AgedReceivables'),
    );
  }
  checkAgainstRecords(company, nowSeconds);
}

/** That the books also balance by what was paid, and that columns add up to the total. */
function checkCashBasis(company: Company, nowSeconds: number, until: Record<string, string>): void {
  const cash = { ...until, accounting_method: 'Cash' };
  const [debits, credits] = summaryOf(reportOf(company, 'TrialBalance', nowSeconds, cash), 'GrandTotal');
  expect(debits).toBe(credits);
  const sheet = reportOf(company, 'BalanceSheet', nowSeconds, { ...cash, summarize_column_by: 'Quarter' });
  const sides = ['TotalAssets', 'TotalLiabilitiesAndEquity'].map((group) => summaryOf(sheet, group));
  expect(sides[0]).toEqual(sides[1]);
  const profit = reportOf(company, 'ProfitAndLoss', nowSeconds, {
    ...cash,
    summarize_column_by: 'Customers',
  });
  const net = summaryOf(profit, 'NetIncome');
  expect(net.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(net.at(-1));
  expect(net.at(-1)).toBe(summaryOf(sheet, 'NetIncome').at(-1));
}

/** That ageing of today is the sum of the balances of customers and vendors, where there is one currency. */
function checkAgainstRecords(company: Company, nowSeconds: number): void {
  if (company.profile.multiCurrency) return;
  for (const [entity, report] of [
    ['Customer', 'AgedReceivables'],
    ['Vendor', 'AgedPayables'],
  ] as const) {
    const open = [...company.table(entity).records()].reduce(
      (sum, { body }) => sum + toCents(body['Balance']),
      0,
    );
    expect(summaryOf(reportOf(company, report, nowSeconds), 'GrandTotal').at(-1)).toBe(open);
  }
  const ledger = reportOf(company, 'GeneralLedger', nowSeconds, {
    date_macro: 'all',
    columns: 'account_name,subt_nat_amount',
  });
  const sums = new Map<string, number>();
  for (const { ColData } of rowsOf(ledger.Rows.Row ?? [])) {
    const [account, amount] = ColData ?? [];
    if (account?.id !== undefined) sums.set(account.id, (sums.get(account.id) ?? 0) + cents(amount?.value));
  }
  for (const { id, body } of company.table('Account').records()) {
    if (refAt(body, 'CurrencyRef') !== company.profile.currency.value) continue;
    const sign = textAt(body, 'Classification') === 'Asset' ? 1 : -1;
    if (['Asset', 'Liability', 'Equity'].includes(textAt(body, 'Classification') ?? ''))
      expect(sign * (sums.get(id) ?? 0) + 0, textAt(body, 'Name')).toBe(toCents(body['CurrentBalance']));
  }
}
