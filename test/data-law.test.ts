import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor, type Node } from 'oxc-parser';
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

/**
 * The texts of a program: strings, templates with their expressions as `${…}`, and what is put together of them with
 * `+` and `join`, as far as can be seen.
 */
function textsOf(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const partsOfOthers = new Set<Node>();
  const textOf = (node: Node): string => {
    partsOfOthers.add(node);
    if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
    if (node.type === 'BinaryExpression' && node.operator === '+')
      return textOf(node.left) + textOf(node.right);
    if (node.type === 'TemplateLiteral')
      return node.quasis
        .map(({ value }, index) => {
          const inside = node.expressions[index];
          return `${value.cooked ?? value.raw}${inside === undefined ? '' : textOf(inside)}`;
        })
        .join('');
    return `\${${source.slice(node.start, node.end)}}`;
  };
  const texts: string[] = [];
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string' && !partsOfOthers.has(node)) texts.push(node.value);
    },
    TemplateLiteral: (node) => {
      if (!partsOfOthers.has(node)) texts.push(textOf(node));
    },
    BinaryExpression: (node) => {
      if (node.operator === '+' && !partsOfOthers.has(node)) texts.push(textOf(node));
    },
    CallExpression: ({ callee, arguments: [between] }) => {
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'ArrayExpression') return;
      if (callee.property.type !== 'Identifier' || callee.property.name !== 'join') return;
      const parts = callee.object.elements.map((part) => (part === null ? '' : textOf(part)));
      texts.push(parts.join(between === undefined ? ',' : textOf(between)));
    },
  }).visit(program);
  return texts.map(toPlainSql);
}

