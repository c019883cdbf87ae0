// How fast the program copies one company, beside a plain COPY of those very rows and children into the same tables on
// the same server; and how close it comes to the limits of QuickBooks where those decide.
import pg from 'pg';
import { silentLogger } from '../src/base/logger.ts';
import { toRealmId } from '../src/base/realm-id.ts';
import { createQuickBooksClient, createTransport, systemClock } from '../src/quickbooks/index.ts';
import { workSlice } from '../src/sync/run/worker.ts';
import { openBenchDatabase, peakMemoryMb } from '../test/support/bench-database.ts';
import { startChild } from '../test/support/child-server.ts';
import { copy } from '../test/support/copy.ts';
import { type Installation, openInstallation, until } from '../test/support/installation.ts';
import { isListening, startUnlimited } from '../test/support/program.ts';
import { scale } from '../test/support/bench-scale.ts';
import type { Measure } from './main.ts';
import { storedTable } from '../src/tables/stored.ts';

const INVOICES = Math.round(100_000 * scale);
/** Of these the simulator makes about a quarter invoices. */
const GENERATED = Math.round(66_000 * scale);
const PIECE = 5_000;
const COPIED = '9130347957983457';
/** A tenth of what Intuit allows a company. */
const limits = { requestsPerSecond: 1, requestsPerMinute: 50 };
const LIMITED_SECONDS = Math.max(60, Math.round(180 * scale));

type Simulator = { url: string; companies: { realmId: string }[] };

export async function run(): Promise<readonly Measure[]> {
  return [...(await backfill()), ...(await limited())];
}

async function backfill(): Promise<readonly Measure[]> {
  const module = new URL('../test/support/simulator-process.ts', import.meta.url);
  const orders = { seed: 1, size: GENERATED, companies: 1, invoices: INVOICES };
  const simulator = await startChild<Simulator>(module, orders);
  const installation = await openInstallation(await openBenchDatabase(), {
    seed: 1,
    size: GENERATED,
    simulator: simulator.told,
  });
  const worker = startUnlimited(installation);
  try {
    const realmId = toRealmId(simulator.told.companies[0]?.realmId ?? '');
    await until(() => isListening(installation.db), 120_000, 'the worker is ready');
    await installation.connect(realmId);
    await until(() => isCopied(installation), 3_600_000, 'the first copy ends');
    // Without the up to two seconds in which nobody knows of the company yet.
    const [run] = await installation.db.query<{ seconds: number }>(
      'SELECT extract(epoch FROM clock_timestamp() - min(started_at))::float8 AS seconds FROM ledger_mirror.sync_runs',
    );
    const seconds = run?.seconds ?? Number.NaN;
    const memory = await peakMemoryMb(worker.pid);
    await worker.kill();
    const { records, children, copySeconds } = await copyAgain(installation, realmId);
    const [invoices] = await installation.db.query<{ invoices: number; lines: number }>(
      `SELECT (SELECT count(*)::int FROM quickbooks.invoices WHERE realm_id = $1) AS invoices,
              (SELECT count(*)::int FROM quickbooks.invoice_lines WHERE realm_id = $1) AS lines`,
      [realmId],
    );
    const lines = (invoices?.lines ?? 0) / (invoices?.invoices ?? 1);
    const basis = `${count(invoices?.invoices ?? 0)} invoices x ${lines.toFixed(1)} lines + ${count(records - (invoices?.invoices ?? 0))} other records, ${count(children)} child rows`;
    return [
      { name: 'backfill of one company', value: records / seconds, unit: 'records/s', basis },
      { name: 'plain COPY of the same rows', value: records / copySeconds, unit: 'records/s' },
      {
        name: 'backfill : COPY',
        value: copySeconds / seconds,
        unit: 'of its speed',
        basis: 'aim 0.5',
      },
      { name: 'most memory of the worker', value: memory, unit: 'MB', basis: 'aim 300' },
    ];
  } finally {
    await worker.kill();
    await installation.close();
    await simulator.stop();
  }
}

const count = (value: number): string => value.toLocaleString('en-US');

async function isCopied({ db }: Installation): Promise<boolean> {
  const [row] = await db.query<{ copied: boolean }>(
    `SELECT count(*) > 0 AND bool_and(status NOT IN ('pending', 'backfilling')) AS copied FROM ledger_mirror.entity_states`,
  );
  return row?.copied === true;
}

