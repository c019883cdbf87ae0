import { expect, test } from 'vitest';

import { ago, formatTable } from './table.ts';

test('columns are aligned, numbers to the right', () => {
  expect(
    formatTable(
      [{ title: 'name' }, { title: 'rows', align: 'right' }],
      [
        ['Blue Fern', '12'],
        ['Ö', null],
      ],
    ),
  ).toEqual(['name       rows', '─────────  ────', 'Blue Fern    12', 'Ö']);
});

test('long cells are cut only on a screen, and line breaks never break the table', () => {
  const long = 'x'.repeat(100);
  expect(formatTable([{ title: 'raw' }], [[long]])[2]).toBe(long);
  expect(formatTable([{ title: 'raw' }], [[long]], { shorten: true })[2]).toBe(`${'x'.repeat(59)}…`);
  expect(formatTable([{ title: 'memo' }], [['a\nb']])[2]).toBe('a⏎b');
});

test('a table may have more rows than a function takes arguments', () => {
  const rows = Array.from({ length: 400_000 }, (_, index) => [String(index)]);
  const lines = formatTable([{ title: 'n', align: 'right' }], rows);
  expect(lines).toHaveLength(400_002);
  expect(lines[2]).toBe('     0');
});

test('an age is said in its largest unit', () => {
  const now = new Date('2026-01-02T00:00:00Z');
  expect(ago(undefined, now)).toBe('never');
  expect(ago(new Date('2026-01-01T23:59:59.9Z'), now)).toBe('just now');
  expect(ago(new Date('2026-01-01T23:59:00Z'), now)).toBe('1 minute ago');
  expect(ago(new Date('2025-12-30T00:00:00Z'), now)).toBe('3 days ago');
});
