import { expect, test } from 'vitest';

import { type Json, startBench } from './support/harness.ts';
import { connectClient } from './support/node-quickbooks.ts';

/** The methods of the client by the report they ask for. */
const reports: Readonly<Record<string, string>> = {
  BalanceSheet: 'reportBalanceSheet',
  ProfitAndLoss: 'reportProfitAndLoss',
  TrialBalance: 'reportTrialBalance',
  GeneralLedger: 'reportGeneralLedgerDetail',
  TransactionList: 'reportTransactionList',
  AgedReceivables: 'reportAgedReceivables',
  AgedReceivableDetail: 'reportAgedReceivableDetail',
  AgedPayables: 'reportAgedPayables',
  AgedPayableDetail: 'reportAgedPayableDetail',
  CustomerBalance: 'reportCustomerBalance',
  VendorBalance: 'reportVendorBalance',
};

/** The last row's cells: a trial balance ends with its totals. */
function totals(report: Json): string[] {
  const last = (report['Rows']['Row'] as Json[]).at(-1) as Json;
  const cells = (last['Summary'] ?? last)['ColData'] as Json[];
  return cells.map((cell) => cell['value'] as string);
}

test('node-quickbooks gets every report, and debits equal credits', async () => {
  await using bench = await startBench();
  const client = await connectClient(bench);
  const dates = { start_date: '2025-06-15', end_date: '2026-06-15' };
  for (const [name, method] of Object.entries(reports)) {
    const report = await client(method, dates);
    expect(report, name).toMatchObject({
      Header: { ReportName: name, Time: expect.stringMatching(/-0[78]:00$/) },
      Columns: { Column: expect.any(Array) },
    });
    expect(report, name).not.toHaveProperty('time');
  }
  const [, debit, credit] = totals(await client('reportTrialBalance', dates));
  expect(Number(debit)).toBeGreaterThan(0);
  expect(debit).toBe(credit);
  const calls = await bench.control('calls');
  expect(calls['counts']).toContainEqual(
    expect.objectContaining({ kind: 'report', billable: true, count: Object.keys(reports).length + 1 }),
  );
});
