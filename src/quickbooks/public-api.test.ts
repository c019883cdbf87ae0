import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quickbooksError } from './errors.ts';

/** One exported name: its declaration as the compiler writes it, and the docstring before it. */
type Declaration = { readonly name: string; readonly text: string; readonly doc: string };

const root = fileURLToPath(new URL('../..', import.meta.url));
const emitted = mkdtempSync(join(tmpdir(), 'public-api-'));
let declarations: Declaration[] = [];

beforeAll(async () => {
  const project = join(emitted, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: false,
    outDir: join(emitted, 'out'),
    rootDir: join(root, 'src'),
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const files = [join(root, 'src/quickbooks/index.ts')];
  writeFileSync(
    project,
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] }),
  );
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project]);
  const folder = join(emitted, 'out/quickbooks');
  const index = readFileSync(join(folder, 'index.d.ts'), 'utf8');
  declarations = [...index.matchAll(/export (?:type )?\{([^}]+)\} from '(\.[\w/.-]+)\.[jt]s'/g)].flatMap(
    ([, names = '', file = '']) => {
      const all = declarationsIn(readFileSync(join(folder, `${file}.d.ts`), 'utf8'));
      return names
        .split(',')
        .map((name) => name.trim())
        .map((name) => all.find((one) => one.name === name) ?? { name, text: 'not found', doc: '' });
    },
  );
}, 60_000);
afterAll(() => rmSync(emitted, { recursive: true }));

/** Top-level exports: each begins at the margin and ends with the line that closes it there. */
function declarationsIn(text: string): Declaration[] {
  const pattern =
    /^(?:(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\n)?(export (?:declare )?(?:abstract )?(?:async )?(?:type|interface|const|function\*?|class) (\w+)(?:[^\n]*;|[\s\S]*?\n\}[^\n]*))$/gm;
  return [...text.matchAll(pattern)].map(([, doc = '', body = '', name = '']) => ({ name, doc, text: body }));
}

const withoutComments = (text: string): string =>
  text.replace(/^\s*\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n/gm, '').replace(/\/\*\*.*?\*\/ ?/g, '');

test('the public names and signatures are those of public-api.txt; update it on purpose, with `vitest -u`', async () => {
  expect(declarations.length).toBeGreaterThan(40);
  expect(declarations.filter(({ text }) => text === 'not found')).toEqual([]);
  const text = declarations
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((one) => withoutComments(one.text))
    .join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('public-api.txt');
});

test('every public name says what it is', () => {
  const silent = declarations.filter(({ doc }) => !/\*\s+\w[\s\S]{15,}/.test(doc));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('every method of a public interface says what it does', () => {
  const interfaces = declarations.filter(({ text }) => text.startsWith('export interface'));
  expect(interfaces.length).toBeGreaterThan(3);
  for (const { name, text } of interfaces) {
    // Overloads apart, a member line is `name(` or `name:`; a docstring ends on the line before it.
    const bare = [...text.matchAll(/(?<!\*\/\n)^ {4}(\w+)[(?:]/gm)].map((match) => match[1]);
    expect(bare, name).toEqual([]);
  }
});

/** TypeScript's own names, and type parameters of ours. */
const namesOfTypeScript =
  /^(Readonly|Record|Partial|Pick|Omit|ErrorOptions|Async(Iterable|Generator)|Code|Name|T)$/;

test('no public signature uses a name of ours that is not public', () => {
  const known = new Set(declarations.map(({ name }) => name));
  const text = declarations.map((one) => withoutComments(one.text).replace(/'[^']*'/g, '')).join('\n');
  const used = new Set([...text.matchAll(/(?<![\w.])[A-Z]\w+/g)].map(([name]) => name));
  const inner = [...used].filter(
    (name) =>
      !(
        known.has(name) ||
        name in globalThis ||
        name in quickbooksError.rows ||
        namesOfTypeScript.test(name)
      ),
  );
  expect(inner).toEqual([]);
});
