import { expect, test } from 'vitest';
import { preferredFormat } from './accept.ts';

test.each([
  [undefined, 'json'],
  ['', 'json'],
  ['*/*', 'json'],
  ['application/json', 'json'],
  ['text/csv', 'csv'],
  ['application/x-ndjson', 'ndjson'],
  ['text/csv;q=0.5, application/x-ndjson', 'ndjson'],
  ['Text/CSV; header=absent; q=0.9, application/json;q=0.8', 'csv'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
  ['image/png, text/csv', 'csv'],
])('Accept: %s is answered with %s', (accept, format) => {
  expect(preferredFormat(accept)).toBe(format);
});

test.each(['image/png', 'text/csv;q=0', 'application/xml', 'toString', ';;;,,,'])(
  'Accept: %s can be answered with nothing',
  (accept) => {
    expect(preferredFormat(accept)).toBeUndefined();
  },
);
