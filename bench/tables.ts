// How fast pages of invoices become rows, beside a plain COPY of those very rows and children into the same tables on
// the same server: the server the product brings, as the product starts it (fsync on).
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { silentLogger } from '../src/base/logger.ts';
import { toRealmId, type RealmId } from '../src/base/realm-id.ts';
import { entityByName } from '../src/catalogue/index.ts';
import { openDatabase, type Database } from '../src/postgres/database.ts';
import { startEmbeddedServer } from '../src/postgres/embedded/server.ts';
import { migrate } from '../src/postgres/migrate.ts';
import { writePage } from '../src/tables/page-writer.ts';
import { copy } from '../test/support/copy.ts';
import type { Measure } from './main.ts';

const RECORDS = 100_000;
const PAGE = 1_000;
/** Pages written before it is the turn of COPY: whatever else the machine does then falls on both. */
const TURN = 5;
const WRITTEN = toRealmId('9130347957983456');
const COPIED = toRealmId('9130347957983457');
const WRITTEN_BY_TWO = toRealmId('9130347957983458');
/** Each table with the column that holds the invoice's id. */
const TABLES = {
  invoices: 'id',
  invoice_lines: 'invoice_id',
  linked_transactions: 'record_id',
  custom_fields: 'record_id',
  tax_lines: 'record_id',
};

/** An invoice in the shape of Intuit's sandbox, with three lines, a custom field, a link and a tax line. */
function invoice(index: number): string {
  const stamp = new Date(Date.UTC(2020, 0, 1) + index * 1000).toISOString().replace('.000Z', '-00:00');
  const customer = 1 + (index % 500);
  const price = (275 + (index % 997) / 100).toFixed(2);
  const line = (id: number): string =>
    `{"Id":"${id}","LineNum":${id},"Description":"Rock Fountain, installed and tested ${index}","Amount":${price},"DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"${1 + ((index + id) % 200)}","name":"Rock Fountain"},"UnitPrice":${price},"Qty":1,"ItemAccountRef":{"value":"79","name":"Sales of Product Income"},"TaxCodeRef":{"value":"TAX"}}}`;
  return `{"AllowIPNPayment":false,"AllowOnlinePayment":false,"AllowOnlineCreditCardPayment":false,"AllowOnlineACHPayment":false,"domain":"QBO","sparse":false,"Id":"${index + 1}","SyncToken":"0","MetaData":{"CreateTime":"${stamp}","LastModifiedByRef":{"value":"9130347957983456"},"LastUpdatedTime":"${stamp}"},"CustomField":[{"DefinitionId":"1","Name":"Crew #","Type":"StringType","StringValue":"${100 + (index % 30)}"}],"DocNumber":"${1000 + index}","TxnDate":"2026-01-15","CurrencyRef":{"value":"USD","name":"United States Dollar"},"LinkedTxn":[{"TxnId":"${index}","TxnType":"Payment"}],"Line":[${line(1)},${line(2)},${line(3)}],"TxnTaxDetail":{"TxnTaxCodeRef":{"value":"2"},"TotalTax":44.00,"TaxLine":[{"Amount":44.00,"DetailType":"TaxLineDetail","TaxLineDetail":{"TaxRateRef":{"value":"3"},"PercentBased":true,"TaxPercent":8,"NetAmountTaxable":550.00}}]},"CustomerRef":{"value":"${customer}","name":"Sonnenschein Family Store ${customer}"},"CustomerMemo":{"value":"Thank you for your business and have a great day!"},"BillAddr":{"Id":"95","Line1":"Russ Sonnenschein","Line2":"Sonnenschein Family Store","Line3":"5647 Cypress Hill Ave.","Line4":"Middlefield, CA  94303","Lat":"37.4238562","Long":"-122.1141681"},"ShipAddr":{"Id":"24","Line1":"5647 Cypress Hill Ave.","City":"Middlefield","CountrySubDivisionCode":"CA","PostalCode":"94303","Lat":"37.4238562","Long":"-122.1141681"},"FreeFormAddress":true,"SalesTermRef":{"value":"3","name":"Net 30"},"DueDate":"2026-02-14","TotalAmt":${price},"ApplyTaxAfterDiscount":false,"PrintStatus":"NeedToPrint","EmailStatus":"NotSet","BillEmail":{"Address":"Familiystore@intuit.com"},"Balance":${price}}`;
}

function pageText(page: number): string {
  const rows = Array.from({ length: PAGE }, (_, row) => invoice(page * PAGE + row));
  return `{"QueryResponse":{"Invoice":[${rows.join(',')}],"startPosition":1,"maxResults":${PAGE}},"time":"2026-01-15T12:00:00.000-08:00"}`;
}

/** Writes pages as the sync does, each in a transaction of its own. */
async function write(db: Database, realmId: RealmId, texts: Iterable<string>): Promise<void> {
  const entity = entityByName('Invoice');
  if (entity === undefined) throw new Error('There is no Invoice.');
  for (const text of texts) {
    const page = { entity, realmId, text, path: ['QueryResponse', 'Invoice'], observedAt: new Date(0) };
    const { rejected } = await db.transaction((tx) => writePage(tx, page));
    if (rejected.length > 0) throw new Error(`${rejected.length} rejected`);
  }
}

