import { offerOnly } from './offered-entities.ts';
import { randomBytes } from 'node:crypto';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { type Logger, silentLogger } from '../../src/base/logger.ts';
import { type RealmId, toRealmId } from '../../src/base/realm-id.ts';
import { Secret } from '../../src/base/secret.ts';
import { entities } from '../../src/catalogue/index.ts';
import type { Outcome } from '../../src/jobs/jobs.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createOAuthClient, createQuickBooksClient, createTransport } from '../../src/quickbooks/index.ts';
import { startSimulator } from '../../simulator/src/index.ts';
import { type CallCounter, createCallCounter } from '../../src/sync/budget/call-counter.ts';
import { createOrganizations, type Organizations } from '../../src/sync/organizations.ts';
import { type WorkerOptions, workSlice } from '../../src/sync/run/worker.ts';
import { createCipher } from '../../src/vault/cipher.ts';
import { createPostgresTokenStore } from '../../src/vault/postgres-token-store.ts';
import { createTokenVault, type TokenVault } from '../../src/vault/token-vault.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { findDifferences, loadTruth } from './truth.ts';
import { type ReceivedRequest, type ScriptedAnswer, startScriptedServer } from './scripted-server.ts';

/** The entities a bench copies: singleton, lists with and without parents, and a transaction with lines. */
export const benchEntities = ['CompanyInfo', 'Account', 'Customer', 'Item', 'Invoice'];

export type SimulatorSize = 'tiny' | 'small' | 'medium';

/** Where a worker finds everything; plain data, so that it can be handed to another process. */
export type WorkerAddress = {
  readonly databaseUrl: string;
  readonly simulatorUrl: string;
  /** What the client calls instead of the simulator itself: a proxy that counts and disturbs. */
  readonly apiUrl: string;
  readonly encryptionKey: string;
  readonly pageSize: number;
  readonly captureLimit: number;
};

const redirectUri = 'http://localhost:3000/v1/oauth/callback/qbo';

/** Skips long waits: what has to happen after a minute is tried at once, and the clock says that it was a minute. */
function impatientClock(): Clock {
  let skippedMs = 0;
  return {
    now: () => new Date(Date.now() + skippedMs),
    sleep: (durationMs, signal) => {
      if (durationMs < 5000) return systemClock.sleep(durationMs, signal);
      skippedMs += durationMs;
      return Promise.resolve();
    },
  };
}

/** The real client and vault over the real network, put together as the program does it. */
export function createWorkerParts(
  address: WorkerAddress,
  db: Database,
  logger: Logger = silentLogger,
  clientSecret = 'simulator-secret',
): {
  worker: WorkerOptions;
  vault: TokenVault;
  oauth: ReturnType<typeof createOAuthClient>;
  close(): Promise<void>;
} {
  const clock = systemClock;
  const transport = createTransport();
  const { simulatorUrl } = address;
  const oauth = createOAuthClient({
    clientId: 'simulator-client',
    clientSecret: new Secret(clientSecret),
    redirectUri,
    endpoints: {
      authorizeUrl: `${simulatorUrl}/connect/oauth2`,
      tokenUrl: `${simulatorUrl}/oauth2/v1/tokens/bearer`,
      revokeUrl: `${simulatorUrl}/v2/oauth2/tokens/revoke`,
    },
    transport,
    clock,
  });
  const cipher = createCipher({ current: new Secret(address.encryptionKey) });
  const vault = createTokenVault({ tokens: createPostgresTokenStore({ db, cipher }), oauth, clock, logger });
  const calls: CallCounter = createCallCounter();
  const client = createQuickBooksClient({
    apiUrl: address.apiUrl,
    tokens: vault,
    transport,
    clock: impatientClock(),
    logger,
    onCall: (call) => calls.record(call),
    limits: 'off',
    retry: { attempts: 1, rateLimitAttempts: 1 },
  });
  const { pageSize, captureLimit } = address;
  const worker = {
    db,
    client,
    calls,
    clock,
    logger,
    leaseMs: 15_000,
    sliceMs: 600_000,
    pageSize,
    captureLimit,
  };
  return {
    worker,
    vault,
    oauth,
    async close() {
      await vault.settle();
      await transport.close();
    },
  };
}

/** What a test says to one request on its way to QuickBooks: an answer of its own, or nothing to let it through. */
export type Disturbance = (
  request: ReceivedRequest,
) => ScriptedAnswer | undefined | Promise<ScriptedAnswer | undefined>;

