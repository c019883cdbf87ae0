// How long from a webhook to the row people can read, while fifty companies are busy: from the moment the event is
// received until the transaction that wrote the record has committed, both by the database's clock.
import { openBenchDatabase } from '../test/support/bench-database.ts';
import { scale } from '../test/support/bench-scale.ts';
import { startChild } from '../test/support/child-server.ts';
import { openInstallation, until, type Installation } from '../test/support/installation.ts';
import { startRole } from '../test/support/program.ts';
import type { Measure } from './main.ts';

const COMPANIES = Math.max(4, Math.round(50 * scale));
const SECONDS = Math.max(10, Math.round(60 * scale));
/** Changes a second, over all companies: each changes every five seconds. */
const CHANGES = COMPANIES / 5;

export async function run(): Promise<readonly Measure[]> {
  const module = new URL('../test/support/simulator-process.ts', import.meta.url);
  const orders = { seed: 9, size: 60, companies: COMPANIES };
  const simulator = await startChild<{ url: string; companies: { realmId: string }[] }>(module, orders);
  const database = await openBenchDatabase({ track_commit_timestamp: 'on' });
  const installation = await openInstallation(database, { seed: 9, size: 60, simulator: simulator.told });
  const { control, realmIds, db, verifierToken } = installation;
  const web = await startRole(installation, 'web');
  const worker = await startRole(installation, 'worker');
  try {
    await control('switches', { webhooks: { aggregationSeconds: 0.2 } });
    for (const realmId of realmIds) await installation.connect(realmId);
    await until(() => areCurrent(installation), 1_800_000, 'all companies are copied');
    await control('webhooks', { url: `${web.url}/v1/webhooks/qbo`, verifierToken });
    const until_ = performance.now() + SECONDS * 1000;
    for (let made = 0; performance.now() < until_; made += 1) {
      const due = until_ - SECONDS * 1000 + (made * 1000) / CHANGES;
      const waitMs = due - performance.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      const realmId = realmIds[made % realmIds.length];
      if (realmId !== undefined)
        await installation.change(realmId, 1, made % 2 === 0 ? 'create' : 'create-customer');
    }
    const settled = async (): Promise<boolean> =>
      (await db.query('SELECT FROM ledger_mirror.webhook_events WHERE settled_at IS NULL LIMIT 1')).length ===
      0;
    await until(settled, 60_000, 'every event is settled');
    const times = await latencies(installation);
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return [
      {
        name: 'webhook to visible row, p50',
        value: at(0.5),
        unit: 's',
        basis: `${times.length} invoices, and as many customers, made in ${COMPANIES} companies within ${SECONDS} s, one web process, one worker; aim 1.5`,
      },
      { name: 'webhook to visible row, p99', value: at(0.99), unit: 's', basis: 'aim 3' },
      { name: 'webhook to visible row, longest', value: at(1), unit: 's' },
    ];
  } finally {
    await web.kill();
    await worker.kill();
    await installation.close();
    await simulator.stop();
  }
}

async function areCurrent({ organizations, realmIds }: Installation): Promise<boolean> {
  const all = await organizations.list();
  return all.length === realmIds.length && all.every(({ status }) => status === 'current');
}

/**
 * Seconds from the receipt of each event about a new invoice until that invoice was visible, in order. Customers are
 * written again when their balance moves, which would count as late.
 */
async function latencies({ db }: Installation): Promise<number[]> {
  const rows = await db.query<{ seconds: number | null }>(
    `SELECT extract(epoch FROM pg_xact_commit_timestamp(record.xmin) - event.received_at)::float8 AS seconds
     FROM ledger_mirror.webhook_events AS event
     JOIN quickbooks.invoices AS record ON record.realm_id = event.realm_id AND record.id = event.record_id
     WHERE event.entity = 'Invoice' AND event.verb = 'created'`,
  );
  // Seen by a look that came before its event: visible at once.
  return rows.map(({ seconds }) => Math.max(0, seconds ?? 0)).toSorted((a, b) => a - b);
}
