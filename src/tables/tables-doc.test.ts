import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tablesMarkdown } from '../../scripts/generate-tables-doc.ts';
import { tablesOf } from './schema.ts';

const written = readFileSync(new URL('../../docs/tables.md', import.meta.url), 'utf8');

test('docs/tables.md is what the catalogue says; else run npm run docs:generate', () => {
  expect(written === tablesMarkdown()).toBe(true);
});

test('docs/tables.md has every table once, with every column', () => {
  const tables = tablesOf();
  expect(tables.length).toBeGreaterThan(60);
  for (const { name, columns } of tables) {
    const sections = written.split(new RegExp(`^#{3,4} ${name}$`, 'm'));
    expect(sections, name).toHaveLength(2);
    for (const column of columns) expect(sections[1]).toContain(`| \`${column.name}\` |`);
  }
});
