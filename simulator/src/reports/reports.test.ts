import { expect, test } from 'vitest';

import { type Json, startBench } from '../../test/support/harness.ts';

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
        { ColTitle: 'TOTAL', ColType: 'Money', MetaData: [{ Name: 'ColKey', Value: 'total' }] },
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

const cellsOf = (report: Json, group: string): string[] => {
  const find = (rows: Json[]): Json =>
    rows.find((row) => row['group'] === group) ??
    rows.map((row) => find((row['Rows']?.['Row'] ?? []) as Json[])).find((row) => row !== undefined);
  const row = find(report['Rows']['Row'] as Json[]);
  return ((row['Summary']?.['ColData'] ?? row['ColData']) as { value: string }[]).map(({ value }) => value);
};

test('income counts when it is billed, or by cash when it is paid and as far as it is', async () => {
  await using bench = await startBench();
  const customer = (await bench.write('customer', { DisplayName: 'Pays late' })).json()['Customer'] as Json;
  const [service] = await bench.records("select * from Item where Type = 'Service'", 'Item');
  const to = { CustomerRef: { value: customer['Id'] } };
  const line = {
    Amount: 100,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: service?.['Id'] } },
  };
  const { Id } = (await bench.write('invoice', { ...to, TxnDate: '2026-05-03', Line: [line] })).json()[
    'Invoice'
  ];
  const link = [{ TxnId: Id, TxnType: 'Invoice' }];
  await bench.write('payment', {
    ...to,
    TxnDate: '2026-06-10',
    TotalAmt: 90,
    Line: [{ Amount: 30, LinkedTxn: link }],
  });
  const incomeBy = async (method: string): Promise<unknown> => {
    const report = (
      await bench.call(
        `reports/ProfitAndLoss?customer=${customer['Id']}&start_date=2026-05-01&end_date=2026-06-30&summarize_column_by=Month&accounting_method=${method}`,
      )
    ).json();
    const titles = report['Columns']['Column'].map((column: Json) => column['ColTitle']);
    return { basis: report['Header']['ReportBasis'], titles, net: cellsOf(report, 'NetIncome') };
  };
  const titles = ['', 'May 2026', 'Jun 2026', 'Total'];
  expect(await incomeBy('Accrual')).toEqual({
    basis: 'Accrual',
    titles,
    net: ['Net Income', '100.00', '', '100.00'],
  });
  // Of the invoice 30.00 are paid; 60.00 more came in for nothing that is billed.
  expect(await incomeBy('Cash')).toEqual({
    basis: 'Cash',
    titles,
    net: ['Net Income', '', '90.00', '90.00'],
  });
  const ledger = (
    await bench.call('reports/GeneralLedger?accounting_method=Cash&start_date=2026-06-10&end_date=2026-06-10')
  ).text;
  expect(ledger).toContain('Unapplied Cash Payment Income');
  expect(ledger).toContain(`{"value":"2026-06-10"},{"value":"Invoice","id":"${Id}"}`);
});

test.each(['Days', 'Week', 'Month', 'Quarter', 'Year', 'FiscalYear'])(
  'a profit and loss by %s adds up to its total, and the balance sheet balances at the end of each',
  async (word) => {
    await using bench = await startBench();
    const period = `start_date=2026-03-10&end_date=2026-06-15&summarize_column_by=${word}`;
    const sheet = (await bench.call(`reports/BalanceSheet?${period}`)).json();
    expect(cellsOf(sheet, 'TotalAssets').slice(1)).toEqual(
      cellsOf(sheet, 'TotalLiabilitiesAndEquity').slice(1),
    );
    const profit = (await bench.call(`reports/ProfitAndLoss?${period}`)).json();
    const amounts = cellsOf(profit, 'NetIncome').slice(1).map(Number);
    expect(amounts.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBeCloseTo(amounts.at(-1) ?? 0, 2);
    expect(amounts.length).toBe(cellsOf(sheet, 'TotalAssets').length);
    expect(profit['Columns']['Column'][1]['MetaData']).toContainEqual({
      Name: 'StartDate',
      Value: '2026-03-10',
    });
  },
);

test.each(['Customers', 'Vendors', 'Employees', 'Departments', 'Classes', 'ProductsAndServices'])(
  'a profit and loss by %s names them, and adds up to its total',
  async (word) => {
    await using bench = await startBench();
    const report = (
      await bench.call(`reports/ProfitAndLoss?date_macro=all&summarize_column_by=${word}`)
    ).json();
    const columns = report['Columns']['Column'] as { ColTitle: string }[];
    expect(columns.at(-1)?.ColTitle).toBe('TOTAL');
    if (word !== 'Employees') expect(columns.length).toBeGreaterThan(3);
    for (const group of ['Income', 'Expenses', 'NetIncome']) {
      const amounts = cellsOf(report, group).slice(1).map(Number);
      expect(amounts).toHaveLength(columns.length - 1);
      expect(amounts.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBeCloseTo(amounts.at(-1) ?? 0, 2);
    }
  },
);

test('an unknown report, method, column or date is a fault', async () => {
  await using bench = await startBench();
  const code = async (path: string): Promise<unknown> =>
    (await bench.call(path)).json()['Fault']?.['Error'][0]['code'];
  expect(await code('reports/TaxSummary')).toBe('500');
  expect(await code('reports/BalanceSheet?end_date=soon')).toBe('2060');
  expect(await code('reports/BalanceSheet?accounting_method=Barter')).toBe('2170');
  expect(await code('reports/BalanceSheet?summarize_column_by=Moons')).toBe('2170');
  expect(await code('reports/ProfitAndLoss?end_date=9999-12-31&summarize_column_by=Days')).toBe('6000');
});