/** Seconds and bytes of WAL, added up over the turns. */
type Sum = { seconds: number; wal: number };

async function timed(db: Database, sum: Sum, work: () => Promise<void>): Promise<void> {
  const walPosition = async (): Promise<number> => {
    const [row] = await db.query<{ at: number }>(
      `SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS at`,
    );
    return row?.at ?? 0;
  };
  const from = await walPosition();
  const began = performance.now();
  await work();
  sum.seconds += (performance.now() - began) / 1000;
  sum.wal += (await walPosition()) - from;
}

/** The rows of some invoices as COPY gives them, under the other company. */
async function rowsOf(
  client: pg.Client,
  ids: readonly number[],
): Promise<readonly [string, readonly Buffer[]][]> {
  const found: [string, readonly Buffer[]][] = [];
  for (const [table, idColumn] of Object.entries(TABLES)) {
    const { fields } = await client.query(`SELECT * FROM quickbooks.${table} LIMIT 0`);
    const columns = fields.map(({ name }) => (name === 'realm_id' ? `'${COPIED}'::text` : name));
    const select = `SELECT ${columns.join(', ')} FROM quickbooks.${table} WHERE realm_id = '${WRITTEN}' AND ${idColumn} = ANY ('{${ids.join(',')}}')`;
    found.push([table, await copy(client, `COPY (${select}) TO STDOUT WITH (FORMAT binary)`)]);
  }
  return found;
}

async function measure(db: Database, client: pg.Client): Promise<readonly Measure[]> {
  const [first, floor, again, two]: Sum[] = Array.from({ length: 4 }, () => ({ seconds: 0, wal: 0 }));
  if (first === undefined || floor === undefined || again === undefined || two === undefined) return [];
  for (let done = 0; done < RECORDS / PAGE; done += TURN) {
    const texts = Array.from({ length: TURN }, (_, page) => pageText(done + page));
    await timed(db, first, () => write(db, WRITTEN, texts));
    const rows = await rowsOf(
      client,
      Array.from({ length: TURN * PAGE }, (_, index) => done * PAGE + index + 1),
    );
    await timed(db, floor, async () => {
      await client.query('BEGIN');
      for (const [table, data] of rows)
        await copy(client, `COPY quickbooks.${table} FROM STDIN WITH (FORMAT binary)`, data);
      await client.query('COMMIT');
    });
    const waiting = texts.values();
    await timed(db, two, async () => {
      await Promise.all([write(db, WRITTEN_BY_TWO, waiting), write(db, WRITTEN_BY_TWO, waiting)]);
    });
  }
  // A quiet sync comes long after the load: by then autovacuum has marked the rows as settled, which is WAL of its own.
  for (const table of Object.keys(TABLES)) await db.execute(`VACUUM quickbooks.${table}`);
  for (let done = 0; done < RECORDS / PAGE; done += TURN) {
    const texts = Array.from({ length: TURN }, (_, page) => pageText(done + page));
    await timed(db, again, () => write(db, WRITTEN, texts));
  }
  const rate = ({ seconds }: Sum): number => RECORDS / seconds;
  const bytes = Math.round(pageText(0).length / PAGE);
  const basis = `${RECORDS.toLocaleString('en-US')} invoices of ${bytes} bytes with three lines each, pages of ${PAGE}`;
  return [
    { name: 'first load', value: rate(first), unit: 'invoices/s', basis },
    { name: 'plain COPY of the same rows', value: rate(floor), unit: 'invoices/s' },
    { name: 'first load : COPY', value: rate(first) / rate(floor), unit: 'of its speed', basis: 'aim 0.6' },
    { name: 'first load, two connections', value: rate(two), unit: 'invoices/s' },
    { name: 'two connections : COPY', value: rate(two) / rate(floor), unit: 'of its speed' },
    { name: 'unchanged pages', value: rate(again), unit: 'invoices/s' },
    {
      name: 'unchanged : first load',
      value: rate(again) / rate(first),
      unit: 'times as fast',
      basis: 'aim 1.5',
    },
    { name: 'WAL of the first load', value: first.wal / RECORDS, unit: 'bytes/invoice' },
    { name: 'WAL of plain COPY', value: floor.wal / RECORDS, unit: 'bytes/invoice' },
    { name: 'WAL of unchanged pages', value: again.wal / RECORDS, unit: 'bytes/invoice' },
  ];
}

export async function run(): Promise<readonly Measure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ledger-mirror-bench-'));
  // As root the server runs as somebody else, who must be able to pass through.
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedServer({ dataDir, database: 'bench', logger: silentLogger });
  const db = await openDatabase({ url: server.url, logger: silentLogger, maxConnections: 10 });
  const client = new pg.Client({ connectionString: server.url.reveal() });
  try {
    await migrate(db, { directory: new URL('../migrations/', import.meta.url), logger: silentLogger });
    await client.connect();
    return await measure(db, client);
  } finally {
    await client.end();
    await db.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
