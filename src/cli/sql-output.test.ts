import { expect, test } from 'vitest';

import { formatAnswer } from './sql-output.ts';
import type { SqlAnswer } from './sql-session.ts';

const answer: SqlAnswer = {
  command: 'SELECT',
  columns: [
    { name: 'doc_number', typeId: 25 },
    { name: 'total_amt', typeId: 1700 },
    { name: 'open', typeId: 16 },
    { name: 'lines', typeId: 20 },
    { name: 'raw', typeId: 3802 },
  ],
  rows: [
    ['1037', '362.070', 't', '3', '{"TotalAmt": 362.070}'],
    [null, '9007199254740993.01', 'f', '9007199254740993', null],
  ],
  rowCount: 2,
};

test('JSON keeps every digit: money as text, documents as they are', () => {
  const text = formatAnswer(answer, 'json', false).join('\n');
  expect(JSON.parse(text)).toEqual([
    { doc_number: '1037', total_amt: '362.070', open: true, lines: 3, raw: { TotalAmt: 362.07 } },
    { doc_number: null, total_amt: '9007199254740993.01', open: false, lines: '9007199254740993', raw: null },
  ]);
  expect(text).toContain('"raw":{"TotalAmt": 362.070}');
});

test('a table counts its rows', () => {
  const lines = formatAnswer(answer, 'table', true);
  expect(lines[0]).toBe('doc_number            total_amt  open             lines  raw');
  expect(lines.at(-1)).toBe('(2 rows)');
});

test('CSV has a header and quotes documents', () => {
  expect(formatAnswer(answer, 'csv', false)[1]).toBe('1037,362.070,true,3,"{""TotalAmt"": 362.070}"');
});

test('CSV tells NULL from empty text, quotes what needs it, and holds no text that a spreadsheet runs as a formula', () => {
  const columns = ['a', 'b', 'c', '=d'].map((name) => ({ name, typeId: 25 }));
  const rows = [
    [null, '', 'x,"y"', '=1+1'],
    ['+1', '-1', '@SUM(A1)', '\t=1'],
  ];
  expect(formatAnswer({ command: 'SELECT', columns, rows, rowCount: 2 }, 'csv', false)).toEqual([
    "a,b,c,'=d",
    `,"","x,""y""",'=1+1`,
    "'+1,'-1,'@SUM(A1),'\t=1",
  ]);
});

test('numbers, dates and times begin with their sign in CSV as everywhere', () => {
  const types = [21, 23, 20, 700, 701, 1700, 1082, 1083, 1114, 1184, 1186];
  const columns = types.map((typeId) => ({ name: 'x', typeId }));
  const rows = [types.map(() => '-1')];
  expect(formatAnswer({ command: 'SELECT', columns, rows, rowCount: 1 }, 'csv', false)[1]).toBe(
    types.map(() => '-1').join(','),
  );
});

test('CSV for programs changes no text, whatever it begins with', () => {
  const columns = ['a', 'b', 'c', '=d'].map((name) => ({ name, typeId: 25 }));
  const rows = [[null, '', 'x,"y"', '=1+1']];
  expect(formatAnswer({ command: 'SELECT', columns, rows, rowCount: 1 }, 'exact csv', false)).toEqual([
    'a,b,c,=d',
    ',"","x,""y""",=1+1',
  ]);
});

test('a statement without rows says what it did, and nothing in JSON or CSV', () => {
  const done: SqlAnswer = { command: 'UPDATE', columns: [], rows: [], rowCount: 4 };
  expect(formatAnswer(done, 'table', true)).toEqual(['UPDATE 4']);
  expect(formatAnswer(done, 'json', true)).toEqual([]);
  expect(formatAnswer({ ...answer, rows: [], rowCount: 0 }, 'json', true)).toEqual(['[]']);
});

test('instants have the form of the REST API, whatever the zone of the session; what is no instant stays', () => {
  const cases = [
    [1184, '2026-01-31 08:00:00+00', '2026-01-31T08:00:00.000000Z'],
    [1184, '2026-01-31 08:00:00.12-08', '2026-01-31T16:00:00.120000Z'],
    [1184, '2026-01-31 23:59:59.999999-03:30', '2026-02-01T03:29:59.999999Z'],
    [1184, '1883-11-18 12:03:57-07:52:58', '1883-11-18T19:56:55.000000Z'],
    [1184, '0001-01-01 00:00:00+00', '0001-01-01T00:00:00.000000Z'],
    [1184, '9999-12-31 23:59:59-08', '9999-12-31 23:59:59-08'],
    [1184, 'infinity', 'infinity'],
    [1184, '0044-03-15 12:00:00+00 BC', '0044-03-15 12:00:00+00 BC'],
    [1114, '2026-01-31 08:00:00.5', '2026-01-31T08:00:00.500000'],
    [1082, '2026-01-31', '2026-01-31'],
    [25, '2026-01-31 08:00:00+00', '2026-01-31 08:00:00+00'],
  ] as const;
  for (const [typeId, written, told] of cases) {
    const given = { command: 'SELECT', columns: [{ name: 'at', typeId }], rows: [[written]], rowCount: 1 };
    expect(formatAnswer(given, 'csv', false)[1], written).toBe(told);
    expect(JSON.parse(formatAnswer(given, 'json', false).join(''))).toEqual([{ at: told }]);
    // A person reads it in the zone of the session.
    expect(formatAnswer(given, 'table', false).join(), written).toContain(written);
  }
});