/** Without comments and quotes of names, and without what stands in backticks: commands that people are told. */
const toPlainSql = (text: string): string =>
  text
    .replaceAll(/`[^`]*`/g, '')
    .replaceAll(/\/\*[^]*?\*\/|--\s.*$/gm, ' ')
    .replaceAll(/"(\w+)"/g, '$1');

const verb =
  '(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM|MERGE\\s+INTO|TRUNCATE(?:\\s+TABLE)?|COPY|ALTER\\s+TABLE|DROP\\s+(?:TABLE|SCHEMA)|CREATE\\s+(?:UNLOGGED\\s+)?TABLE|(?<!\\b(?:INSERT|MERGE)\\s+)INTO(?=\\s+(?:ledger_mirror|quickbooks(?:_store)?|pgboss)\\.))';
const only = '(?:\\s+(?:ONLY|IF\\s+(?:NOT\\s+)?EXISTS))*';
const name = '((?:\\$\\{(?:[^{}]|\\{[^}]*\\})*\\}|[\\w.])+)';
/** `FOR UPDATE` locks, `UPDATE SET` belongs to an INSERT or a MERGE, and a trigger is BEFORE UPDATE ON something. */
const inCapitals = new RegExp(
  `(?<!FOR\\s+|KEY\\s+|ON\\s+)\\b${verb}${only}\\s+(?!(?:ON|SET)\\b)(?:${name}|$)|\\b(?:INSERT\\s+INTO|DELETE\\s+FROM)$`,
  'g',
);
/** In small letters a statement is told from prose by a table of ours, or by what follows. */
const inAnyLetters = new RegExp(
  `\\b${verb}${only}\\s+((?:ledger_mirror|quickbooks(?:_store)?|pgboss)\\.${name})|\\b(?:insert\\s+into\\s+${name}\\s*(?:\\(|values\\b|select\\b)|update\\s+${name}\\s+(?:as\\s+\\w+\\s+)?set\\b|delete\\s+from\\s+${name}\\s*(?:$|;|\\b(?:as|where|using)\\b))`,
  'gi',
);

function writesOf(file: string, texts: readonly string[]): Write[] {
  const tables = texts.flatMap((text) =>
    [inCapitals, inAnyLetters].flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => match.slice(1).find((found) => found !== undefined) ?? ''),
    ),
  );
  return [...new Set(tables)].map((table) => ({ file, table }));
}

/** What comes before the name of a table that is only read. */
const isRead =
  /(?<!\bDELETE\s+)\b(?:FROM|JOIN|USING)\s+(?:ONLY\s+|\(\s*|(?:[\w.]+(?:\s+(?:AS\s+)?\w+)?\s*,\s*)+)?$|\bto_regclass\('$/i;

/** Tables that a file names other than to read them; in words for people a name stands in backticks. */
function namedOf(file: string, texts: readonly string[]): Write[] {
  const tables = texts.flatMap((text) =>
    [...text.matchAll(/(?<![\w./-])(?:ledger_mirror|quickbooks(?:_store)?|pgboss)\s*\.\s*\w+/g)]
      .filter((match) => !isRead.test(text.slice(0, match.index)))
      .map(([table]) => table.replaceAll(/\s/g, '')),
  );
  return [...new Set(tables)].map((table) => ({ file, table }));
}

/** What the law says against a write; undefined when it is fine. */
function objection({ file, table }: Write): string | undefined {
  const place = placeOf(file);
  const [schema = ''] = table.split('.');
  if (ownerOf[schema] === place || ownerOf[table] === place) return undefined;
  if (ownerOf[schema] !== undefined) return `the table belongs to src/${ownerOf[schema]}`;
  const ownsASchema = Object.entries(ownerOf).some(([owned, by]) => by === place && !owned.includes('.'));
  if (table === '' || table.includes('${'))
    return ownsASchema && !/^\w/.test(table) ? undefined : 'the table is put together out of variables';
  if (!table.includes('.')) return 'the table has no schema';
  const owner = ownerOf[table];
  return owner === undefined ? 'nobody owns the table' : `the table belongs to src/${owner}`;
}

/** What the law says against a name that is not read. */
function namingObjection({ file, table }: Write): string | undefined {
  const owner = ownerOf[table] ?? ownerOf[table.split('.')[0] ?? ''];
  return owner === undefined || owner === placeOf(file)
    ? undefined
    : `the table belongs to src/${owner}: others name it after FROM, JOIN or USING only`;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.endsWith('.test.ts'));
const program = files.map((file) => ({ file, texts: textsOf(file, readFileSync(`${src}${file}`, 'utf8')) }));
const writes = program.flatMap(({ file, texts }) => writesOf(file, texts));

test('the law for data sees the statements of the program', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(writes.length).toBeGreaterThan(60);
  expect(new Set(writes.map(({ file }) => placeOf(file))).size).toBeGreaterThan(10);
});

test('every table is written only where it belongs', () => {
  const broken = writes.flatMap((write) => {
    const because = objection(write);
    return because === undefined ? [] : [`src/${write.file}: ${write.table} (${because})`];
  });
  expect(broken).toEqual([]);
});

test('whoever does not own a table names it only to read it', () => {
  const named = program.flatMap(({ file, texts }) => namedOf(file, texts));
  expect(named.length).toBeGreaterThan(50);
  const broken = named.flatMap((each) => {
    const because = namingObjection(each);
    return because === undefined ? [] : [`src/${each.file}: ${each.table} (${because})`];
  });
  expect(broken).toEqual([]);
});

test('every table that the migrations make has an owner, who writes it, and nobody owns what is not there', () => {
  const made = new Set(
    readdirSync(migrations).flatMap((file) => {
      const sql = readFileSync(`${migrations}${file}`, 'utf8');
      return [...sql.matchAll(/CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(ledger_mirror\.\w+)/g)].map(
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
    writesOf(file, textsOf(file, source)).map(objection);
  expect(planted('http/x.ts', 'db.query(`UPDATE ledger_mirror.organizations SET status = 1`)')).toEqual([
    'the table belongs to src/sync/company',
  ]);
  expect(planted('sync/run/x.ts', "'delete from ledger_mirror.leases'")).toEqual([
    'the table belongs to src/jobs',
  ]);
  expect(planted('sync/look/x.ts', '`INSERT INTO quickbooks.${entity.table} (id)`')).toEqual([
    'the table belongs to src/tables',
  ]);
  expect(planted('http/x.ts', "'UPDATE quickbooks_store.vendors SET active = true'")).toEqual([
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
  expect(planted('tables/x.ts', '`DELETE FROM ledger_mirror.${table}`')).toEqual([
    'the table is put together out of variables',
  ]);
});

test.each([
  ['in quotes', '`UPDATE "ledger_mirror"."organizations" SET a = 1`'],
  ['after a comment', '`DELETE FROM -- all of it\n ledger_mirror.organizations`'],
  [
    'in small letters, after something else',
    '`with a as (select 1) update ledger_mirror.organizations set a = 1`',
  ],
  ['in a function', '`create function f() language sql as $$ delete from ledger_mirror.organizations $$`'],
  ['added up', "'DELETE' + ' FROM ledger_' + 'mirror.organizations'"],
  ['joined', "['DELETE', 'FROM ledger_mirror.organizations'].join(' ')"],
  ['with a constant in it', "`INSERT INTO ${'ledger_mirror'}.organizations (a) VALUES (1)`"],
  [
    'by MERGE',
    '`MERGE INTO ledger_mirror.organizations AS o USING x ON true WHEN MATCHED THEN UPDATE SET a = 1`',
  ],
])('a statement is seen %s', (_, source) => {
  expect(writesOf('http/x.ts', textsOf('x.ts', source)).map(objection)).toEqual([
    'the table belongs to src/sync/company',
  ]);
});

test.each([
  [
    'small letters and a variable',
    '`update ${table} set a = 1`',
    'the table is put together out of variables',
  ],
  ['small letters and no schema', "'delete from users where id = 1'", 'the table has no schema'],
  ['a verb for whoever has a table', "'DELETE FROM'", 'the table is put together out of variables'],
  ['a new table', "'CREATE TABLE IF NOT EXISTS ledger_mirror.mine (a int)'", 'nobody owns the table'],
  ['a new table out of a query', "'SELECT a INTO ledger_mirror.mine FROM b'", 'nobody owns the table'],
  ['the end of a schema', "'DROP SCHEMA IF EXISTS quickbooks CASCADE'", 'the table belongs to src/tables'],
])('refused: %s', (_, source, because) => {
  expect(writesOf('http/x.ts', textsOf('x.ts', source)).map(objection)).toEqual([because]);
});

test.each([
  ['the second of a list', "'TRUNCATE pgboss.job, ledger_mirror.organizations'"],
  ['for a helper to write', "upsert('ledger_mirror.organizations', { a: 1 })"],
  ['for a variable to write', '`${verb} ledger_mirror.organizations`'],
  ['for an index', "'CREATE INDEX a ON ledger_mirror.organizations (a)'"],
  ['for a lock', "'LOCK TABLE ledger_mirror.organizations'"],
  ['for a right', "'GRANT ALL ON ledger_mirror.organizations TO somebody'"],
])('a table of others is not named %s', (_, source) => {
  expect(namedOf('jobs/x.ts', textsOf('x.ts', source)).map(namingObjection)).toContain(
    'the table belongs to src/sync/company: others name it after FROM, JOIN or USING only',
  );
});

test.each([
  [
    "'SELECT 1 FROM ledger_mirror.organizations JOIN ledger_mirror.leases USING (realm_id) FOR UPDATE OF leases'",
  ],
  ["'SELECT 1 FROM ledger_mirror.organizations AS o, ledger_mirror.leases l, ledger_mirror.tokens'"],
  ["'SELECT 1 FROM (ledger_mirror.leases CROSS JOIN ledger_mirror.tokens)'"],
  ["\"SELECT to_regclass('ledger_mirror.migrations'), hashtext('ledger_mirror.anything')\""],
  ["'Update the program, or delete from the list what is not used. Insert into it what is.'"],
  ['\'If all is lost, run `ledger-mirror sql --write -c "delete from ledger_mirror.tokens"`.\''],
  ["'https://quickbooks.api.intuit.com/v3'"],
])('nothing is said of %s', (source) => {
  expect(writesOf('http/x.ts', textsOf('x.ts', source)).map(objection)).toEqual([]);
  expect(namedOf('http/x.ts', textsOf('x.ts', source)).map(namingObjection).filter(Boolean)).toEqual([]);
});
