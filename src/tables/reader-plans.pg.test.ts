import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { books, createLogins, write } from '../../test/support/reader-books.ts';
import type { Database } from '../postgres/database.ts';

/*
 * Filters reach the indexes of the tables behind the views, for readers and for the owner.
 */

const ROWS = 3000;
let database: TestDatabase;
let logins: ReturnType<typeof createLogins>;
const askers: Record<string, Database> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  const dayOf = (index: number): string => new Date(Date.UTC(2020, 0, index)).toISOString().slice(0, 10);
  const payments = Array.from({ length: ROWS }, (_, index) => ({
    Id: String(index),
    TotalAmt: index,
    TxnDate: dayOf(index),
    CustomerRef: { value: String(index % 500) },
    CheckPayment: { AcctNum: '1' },
  }));
  for (const realmId of Object.values(books)) {
    await database.db.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [realmId]);
    await write(database.db, realmId, 'Payment', payments);
  }
  await database.db.execute('ANALYZE quickbooks_store.payments');
  logins = createLogins(database);
  askers['owner'] = database.db;
  askers['reader'] = await logins.add({ companies: [books.one] });
  askers['sensitive reader'] = await logins.add({ companies: [books.one], sensitive: true });
});
afterAll(async () => {
  await logins.close();
  await database.close();
});

type Node = { 'Node Type': string; 'Actual Loops': number; 'Index Name'?: string; Plans?: Node[] };

/** Nodes that ran, from the top. */
async function ranBy(who: string, sql: string): Promise<Node[]> {
  const { rows } = (await askers[who]?.execute(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`)) ?? { rows: [] };
  const [{ Plan: plan }] = (rows[0] as { 'QUERY PLAN': [{ Plan: Node }] })['QUERY PLAN'];
  const walk = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(walk)];
  return walk(plan).filter((node) => node['Actual Loops'] > 0);
}

const company = `realm_id = '${books.one}'`;

test.each([
  ['owner', `${company} AND id = '17'`, 'payments_pkey'],
  ['reader', `${company} AND id = '17'`, 'payments_pkey'],
  ['sensitive reader', `${company} AND id = '17'`, 'payments_pkey'],
  ['reader', `id = '17'`, 'payments_pkey'],
  ['owner', `${company} AND txn_date BETWEEN '2020-02-01' AND '2020-02-29'`, 'payments_txn_date'],
  ['reader', `${company} AND txn_date BETWEEN '2020-02-01' AND '2020-02-29'`, 'payments_txn_date'],
  ['reader', `txn_date BETWEEN '2020-02-01' AND '2020-02-29'`, 'payments_txn_date'],
  ['owner', `${company} AND customer_id = '7'`, 'payments_customer_id'],
  ['reader', `customer_id = '7'`, 'payments_customer_id'],
])('asked by the %s, %s reaches an index', async (who, filter, index) => {
  const nodes = await ranBy(who, `SELECT * FROM quickbooks.payments WHERE ${filter}`);
  expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
  expect(nodes.flatMap((node) => node['Index Name'] ?? [])).toEqual([index]);
});

test.each(['owner', 'reader'])('one half of the view runs, asked by the %s', async (who) => {
  const nodes = await ranBy(who, 'SELECT count(*) FROM quickbooks.payments');
  expect(
    nodes.filter((node) => node['Node Type'].endsWith('Scan') && node['Node Type'] !== 'Subquery Scan'),
  ).toHaveLength(1);
});

test('what stands on the view reaches the indexes too', async () => {
  const nodes = await ranBy(
    'reader',
    `SELECT * FROM quickbooks.transactions WHERE entity = 'Payment' AND id = '17'`,
  );
  expect(nodes.flatMap((node) => node['Index Name'] ?? [])).toContain('payments_pkey');
});
