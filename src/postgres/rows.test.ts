import { expect, test } from 'vitest';
import { toCamelCase, toCamelCaseRows } from './rows.ts';

test('column names become property names', () => {
  expect(
    ['realm_id', 'total_amt', 'bill_addr_line1', 'id', 'address_2', '_private', '?column?'].map(toCamelCase),
  ).toEqual(['realmId', 'totalAmt', 'billAddrLine1', 'id', 'address2', '_private', '?column?']);
});

test('each row becomes an object with the values at their names', () => {
  const fields = [{ name: 'realm_id' }, { name: 'rows' }];
  expect(
    toCamelCaseRows({
      fields,
      rows: [
        ['1', 2],
        ['3', null],
      ],
    }),
  ).toEqual([
    { realmId: '1', rows: 2 },
    { realmId: '3', rows: null },
  ]);
});