/** Copies every row of the company into the same tables under another company, some thousand rows at a time. */
async function copyAgain(
  { db, databaseUrl }: Installation,
  realmId: string,
): Promise<{ records: number; children: number; copySeconds: number }> {
  const client = new pg.Client({ connectionString: databaseUrl.reveal() });
  await client.connect();
  const tables = await db.query<{ name: string; key: string[] }>(
    `SELECT relname AS name, array_agg(attname::text ORDER BY array_position(indkey::int2[], attnum)) AS key
     FROM pg_index JOIN pg_class ON pg_class.oid = indrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
     JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
     WHERE indisprimary AND nspname IN ('quickbooks', 'quickbooks_store') GROUP BY relname ORDER BY count(*), relname`,
  );
  const sums = { records: 0, children: 0, copySeconds: 0 };
  try {
    for (const { name, key } of tables) {
      const { fields } = await client.query(`SELECT * FROM quickbooks.${name} LIMIT 0`);
      const columns = fields.map((field) => (field.name === 'realm_id' ? `'${COPIED}'::text` : field.name));
      const order = key.slice(1).join(', ');
      for (let from = 0; ; from += PIECE) {
        const select = `SELECT ${columns.join(', ')} FROM ${storedTable(name)} WHERE realm_id = '${realmId}' ORDER BY ${order} LIMIT ${PIECE} OFFSET ${from}`;
        const data = await copy(client, `COPY (${select}) TO STDOUT WITH (FORMAT binary)`);
        const began = performance.now();
        await client.query('BEGIN');
        await copy(client, `COPY ${storedTable(name)} FROM STDIN WITH (FORMAT binary)`, data);
        await client.query('COMMIT');
        sums.copySeconds += (performance.now() - began) / 1000;
        if (data.length < PIECE) break;
      }
      const [stored] = await db.query<{ rows: number }>(
        `SELECT count(*)::int AS rows FROM quickbooks.${name} WHERE realm_id = $1`,
        [realmId],
      );
      if (key.length === 2) sums.records += stored?.rows ?? 0;
      else sums.children += stored?.rows ?? 0;
    }
  } finally {
    await client.end();
  }
  return sums;
}

/** The same with the limits of QuickBooks on, at a tenth of what they are. */
async function limited(): Promise<readonly Measure[]> {
  const installation = await openInstallation(await openBenchDatabase(), {
    seed: 2,
    size: 2500,
    pageSize: 10,
  });
  const transport = createTransport();
  try {
    const [realmId] = installation.realmIds;
    if (realmId === undefined) throw new Error('The simulator has no company.');
    await installation.control('switches', { limits: { enabled: true, scale: 0.1 } });
    const client = createQuickBooksClient({
      apiUrl: installation.simulatorUrl,
      tokens: installation.vault,
      transport,
      clock: systemClock,
      logger: silentLogger,
      limits,
      retry: { rateLimitAttempts: 1 },
    });
    await installation.connect(realmId);
    await fetch(`${installation.simulatorUrl}/simulator/calls`, {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
    });
    const stop = AbortSignal.timeout(LIMITED_SECONDS * 1000);
    while (!stop.aborted) {
      await workSlice({ ...installation.worker, client }, 'bench', realmId, stop);
      // Told to slow down, a company rests in the database until its time.
      await systemClock.sleep(100, stop).catch(() => undefined);
    }
    const report = (await (await fetch(`${installation.simulatorUrl}/simulator/calls`)).json()) as {
      counts: { realmId: string | null; status: number; count: number }[];
    };
    const own = report.counts.filter((one) => one.realmId === realmId);
    const made = own.filter(({ status }) => status === 200).reduce((sum, one) => sum + one.count, 0);
    const refused = own.filter(({ status }) => status === 429).reduce((sum, one) => sum + one.count, 0);
    const allowed = (LIMITED_SECONDS / 60) * limits.requestsPerMinute;
    return [
      {
        name: 'calls under a tenth of the limits',
        value: made / allowed,
        unit: 'of those allowed',
        basis: `${made} of ${allowed} in ${LIMITED_SECONDS} s, ${refused} refused; aim 0.95`,
      },
    ];
  } finally {
    await transport.close();
    await installation.close();
  }
}
