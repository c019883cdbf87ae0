import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { generateDocs, staleDocs } from '../scripts/generate-docs.ts';
import { commands } from '../src/cli/commands/index.ts';
import { options } from '../src/config/options.ts';
import { declaredErrors } from '../src/base/errors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

test('the generated documents say what the program says', async () => {
  expect(await staleDocs()).toEqual([]);
});

test('every setting, command and error is in its document', async () => {
  const docs = await generateDocs();
  const has = (path: string, words: readonly string[]): void => {
    expect(words.length).toBeGreaterThan(8);
    for (const word of words) expect(docs.get(path), `${path} on ${word}`).toContain(word);
  };
  const names = Object.values(options).map((row) => row.name);
  has(
    'docs/configuration.md',
    names.map((name) => `| \`${name}\` |`),
  );
  has(
    '.env.example',
    names.map((name) => `#${name}=`),
  );
  has(
    'docs/cli.md',
    commands.map((command) => `## ${command.name}\n`),
  );
  has(
    'docs/errors.md',
    [...declaredErrors().keys()].map((code) => `| \`${code}\` |`),
  );
});

test('every command has a sentence and an example that runs it, and takes --json', async () => {
  const text = (await generateDocs()).get('docs/cli.md') ?? '';
  expect(commands.length).toBeGreaterThan(8);
  for (const { name, summary, examples } of commands) {
    expect(summary, name).toMatch(/^[A-Z].*[.]$/);
    expect(
      examples.some((example) => example.includes(`ledger-mirror ${name}`)),
      name,
    ).toBe(true);
    const section = text.split(`## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
    expect(section, name).toContain(`$ ${examples[0] ?? ''}`);
    expect(section, name).toContain('--json');
  }
});

test('error codes carry the prefix of their folder and a whole sentence', () => {
  const rows = [...declaredErrors()];
  expect(rows.length).toBeGreaterThan(20);
  for (const [code, row] of rows) {
    expect(code).toMatch(/^[A-Z]+(_[A-Z0-9]+)*$/);
    expect(row.text, code).toMatch(/^[A-Z‘“"].*[.!]$/);
  }
});

test('links between the documents lead somewhere', () => {
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
  const links = pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => ({ page, target: match[1] ?? '' }));
  });
  const local = links.filter(({ target }) => !/^[a-z]+:/.test(target));
  expect(local.length).toBeGreaterThan(5);
  expect(local.filter(({ page, target }) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
});
