import { expect, test } from 'vitest';

import { type Json, startBench } from '../../test/support/harness.ts';

const ids = (records: readonly Json[]): string[] => records.map((record) => String(record['Id']));

test('answers have the shape of QuickBooks: envelope time in milliseconds with the Pacific offset, actual maxResults', async () => {
  await using bench = await startBench();
  const { text, headers } = await bench.query('select * from Customer maxresults 2');
  expect(text).toMatch(
    /^\{"QueryResponse":\{"Customer":\[.*\],"startPosition":1,"maxResults":2\},"time":"2026-06-15T12:00:00\.000-07:00"\}$/s,
  );
  expect(headers.get('intuit_tid')).toMatch(/^1-/);
  expect(headers.get('content-type')).toBe('application/json;charset=utf-8');
  const { records } = await bench.control(`companies/${bench.realmId}`);
  const invoices = records['Invoice'] as number;
  expect((await bench.query('select * from Invoice maxresults 3')).json()['QueryResponse']).toMatchObject({
    maxResults: 3,
    totalCount: invoices,
  });
  const none = await bench.query("select * from Customer where DisplayName = 'Nobody'");
  expect(none.json()['QueryResponse']).toEqual({});
  expect((await bench.query('SELECT COUNT(*) FROM Invoice')).json()['QueryResponse']).toEqual({
    totalCount: invoices,
  });
});

test('numbers stand in the text as QuickBooks prints them', async () => {
  await using bench = await startBench();
  const { text } = await bench.query('select * from Invoice');
  expect(text).toMatch(/"TotalAmt":\d+\.\d\d[,}]/);
  expect(text).toMatch(/"Balance":0[,}]/);
  expect(text).not.toMatch(/"(Amount|TotalAmt|Balance)":\d+(\.\d)?[,}](?<!:0[,}])/);
  const items = await bench.query('select * from Item where Active in (true, false) maxresults 1000');
  expect(items.text).toMatch(/"UnitPrice":\d+\.\d{7}[,}]/);
});

test('without MAXRESULTS a page has 100 rows; the window is counted from 1 and may be written in either order', async () => {
  await using bench = await startBench({ size: 400 });
  expect(await bench.records('select * from Invoice', 'Invoice')).toHaveLength(100);
  const all = ids(await bench.records('select * from Invoice orderby Id maxresults 1000', 'Invoice'));
  expect(
    ids(await bench.records('select * from Invoice order by Id MAXRESULTS 3 STARTPOSITION 5', 'Invoice')),
  ).toEqual(all.slice(4, 7));
  expect(
    ids(await bench.records('select * from Invoice orderby Id startposition 5 maxresults 3', 'Invoice')),
  ).toEqual(all.slice(4, 7));
  expect((await bench.query('select * from Invoice startposition 9999')).json()['QueryResponse']).toEqual({});
});

test('faults 4000 and 4001 carry the texts of QuickBooks', async () => {
  await using bench = await startBench();
  const error = async (statement: string): Promise<Json> => {
    const answer = await bench.query(statement);
    expect(answer.status).toBe(400);
    expect(answer.json()['Fault']?.['type']).toBe('ValidationFault');
    return answer.json()['Fault']?.['Error']?.[0] as Json;
  };
  expect(await error('select * from Custmoer')).toEqual({
    Message: 'Invalid query',
    Detail: 'QueryValidationError: invalid context declaration: Custmoer',
    code: '4001',
  });
  expect((await error('select * from Item startposition 0'))['Detail']).toBe(
    'QueryValidationError: value 0 is too small. Min allowed value is 1',
  );
  expect((await error('select * from Item maxresults 1001'))['code']).toBe('4001');
  expect((await error("select * from Item where Id > '5'"))['code']).toBe('4001');
  expect((await error("select * from Invoice where Line.Id = '5'"))['code']).toBe('4001');
  for (const wrong of [
    'selct * from Item',
    'select * from',
    "select * from Item where Name = 'a' or Name = 'b'",
    'select * from Item group by Name',
    '',
  ]) {
    const { Message, code } = await error(wrong);
    expect([Message, code], wrong).toEqual(['Error parsing query', '4000']);
  }
});

