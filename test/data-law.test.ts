import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';
import { owners, rooms } from '../boundaries.mjs';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const migrations = fileURLToPath(new URL('../migrations/', import.meta.url));
const ownerOf: Readonly<Record<string, string>> = owners;
const divided: Readonly<Record<string, object>> = rooms;

/** A statement that writes, in a file of src. The table is as the text has it, a variable as `${…}`. */
type Write = { readonly file: string; readonly table: string };

/** Who a file belongs to: its folder, or its room where the folder has rooms. */
function placeOf(file: string): string {
  const [folder = '', room] = file.split('/');
  return folder in divided && room !== undefined && !room.endsWith('.ts') ? `${folder}/${room}` : folder;
}

/** Every text of a program: strings, and templates with their expressions as `${…}`. */
function textsOf(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const texts: string[] = [];
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') texts.push(node.value);
    },
    TemplateLiteral: (node) => {
      texts.push(
        node.quasis
          .map((quasi, index) => {
            const inside = node.expressions[index];
            const expression = inside === undefined ? '' : `\${${source.slice(inside.start, inside.end)}}`;
            return `${quasi.value.cooked ?? quasi.value.raw}${expression}`;
          })
          .join(''),
      );
    },
  }).visit(program);
  return texts;
}

const verb =
  '(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM|MERGE\\s+INTO|TRUNCATE(?:\\s+TABLE)?|COPY|ALTER\\s+TABLE|DROP\\s+TABLE)';
const name = '((?:\\$\\{(?:[^{}]|\\{[^}]*\\})*\\}|[\\w.])+)';
/** `FOR UPDATE` locks, `DO UPDATE SET` belongs to its INSERT, and a trigger is BEFORE UPDATE ON something. */
const inCapitals = new RegExp(
  `(?<!FOR\\s+|KEY\\s+|DO\\s+|ON\\s+)\\b${verb}(?:\\s+(?:ONLY|IF\\s+EXISTS))*\\s+(?!ON\\b)(?:${name}|$)`,
  'g',
);
/** In small letters a statement is told from prose by standing first. */
const inAnyLetters = new RegExp(
  `(?:^|[(;])\\s*${verb}\\s+((?:ledger_mirror|quickbooks|pgboss)\\.${name})`,
  'gi',
);

function writesOf(file: string, source: string): Write[] {
  return textsOf(file, source).flatMap((text) => {
    const tables = [inCapitals, inAnyLetters].flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
    );
    return [...new Set(tables)].map((table) => ({ file, table }));
  });
}

/** What the law says against a write; undefined when it is fine. */
function objection({ file, table }: Write): string | undefined {
  const place = placeOf(file);
  const [schema = ''] = table.split('.');
  if (ownerOf[schema] === place || ownerOf[table] === place) return undefined;
  if (ownerOf[schema] !== undefined) return `the table belongs to src/${ownerOf[schema]}`;
  const ownsASchema = Object.entries(ownerOf).some(([owned, by]) => by === place && !owned.includes('.'));
  if (table === '' || table.includes('${'))
    return ownsASchema ? undefined : 'the table is put together out of variables';
  if (!table.includes('.')) return 'the table has no schema';
  const owner = ownerOf[table];
  return owner === undefined ? 'nobody owns the table' : `the table belongs to src/${owner}`;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.endsWith('.test.ts'));
const writes = files.flatMap((file) => writesOf(file, readFileSync(`${src}${file}`, 'utf8')));

test('the law for data sees the statements of the program', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(writes.length).toBeGreaterThan(80);
  expect(new Set(writes.map(({ file }) => placeOf(file))).size).toBeGreaterThan(10);
});

test('every table is written only where it belongs', () => {
  const broken = writes.flatMap((write) => {
    const because = objection(write);
    return because === undefined ? [] : [`src/${write.file}: ${write.table} (${because})`];
  });
  expect(broken).toEqual([]);
});

test('every table that the migrations make has an owner, who writes it, and nobody owns what is not there', () => {
  const made = new Set(
    readdirSync(migrations).flatMap((file) => {
      const sql = readFileSync(`${migrations}${file}`, 'utf8');
      return [...sql.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(ledger_mirror\.\w+)/g)].map(
        (match) => match[1] ?? '',
      );
    }),
  );
  // The table of the migrations themselves is older than the first of them.
  const owned = Object.keys(ownerOf).filter((table) => table.includes('.'));
  expect(owned.toSorted()).toEqual([...made, 'ledger_mirror.migrations'].toSorted());
  const written = new Set(writes.map(({ table }) => table));
  expect(owned.filter((table) => !written.has(table))).toEqual([]);
});

test('the law can be broken: planted statements are refused', () => {
  const planted = (file: string, source: string): (string | undefined)[] =>
    writesOf(file, source).map(objection);
  expect(planted('http/x.ts', 'db.query(`UPDATE ledger_mirror.organizations SET status = 1`)')).toEqual([
    'the table belongs to src/sync/company',
  ]);
  expect(planted('sync/run/x.ts', "'delete from ledger_mirror.leases'")).toEqual([
    'the table belongs to src/jobs',
  ]);
  expect(planted('sync/look/x.ts', '`INSERT INTO quickbooks.${entity.table} (id)`')).toEqual([
    'the table belongs to src/tables',
  ]);
  expect(planted('access/x.ts', '`DELETE FROM ledger_mirror.${table} WHERE id = 1`')).toEqual([
    'the table is put together out of variables',
  ]);
  expect(planted('sync/x.ts', '`DELETE FROM ${table} WHERE id = 1`')).toEqual([
    'the table is put together out of variables',
  ]);
  expect(planted('sync/x.ts', "'UPDATE ' + table")).toEqual(['the table is put together out of variables']);
  expect(planted('cli/x.ts', "'TRUNCATE ledger_mirror.unheard_of'")).toEqual(['nobody owns the table']);
  expect(planted('cli/x.ts', "'UPDATE users SET a = 1'")).toEqual(['the table has no schema']);
  expect(
    planted('sync/company/x.ts', "// UPDATE ledger_mirror.leases\n'SELECT 1 FROM t FOR UPDATE'"),
  ).toEqual([]);
});
