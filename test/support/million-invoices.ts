import { fileURLToPath } from 'node:url';
import { silentLogger } from '../../src/base/logger.ts';
import type { Secret } from '../../src/base/secret.ts';
import { openDatabase, type Database } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { runStatement, startTestServer, withDatabase } from './postgres-server.ts';

export type SeededDatabase = { readonly db: Database; readonly url: Secret; close(): Promise<void> };

/**
 * A company with so many invoices, each with two lines, and a neighbour with a tenth of them: for measures. Values are
 * spread as in real books: three years of dates, five thousand customers, one in fifty deleted, a kilobyte of raw.
 */
export async function openSeededDatabase(options: {
  realmId: string;
  invoices: number;
}): Promise<SeededDatabase> {
  const server = await startTestServer();
  try {
    await runStatement(server.url, 'CREATE DATABASE measures');
    const url = withDatabase(server.url, 'measures');
    const db = await openDatabase({ url, logger: silentLogger, maxConnections: 10 });
    await migrate(db, {
      directory: fileURLToPath(new URL('../../migrations/', import.meta.url)),
      logger: silentLogger,
    });
    await seed(db, options.realmId, options.invoices);
    await seed(db, `${options.realmId}9`, Math.ceil(options.invoices / 10));
    await db.execute('VACUUM ANALYZE');
    return {
      db,
      url,
      async close() {
        await db.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function seed(db: Database, realmId: string, invoices: number): Promise<void> {
  await db.query(
    `INSERT INTO ledger_mirror.organizations (realm_id, company_name) VALUES ($1, 'Measured ' || $1)`,
    [realmId],
  );
  // As a sync leaves them: in batches of one stamp, the batches seconds apart.
  await db.query(
    `INSERT INTO quickbooks.invoices
       (realm_id, id, doc_number, txn_date, due_date, total_amt, balance, currency_id, customer_id, customer_name,
        bill_addr_line1, bill_addr_city, private_note, created_at, updated_at, sync_token, deleted_at, is_voided, raw,
        observed_at, synced_at)
     SELECT $1, n::text, 'INV-' || n, date '2023-01-01' + (n % 1095)::integer, date '2023-01-31' + (n % 1095)::integer,
            (n % 99991) / 7.0, CASE WHEN n % 4 = 0 THEN (n % 991) + 0.25 ELSE 0 END, 'USD',
            (n * 7919 % 5000)::text, 'Customer ' || (n * 7919 % 5000), n || ' Main Street', 'Springfield',
            CASE WHEN n % 20 = 0 THEN 'Call before delivery, ask for "Ada"' END,
            timestamptz '2023-01-01 08:00Z' + n * interval '90 seconds',
            timestamptz '2023-01-02 08:00Z' + (n * 7919 % 1000003) * interval '90 seconds', '1',
            CASE WHEN n % 50 = 0 THEN timestamptz '2026-01-01 00:00Z' END, false,
            jsonb_build_object('Id', n::text, 'TotalAmt', n + 0.10, 'PrivateNote', repeat(md5(n::text), 30)),
            now(), timestamptz '2026-01-01 00:00Z' + (n / 1000) * interval '2 seconds'
     FROM generate_series(1, $2::bigint) AS n`,
    [realmId, invoices],
  );
  await db.query(
    `INSERT INTO quickbooks.invoice_lines (realm_id, invoice_id, line_index, line_id, amount, detail_type, item_id, qty)
     SELECT $1, n::text, line, line::text, n % 1000 + 0.50, 'SalesItemLineDetail', (n % 300)::text, 2
     FROM generate_series(1, $2::bigint) AS n, generate_series(0, 1) AS line`,
    [realmId, invoices],
  );
}
