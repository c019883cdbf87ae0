/*
 * The memory of a worker that copies a company with a million invoices, against one with a hundred thousand: within 15
 * percent, and below 300 MB.
 * Usage: node test/soak/memory.ts [--scale 1]
 */
import { Secret } from '../../src/base/secret.ts';
import { toRealmId } from '../../src/base/realm-id.ts';
import { openBenchDatabase, peakMemoryMb } from '../support/bench-database.ts';
import { scale } from '../support/bench-scale.ts';
import { startChild } from '../support/child-server.ts';
import { openInstallation, until } from '../support/installation.ts';
import { startRole } from '../support/program.ts';

const LIMIT_MB = 300;
const LIMIT_GROWTH = 1.15;

const few = await measure(Math.round(100_000 * scale));
const many = await measure(Math.round(1_000_000 * scale));
const passed = many <= few * LIMIT_GROWTH && many < LIMIT_MB;
console.log(
  `memory: ${few} MB at a tenth, ${many} MB at all of them: ${(many / few).toFixed(2)} times as much; ${passed ? 'as promised' : 'BROKEN'}`,
);
process.exit(passed ? 0 : 1);

/** @returns the most memory of the worker, in MB */
async function measure(invoices: number): Promise<number> {
  const startedAt = performance.now();
  const server = await startChild<{ url: string }>(
    new URL('../support/thin-quickbooks.ts', import.meta.url),
    {
      invoices,
    },
  );
  const simulator = { url: server.told.url, companies: [] };
  const installation = await openInstallation(await openBenchDatabase(), { seed: 1, size: 0, simulator });
  const { db, vault, organizations } = installation;
  const worker = await startRole(installation, 'worker');
  try {
    const realmId = toRealmId('9130347957983456');
    const in100Days = new Date(Date.now() + 100 * 86_400_000);
    await db.transaction(async (tx) => {
      const tokens = {
        accessToken: new Secret('a'),
        refreshToken: new Secret('r'),
        hardExpiresAt: undefined,
      };
      await vault.store(realmId, { ...tokens, accessExpiresAt: in100Days, refreshExpiresAt: in100Days }, tx);
      await organizations.connected(tx, realmId);
    });
    let told = 0;
    const isCopied = async (): Promise<boolean> => {
      const [state] = await db.query<{ rows: number; status: string }>(
        "SELECT rows::int, status FROM ledger_mirror.entity_states WHERE entity = 'Invoice'",
      );
      if ((state?.rows ?? 0) >= told + invoices / 10) {
        told = state?.rows ?? 0;
        console.log(`  ${told} of ${invoices} invoices, ${await peakMemoryMb(worker.pid)} MB`);
      }
      return state?.status === 'current';
    };
    await until(isCopied, 7_200_000, 'all invoices are copied');
    const [stored] = await db.query<{ rows: number }>(
      'SELECT count(*)::int AS rows FROM quickbooks.invoices',
    );
    if (stored?.rows !== invoices) throw new Error(`${stored?.rows} of ${invoices} invoices are stored.`);
    const memory = await peakMemoryMb(worker.pid);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(`${invoices} invoices: ${memory} MB at most, ${seconds} s`);
    return memory;
  } finally {
    await worker.kill();
    await installation.close();
    await server.stop();
  }
}
