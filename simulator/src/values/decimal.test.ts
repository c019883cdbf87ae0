import { expect, test } from 'vitest';

import { amount, decimal, multiplyToCents, percentOf } from './decimal.ts';
import { parseJson, rawNumber } from './json.ts';

test('amounts print two decimals, and zero as 0', () => {
  expect([10_000, 5, -5, 0, 1_234_567].map((cents) => amount(cents).rawJSON)).toEqual([
    '100.00',
    '0.05',
    '-0.05',
    '0',
    '12345.67',
  ]);
});

test('quantities and prices print up to seven decimals and no idle zeros', () => {
  expect(
    ['75', '4.50', '0.5306667', '1e2', '0.12345678', '-2.50'].map((text) => decimal(text).rawJSON),
  ).toEqual(['75', '4.5', '0.5306667', '100', '0.1234568', '-2.5']);
});

test('products are exact and round half away from zero', () => {
  expect(multiplyToCents(rawNumber('1.005'), rawNumber('100'))).toBe(10_050);
  expect(multiplyToCents(rawNumber('0.335'), rawNumber('1'))).toBe(34);
  expect(multiplyToCents(rawNumber('-0.335'), rawNumber('1'))).toBe(-34);
  expect(percentOf(10_000, '8.25')).toBe(825);
  expect(percentOf(1_999, '6.25')).toBe(125);
});

test('numbers keep their digits through parsing and printing', () => {
  const text = '{"a":100.00,"b":[0.5306667,9007199254740993],"c":"1.50"}';
  expect(JSON.stringify(parseJson(text))).toBe(text);
});
