import { expect, test } from 'vitest';

import { type Json, startBench } from '../test-support/harness.ts';

test('a report comes without the envelope time, every value a text, and says whether it has data', async () => {
  await using bench = await startBench();
  const answer = await bench.call(
    'reports/ProfitAndLoss?start_date=2015-01-01&end_date=2015-07-31&customer=1&summarize_column_by=Customers',
  );
  expect(answer.json()).toEqual({
    Header: {
      Time: '2026-06-15T12:00:00-07:00',
      ReportName: 'ProfitAndLoss',
      ReportBasis: 'Accrual',
      StartPeriod: '2015-01-01',
      EndPeriod: '2015-07-31',
      SummarizeColumnsBy: 'Customers',
      Currency: 'USD',
      Customer: '1',
      Option: [
        { Name: 'AccountingStandard', Value: 'GAAP' },
        { Name: 'NoReportData', Value: 'true' },
      ],
    },
    Columns: {
      Column: [
        { ColTitle: '', ColType: 'Account', MetaData: [{ Name: 'ColKey', Value: 'account' }] },
        { ColTitle: 'Total', ColType: 'Money', MetaData: [{ Name: 'ColKey', Value: 'total' }] },
      ],
    },
    Rows: {
      Row: [
        ['Income', 'Total Income', 'Income'],
        ['', 'Gross Profit', 'GrossProfit'],
        ['Expenses', 'Total Expenses', 'Expenses'],
        ['', 'Net Operating Income', 'NetOperatingIncome'],
        ['', 'Net Income', 'NetIncome'],
      ].map(([title, total, group]) => ({
        ...(title === '' ? {} : { Header: { ColData: [{ value: title }, { value: '' }] } }),
        Summary: { ColData: [{ value: total }, { value: '' }] },
        type: 'Section',
        group,
      })),
    },
  });
});

test('the general ledger shows ids of transactions and names, beginning balances, and nests accounts', async () => {
  await using bench = await startBench();
  const [customer] = await bench.records('select * from Customer', 'Customer');
  const line = {
    Amount: 100,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: '1' } },
  };
  const invoice = (
    await bench.write('invoice', { CustomerRef: { value: customer?.['Id'] }, Line: [line] })
  ).json()['Invoice'] as Json;
  const report = (await bench.call('reports/GeneralLedger')).json();
  expect(report['Header']).toMatchObject({
    DateMacro: 'this month-to-date',
    StartPeriod: '2026-06-01',
    EndPeriod: '2026-06-15',
  });
  expect(report['Columns']['Column']).toContainEqual({ ColTitle: 'Transaction Type', ColType: 'txn_type' });
  const sections = report['Rows']['Row'] as Json[];
  const receivable = sections.find(
    (row) => row['Header']['ColData'][0]['value'] === 'Accounts Receivable (A/R)',
  );
  expect(receivable?.['Rows']['Row'][0]['ColData'][0]).toEqual({ value: 'Beginning Balance' });
  const cells = receivable?.['Rows']['Row'].at(-1)['ColData'] as Json[];
  expect(cells.slice(0, 4)).toEqual([
    { value: '2026-06-15' },
    { value: 'Invoice', id: invoice['Id'] },
    { value: invoice['DocNumber'] },
    { value: customer?.['FullyQualifiedName'], id: customer?.['Id'] },
  ]);
  expect(cells[5]).toMatchObject({ value: 'Services', id: expect.any(String) });
  expect(cells[6]).toEqual({ value: '100.00' });
  const truck = sections.find((row) => row['Header']['ColData'][0]['value'] === 'Truck');
  expect(truck?.['Header']['ColData'][0]).toHaveProperty('id');
  expect(truck?.['Rows']['Row'].at(-1)['Header']['ColData'][0]).toEqual({ value: 'Original Cost' });
});

test('the list of transactions can be asked for what was changed since, and for some columns', async () => {
  await using bench = await startBench();
  await bench.control(`companies/${bench.realmId}/changes`, { kind: 'create', count: 2 });
  const query = 'date_macro=all&start_moddate=2026-06-15T12:00:00-07:00&columns=txn_type,last_mod_date';
  const report = (await bench.call(`reports/TransactionList?${query}`)).json();
  const rows = report['Rows']['Row'] as Json[];
  expect(rows).toHaveLength(2);
  expect(rows[0]?.['ColData']).toEqual([
    { value: 'Invoice', id: expect.any(String) },
    { value: '2026-06-15T12:00:00-07:00' },
  ]);
  const none = (await bench.call('reports/TransactionList?start_date=2001-01-01&end_date=2001-02-01')).json();
  expect(none).toMatchObject({ Rows: {}, Header: { Option: [{ Name: 'NoReportData', Value: 'true' }] } });
});

test('an unknown report and a broken date are faults', async () => {
  await using bench = await startBench();
  const code = async (path: string): Promise<unknown> =>
    (await bench.call(path)).json()['Fault']?.['Error'][0]['code'];
  expect(await code('reports/TaxSummary')).toBe('500');
  expect(await code('reports/BalanceSheet?end_date=soon')).toBe('2060');
});
