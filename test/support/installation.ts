import { offerOnly } from './offered-entities.ts';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../src/base/clock.ts';
import { type Logger, silentLogger } from '../../src/base/logger.ts';
import { type RealmId, toRealmId } from '../../src/base/realm-id.ts';
import type { Secret } from '../../src/base/secret.ts';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { startSimulator } from '../../simulator/src/index.ts';
import { createOrganizations, type Organizations } from '../../src/sync/organizations.ts';
import type { TokenVault } from '../../src/vault/token-vault.ts';
import { compareCompany, describe } from './comparer.ts';
import { runStatement, type TestServer, withDatabase } from './postgres-server.ts';
import { type Proxy, startProxy } from './quickbooks-proxy.ts';
import type { Outcome } from '../../src/jobs/jobs.ts';
import { type WorkerOptions, workSlice } from '../../src/sync/run/worker.ts';
import { createWorkerParts, type WorkerAddress } from './sync-bench.ts';

/** Everything a proof works on: simulated companies behind a proxy, and a database; processes come and go. */
export type Installation = {
  readonly db: Database;
  readonly databaseUrl: Secret;
  readonly organizations: Organizations;
  readonly vault: TokenVault;
  /** What a worker in this process works with. */
  readonly worker: WorkerOptions;
  readonly realmIds: readonly RealmId[];
  readonly simulatorUrl: string;
  /** What stands between the program and QuickBooks: counts, and lets a test choose its moment. */
  readonly proxy: Proxy;
  /** Where a worker of test/e2e/crash-worker.ts finds everything. */
  readonly address: WorkerAddress;
  readonly encryptionKey: string;
  readonly verifierToken: string;
  /** Goes through the consent page and connects a company. */
  connect(realmId: RealmId): Promise<void>;
  /** Tells the simulator what to do: its control interface, below /simulator. */
  control(path: string, body: unknown): Promise<unknown>;
  /** One slice of a worker in this process. */
  slice(realmId: RealmId, signal?: AbortSignal): Promise<Outcome>;
  /** Makes a company due, whatever waits for its time as well, and works in this process until nothing is left. */
  sync(realmId: RealmId): Promise<void>;
  /** Makes changes in a company, as its people would. */
  change(realmId: RealmId, count: number, kind?: string): Promise<void>;
  /** Every field that differs, one line each. */
  differences(realmId: RealmId): Promise<string[]>;
  close(): Promise<void>;
};

export type InstallationOptions = {
  readonly seed: number;
  /** Records of each company, about. */
  readonly size: number;
  /** @default 1 */
  readonly companies?: number;
  /** The simulator's clock. @default the machine's */
  readonly clock?: Clock;
  /** Where the generated history ends. @default midnight of today */
  readonly asOf?: Date;
  /** One that runs already, called without a proxy; seed and size are its own then. */
  readonly simulator?: { readonly url: string; readonly companies: readonly { readonly realmId: string }[] };
  /** Only these entities are copied and compared. @default all */
  readonly entities?: readonly string[];
  /** @default 1000 */
  readonly pageSize?: number;
  /** @default 1000 */
  readonly captureLimit?: number;
};

/** A database with the schema of this version, and nothing in it. */
export type ProofDatabase = { readonly db: Database; readonly url: Secret; close(): Promise<void> };

