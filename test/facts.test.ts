import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const pagePath = 'docs/quickbooks-facts.md';
const page = readFileSync(join(root, pagePath), 'utf8');

const certainties = ['documented', 'recorded', 'reported', 'assumed'];
/** What an entry that nothing cites ends with. */
const waits = /Not used yet: for [a-z][a-z ]+\.$/;

type Entry = { readonly name: string; readonly fact: string; readonly certainty: string };
type Citation = { readonly path: string; readonly line: number; readonly name: string };
type File = { readonly path: string; readonly text: string };

/** The rows of the page that have an anchor. */
function entriesOf(text: string): Entry[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && line.includes('<a id='))
    .map((line) => {
      const [anchor = '', fact = '', certainty = ''] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim());
      // The anchor and the name that is read and searched for are written twice; other than equal they are neither.
      const [, id, name] = /^<a id="([^"]+)"><\/a>`([^`]+)`$/.exec(anchor) ?? [];
      return { name: id !== undefined && id === name ? id : anchor, fact, certainty };
    });
}

/** Headings can be cited too, by the anchor GitHub gives them. */
const sectionsOf = (text: string): string[] =>
  [...text.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));

/** `facts#name`; what only looks like a citation, or is one of an older form, has an empty name. */
function citationsOf({ path, text }: File): Citation[] {
  return text.split('\n').flatMap((content, index) =>
    [
      ...content.matchAll(/\bfacts?(#[a-z0-9-]*[a-z0-9]|#| \d+\.\d|(?<=\(facts?)(?: \d|: ?[a-z]+-[a-z]))/gi),
    ].map(([whole, tail = '']) => ({
      path,
      line: index + 1,
      name: whole.startsWith('facts#') ? tail.slice(1) : '',
    })),
  );
}

/** Everything that is wrong between a page and the files that cite it. */
function objections(text: string, files: readonly File[]): string[] {
  const entries = entriesOf(text);
  const names = [...entries.map(({ name }) => name), ...sectionsOf(text)];
  const known = new Set(names);
  const citations = files.flatMap(citationsOf);
  const cited = new Set(citations.map(({ name }) => name));
  return [
    ...names
      .filter((name, index) => !/^[a-z][a-z0-9-]*$/.test(name) || names.indexOf(name) < index)
      .map((name) => `${name}: no name, or one that is taken`),
    ...entries
      .filter(({ certainty }) => !certainties.includes(certainty))
      .map(({ name, certainty }) => `${name}: no certainty is called "${certainty}"`),
    ...entries
      .filter(({ name, fact }) => !cited.has(name) && !waits.test(fact))
      .map(({ name }) => `${name}: nothing cites it, and it does not say what it waits for`),
    ...entries
      .filter(({ name, fact }) => cited.has(name) && fact.includes('Not used yet'))
      .map(({ name }) => `${name}: is used, and says that it is not`),
    ...[...text.matchAll(/\]\(#([^)]*)\)/g)]
      .filter(([, name = '']) => !known.has(name))
      .map(([link]) => `${pagePath}: ${link} leads nowhere`),
    ...citations
      .filter(({ name }) => !known.has(name))
      .map(({ path, line, name }) => `${path}:${line}: ${name === '' ? 'not written as facts#name' : name}`),
  ];
}

/** What is written by hand: no packages, no built files, no folder of somebody's data. */
function filesBelow(folder: string): File[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((found): File[] => {
    const path = folder === '' ? found.name : `${folder}/${found.name}`;
    if (found.isDirectory()) {
      const isOurs = !/^(\..*|node_modules|dist)$/.test(found.name) && path !== 'data';
      return isOurs ? filesBelow(path) : [];
    }
    const isCited = /\.(ts|tsx|mjs|sql|md|sh|yml|yaml)$/.test(found.name);
    if (!isCited || path === pagePath || path === 'test/facts.test.ts') return [];
    return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  });
}

test('every citation leads to a fact, and every fact is cited or says what it waits for', () => {
  const files = filesBelow('');
  expect(entriesOf(page).length).toBeGreaterThan(100);
  expect(files.flatMap(citationsOf).length).toBeGreaterThan(150);
  expect(objections(page, files)).toEqual([]);
});

test('the page is found from where people begin, and its links lead somewhere', () => {
  for (const begin of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])
    expect(readFileSync(join(root, begin), 'utf8'), begin).toContain(`](${pagePath})`);
  const targets = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
  expect(targets.length).toBeGreaterThan(1);
  expect(targets.filter((target) => !existsSync(join(root, 'docs', target)))).toEqual([]);
});

test('each number at the head of the page leads to its fact', () => {
  const table = page.split('## The numbers')[1]?.split('\n## ')[0] ?? '';
  const rows = table.split('\n').filter((line) => /^\| .*\d/.test(line));
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((row) => !/\| \[([a-z-]+)\]\(#\1\) \|$/.test(row))).toEqual([]);
});

const row = (name: string, certainty: string, fact = 'So it is.'): string =>
  `| <a id="${name}"></a>\`${name}\` | ${fact} | ${certainty} | somewhere |`;

test.each([
  ['a wrong citation', '(facts#cdc-limits)', 'a.ts:1: cdc-limits'],
  ['a number', 'const a = 1; // (facts 9.5)', 'a.ts:1: not written as facts#name'],
  ['a form of its own', ' * (facts: cdc-limit)', 'a.ts:1: not written as facts#name'],
  ['a citation without a name', '(facts#)', 'a.ts:1: not written as facts#name'],
])('%s is reported', (_, text, said) => {
  const files = [{ path: 'a.ts', text: `${text}\n// facts#cdc-limit facts#limits` }];
  expect(objections(`## Limits\n${row('cdc-limit', 'reported')}`, files)).toEqual([said]);
});

test.each([
  ['an unknown certainty', row('one', 'probably'), 'one: no certainty is called "probably"'],
  [
    'a fact nobody needs',
    `${row('one', 'assumed')}\n${row('two', 'assumed')}`,
    'two: nothing cites it, and it does not say what it waits for',
  ],
  [
    'a fact that is used by now',
    row('one', 'assumed', 'So. Not used yet: for x.'),
    'one: is used, and says that it is not',
  ],
  [
    'a name that is taken',
    `${row('one', 'assumed')}\n${row('one', 'assumed')}`,
    'one: no name, or one that is taken',
  ],
  ['a dead link', row('one', 'assumed', 'See [two](#two).'), `${pagePath}: ](#two) leads nowhere`],
])('%s is reported', (_, text, said) => {
  expect(objections(text, [{ path: 'a.ts', text: '// facts#one' }])).toEqual([said]);
});

test.each(['In fact 3 of 4 are read.', 'The facts: well-known ones.', 'const facts: read-only = 1;'])(
  'prose is no citation: %s',
  (text) => {
    expect(citationsOf({ path: 'a.ts', text })).toEqual([]);
  },
);

test('a fact that says what it waits for may wait', () => {
  const text = row('one', 'documented', 'So. Not used yet: for the general ledger.');
  expect(objections(text, [{ path: 'a.ts', text: 'const facts: string[] = [];' }])).toEqual([]);
});
