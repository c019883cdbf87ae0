import { expect, test } from 'vitest';
import { parseFilterText, parseSortText } from './query-string.ts';

test('a filter is a column, an operator and everything behind the second colon', () => {
  expect(parseFilterText('id:eq:EUR:USD:2026-01-31')).toEqual({
    column: 'id',
    operator: 'eq',
    values: ['EUR:USD:2026-01-31'],
  });
  expect(parseFilterText('note:eq:')).toEqual({ column: 'note', operator: 'eq', values: [''] });
});

test('is-null means yes unless it says otherwise', () => {
  expect(parseFilterText('due_date:is-null').values).toEqual(['true']);
  expect(parseFilterText('due_date:is-null:false').values).toEqual(['false']);
});

test('a list is parted at commas, a comma in a value has a backslash in front', () => {
  expect(parseFilterText('id:in:1,2').values).toEqual(['1', '2']);
  expect(parseFilterText(String.raw`name:in:Smith\, John,a\\b,`).values).toEqual(['Smith, John', 'a\\b', '']);
});

test.each(['id', 'id:eq', ':eq:1', 'id::1', ''])('"%s" is no filter', (text) => {
  expect(() => parseFilterText(text)).toThrow('column:operator:value');
});

test('a minus in front of a column makes it descend', () => {
  expect(parseSortText('-txn_date, id')).toEqual([
    { column: 'txn_date', descending: true },
    { column: 'id', descending: false },
  ]);
});
