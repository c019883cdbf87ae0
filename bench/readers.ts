/*
 * What a view that masks costs a reader and the owner, against the plain table with row level security and column rights
 * that stood there before: the same rows, asked in turns.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../src/base/logger.ts';
import { toRealmId } from '../src/base/realm-id.ts';
import { Secret } from '../src/base/secret.ts';
import { entityByName } from '../src/catalogue/index.ts';
import { openDatabase, type Database } from '../src/postgres/database.ts';
import { startEmbeddedServer } from '../src/postgres/embedded/server.ts';
import { migrate } from '../src/postgres/migrate.ts';
import { writePage } from '../src/tables/page-writer.ts';
import { createReaders } from '../src/tables/readers.ts';
import { scale } from '../test/support/bench-scale.ts';
import type { Measure } from './main.ts';

const PAGE = 1000;
const PAGES = Math.max(2, Math.round(50 * scale));
const TURNS = 15;
const MINE = toRealmId('9130347957983456');
const OTHER = toRealmId('9130347957983457');

const questions: Readonly<Record<string, string>> = {
  'by id': `SELECT * FROM $table WHERE realm_id = '${MINE}' AND id = '777'`,
  'a month, every column but the sensitive': `SELECT $columns FROM $table WHERE realm_id = '${MINE}' AND txn_date BETWEEN '2020-06-01' AND '2020-06-30'`,
  'full count': 'SELECT count(*) FROM $table',
  'newest hundred': `SELECT id, txn_date, total_amt FROM $table WHERE realm_id = '${MINE}' ORDER BY txn_date DESC LIMIT 100`,
};

function pageText(page: number): string {
  const payments = Array.from({ length: PAGE }, (_, index) => {
    const id = page * PAGE + index;
    return {
      Id: String(id),
      SyncToken: '0',
      TotalAmt: id % 997,
      UnappliedAmt: 0,
      TxnDate: new Date(Date.UTC(2020, 0, 1 + (id % 1500))).toISOString().slice(0, 10),
      CustomerRef: { value: String(id % 500), name: `Customer ${id % 500}` },
      PrivateNote: 'Paid with thanks, as agreed on the telephone.',
      CheckPayment: { AcctNum: '900-12-3456', BankName: 'First Bank', CheckNum: String(id) },
      CurrencyRef: { value: 'USD', name: 'United States Dollar' },
    };
  });
  return JSON.stringify(payments);
}

/** Milliseconds that the server itself takes, planning included; nothing of it is sent. */
async function ask(db: Database, sql: string): Promise<number> {
  const { rows } = await db.execute(`EXPLAIN (ANALYZE, TIMING OFF, SUMMARY, FORMAT JSON) ${sql}`);
  const [plan] = (rows[0] as { 'QUERY PLAN': [{ 'Planning Time': number; 'Execution Time': number }] })[
    'QUERY PLAN'
  ];
  return plan['Planning Time'] + plan['Execution Time'];
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function measure(owner: Database, url: Secret): Promise<readonly Measure[]> {
  const entity = entityByName('Payment');
  if (entity === undefined) throw new Error('The catalogue has no payments.');
  for (const realmId of [MINE, OTHER]) {
    await owner.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [realmId]);
    for (let page = 0; page < PAGES; page += 1)
      await owner.transaction((tx) =>
        writePage(tx, { entity, realmId, text: pageText(page), path: [], observedAt: new Date() }),
      );
  }
  const { password } = await createReaders(owner).add({ name: 'bench_reader', companies: [MINE] });
  const columns = await owner.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'quickbooks_store.payments'::regclass AND attnum > 0
       AND attname NOT IN ('raw', 'content_hash', 'check_payment_acct_num', 'credit_charge_info_number', 'credit_charge_response_merchant_acct_num')`,
  );
  const listed = columns.map(({ name }) => name).join(', ');
  await owner.execute(`CREATE TABLE quickbooks.payments_before (LIKE quickbooks_store.payments INCLUDING ALL);
    INSERT INTO quickbooks.payments_before SELECT * FROM quickbooks_store.payments;
    ALTER TABLE quickbooks.payments_before ENABLE ROW LEVEL SECURITY;
    CREATE POLICY readers ON quickbooks.payments_before FOR SELECT
      USING (realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]));
    GRANT SELECT (${listed}) ON quickbooks.payments_before TO bench_reader`);
  for (const table of ['quickbooks.payments_before', 'quickbooks_store.payments'])
    await owner.execute(`VACUUM ANALYZE ${table}`);
  const address = new URL(url.reveal());
  address.username = 'bench_reader';
  address.password = password.reveal();
  const reader = await openDatabase({
    url: new Secret(address.href),
    logger: silentLogger,
    maxConnections: 1,
  });
  const measures: Measure[] = [];
  try {
    for (const [who, db] of Object.entries({ reader, owner })) {
      for (const [question, sql] of Object.entries(questions)) {
        // A reader was refused the sensitive columns of the table, so it asked for the others.
        const of = (table: string, star: string): string =>
          sql.replace('$table', table).replace('$columns', listed).replace('SELECT *', `SELECT ${star}`);
        const before = of('quickbooks.payments_before', who === 'reader' ? listed : '*');
        const [old, now]: [number[], number[]] = [[], []];
        for (let turn = -2; turn < TURNS; turn += 1) {
          const [a, b] = [await ask(db, before), await ask(db, of('quickbooks.payments', '*'))];
          if (turn < 0) continue;
          old.push(a);
          now.push(b);
        }
        measures.push({
          name: `${who}: ${question}`,
          value: median(now) / median(old),
          unit: 'times as long',
          basis: `${median(old).toFixed(2)} ms before, ${median(now).toFixed(2)} ms now`,
        });
      }
    }
    return measures;
  } finally {
    await reader.close();
  }
}

export async function run(): Promise<readonly Measure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ledger-mirror-bench-'));
  // As root the server runs as somebody else, who must be able to pass through.
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedServer({ dataDir, database: 'bench', logger: silentLogger });
  const db = await openDatabase({ url: server.url, logger: silentLogger, maxConnections: 2 });
  try {
    await migrate(db, { directory: new URL('../migrations/', import.meta.url), logger: silentLogger });
    return await measure(db, server.url);
  } finally {
    await db.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
