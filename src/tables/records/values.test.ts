import { expect, test } from 'vitest';
import { parseValue } from './values.ts';

test.each([
  ['integer', '42'],
  ['integer', '-2147483647'],
  ['numeric', '12345678901234567890.123456789'],
  ['numeric', '-0.10'],
  ['boolean', 'true'],
  ['date', '2024-02-29'],
  ['timestamp', '2026-01-31T08:00:00'],
  ['timestamptz', '2026-01-31T08:00:00Z'],
  ['timestamptz', '2026-01-31T08:00:00.123456-07:00'],
  ['text', "'; DROP TABLE invoices; --"],
  ['text', ''],
] as const)('%s takes %s as it is', (type, text) => {
  expect(parseValue(type, text)).toBe(text);
});

test('a day alone is its first instant, and a plus sign that became a space is one again', () => {
  expect(parseValue('timestamptz', '2026-01-31')).toBe('2026-01-31T00:00:00Z');
  expect(parseValue('timestamptz', '2026-01-31T08:00:00 02:00')).toBe('2026-01-31T08:00:00+02:00');
});

test.each([
  ['integer', '2147483648'],
  ['integer', '1.0'],
  ['integer', ''],
  ['numeric', 'NaN'],
  ['numeric', 'Infinity'],
  ['numeric', '1e5'],
  ['numeric', '0x10'],
  ['numeric', '1_000'],
  ['numeric', `1${'0'.repeat(100)}`],
  ['boolean', 'yes'],
  ['boolean', 'TRUE'],
  ['date', '2026-02-30'],
  ['date', '0000-01-01'],
  ['date', 'infinity'],
  ['date', 'today'],
  ['timestamptz', '2026-01-31T08:00:00'],
  ['timestamptz', '2026-01-31T25:00:00Z'],
  ['timestamptz', '2026-01-31T08:00:00+99:00'],
  ['timestamptz', '2026-01-31Z'],
  ['timestamptz', 'now'],
  ['timestamp', '2026-13-01T08:00:00'],
  ['text', 'a\0b'],
] as const)('%s refuses %s', (type, text) => {
  expect(parseValue(type, text)).toBeUndefined();
});
