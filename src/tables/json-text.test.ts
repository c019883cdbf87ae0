import { expect, test } from 'vitest';
import { replaceUnstorable, splitArray } from './json-text.ts';

test('NUL and lone surrogates are replaced and counted, pairs and escaped backslashes are left alone', () => {
  const pair = String.raw`"\ud83d\ude00 \\u0000 a\u0000b \ud83d c \\\u0000"`;
  expect(replaceUnstorable(pair)).toEqual({
    text: String.raw`"\ud83d\ude00 \\u0000 a\ufffdb \ufffd c \\\ufffd"`,
    replaced: 3,
  });
});

test('an array is split into its elements exactly as they stand', () => {
  const json = String.raw`{ "a": {"b": [ {"x": 1.50, "s": "}],\"{["} , {"y":[1,{"z":2}]},"t", 3 ] }, "time": "now" }`;
  expect(splitArray(json, ['a', 'b'])).toEqual([
    String.raw`{"x": 1.50, "s": "}],\"{["}`,
    '{"y":[1,{"z":2}]}',
    '"t"',
    '3',
  ]);
});

test('a path may lead through an array by its index', () => {
  const json = '{"CDCResponse":[{"QueryResponse":[{"Customer":[{"Id":"1"}]},{}]}]}';
  expect(splitArray(json, ['CDCResponse', 0, 'QueryResponse', 0, 'Customer'])).toEqual(['{"Id":"1"}']);
});

test.each([
  '{"QueryResponse":{}}',
  '{"QueryResponse":{"Invoice":{}}}',
  '{"QueryResponse":{"Invoice":[]}}',
  '[]',
])('where there is no array, or an empty one, there are no elements: %s', (json) => {
  expect(splitArray(json, ['QueryResponse', 'Invoice'])).toEqual([]);
});
