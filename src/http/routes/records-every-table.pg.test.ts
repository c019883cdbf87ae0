import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { connectCompany, createRecordApp } from '../../../test/support/record-app.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { entities } from '../../catalogue/index.ts';
import { recordTables, type RecordTable } from '../../tables/records/record-table.ts';
import { storedTable } from '../../tables/stored.ts';

const tables = [...recordTables.values()].filter(({ isEntity }) => isEntity);
let database: TestDatabase;
let app: FastifyInstance;
let realmId: RealmId;
const text = 'Zoë, "the\r\nfirst"';

/** A value of each type that is easily spoilt on its way: digits, quotes, line breaks, time zones. */
const values: Readonly<Record<string, unknown>> = {
  text,
  numeric: '12345678901234567.10',
  integer: 7,
  date: '2024-02-29',
  timestamptz: '2026-01-31T23:59:59.123Z',
  timestamp: '2026-01-31T23:59:59',
  boolean: true,
  jsonb: { note: text },
};

async function insert(table: RecordTable, id: string): Promise<void> {
  const fixed: Record<string, unknown> = { realm_id: realmId, id, deleted_at: null };
  const columns = await database.db.query<{ name: string; type: string }>(
    `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
     WHERE table_schema = 'quickbooks' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table.name],
  );
  const row = columns
    .filter(({ name }) => table.columns.has(name))
    .map(
      ({ name }) =>
        [name, name in fixed ? fixed[name] : values[String(table.columns.get(name)?.type)]] as const,
    );
  for (const [name, value] of row) expect(value, `${table.name}.${name}`).not.toBeUndefined();
  await database.db.query(
    `INSERT INTO ${storedTable(table.name)} (${row.map(([name]) => name).join(', ')})
     VALUES (${row.map((_, index) => `$${index + 1}`).join(', ')})`,
    row.map(([, value]) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : value)),
  );
}

beforeAll(async () => {
  database = await openTestDatabase();
  ({ app } = await createRecordApp(database.db));
  realmId = await connectCompany(database.db, '4040');
  for (const table of tables) for (const id of ['1', '2', '3']) await insert(table, id);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const get = (path: string) => app.inject({ url: `/v1/organizations/${realmId}/records/${path}` });

test('there is a table for each of the forty entities', () => {
  expect(tables.map(({ name }) => name).toSorted()).toEqual(entities.map(({ table }) => table).toSorted());
  expect(tables).toHaveLength(40);
});

test.each(tables.map((table) => [table.name, table] as const))(
  '%s is listed page by page, read one by one, and exported as NDJSON and CSV, every column exact',
  async (name, table) => {
    const first = (await get(`${name}?limit=2&sort=id`)).json<{
      items: { id: string }[];
      nextCursor: string;
    }>();
    expect(first.items.map(({ id }) => id)).toEqual(['1', '2']);
    const rest = (await get(`${name}?limit=2&sort=id&cursor=${first.nextCursor}`)).json<{
      items: { id: string }[];
      nextCursor?: string;
    }>();
    expect(rest.items.map(({ id }) => id)).toEqual(['3']);
    expect(rest.nextCursor).toBeUndefined();

    const one = await get(`${name}/2`);
    expect(one.statusCode, one.body).toBe(200);
    const row = one.json<Record<string, unknown>>();
    for (const { name: column, type } of table.columns.values()) {
      // What QuickBooks sent is large, and comes when it is asked for.
      if (['realm_id', 'id', 'deleted_at', 'raw'].includes(column)) continue;
      const expected = type === 'timestamp' ? `${String(values[type])}.000000` : values[type];
      const got = type === 'timestamptz' ? new Date(String(row[column])).toISOString() : row[column];
      if (type === 'timestamptz') expect(row[column], `${name}.${column}`).toMatch(/T[\d:]{8}\.\d{6}Z$/);
      // Money travels as text or as a number with all its digits; either way the digits are these.
      if (type === 'numeric') expect(one.body, `${name}.${column}`).toContain(String(expected));
      else if (type === 'timestamptz')
        expect(got, `${name}.${column}`).toBe(new Date(String(expected)).toISOString());
      else expect(got, `${name}.${column}`).toEqual(expected);
    }

    const whole = (await get(`${name}?fields=id,raw&limit=1`)).json<{ items: unknown[] }>();
    expect(whole.items).toEqual([expect.objectContaining({ raw: values['jsonb'] })]);
    const lines = (await get(`${name}?format=ndjson`)).body.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id).toSorted()).toEqual(['1', '2', '3']);
    const csv = (await get(`${name}?format=csv`)).body;
    const [header = ''] = csv.split('\r\n');
    expect(header.split(',')).toEqual(expect.arrayContaining(['realm_id', 'id', 'synced_at']));
    // Three rows, counted by what no quoted line break can imitate.
    expect(csv.split(`${realmId},`).length - 1).toBeGreaterThanOrEqual(3);
    if ([...table.columns.values()].some(({ type }) => type === 'text'))
      expect(csv).toContain('""the\r\nfirst""');
    const absent = await get(`${name}/none`);
    expect(absent.statusCode).toBe(404);
  },
);
