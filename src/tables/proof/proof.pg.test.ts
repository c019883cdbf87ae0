import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { toRealmId, type RealmId } from '../../base/realm-id.ts';
import { entities, entityByName, type EntityDefinition } from '../../catalogue/index.ts';
import type { Database } from '../../postgres/database.ts';
import { writePage, type PageResult } from '../page-writer.ts';
import { documented, type Documented } from './documented-fields.ts';
import { Digits, flatten, parseExactly, type Row } from '../../../test/support/flatten.ts';
import { fullRecord, inAnswer, isGroup, type Json } from './sample.ts';

/*
 * Records with every documented field go in and must come back equal, in the columns the design names. What is
 * expected comes from documented-fields.ts and flatten.ts, which know nothing of the catalogue.
 */

let test_: Awaited<ReturnType<typeof openTestDatabase>>;
let db: Database;
let childTables: string[];
beforeAll(async () => {
  test_ = await openTestDatabase();
  db = test_.db;
  const rows = await db.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'quickbooks' AND table_type = 'BASE TABLE'`,
  );
  childTables = rows.map((row) => row.name).filter((name) => !entities.some(({ table }) => table === name));
});
afterAll(async () => {
  await test_.close();
});

let realms = 0;
const newRealm = (): RealmId => toRealmId(String(9_100_000_000_000 + (realms += 1)));

const definition = (name: string): EntityDefinition => {
  const found = entityByName(name);
  if (found === undefined) throw new Error(`The catalogue has no ${name}.`);
  return found;
};

const idOf = (entity: Documented, record: Json): string =>
  entity.name === 'ExchangeRate'
    ? `${String(record['SourceCurrencyCode'])}:${String(record['TargetCurrencyCode'])}:${String(record['AsOfDate'])}`
    : String(record['Id']);

function write(entity: Documented, realmId: RealmId, records: readonly Json[]): Promise<PageResult> {
  return db.transaction((tx) =>
    writePage(tx, {
      entity: definition(entity.name),
      realmId,
      text: JSON.stringify({ records: records.map((record) => inAnswer(entity, record)) }),
      path: ['records'],
      observedAt: new Date('2026-03-01T00:00:00Z'),
    }),
  );
}

const ours = ['realm_id', 'raw', 'content_hash', 'observed_at', 'synced_at', 'deleted_at', 'is_voided'];

/** The rows of a table as they stand, without what is ours and without empty columns. */
async function stored(table: string, realmId: RealmId): Promise<Row[]> {
  const { rows } = await db.execute<{ row: string }>(
    `SELECT to_json(t)::text AS row FROM quickbooks.${table} AS t WHERE realm_id = $1`,
    [realmId],
  );
  return rows.map(({ row }) => {
    const values = Object.entries(parseExactly(row) as Json);
    return new Map(values.filter(([name, value]) => value !== null && !ours.includes(name)));
  });
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)$/;

/** A value as it is compared: digits and words as they are, instants as instants. */
function comparable(value: unknown): unknown {
  if (value instanceof Digits) return `number ${value.text}`;
  if (typeof value === 'string' && instant.test(value)) return `instant ${new Date(value).toISOString()}`;
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, comparable(one)]));
  return value;
}

function sorted(rows: readonly Row[]): Json[] {
  const plain = rows.map((row) =>
    Object.fromEntries(
      [...row]
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]): [string, unknown] => [name, comparable(value)])
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
  const keyOf = (row: Json): string =>
    ['entity', 'id', 'record_id', 'line_index', 'link_index', 'list_kind', 'list_index', 'definition_id']
      .map((name) => String(row[name]))
      .join('|') +
    Object.keys(row)
      .filter((name) => name.endsWith('_id'))
      .map((name) => String(row[name]))
      .join('|');
  return plain.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

async function expectStored(entity: Documented, realmId: RealmId, records: readonly Json[]): Promise<void> {
  const { table } = definition(entity.name);
  const expected = new Map<string, Row[]>();
  for (const record of records) {
    const exact = parseExactly(JSON.stringify(record)) as Json;
    if (entity.name === 'RecurringTransaction') exact['Type'] = 'Invoice';
    for (const [name, rows] of flatten({ name: entity.name, table }, exact, idOf(entity, record)))
      expected.set(name, [...(expected.get(name) ?? []), ...rows]);
  }
  for (const name of [table, ...childTables])
    expect(sorted(await stored(name, realmId)), name).toEqual(sorted(expected.get(name) ?? []));
}

test('the proof covers every entity of the catalogue', () => {
  expect(documented.map(({ name }) => name).toSorted()).toEqual(entities.map(({ name }) => name).toSorted());
});

for (const entity of documented) {
  const counter = { next: 0 };
  const full = fullRecord(entity, '1', counter);
  const topLevel = Object.keys(full).filter(
    (key) => !['Id', 'MetaData', ...definition(entity.name).identity].includes(key),
  );

  test(`${entity.name}: a record with every field comes back equal, children included`, async () => {
    const realmId = newRealm();
    expect(await write(entity, realmId, [full])).toMatchObject({ created: 1, rejected: [] });
    await expectStored(entity, realmId, [full]);
    const { table } = definition(entity.name);
    const { rows } = await db.execute<{ equal: boolean }>(
      `SELECT raw = $2::jsonb AND raw::text = $2::jsonb::text AS equal FROM quickbooks.${table} WHERE realm_id = $1`,
      [realmId, JSON.stringify(inAnswer(entity, full))],
    );
    expect(rows).toEqual([{ equal: true }]);
  });

  test(`${entity.name}: a record that lacks a field, or has it null or empty, comes back without it`, async () => {
    const realmId = newRealm();
    const records = topLevel.flatMap((key, index) => {
      const { [key]: lacking, ...others } = full;
      const base = (id: string): Json =>
        entity.name === 'ExchangeRate'
          ? { ...others, AsOfDate: `2026-01-${10 + Number(id)}` }
          : { ...others, Id: id };
      const emptied = Array.isArray(lacking) ? [] : isGroup(lacking) ? {} : null;
      return [
        base(String(3 * index + 1)),
        { ...base(String(3 * index + 2)), [key]: null },
        { ...base(String(3 * index + 3)), [key]: emptied },
      ];
    });
    expect(await write(entity, realmId, records)).toMatchObject({ created: records.length, rejected: [] });
    await expectStored(entity, realmId, records);
  }, 60_000);

  /** The record with one of its fields replaced, under another id. */
  const replaced = (key: string, other: unknown, id: number): Json => {
    const record = { ...full, Id: String(id), [key]: other };
    return entity.name === 'ExchangeRate' ? { ...record, SourceCurrencyCode: `C${id}` } : record;
  };
  const typed = topLevel.filter((key) => key !== 'sparse' && isTyped(full[key]));
  const untyped = topLevel.filter((key) => !typed.includes(key));

  test(`${entity.name}: numbers, dates and booleans sent as strings come back equal`, async () => {
    const realmId = newRealm();
    const quoted = Object.fromEntries(
      Object.entries(full).map(([key, value]) => [
        key,
        typed.includes(key) ? JSON.stringify(value).replaceAll('"', '') : value,
      ]),
    );
    expect(await write(entity, realmId, [quoted])).toMatchObject({ created: 1, rejected: [] });
    await expectStored(entity, realmId, [full]);
  });

  test(`${entity.name}: a wrong value in a typed field is refused by name, and nothing else is`, async () => {
    const realmId = newRealm();
    const records = typed.map((key, index) =>
      replaced(key, index % 2 === 0 ? 'wrong' : { un: 'expected' }, index + 2),
    );
    const result = await write(entity, realmId, [full, ...records]);
    expect(result.created).toBe(1);
    expect(result.rejected.map(({ reason }) => reason)).toEqual(
      typed.map((key) => expect.stringContaining(`: ${key} `) as string),
    );
  }, 60_000);

  test(`${entity.name}: a wrong value in any other field is stored as it came`, async () => {
    const realmId = newRealm();
    const wrong = [7, 'word', true, [1, 'two'], { un: 'expected' }];
    const records = untyped.map((key, index) => replaced(key, wrong[index % wrong.length], index + 1));
    expect(await write(entity, realmId, records)).toMatchObject({ created: records.length, rejected: [] });
    const { table } = definition(entity.name);
    const { rows } = await db.execute<{ count: number }>(
      `SELECT count(*)::integer AS count FROM quickbooks.${table}
       WHERE realm_id = $1 AND raw IN (SELECT jsonb_array_elements($2::jsonb))`,
      [realmId, JSON.stringify(records.map((record) => inAnswer(entity, record)))],
    );
    expect(rows).toEqual([{ count: records.length }]);
  });
}

/** True for a value whose column is not text: a number, a boolean, a date or an instant. */
function isTyped(value: unknown): boolean {
  const json = JSON.stringify(value);
  return /^(-?\d[\d.]*|true|false|"\d{4}-\d\d-\d\d(T[^"]*)?")$/.test(json);
}
