import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { runStatement } from '../../test/support/postgres-server.ts';
import { silentLogger } from '../base/logger.ts';
import { Secret } from '../base/secret.ts';
import { openDatabase, type Transaction } from './database.ts';
import { sqlState } from './errors.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.db.execute('CREATE TABLE public.note (id int8 PRIMARY KEY, body text)');
});
afterAll(() => database.close());

test('rows arrive with camelCase keys and exact values', async () => {
  const [row] = await database.db.query(
    `SELECT 12::int8 AS row_count, 1234567890123456789.10::numeric AS total_amt, date '2026-01-31' AS txn_date,
            timestamptz '2026-01-31 12:00:00+02' AS created_at, '{"a_b":[1]}'::jsonb AS raw, ARRAY[date '2026-02-01', NULL] AS days`,
  );
  expect(row).toEqual({
    rowCount: 12,
    totalAmt: '1234567890123456789.10',
    txnDate: '2026-01-31',
    createdAt: new Date('2026-01-31T10:00:00Z'),
    raw: { a_b: [1] },
    days: ['2026-02-01', null],
  });
});

test('a bigint that does not fit a JavaScript number is refused rather than rounded', async () => {
  await expect(database.db.query('SELECT 9007199254740993::int8 AS big')).rejects.toMatchObject({
    code: 'DATABASE_UNSAFE_NUMBER',
  });
});

test('NUL, which no text of PostgreSQL holds, becomes U+FFFD in every parameter, as half a pair of surrogates does', async () => {
  const [row] = await database.db.query(
    `SELECT $1::text AS whole, $2::text[] AS list, $3::bytea AS bytes, $4::text[][] AS lists`,
    ['a\0b\ud800c', ['\0', 'd', null], Buffer.from([0]), [['\0'], ['e']]],
  );
  expect(row).toEqual({
    whole: 'a\u{fffd}b\u{fffd}c',
    list: ['\u{fffd}', 'd', null],
    bytes: Buffer.from([0]),
    lists: [['\u{fffd}'], ['e']],
  });
});

test('execute answers exactly what PostgreSQL says', async () => {
  const result = await database.db.execute('SELECT 1 AS realm_id');
  expect(result).toMatchObject({ rows: [{ realm_id: 1 }], rowCount: 1 });
  expect(result.fields[0]?.name).toBe('realm_id');
});

test('a transaction commits as a whole', async () => {
  const answer = await database.db.transaction(async (tx) => {
    await tx.query('INSERT INTO note VALUES ($1, $2)', [1, 'one']);
    await tx.query('INSERT INTO note VALUES ($1, $2)', [2, 'two']);
    return 'kept';
  });
  expect(answer).toBe('kept');
  expect(await database.db.query('SELECT id FROM note WHERE id IN (1, 2) ORDER BY id')).toEqual([
    { id: 1 },
    { id: 2 },
  ]);
});

test('a transaction whose work throws leaves nothing, and its connection works on', async () => {
  const failure = new Error('no');
  await expect(
    database.db.transaction(async (tx) => {
      await tx.query("INSERT INTO note VALUES (10, 'gone')");
      throw failure;
    }),
  ).rejects.toBe(failure);
  expect(await database.db.query('SELECT 1 FROM note WHERE id = 10')).toEqual([]);
});

test('a prepared statement is planned once a connection and answers as any other', async () => {
  await database.db.transaction(async (tx) => {
    for (const id of [1, 2])
      expect(await tx.query('SELECT $1::int AS the_id', [id], { prepared: true })).toEqual([{ theId: id }]);
    const kept = await tx.query("SELECT 1 FROM pg_prepared_statements WHERE statement LIKE '%AS the_id'");
    expect(kept).toHaveLength(1);
  });
});

test('a prepared statement whose columns have changed since is a conflict once, and then prepared anew', async () => {
  const db = await openDatabase({ url: database.url, logger: silentLogger, maxConnections: 1 });
  const read = (): Promise<unknown> =>
    db.transaction((tx) => tx.query('SELECT amount FROM public.altered WHERE true', [], { prepared: true }));
  try {
    await db.execute('CREATE TABLE public.altered AS SELECT 1 AS amount');
    await read();
    // As a newer version of this program may while this one still runs.
    await db.execute('ALTER TABLE public.altered ALTER COLUMN amount TYPE text');
    await expect(read()).rejects.toMatchObject({ code: 'DATABASE_CONFLICT' });
    expect(await read()).toEqual([{ amount: '1' }]);
  } finally {
    await db.close();
  }
});

