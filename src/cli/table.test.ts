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

test.each([
  ['Chinese', '蓝蕨园艺', 8],
  ['Japanese with half-width kana', '株式会社ｱｲ', 10],
  ['Korean', '한국 상사', 9],
  ['an emoji', 'Kaffee ☕', 9],
  ['an emoji of several code points', '👩‍👩‍👧 Ltd', 6],
  ['a flag', '🇨🇭 Bank', 7],
  ['combining marks', 'Cafe\u0301 Zu\u0308rich', 11],
  ['a zero width space', 'a\u200Bb', 2],
  ['Thai with vowels above and below', 'ที่ดิน', 3],
])('the columns stand straight beside %s', (_what, name, width) => {
  const lines = formatTable(
    [{ title: 'customer' }, { title: 'open' }],
    [
      [name, '12'],
      ['Blue Fern', '7'],
    ],
  );
  const space = ' '.repeat(Math.max(width, 9) - width + 2);
  expect(lines[2]).toBe(`${name}${space}12`);
  expect(lines[3]).toBe(`Blue Fern${' '.repeat(Math.max(0, width - 9) + 2)}7`);
  expect(formatTable([{ title: 'n', align: 'right' }], [[name], ['123456789012']])[2]).toBe(
    ' '.repeat(12 - width) + name,
  );
});

test.each([
  ['wide letters', '蓝'.repeat(31), `${'蓝'.repeat(29)}…`],
  ['joined emoji', '👩‍👩‍👧'.repeat(31), `${'👩‍👩‍👧'.repeat(29)}…`],
  ['combining marks', 'e\u0301'.repeat(61), `${'e\u0301'.repeat(59)}…`],
])('a cell of %s is cut by what it takes on the screen, never inside a character', (_what, cell, cut) => {
  expect(formatTable([{ title: 'memo' }], [[cell]], { shorten: true })[2]).toBe(cut);
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
