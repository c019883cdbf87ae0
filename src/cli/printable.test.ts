import { expect, test } from 'vitest';
import { printable, printableOnceRead } from './printable.ts';

const hostile = 'a\u001b[2J\u009b1m\u007f\u0000\r\b\f\u202e\u2066\u2028z';

test('what a terminal would obey is written out; line breaks, tabs and all scripts stay', () => {
  expect(printable(hostile)).toBe(
    String.raw`a\u001b[2J\u009b1m\u007f\u0000\u000d\u0008\u000c\u202e\u2066\u2028z`,
  );
  const harmless = 'Café\tمحاسبة 蓝蕨 👩‍👩‍👧 \\u001b\n';
  expect(printable(harmless)).toBe(harmless);
});

test('JSON says the same when it is made printable', () => {
  const json = JSON.stringify({ [hostile]: [hostile, 'x"\\', '\\u001b', '\\\u001b'] });
  expect(printable(json)).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(JSON.parse(printable(json))).toEqual(JSON.parse(json));
});

test('JSON that is read and printed by another prints what is written out', () => {
  const value = { a: hostile, b: 'x"\\/\n\t', c: '\\u001b', d: 'é\u20ac' };
  expect(JSON.parse(printableOnceRead(JSON.stringify(value)))).toEqual({ ...value, a: printable(hostile) });
  expect(JSON.parse(printableOnceRead(String.raw`{"a":"\u00e9\u001B"}`))).toEqual({ a: 'é\\u001b' });
});
