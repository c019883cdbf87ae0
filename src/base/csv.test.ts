import { expect, test } from 'vitest';
import { toCsvLine } from './csv.ts';

test('what needs quotes has them, and an empty text differs from no value', () => {
  expect(toCsvLine(['a,"b"\r\nc', '1.50', '', null, undefined, 'plain'], 'none')).toBe(
    '"a,""b""\r\nc",1.50,"",,,plain',
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1 555', "'+1 555"],
  ['-x', "'-x"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['\n=1', `"'\n=1"`],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠1', "'＠1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['plain = text', 'plain = text'],
])('the text %j is written so that no spreadsheet runs it, where that is asked for', (text, written) => {
  expect(toCsvLine([text, text], 'every')).toBe(`${written},${written}`);
  const exact = toCsvLine([text], 'none');
  expect(exact.startsWith('"') ? exact.slice(1, -1).replaceAll('""', '"') : exact).toBe(text);
  expect(toCsvLine([text, '-1', text], [false, false, true])).toBe(`${exact},-1,${written}`);
});
