import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openDatabase, type Database } from '../../postgres/database.ts';
import { silentLogger } from '../../base/logger.ts';
import { parseQuery, type QueryRequest, type RecordQuery } from './query.ts';
import { createRecordReader } from './reader.ts';
import { recordTable } from './record-table.ts';
import { exportStatement, pageStatement, type Statement } from './statements.ts';
import { loadVersion } from './version.ts';

const realmId = '1';
let database: TestDatabase;
let replica: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  // To the program it is another server; that it holds the same rows is what a replica is for.
  replica = await openDatabase({ url: database.url, logger: silentLogger, maxConnections: 2 });
  await database.db.query(
    `INSERT INTO quickbooks.invoices (realm_id, id, txn_date, customer_id, total_amt, updated_at, is_voided, observed_at, synced_at)
     SELECT (n % 2)::text, n::text, date '2024-01-01' + n % 700, (n % 50)::text, n, now() - n * interval '1 minute', false,
            now(), now() - n * interval '1 second'
     FROM generate_series(1, 20000) AS n`,
  );
  await database.db.execute('ANALYZE quickbooks.invoices');
});
afterAll(async () => {
  await replica.close();
  await database.close();
});

const ask = (request: Partial<QueryRequest> = {}): RecordQuery =>
  parseQuery(recordTable('invoices'), { realmId, maySeeSensitive: true, ...request });

/** A database that notes what it is asked. */
function noting(db: Database): { db: Database; statements: string[] } {
  const statements: string[] = [];
  return {
    statements,
    db: {
      ...db,
      query: (text, values) => {
        statements.push(text);
        return db.query(text, values);
      },
      transaction: (work) =>
        db.transaction((tx) =>
          work({
            query: (text, values) => {
              statements.push(text);
              return tx.query(text, values);
            },
            execute: (text, values) => {
              statements.push(text);
              return tx.execute(text, values);
            },
          }),
        ),
    },
  };
}

async function planOf({ text, values }: Statement): Promise<string> {
  return database.db.transaction(async (tx) => {
    await tx.execute('SET LOCAL max_parallel_workers_per_gather = 0');
    const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}

test.each([
  ['by id', {}, 'invoices_pkey'],
  ['by date', { sort: [{ column: 'txn_date', descending: false }] }, 'invoices_txn_date'],
  ['newest first', { sort: [{ column: 'txn_date', descending: true }] }, 'invoices_txn_date'],
  ['last changed', { sort: [{ column: 'updated_at', descending: true }] }, 'invoices_updated_at'],
  [
    'of a customer',
    { filters: [{ column: 'customer_id', operator: 'eq', values: ['7'] }] },
    'invoices_customer_id',
  ],
  [
    'of some customers',
    { filters: [{ column: 'customer_id', operator: 'in', values: ['7', '8'] }] },
    'invoices_customer_id',
  ],
  ['followed', { updatedSince: new Date(Date.now() - 60_000).toISOString() }, 'invoices_synced_at'],
] as const)('a page %s is read by an index, not by reading all', async (_name, request, index) => {
  const query = ask(request);
  const first = 'sort' in request ? ('filled' as const) : undefined;
  const until = new Date().toISOString();
  const plan = await planOf(pageStatement(query, { limit: 101, half: first, until }));
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan');
});

test('the page after a place is found by the index too', async () => {
  const query = ask({ sort: [{ column: 'txn_date', descending: true }] });
  const plan = await planOf(
    pageStatement(query, { limit: 101, half: 'filled', after: ['2024-06-01', '77'] }),
  );
  expect(plan).toMatch(/Index Cond:.*realm_id.*txn_date <=/);
});

test('the version of a table is read from the end of an index', async () => {
  const seen = noting(database.db);
  await loadVersion({ primary: seen.db, reader: seen.db }, recordTable('invoices'), realmId);
  const statement = seen.statements.at(-1) ?? '';
  const plan = await planOf({ text: statement, values: [realmId, new Date().toISOString()] });
  expect(plan).toContain('invoices_synced_at');
  expect(plan).not.toContain('Seq Scan');
});

test('records are read from the replica, what is followed from where it is written', async () => {
  const [primary, second] = [noting(database.db), noting(replica)];
  const reader = createRecordReader({ db: primary.db, readDb: second.db });
  const reads = (statements: string[]): number =>
    statements.filter((text) => text.includes('FROM quickbooks.invoices AS t')).length;
  await reader.page(ask(), { limit: 5 });
  await reader.record(ask(), '1');
  expect([reads(primary.statements), reads(second.statements)]).toEqual([0, 2]);
  const followed = await reader.page(ask({ updatedSince: '2020-01-01T00:00:00Z' }), { limit: 5 });
  expect(followed.documents).toHaveLength(5);
  expect([reads(primary.statements), reads(second.statements)]).toEqual([1, 2]);
});

test('with a replica there is a version once it has caught up', async () => {
  const behind: Database = {
    ...replica,
    query: <R>() => Promise.resolve([{ caughtUp: false }] as R[]),
  };
  const table = recordTable('invoices');
  expect(await loadVersion({ primary: database.db, reader: replica }, table, realmId)).toBeTruthy();
  expect(await loadVersion({ primary: database.db, reader: behind }, table, realmId)).toBeUndefined();
});

test('nothing can be written where records are read', async () => {
  const seen = noting(database.db);
  const reader = createRecordReader({ db: seen.db });
  await reader.page(ask(), { limit: 1 });
  expect(seen.statements[0]).toContain('SET TRANSACTION READ ONLY');
  await expect(
    database.db.transaction(async (tx) => {
      await tx.execute(seen.statements[0] ?? '');
      await tx.execute('DELETE FROM quickbooks.invoices');
    }),
  ).rejects.toMatchObject({ code: 'DATABASE_READ_ONLY' });
});

test('a question that takes too long is ended with words', async () => {
  const reader = createRecordReader({ db: database.db, statementTimeoutMs: 1 });
  const slow = ask({ filters: [{ column: 'private_note', operator: 'ilike', values: ['%a%b%c%'] }] });
  await expect(reader.page(slow, { limit: 1000 })).rejects.toMatchObject({ code: 'RECORDS_TOO_SLOW' });
});

test('values never stand in the text of a statement', () => {
  const word = "x'; DROP TABLE y; --";
  const query = ask({
    realmId: word,
    filters: ['eq', 'ne', 'in', 'like', 'starts-with', 'gte'].map((operator) => ({
      column: 'doc_number',
      operator,
      values: [word],
    })),
    include: ['lines', 'tax_lines'],
  });
  for (const { text, values } of [
    pageStatement(query, { limit: 1, after: [word] }),
    exportStatement(query, { as: 'texts', limit: 7 }),
  ]) {
    expect(text).not.toContain('DROP');
    expect(JSON.stringify(values)).toContain('DROP');
  }
});