test('a transaction says how long it may be silent and whether its commit waits for the disk', async () => {
  const settings = (tx: Transaction): Promise<unknown> =>
    tx.query(
      `SELECT current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('synchronous_commit') AS waits`,
    );
  const { db } = database;
  expect(await db.transaction(settings, { durable: false, idleTimeoutMs: 15_000 })).toEqual([
    { idle: '15s', waits: 'off' },
  ]);
  const [row] = (await db.transaction(settings)) as [{ idle: string; waits: string }];
  expect(row.idle).toBe('1min');
  expect(await db.query("SELECT current_setting('synchronous_commit') AS waits")).toEqual([
    { waits: row.waits },
  ]);
});

test('a failed statement keeps its SQLSTATE', async () => {
  const error = await database.db.query("SELECT 'x'::int").catch((thrown: unknown) => thrown);
  expect(sqlState(error)).toBe('22P02');
});

test('a transaction that lost its connection fails with a code that says to retry', async () => {
  const lost = database.db.transaction(async (tx) => {
    const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await database.db.query('SELECT pg_terminate_backend($1)', [row?.pid]);
    await tx.query('SELECT 1');
  });
  await expect(lost).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE', row: { next: 'retry' } });
  expect(await database.db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('notifications arrive, and again after the connection was lost', async () => {
  const received: string[] = [];
  let wake: (() => void) | undefined;
  const next = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  let reconnected: (() => void) | undefined;
  const reconnection = new Promise<void>((resolve) => (reconnected = resolve));
  const stop = await database.db.listen(
    'ledger_mirror_events',
    (payload) => {
      received.push(payload);
      wake?.();
    },
    () => reconnected?.(),
  );

  let arrival = next();
  await database.db.query("SELECT pg_notify('ledger_mirror_events', 'first')");
  await arrival;
  await database.db.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
  );
  await reconnection;
  arrival = next();
  await database.db.query("SELECT pg_notify('ledger_mirror_events', 'second')");
  await arrival;
  expect(received).toEqual(['first', 'second']);
  await stop();
});

test('a wrong password is refused in words and without waiting, and the words hold no password', async () => {
  const address = new URL(database.url.reveal());
  address.password = 'wrong-password';
  const error = await openDatabase({
    url: new Secret(address.href),
    logger: silentLogger,
    maxConnections: 1,
  }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'DATABASE_REFUSED' });
  expect((error as Error).message).toMatch(/refused us: password authentication failed/);
  expect(JSON.stringify(error)).not.toContain('wrong-password');
});

test('a database that does not exist is named', async () => {
  const address = new URL(database.url.reveal());
  address.pathname = '/nowhere';
  await expect(
    openDatabase({ url: new Secret(address.href), logger: silentLogger, maxConnections: 1 }),
  ).rejects.toMatchObject({
    code: 'DATABASE_REFUSED',
    message: expect.stringContaining('"nowhere" does not exist') as string,
  });
});

test('a server that is not there is waited for, then reported in words', async () => {
  const url = new Secret('postgres://someone:secret@127.0.0.1:9/nothing');
  const waits: unknown[] = [];
  const logger = { ...silentLogger, warn: (facts: unknown) => void waits.push(facts) };
  await expect(openDatabase({ url, logger, waitMs: 300, maxConnections: 1 })).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringMatching(/127\.0\.0\.1:9\/nothing cannot be reached: .*ECONNREFUSED/) as string,
  });
  expect(waits.length).toBeGreaterThan(0);
});

test('a server without TLS is refused when the URL asks for it', async () => {
  const address = new URL(database.url.reveal());
  address.searchParams.set('sslmode', 'require');
  await expect(
    openDatabase({ url: new Secret(address.href), logger: silentLogger, maxConnections: 1 }),
  ).rejects.toMatchObject({
    code: 'DATABASE_TLS',
    message: expect.stringContaining('sslmode=disable') as string,
  });
});

test('the role is no superuser but may create roles and schemas', async () => {
  const [role] = await database.db.query(
    'SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user',
  );
  expect(role).toEqual({ rolsuper: false, rolcreaterole: true });
  await runStatement(database.url, 'CREATE SCHEMA another; DROP SCHEMA another');
});
