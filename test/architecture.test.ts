import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { files, folderOf, law, root, roomOf, src } from './support/program-files.ts';

test('every folder and room says in a README of at most 20 lines what it is for', () => {
  const filled = [
    ...new Set(
      files.flatMap((path) => [folderOf(path), ...(roomOf(path) === undefined ? [] : [dirname(path)])]),
    ),
  ];
  expect(filled.length).toBeGreaterThan(8);
  const lines = filled.map((folder) => {
    const path = join(src, folder, 'README.md');
    return { folder, lines: existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').length : 0 };
  });
  expect(lines.filter((each) => each.lines === 0 || each.lines > 20)).toEqual([]);
});

/** Tests that are never run, or keep others from it; on some machines only is another matter (`skipIf`, `runIf`). */
const setAside = /\b(?:test|describe|it)(?:\.\w+)*\.(?:skip|todo|only|fails)\s*[(.]/;

test('no test is set aside', () => {
  const tests = ['src', 'test', 'simulator', 'dashboard/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:test|e2e|browser)\.tsx?$/.test(path) && !path.includes('node_modules'))
      .map((path) => join(folder, path)),
  );
  expect(tests.length).toBeGreaterThan(200);
  expect(tests.filter((path) => setAside.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  for (const word of ['skip', 'only', 'each.only']) expect(`test.${word}('x', () => {})`).toMatch(setAside);
  expect("test.skipIf(isRoot)('x', () => {})").not.toMatch(setAside);
});

test('what a README says its folder may import is the law', () => {
  const said = Object.keys(law).flatMap((folder) => {
    const text = readFileSync(join(src, folder, 'README.md'), 'utf8').replaceAll(/\s+/g, ' ');
    const [, list] = /May import:? ((?:`[\w-]+`(?:, | and )?)+)\./.exec(text) ?? [];
    return list === undefined ? [] : [[folder, list.match(/[\w-]+(?=`)/g)]];
  });
  expect(said.length).toBeGreaterThan(5);
  expect(said).toEqual(said.map(([folder]) => [folder, law[String(folder)]]));
});

test('no folder has a name that says nothing', () => {
  const names = new Set(files.flatMap((path) => path.split('/').slice(0, -1)));
  expect(names.size).toBeGreaterThan(10);
  for (const name of ['utils', 'common', 'helpers', 'shared', 'lib', 'types'])
    expect(names).not.toContain(name);
});

test('a folder that throws has one error table, its lowest room where it is divided', () => {
  const tables = files.filter(
    (path) => /\bdefineErrors\(\{/.test(readFileSync(join(src, path), 'utf8')) && !path.endsWith('.test.ts'),
  );
  expect(tables.length).toBeGreaterThan(5);
  expect(
    tables.filter((path) => path !== 'base/errors.ts' && !/^(?:[^/]+|sync\/company)\/errors\.ts$/.test(path)),
  ).toEqual([]);
});

test('only the command line reads the process environment', () => {
  const readers = files.filter(
    (path) => /\bprocess\.env\b/.test(readFileSync(join(src, path), 'utf8')) && !path.endsWith('.test.ts'),
  );
  expect(readers.length).toBeGreaterThan(0);
  expect(readers.filter((path) => folderOf(path) !== 'cli')).toEqual([]);
});

test('what goes out to other machines goes one way, which knows the proxies', () => {
  const sources = files.filter((path) => !path.endsWith('.test.ts'));
  const those = (pattern: RegExp) =>
    sources.filter((path) => pattern.test(readFileSync(join(src, path), 'utf8')));
  // The browser of the demo visits this computer only.
  expect(those(/(?<![.\w])fetch\(/)).toEqual(['cli/demo-browser.ts']);
  expect(those(/\bcreateTransport\(/)).toEqual(['cli/outbound.ts', 'quickbooks/transport.ts']);
});
