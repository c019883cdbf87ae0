import { expect, test } from 'vitest';
import { recordTable, type RecordColumn } from '../../tables/records/record-table.ts';
import { createCsvWriter } from './csv.ts';

const column = (name: string): RecordColumn => {
  const found = recordTable('invoices').columns.get(name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
};
const columns = ['doc_number', 'total_amt', 'txn_date'].map(column);

test('lines end in CRLF, and what needs quotes has them', () => {
  const csv = createCsvWriter(columns, { isSpreadsheetSafe: true });
  expect(csv.header()).toBe('doc_number,total_amt,txn_date\r\n');
  expect(csv.line(['a,"b"\r\nc', '1.50', null])).toBe('"a,""b""\r\nc",1.50,\r\n');
});

test('an empty text differs from no value', () => {
  const csv = createCsvWriter(columns, { isSpreadsheetSafe: true });
  expect(csv.line(['', null, null])).toBe('"",,\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1 555', "'+1 555"],
  ['-x', "'-x"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['＝1', "'＝1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['plain = text', 'plain = text'],
])('the text %j is written so that no spreadsheet runs it', (text, written) => {
  expect(createCsvWriter(columns, { isSpreadsheetSafe: true }).line([text, '1', null])).toBe(
    `${written},1,\r\n`,
  );
});

test('numbers keep their sign, and texts are left alone when that is asked for', () => {
  const csv = createCsvWriter(columns, { isSpreadsheetSafe: true });
  expect(csv.line(['x', '-12.50', '2026-01-01'])).toBe('x,-12.50,2026-01-01\r\n');
  expect(createCsvWriter(columns, { isSpreadsheetSafe: false }).line(['=1+1', '-1', null])).toBe(
    '=1+1,-1,\r\n',
  );
});
