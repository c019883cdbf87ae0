import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Access } from '../access/access.ts';
import { cutTrail } from '../access/trail/cut.ts';
import type { Sealer } from '../access/trail/sealer.ts';
import { isLoopback } from '../base/addresses.ts';
import { systemClock } from '../base/clock.ts';
import { toAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { Config, QuickBooksSettings } from '../config/derive.ts';
import { createApp } from '../http/app.ts';
import { createQboIntegration } from '../http/integrations/qbo/integration.ts';
import { createJobs } from '../jobs/jobs.ts';
import { createMaintenance, type Maintenance } from '../jobs/maintenance.ts';
import { openDatabase, type Database } from '../postgres/database.ts';
import { createOAuthClient, createQuickBooksClient, type TokenSource } from '../quickbooks/index.ts';
import {
  closeEndpoint,
  createCallCounter,
  createRation,
  createSharedTurns,
  createOrganizations,
  createSyncEngine,
  createWebhookReceiver,
  openEndpoint,
  type Organizations,
} from '../sync/index.ts';
import { endOverdueReaders } from '../tables/reader-limits.ts';
import { upkeep } from '../tables/upkeep.ts';
import { sizes } from '../tuning/sizes.ts';
import { times } from '../tuning/times.ts';
import { createCipher } from '../vault/cipher.ts';
import { keepTokensAlive } from '../vault/keep-alive.ts';
import { createPostgresTokenStore } from '../vault/postgres-token-store.ts';
import { createTokenVault } from '../vault/token-vault.ts';
import { forecastCalls } from './call-forecast.ts';
import { trailKeysOf, type EncryptionKeys } from './encryption.ts';
import { compareAccess } from './installation.ts';
import type { Lifetime } from './lifetime.ts';
import { findOAuthEndpoints } from './oauth-endpoints.ts';
import { createOutbound } from './outbound.ts';
import { dashboardDirectory } from './paths.ts';
import { createTrailSealer, sealQuietly } from './trail.ts';
import { packageVersion } from './version.ts';

export type Role = 'all' | 'web' | 'worker';

export type PlatformOptions = {
  readonly config: Config;
  readonly quickbooks: QuickBooksSettings;
  readonly keys: EncryptionKeys;
  readonly db: Database;
  readonly access: Access;
  readonly role: Role;
  readonly lifetime: Lifetime;
  readonly logger: Logger;
};

export type Platform = {
  readonly organizations: Organizations;
  /** Undefined in a process that only works. */
  readonly app: FastifyInstance | undefined;
};

/** The demo on this computer, and nowhere else, lets its user in without asking who that is. */
export function signsInAtOnce(config: Config): boolean {
  const { hostname } = new URL(config.publicUrl);
  return config.quickbooks === undefined && isLoopback(config.host) && isLoopback(hostname);
}

/**
 * Builds and starts everything that stands on the database, for one role: the one place where the parts are put
 * together. Whatever was started is registered with the lifetime at once, so that a failure half way stops it.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { access, config, quickbooks, db, role, lifetime, logger } = options;
  const clock = systemClock;
  const sealer = createTrailSealer({
    db,
    config,
    keys: trailKeysOf(options.keys),
    logger: logger.child({ part: 'audit' }),
  });
  // What was written last is linked too.
  await lifetime.add('audit trail', () => sealQuietly(sealer, logger));
  const transport = createOutbound(config);
  await lifetime.add('connections to QuickBooks', () => transport.close());

  const { clientId, clientSecret, endpoints } = quickbooks;
  const oauth = createOAuthClient({
    clientId,
    clientSecret,
    redirectUri: config.redirectUri,
    endpoints: await findOAuthEndpoints({
      ...options,
      environment: config.environment,
      transport,
      signal: lifetime.signal,
    }),
    transport,
    clock,
  });
  const tokens = createPostgresTokenStore({ db, cipher: createCipher(options.keys) });
  const vault = createTokenVault({ tokens, oauth, clock, logger: logger.child({ part: 'vault' }) });
  await lifetime.add('token vault', () => vault.settle());

  const calls = createCallCounter();
  // QuickBooks counts for a company what all of our processes send.
  const turns = createSharedTurns({ db, clock });
  const ration = createRation({ db, budget: config.monthlyCallBudget });
  await lifetime.add('calls of the month', async () => {
    await calls.flush(db);
    await ration.close();
  });
  // A company that is told to slow down sleeps in the database; waiting in the client would hold a worker.
  const clientFor = (tokens: TokenSource, retry = { rateLimitAttempts: 1 }) =>
    createQuickBooksClient({
      apiUrl: endpoints.apiUrl,
      tokens,
      transport,
      clock,
      logger: logger.child({ part: 'quickbooks' }),
      retry,
      turns,
      ration,
      limits: { inFlight: sizes.callsUnderWay },
      onCall: (call) => calls.record(call),
    });

  const organizations = createOrganizations(db);
  const jobs = createJobs({ db, logger: logger.child({ part: 'jobs' }) });
  await jobs.start();
  await lifetime.add('jobs', () => jobs.stop());

  const maintenance = createMaintenance({ logger: logger.child({ part: 'maintenance' }) });
  await lifetime.add('maintenance', () => maintenance.stop());
  keepTrail(options, sealer, maintenance);
  // Before the first company is looked at: how long it waits for the next look depends on it.
  if (role !== 'worker') await tellOfWebhooks(db, quickbooks, maintenance);
  // What connecting calls is counted as well.
  if (role === 'web')
    maintenance.register({ name: 'calls', everyMs: times.flushCallsMs, run: () => calls.flush(db) });

  if (role !== 'web') {
    maintenance.register({
      name: 'readers',
      everyMs: times.watchReadersMs,
      run: () => watchReaders(db, logger),
    });
    await startUpkeep(db, lifetime, logger.child({ part: 'tables' }));
    const keys = await compareAccess(db, quickbooks);
    const engine = createSyncEngine({
      db,
      jobs,
      maintenance,
      client: clientFor(vault),
      calls,
      turns,
      clock,
      logger: logger.child({ part: 'sync' }),
      version: packageVersion(),
      accessChanged: keys.changed,
      safetyIntervalMs: config.safetyIntervalSeconds * 1000,
      monthlyCallBudget: config.monthlyCallBudget,
    });
    await engine.start();
    await lifetime.add('sync', () => engine.stop());
    await keys.note();
    const keeper = logger.child({ part: 'vault' });
    maintenance.register({
      name: 'vault-keep-alive',
      everyMs: times.keepTokensMs,
      run: (signal) => keepTokensAlive({ tokens, vault, clock, logger: keeper, signal }),
    });
  }
  if (role === 'worker') return { organizations, app: undefined };

  // What a reader asks may take long; whoever signs in, and the sync, is not to wait for a connection.
  const recordsDb = await openDatabase({
    url: db.url,
    logger: logger.child({ part: 'records' }),
    applicationName: 'ledger-mirror records',
    maxConnections: sizes.readConnections,
  });
  await lifetime.add('connections for records', () => recordsDb.close());
  const readDb =
    config.databaseReadUrl === undefined
      ? undefined
      : await openDatabase({
          url: config.databaseReadUrl,
          logger: logger.child({ part: 'read replica' }),
          applicationName: 'ledger-mirror reading',
          maxConnections: sizes.readConnections,
        });
  if (readDb !== undefined) await lifetime.add('connections to the replica', () => readDb.close());

  const app = await createApp({
    db,
    recordsDb,
    readDb,
    organizations,
    jobs,
    forecastCalls: () => forecastCalls(db, config),
    // Its tables are what every wake-up goes through; the worker's own trouble is in the log and the run history.
    checkJobs: async () => void (await db.query('SELECT 1 FROM pgboss.version')),
    integrations: [
      createQboIntegration({
        environment: config.environment,
        db,
        oauth,
        clientFor,
        vault,
        organizations,
        jobs,
        webhooks: {
          verifierToken: quickbooks.webhookVerifierToken,
          storeEvents: createWebhookReceiver({ db, jobs, logger: logger.child({ part: 'webhooks' }) }),
        },
        intervalSeconds: config.syncIntervalSeconds,
        logger: logger.child({ part: 'connect' }),
      }),
    ],
    installation: {
      product: 'Ledger Mirror',
      version: packageVersion(),
      environment: config.environment,
      simulated: config.quickbooks === undefined,
    },
    publicUrl: new URL(config.publicUrl),
    // The address it listens on is one it may be called by.
    allowedHosts: [...(config.allowedHosts ?? []), config.host],
    dashboardDir: fileURLToPath(dashboardDirectory),
    access,
    demoSignIn: signsInAtOnce(config),
    tokens: vault,
    trustedProxies: config.trustedProxies,
    rateLimit: { knownPerMinute: config.requestsPerMinute },
    logger: logger.child({ part: 'web' }),
    clock,
  });
  await lifetime.add('web server', () => app.close());
  return { organizations, app };
}

/** Links what the trail tells, in every process that writes to it, and cuts off what is older than it is to be kept. */
function keepTrail(
  { access, config, db, keys, logger, role }: PlatformOptions,
  sealer: Sealer,
  maintenance: Maintenance,
): void {
  maintenance.register(
    { name: 'audit-seal', everyMs: times.sealTrailMs, run: () => sealer.seal() },
    { name: 'audit-seal-late', everyMs: times.sealLateMs, run: () => sealer.seal('late') },
  );
  const { auditDays: days } = config;
  if (days === 0 || role === 'web') return;
  const cut = {
    db,
    keys: trailKeysOf(keys),
    audit: access.audit,
    logger: logger.child({ part: 'audit' }),
    days,
  };
  maintenance.register({ name: 'audit-cut', everyMs: times.housekeepingMs, run: () => cutTrail(cut) });
}

/** Tells the workers, wherever they run, whether webhooks are taken here. */
async function tellOfWebhooks(
  db: Database,
  { webhookVerifierToken }: QuickBooksSettings,
  maintenance: Maintenance,
): Promise<void> {
  if (webhookVerifierToken === undefined) return closeEndpoint(db);
  await openEndpoint(db);
  maintenance.register({
    name: 'webhook-endpoint',
    everyMs: times.endpointCheckMs,
    run: () => openEndpoint(db),
  });
}

async function watchReaders(db: Database, logger: Logger): Promise<void> {
  const ended = await endOverdueReaders(db);
  if (ended.length > 0) logger.warn({ readers: [...new Set(ended)] }, 'sessions of database readers ended');
}

/** Brings what an older version stored up to this one, in the background; the next start goes on where it stopped. */
async function startUpkeep(db: Database, lifetime: Lifetime, logger: Logger): Promise<void> {
  const abort = new AbortController();
  const done = upkeep(db, { logger, signal: abort.signal }).catch((error: unknown) => {
    const { code, message } = toAppError(error);
    logger.error({ code, reason: message }, 'the tables could not be brought up to this version');
  });
  await lifetime.add('upkeep of the tables', async () => {
    abort.abort();
    await done;
  });
}
