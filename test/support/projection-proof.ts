import { expect } from 'vitest';
import { openTestDatabase } from './database.ts';
import { toRealmId, type RealmId } from '../../src/base/realm-id.ts';
import { entities, entityByName, type EntityDefinition } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/postgres/database.ts';
import { writePage, type PageResult } from '../../src/tables/page-writer.ts';
import type { Documented } from '../field-proof/documented-fields.ts';
import { Digits, flatten, parseExactly, type Row } from './flatten.ts';
import { inAnswer, type Json } from '../field-proof/sample.ts';

/*
 * Records go in, and the rows they become are compared with what documented-fields.ts and flatten.ts say they must be.
 */

export type Proof = {
  readonly db: Database;
  /** A company nobody has written for. */
  newRealm(): RealmId;
  write(entity: Documented, realmId: RealmId, records: readonly Json[]): Promise<PageResult>;
  /** The rows of tables as they stand, without what is ours and without empty columns. */
  stored(tables: readonly string[], realmId: RealmId): Promise<ReadonlyMap<string, readonly Row[]>>;
  /** Compares every row of the company with what these records must become. */
  expectStored(entity: Documented, realmId: RealmId, records: readonly Json[]): Promise<void>;
  close(): Promise<void>;
};

export const definition = (name: string): EntityDefinition => {
  const found = entityByName(name);
  if (found === undefined) throw new Error(`The catalogue has no ${name}.`);
  return found;
};

const idOf = (entity: Documented, record: Json): string =>
  entity.name === 'ExchangeRate'
    ? `${String(record['SourceCurrencyCode'])}:${String(record['TargetCurrencyCode'])}:${String(record['AsOfDate'])}`
    : String(record['Id']);

/** Columns that no field of QuickBooks fills. */
export const ours = [
  'realm_id',
  'raw',
  'content_hash',
  'observed_at',
  'synced_at',
  'deleted_at',
  'is_voided',
];

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
    ['entity', 'id', 'record_id', 'line_index', 'link_index', 'list_kind', 'list_index', 'field_index']
      .map((name) => String(row[name]))
      .join('|') +
    Object.keys(row)
      .filter((name) => name.endsWith('_id'))
      .map((name) => String(row[name]))
      .join('|');
  return plain.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

export async function openProof(): Promise<Proof> {
  const { db, close } = await openTestDatabase();
  const tables = await db.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'quickbooks' AND table_type = 'BASE TABLE'`,
  );
  const own = new Set(entities.map(({ table }) => table));
  const childTables = tables.map(({ name }) => name).filter((name) => !own.has(name));
  let realms = 0;

  const proof: Proof = {
    db,
    close,
    newRealm: () => toRealmId(String(9_100_000_000_000 + (realms += 1))),

    write(entity, realmId, records) {
      return db.transaction((tx) =>
        writePage(tx, {
          entity: definition(entity.name),
          realmId,
          text: JSON.stringify({ records: records.map((record) => inAnswer(entity, record)) }),
          path: ['records'],
          observedAt: new Date('2026-03-01T00:00:00Z'),
        }),
      );
    },

    async stored(names, realmId) {
      // One question for all of them: there are many records and many tables.
      const selects = names.map(
        (table) =>
          `SELECT '${table}' AS name, to_json(t)::text AS row FROM quickbooks.${table} AS t WHERE realm_id = $1`,
      );
      const { rows } = await db.execute<{ name: string; row: string }>(selects.join(' UNION ALL '), [
        realmId,
      ]);
      const found = new Map<string, Row[]>(names.map((table) => [table, []]));
      for (const { name, row } of rows) {
        const values = Object.entries(parseExactly(row) as Json);
        found
          .get(name)
          ?.push(new Map(values.filter(([column, value]) => value !== null && !ours.includes(column))));
      }
      return found;
    },

    async expectStored(entity, realmId, records) {
      const { table } = definition(entity.name);
      const expected = new Map<string, Row[]>([table, ...childTables].map((name) => [name, []]));
      for (const record of records) {
        const exact = parseExactly(JSON.stringify(record)) as Json;
        if (entity.name === 'RecurringTransaction') exact['Type'] = 'Invoice';
        const parts = flatten({ name: entity.name, table }, exact, idOf(entity, record));
        for (const [name, rows] of parts) expected.get(name)?.push(...rows);
      }
      for (const [name, found] of await proof.stored([...expected.keys()], realmId)) {
        const [is, must] = [sorted(found), sorted(expected.get(name) ?? [])];
        // Ten times faster than comparing key by key, which is for telling the difference.
        if (JSON.stringify(is) !== JSON.stringify(must)) expect(is, name).toEqual(must);
      }
    },
  };
  return proof;
}

/** True for a value whose column is not text: a number, a boolean, a date or an instant. */
export function isTyped(value: unknown): boolean {
  const json = JSON.stringify(value);
  return /^(-?\d[\d.]*|true|false|"\d{4}-\d\d-\d\d(T[^"]*)?")$/.test(json);
}
