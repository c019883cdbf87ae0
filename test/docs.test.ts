import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { generateDocs, staleDocs } from '../scripts/generate-docs.ts';
import { commands } from '../src/cli/commands/index.ts';
import { options } from '../src/config/options.ts';
import { declaredErrors } from '../src/base/errors.ts';
import { listFiles } from './support/code-names.ts';

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

test('the security policy speaks of the version there is', () => {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const line = version.split('.').slice(0, 2).join('.');
  expect(read('SECURITY.md')).toContain(`| ${line} | yes |`);
  expect(read('README.md')).toContain('](SECURITY.md)');
});

const withoutExamples = (text: string): string => text.replaceAll(/^```[^]*?^```/gm, '');

/** What a link can lead to within a page: its headings, as GitHub names them, and its anchors. */
const anchorsOf = (text: string): string[] => [
  ...[...withoutExamples(text).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  ),
  ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id),
];

/** The links of a page within the repository that lead nowhere. */
function deadLinks(page: string, text: string): string[] {
  const links = [...withoutExamples(text).matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?[^)]*\)/g)];
  return links
    .filter(([, target = '', anchor]) => {
      const path = join(root, dirname(page), target);
      if (!existsSync(path)) return true;
      return (
        anchor !== undefined && !anchorsOf(target === '' ? text : readFileSync(path, 'utf8')).includes(anchor)
      );
    })
    .map(([link]) => `${page}: ${link}`);
}

test('links between the documents lead somewhere', () => {
  const pages = listFiles().filter((path) => path.endsWith('.md'));
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.flatMap((page) => deadLinks(page, readFileSync(join(root, page), 'utf8')))).toEqual([]);
});

test('a link that leads nowhere is found out', () => {
  const planted = `# A head, and \`more\`\n[a](#a-head-and-more) [b](cli.md) [c](../README.md) [d](https://example.org/#x)
    [e](#nowhere) [f](nothing.md) [g](cli.md#nothing) [h](quickbooks-facts.md#nothing)`;
  expect(deadLinks('docs/planted.md', planted)).toEqual(
    ['[e](#nowhere)', '[f](nothing.md)', '[g](cli.md#nothing)', '[h](quickbooks-facts.md#nothing)'].map(
      (link) => `docs/planted.md: ${link.slice(2)}`,
    ),
  );
});
