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
  expect(formatAnswer(answer, 'csv', false)[1]).toBe('1037,362.070,t,3,"{""TotalAmt"": 362.070}"');
});

test('CSV tells NULL from empty text, quotes what needs it, and changes no text, whatever it begins with', () => {
  const columns = ['a', 'b', 'c', '=d'].map((name) => ({ name, typeId: 25 }));
  const rows = [[null, '', 'x,"y"', '=1+1']];
  expect(formatAnswer({ command: 'SELECT', columns, rows, rowCount: 1 }, 'csv', false)).toEqual([
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
