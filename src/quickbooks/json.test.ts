import { expect, test } from 'vitest';
import { parseLossless } from './json.ts';

test('numbers keep every digit and their scale, and become strings', () => {
  const text =
    '{"a":1234567890123.45,"b":0.5306667,"c":100.00,"d":-0,"e":5000000000000503624,"f":[1e3,{"g":2.50}]}';
  expect(parseLossless(text)).toEqual({
    a: '1234567890123.45',
    b: '0.5306667',
    c: '100.00',
    d: '-0',
    e: '5000000000000503624',
    f: ['1e3', { g: '2.50' }],
  });
});

test('everything that is not a number stays what it is', () => {
  expect(parseLossless('{"text":"1.0","yes":true,"nothing":null,"list":[]}')).toEqual({
    text: '1.0',
    yes: true,
    nothing: null,
    list: [],
  });
});

test('text that is cut is refused', () => {
  expect(() => parseLossless('{"a":1')).toThrow(SyntaxError);
});