export type SyncBench = {
  readonly db: Database;
  readonly realmId: RealmId;
  readonly organizations: Organizations;
  readonly address: WorkerAddress;
  readonly worker: WorkerOptions;
  readonly vault: TokenVault;
  /** The statements QuickBooks was asked, in order. */
  readonly statements: string[];
  /** Set to disturb requests; a test resets it by setting undefined. */
  disturb: Disturbance | undefined;
  /** Lets a request through and hands back what QuickBooks answered, for a test to change. */
  forward(request: ReceivedRequest): Promise<{ status: number; body: string }>;
  /** Another company of the simulator, where `company` asked for more than one. */
  readonly neighbour: RealmId | undefined;
  /** Goes through the consent page and connects the company, or its neighbour. */
  connect(realm?: RealmId): Promise<void>;
  /** Ends the grant at QuickBooks behind our back, as a person does there. */
  revokeGrant(): Promise<void>;
  /** One slice of a worker. */
  slice(owner?: string, signal?: AbortSignal): Promise<Outcome>;
  /** Makes the company due and works until there is nothing left. */
  sync(): Promise<void>;
  /** Writes to QuickBooks as its user would. */
  write(entity: string, body: unknown, operation?: 'delete' | 'void'): Promise<Record<string, unknown>>;
  /** The records QuickBooks holds now. */
  truth(entity: string): Promise<Record<string, unknown>[]>;
  /** Tells the simulator what to do: its control interface, below /simulator. */
  control(path: string, body: unknown): Promise<unknown>;
  /** Every difference between what QuickBooks holds and what is stored. */
  differences(): Promise<string[]>;
  close(): Promise<void>;
};

