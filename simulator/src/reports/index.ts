import { type Company } from '../company/company.ts';
import { faults } from '../base/fault.ts';
import { pacificDate } from '../values/pacific-time.ts';
import { agedDetail, agedSummary, balanceSummary, payables, receivables } from './ageing.ts';
import { generalLedger } from './general-ledger.ts';
import { readParameters } from './parameters.ts';
import { type Report } from './shape.ts';
import { type ReportContext, balanceSheet, profitAndLoss, trialBalance } from './statements.ts';
import { transactionList } from './transaction-list.ts';

type Definition = {
  readonly name: string;
  /** The period it has when none is asked for. */
  readonly period: string;
  readonly make: (context: ReportContext) => Report;
};

const YEAR = 'this calendar year-to-date';
const MONTH = 'this month-to-date';

const definitions: readonly Definition[] = [
  { name: 'ProfitAndLoss', period: YEAR, make: profitAndLoss },
  { name: 'BalanceSheet', period: YEAR, make: balanceSheet },
  { name: 'TrialBalance', period: YEAR, make: trialBalance },
  { name: 'GeneralLedger', period: MONTH, make: generalLedger },
  { name: 'TransactionList', period: MONTH, make: transactionList },
  { name: 'AgedReceivables', period: 'today', make: (c) => agedSummary(c, 'AgedReceivables', receivables) },
  {
    name: 'AgedReceivableDetail',
    period: 'today',
    make: (c) => agedDetail(c, 'AgedReceivableDetail', receivables),
  },
  { name: 'AgedPayables', period: 'today', make: (c) => agedSummary(c, 'AgedPayables', payables) },
  { name: 'AgedPayableDetail', period: 'today', make: (c) => agedDetail(c, 'AgedPayableDetail', payables) },
  {
    name: 'CustomerBalance',
    period: 'today',
    make: (c) => balanceSummary(c, 'CustomerBalance', receivables),
  },
  { name: 'VendorBalance', period: 'today', make: (c) => balanceSummary(c, 'VendorBalance', payables) },
];

const byName = new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition]));

/** Makes a report from the ledger. It comes without the envelope's time (facts#report-shape). @throws Fault */
export function makeReport(
  company: Company,
  name: string,
  query: URLSearchParams,
  nowSeconds: number,
): Report {
  const definition = byName.get(name.toLowerCase());
  if (definition === undefined) throw faults.unsupported(`Report ${name}`);
  const parameters = readParameters(query, pacificDate(nowSeconds), definition.period);
  return definition.make({ company, parameters, nowSeconds });
}