test('conditions compare as documented: case, escapes, LIKE, IN, references, dates, booleans, numbers', async () => {
  await using bench = await startBench();
  await bench.write('customer', { DisplayName: "Amy's Bird & 100% Sanctuary" });
  const named = (
    await bench.records(
      "select * from customer where displayname = 'AMY\\'S bird & 100% Sanctuary'",
      'Customer',
    )
  )[0];
  expect(named?.['DisplayName']).toBe("Amy's Bird & 100% Sanctuary");
  expect(
    await bench.records("select Id from Customer where DisplayName LIKE '%bird%'", 'Customer'),
  ).toHaveLength(1);
  const some = ids(await bench.records('select Id from Invoice maxresults 3', 'Invoice'));
  const list = some.map((id) => `'${id}'`).join(', ');
  expect(ids(await bench.records(`select Id from Invoice where Id IN (${list})`, 'Invoice')).sort()).toEqual(
    [...some].sort(),
  );
  const invoices = await bench.records('select * from Invoice', 'Invoice');
  const customerId = String(invoices[0]?.['CustomerRef']?.['value']);
  const expected = invoices.filter(
    (invoice) => invoice['CustomerRef']?.['value'] === customerId && Number(invoice['Balance']) > 0,
  );
  const found = await bench.records(
    `select * from Invoice where CustomerRef = '${customerId}' and Balance > '0'`,
    'Invoice',
  );
  expect(ids(found)).toEqual(ids(expected));
  const recent = await bench.records(
    "select * from Invoice where TxnDate >= '2026-01-01' and TxnDate < CURRENT_DATE",
    'Invoice',
  );
  expect(ids(recent)).toEqual(ids(invoices.filter((invoice) => String(invoice['TxnDate']) >= '2026-01-01')));
});

test('time filters take any offset and find the same records as a full scan', async () => {
  await using bench = await startBench();
  const all = await bench.records('select * from Invoice', 'Invoice');
  const from = Date.parse('2025-06-15T00:00:00Z');
  const wanted = all.filter((invoice) => Date.parse(String(invoice['MetaData']?.['CreateTime'])) >= from);
  expect(wanted.length).toBeGreaterThan(0);
  for (const order of [
    '',
    'orderby MetaData.CreateTime',
    'orderby MetaData.CreateTime desc',
    'orderby DocNumber',
  ]) {
    for (const moment of ['2025-06-15T00:00:00Z', '2025-06-14T17:00:00-07:00', '2025-06-15T05:30:00+05:30']) {
      const rows = await bench.records(
        `select * from Invoice where MetaData.CreateTime >= '${moment}' ${order}`,
        'Invoice',
      );
      expect(ids(rows).sort(), `${order} ${moment}`).toEqual(ids(wanted).sort());
    }
  }
});

test('transactions come newest change first, lists by name in byte order, ids as numbers', async () => {
  await using bench = await startBench({ size: 300 });
  const times = (await bench.records('select * from Invoice', 'Invoice')).map((row) =>
    Date.parse(String(row['MetaData']?.['LastUpdatedTime'])),
  );
  expect(times).toEqual([...times].sort((a, b) => b - a));
  const names = (await bench.records('select * from Account', 'Account')).map((row) => String(row['Name']));
  expect(names).toEqual([...names].sort());
  const all = ids(await bench.records('select Id from Invoice orderby Id maxresults 1000', 'Invoice'));
  expect(all).toEqual([...all].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)));
  expect(all.some((id) => id.length === 19)).toBe(true);
  const many = await bench.records(
    'select * from Invoice orderby CustomerRef desc, TxnDate maxresults 1000',
    'Invoice',
  );
  const keys = many.map((row) => ({
    customer: String(row['CustomerRef']?.['value']),
    date: String(row['TxnDate']),
  }));
  for (const [index, { customer, date }] of keys.entries()) {
    const before = keys[index - 1];
    if (before?.customer === customer) expect(before.date <= date).toBe(true);
  }
});

test('a plain query hides inactive list records, and an explicit Active finds them', async () => {
  await using bench = await startBench();
  const count = async (where: string): Promise<number> =>
    Number(
      (await bench.query(`select count(*) from Customer ${where}`)).json()['QueryResponse']?.['totalCount'],
    );
  const [active, inactive, all] = [
    await count(''),
    await count('where Active = false'),
    await count('where Active in (true, false)'),
  ];
  expect(inactive).toBeGreaterThan(0);
  expect(active + inactive).toBe(all);
  const [gone] = await bench.records('select * from Customer where Active = false', 'Customer');
  expect(gone?.['DisplayName']).toMatch(/ \(deleted\)$/);
});

test('Sku comes only when it is named; a column list brings just those columns, marked sparse', async () => {
  await using bench = await startBench();
  const star = await bench.records('select * from Item', 'Item');
  const named = await bench.records('select *, Sku from Item', 'Item');
  expect(star.some((item) => 'Sku' in item)).toBe(false);
  expect(named.some((item) => 'Sku' in item)).toBe(true);
  expect(named.map(({ Sku: _sku, ...rest }) => rest)).toEqual(star);
  const [row] = await bench.records('select Id, MetaData.CreateTime from Invoice maxresults 1', 'Invoice');
  expect(row).toEqual({ sparse: true, Id: expect.any(String), MetaData: { CreateTime: expect.any(String) } });
});

test('a statement may be posted as text', async () => {
  await using bench = await startBench();
  const { records } = await bench.control(`companies/${bench.realmId}`);
  const init = {
    method: 'POST',
    body: 'select count(*) from Account',
    headers: { 'content-type': 'application/text' },
  };
  expect((await bench.call('query?minorversion=75', init)).json()['QueryResponse']).toEqual({
    totalCount: records['Account'] as number,
  });
});