/** A simulated company behind a proxy, a database of its own, and a worker that is driven by the test. */
export async function openSyncBench(
  options: {
    size?: SimulatorSize;
    seed?: number;
    /** Which of the simulated companies, from 0: another country, other currencies. @default 0 */
    company?: number;
    pageSize?: number;
    captureLimit?: number;
    database?: TestDatabase;
    /** A database that other tests use before and after: the bench closes by emptying it. */
    shared?: TestDatabase;
    /** Which entities are copied; all forty where it says so. @default benchEntities */
    entities?: readonly string[] | 'all';
  } = {},
): Promise<SyncBench> {
  const simulator = await startSimulator({
    port: 0,
    seed: options.seed ?? 1,
    size: options.size ?? 'tiny',
    companies: (options.company ?? 0) + 1,
    logger: silentLogger,
  });
  const company = simulator.companies[options.company ?? 0];
  if (company === undefined) throw new Error('The simulator has no company.');
  const realmId = toRealmId(company.realmId);
  const neighbour = simulator.companies.find((one) => one !== company);
  const opened = options.shared ?? options.database ?? (await openTestDatabase());
  const { db } = opened;
  const statements: string[] = [];
  const copied =
    options.entities === 'all' ? entities.map(({ name }) => name) : (options.entities ?? benchEntities);

  const forward = async (request: ReceivedRequest): Promise<{ status: number; body: string }> => {
    const headers: Record<string, string> = { accept: 'application/json', 'accept-encoding': 'identity' };
    for (const name of ['authorization', 'content-type'] as const) {
      const value = request.headers[name];
      if (value !== undefined) headers[name] = value;
    }
    const body = request.method === 'POST' ? { body: request.body } : {};
    const answer = await fetch(`${simulator.url}${request.url.pathname}${request.url.search}`, {
      method: request.method,
      headers,
      ...body,
    });
    return { status: answer.status, body: await answer.text() };
  };
  const proxy = await startScriptedServer(async (request, response) => {
    statements.push(statementOf(request));
    try {
      return (await bench.disturb?.(request)) ?? (await forward(request));
    } catch {
      // QuickBooks broke the connection off: so do we.
      response.destroy();
      return {};
    }
  });

  const address: WorkerAddress = {
    databaseUrl: opened.url.reveal(),
    simulatorUrl: simulator.url,
    apiUrl: proxy.url,
    encryptionKey: randomBytes(32).toString('base64'),
    pageSize: options.pageSize ?? 1000,
    captureLimit: options.captureLimit ?? 1000,
  };
  const parts = createWorkerParts(address, db);
  const organizations = createOrganizations(db);

  const authorize = async (realm: RealmId): Promise<string> => {
    const url = new URL(parts.oauth.authorizeUrl('a-state'));
    const form = new URLSearchParams(url.search);
    form.set('decision', 'allow');
    form.set('realmId', realm);
    const answer = await fetch(`${url.origin}${url.pathname}`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code');
    if (code === null) throw new Error('The consent page gave no code.');
    return code;
  };

  const bench: SyncBench = {
    db,
    realmId,
    organizations,
    address,
    worker: parts.worker,
    vault: parts.vault,
    statements,
    disturb: undefined,
    forward,
    neighbour: neighbour === undefined ? undefined : toRealmId(neighbour.realmId),
    async connect(realm = realmId) {
      const tokens = await parts.oauth.exchange(await authorize(realm));
      await db.transaction(async (tx) => {
        // One entity of each kind and way of changing, unless a test wants all of them.
        await offerOnly(tx, realm, options.entities === 'all' ? 'all' : copied);
        await parts.vault.store(realm, tokens, tx);
        await organizations.connected(tx, realm);
        // Tests count calls; those that are about the daily comparison ask for it.
        await tx.query(`UPDATE ledger_mirror.organizations SET prove_at = now() + interval '1 day'`);
      });
    },
    async revokeGrant() {
      await parts.oauth.revoke(await parts.vault.accessToken(realmId));
    },
    slice: (owner = 'test worker', signal = new AbortController().signal) =>
      workSlice(parts.worker, owner, realmId, signal),
    async sync() {
      await db.query('UPDATE ledger_mirror.organizations SET next_run_at = now() WHERE realm_id = $1', [
        realmId,
      ]);
      for (let outcome: Outcome = { kind: 'again' }; outcome.kind === 'again';) outcome = await bench.slice();
      // As the engine does every few seconds.
      await parts.worker.calls.flush(db);
    },
    async write(entity, body, operation) {
      const token = await parts.vault.accessToken(realmId);
      const query = operation === undefined ? '' : `?operation=${operation}`;
      const answer = await fetch(`${simulator.url}/v3/company/${realmId}/${entity.toLowerCase()}${query}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token.reveal()}`,
          accept: 'application/json',
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`QuickBooks refused a write: ${text}`);
      return (JSON.parse(text) as Record<string, Record<string, unknown>>)[entity] ?? {};
    },
    async truth(entity) {
      return loadTruth(simulator.url, realmId, entity);
    },
    async control(path, body) {
      const answer = await fetch(`${simulator.url}/simulator/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`The simulator refused: ${await answer.text()}`);
      return answer.json();
    },
    differences: () => findDifferences(db, simulator.url, realmId, copied),
    async close() {
      await parts.close();
      await proxy.stop();
      await simulator.stop();
      await (options.shared === undefined ? opened.close() : emptyDatabase(db));
    },
  };
  return bench;
}

/** Takes every row away that a company has left; cheaper than a database for each test. Most tables were never written to. */
async function emptyDatabase(db: Database): Promise<void> {
  await db.execute(`DO $$
    DECLARE
      name regclass;
    BEGIN
      FOR name IN
        SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('quickbooks', 'quickbooks_store', 'ledger_mirror') AND c.relkind = 'r' AND c.relname NOT IN ('migrations', 'audit')
          AND pg_relation_size(c.oid) > 0
      LOOP
        EXECUTE format('DELETE FROM %s', name);
      END LOOP;
    END $$`);
}

const statementOf = (request: ReceivedRequest): string => {
  const { pathname, searchParams } = request.url;
  if (isCapture(request))
    return `CDC ${searchParams.get('entities')} SINCE ${searchParams.get('changedSince')}`;
  return searchParams.get('query') ?? (request.body === '' ? `GET ${pathname}` : request.body);
};

/** Whether a request asks what changed. */
export const isCapture = (request: ReceivedRequest): boolean => request.url.pathname.endsWith('/cdc');

/** Whether a request asks for records or the count of an entity. */
export const asksFor = (request: ReceivedRequest, entity: string): boolean =>
  new RegExp(`FROM ${entity}\\b`, 'i').test(statementOf(request));

/** Whether a request asks for records of an entity. */
export const isPage = (request: ReceivedRequest, entity: string): boolean =>
  asksFor(request, entity) && !/count\(\*\)/i.test(statementOf(request));

/** A refusal in QuickBooks' shape. */
export function fault(code: string, status = 400): ScriptedAnswer {
  const body = {
    Fault: { Error: [{ Message: 'Refused', Detail: 'Refused', code }], type: 'ValidationFault' },
  };
  return { status, body: JSON.stringify({ ...body, time: new Date().toISOString() }) };
}

/** What a write would change: the row versions of every table of the copy. */
export async function versionsOf(db: Database): Promise<string> {
  const tables = await db.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
     WHERE table_schema IN ('quickbooks', 'quickbooks_store') AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const parts = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await db.query<{ digest: string | null }>(
        `SELECT md5(string_agg(ctid::text || xmin::text, ',' ORDER BY ctid)) AS digest FROM ${name}`,
      );
      return `${name} ${row?.digest ?? ''}`;
    }),
  );
  if (parts.length < 5) throw new Error('The copy has no tables.');
  return parts.join('\n');
}