/** A database of its own on a server; outside of vitest, where nobody has made a template. */
export async function openProofDatabase(server: TestServer): Promise<ProofDatabase> {
  const name = `proof_${randomBytes(6).toString('hex')}`;
  await runStatement(server.url, `CREATE DATABASE ${name}`);
  const url = withDatabase(server.url, name);
  const db = await openDatabase({ url, logger: silentLogger, maxConnections: 5 });
  await migrate(db, { directory: new URL('../../migrations/', import.meta.url), logger: silentLogger });
  return {
    db,
    url,
    async close() {
      await db.close();
      // A server of its own, about to be thrown away: what an autovacuum worker holds on to goes with it.
      await runStatement(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch(() => undefined);
    },
  };
}

/** A simulator that fails is no QuickBooks on a bad day: it says where. */
const loudOnFailure: Logger = {
  ...silentLogger,
  error: (facts: unknown) => console.error(facts),
  child: () => loudOnFailure,
};

/** Opens an installation on a database of its own. */
export async function openInstallation(
  { db, url: databaseUrl, close: closeDatabase }: ProofDatabase,
  options: InstallationOptions,
): Promise<Installation> {
  const { seed, size, companies = 1, pageSize = 1000, captureLimit = 1000, clock, asOf } = options;
  const running = options.simulator;
  const own =
    running === undefined
      ? await startSimulator({ port: 0, seed, size, companies, clock, asOf, logger: loudOnFailure })
      : undefined;
  const simulator = running ?? own;
  if (simulator === undefined) throw new Error('There is no simulator.');
  const proxy = await startProxy(simulator.url);
  const encryptionKey = randomBytes(32).toString('base64');
  const address: WorkerAddress = {
    databaseUrl: databaseUrl.reveal(),
    // Tokens are asked for through the proxy as well, so that a test can choose that moment too.
    simulatorUrl: own === undefined ? simulator.url : proxy.url,
    apiUrl: own === undefined ? simulator.url : proxy.url,
    encryptionKey,
    pageSize,
    captureLimit,
  };
  const parts = createWorkerParts(address, db);
  const organizations = createOrganizations(db);

  const control = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(`${simulator.url}/simulator/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`The simulator refused: ${await answer.text()}`);
    return answer.json();
  };

  // QuickBooks does not let everybody read these; what can be read is what can be compared.
  if (own !== undefined) await control('switches', { inventoryAdjustments: true });

  const consent = async (realmId: RealmId): Promise<string> => {
    const url = new URL(parts.oauth.authorizeUrl('a-state'));
    const form = new URLSearchParams(url.search);
    form.set('decision', 'allow');
    form.set('realmId', realmId);
    const authorize = `${simulator.url}${url.pathname}`;
    const answer = await fetch(authorize, { method: 'POST', body: form, redirect: 'manual' });
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code');
    if (code === null) throw new Error('The consent page gave no code.');
    return code;
  };

  return {
    db,
    databaseUrl,
    organizations,
    vault: parts.vault,
    worker: parts.worker,
    realmIds: simulator.companies.map((company) => toRealmId(company.realmId)),
    simulatorUrl: simulator.url,
    proxy,
    address,
    encryptionKey,
    verifierToken: randomBytes(24).toString('base64url'),
    async connect(realmId) {
      const tokens = await parts.oauth.exchange(await consent(realmId));
      await db.transaction(async (tx) => {
        if (options.entities !== undefined) await offerOnly(tx, realmId, options.entities);
        await parts.vault.store(realmId, tokens, tx);
        await organizations.connected(tx, realmId);
      });
    },
    control,
    slice: (realmId, signal = new AbortController().signal) =>
      workSlice(parts.worker, 'proof', realmId, signal),
    async sync(realmId) {
      await db.query('UPDATE ledger_mirror.organizations SET next_run_at = now() WHERE realm_id = $1', [
        realmId,
      ]);
      await db.query('UPDATE ledger_mirror.entity_states SET retry_at = now() WHERE retry_at IS NOT NULL');
      await db.query('UPDATE ledger_mirror.outdated_records SET ask_at = now()');
      for (let outcome: Outcome = { kind: 'again' }; outcome.kind === 'again';)
        outcome = await workSlice(parts.worker, 'proof', realmId, new AbortController().signal);
    },
    async change(realmId, count, kind) {
      await control(`companies/${realmId}/changes`, kind === undefined ? { count } : { count, kind });
    },
    async differences(realmId) {
      const found = await compareCompany({
        db,
        simulatorUrl: simulator.url,
        realmId,
        entities: options.entities,
      });
      return found.map(describe);
    },
    async close() {
      await parts.close();
      await proxy.stop();
      await own?.stop();
      await closeDatabase();
    },
  };
}

/** Waits for something that other processes bring about. */
export async function until(
  condition: () => Promise<boolean> | boolean,
  withinMs: number,
  what: string,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`It did not happen within ${withinMs} ms: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
