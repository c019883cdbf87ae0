import { Option } from 'commander';
import { createAccess } from '../../access/access.ts';
import { systemClock } from '../../base/clock.ts';
import { isAppError } from '../../base/errors.ts';
import type { Config } from '../../config/derive.ts';
import { listen } from '../../http/listen.ts';
import { openDatabase, type Database } from '../../postgres/database.ts';
import { migrate } from '../../postgres/migrate.ts';
import { pooledWords } from '../../postgres/pooler.ts';
import { makeWay } from '../../tables/reader-limits.ts';
import { sizes } from '../../tuning/sizes.ts';
import { times } from '../../tuning/times.ts';
import { accessSettings } from '../access-settings.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { startPlatform, type Role } from '../compose.ts';
import { loadContext, type Context } from '../context.ts';
import { findRunningServer, prepareDataDir, writeServerRecord, type ServerRecord } from '../data-dir.ts';
import { connectDemoCompanies, startDemo, type Demo } from '../demo.ts';
import { loadEncryptionKeys, trailKeysOf } from '../encryption.ts';
import { cliError } from '../errors.ts';
import { makeSetUpLink, prepareOwner } from '../first-owner.ts';
import { checkEncryptionKey, claimInstallation } from '../installation.ts';
import { Lifetime, bindToProcess } from '../lifetime.ts';
import { localUrl } from '../local-url.ts';
import { embeddedDatabaseName, embeddedLocationOf, startConfiguredServer } from '../open-database.ts';
import { migrationsDirectory } from '../paths.ts';
import { requireFreePort } from '../ports.ts';
import { readyLines } from '../start-message.ts';

export const startCommand: CommandDefinition = {
  name: 'start',
  summary: 'Run Ledger Mirror: database, web server and workers.',
  description:
    'Without QBO_CLIENT_ID it runs a demo on a simulated QuickBooks. Stop it with Ctrl-C; a second Ctrl-C does not wait.',
  examples: [
    'npm start',
    'npx ledger-mirror start',
    'DATABASE_URL=postgres://… npx ledger-mirror start --role worker',
  ],
  configure: (command) =>
    void command.addOption(
      new Option('--role <role>', 'What this process does; more than one process needs DATABASE_URL.')
        .choices(['all', 'web', 'worker'])
        .default('all'),
    ),
  run: async (invocation) => {
    const context = await loadContext(invocation, { longRunning: true, tellsNotices: true });
    const role = invocation.options['role'] as Role;
    refuseRole(role, context.config);
    for (const notice of context.notices) invocation.terminal.err(`Note: ${notice}`);
    const { logger } = context.log;
    const lifetime = new Lifetime(logger);
    bindToProcess(lifetime, logger, invocation.terminal.err);
    await lifetime.add('log', context.log.close);
    try {
      await startEverything(invocation, context, role, lifetime);
    } catch (error) {
      // A stop that was asked for while starting is no failure.
      if (!lifetime.signal.aborted) lifetime.fail(error);
    }
    await lifetime.ended();
    invocation.terminal.err('Stopped.');
  },
};

function refuseRole(role: Role, config: Config): void {
  if (role === 'all') return;
  if (config.quickbooks === undefined) {
    throw cliError('CLI_USAGE', {
      text: 'The demo runs as one process: leave --role out, or set QBO_CLIENT_ID and QBO_CLIENT_SECRET.',
    });
  }
  if (config.databaseUrl === undefined) {
    throw cliError('CLI_USAGE', {
      text: `--role ${role} is one of several processes, which must share a database: set DATABASE_URL.`,
    });
  }
}

async function startEverything(
  invocation: Invocation,
  context: Context,
  role: Role,
  lifetime: Lifetime,
): Promise<void> {
  const { config, log } = context;
  const { logger } = log;
  // What can be refused is refused before anything is created or started.
  if (role !== 'worker') await requireWebPort(config);

  await prepareDataDir(config.dataDir);
  const keys = await loadEncryptionKeys(config);
  const db = await startDatabase(context, lifetime);
  await migrate(db, { directory: migrationsDirectory, logger, onBusy: (attempt) => makeWay(db, attempt) });
  await claimInstallation(db, config.environment);
  const lostKeys = await checkEncryptionKey(db, keys, config);
  if (lostKeys !== undefined) logger.warn({ problem: lostKeys }, 'a key is missing');
  const trailKeys = trailKeysOf(keys);
  const access = createAccess({ db, clock: systemClock, ...accessSettings(config), trailKeys });
  if (role !== 'worker') await prepareOwner(access, config, logger);

  const here = localUrl(config);
  const demo =
    config.quickbooks === undefined
      ? await startDemo({ dataDir: config.dataDir, localUrl: here, lifetime, logger })
      : undefined;
  const quickbooks = config.quickbooks ?? demo?.quickbooks;
  if (quickbooks === undefined) throw new Error('Neither QuickBooks nor the simulator is set.');
  const { organizations, app } = await startPlatform({
    access,
    config,
    quickbooks,
    keys,
    db,
    role,
    lifetime,
    logger,
  });
  lifetime.signal.throwIfAborted();
  if (app !== undefined) await listen(app, { host: config.host, port: config.port });

  await recordRun(config, demo, lifetime);
  if (demo !== undefined) {
    await connectDemoCompanies({
      demo,
      organizations,
      localUrl: here,
      publicUrl: config.publicUrl,
      signal: lifetime.signal,
    });
  }
  const setUpUrl = app === undefined ? undefined : await makeSetUpLink(db, access, config);
  announce(invocation, context, { role, demo, setUpUrl });
}

async function requireWebPort(config: Config): Promise<void> {
  try {
    await requireFreePort(config.host, config.port);
  } catch (error) {
    // Most often the other program is the first `npm start`.
    throw (await findWinner(config, 300)) === undefined ? error : await alreadyRunning(config);
  }
}

/** A first start makes the database's files, which takes a slow machine some ten seconds. */
const WINNER_PATIENCE_MS = 30_000;

async function alreadyRunning(config: Config): Promise<Error> {
  const running = await findWinner(config, WINNER_PATIENCE_MS);
  const where = running === undefined ? '' : `: ${running.url} (process ${running.pid})`;
  return cliError('CLI_ALREADY_RUNNING', {
    text: `Ledger Mirror already runs on this data folder${where}. Stop it first, or set DATA_DIR to another folder.`,
    details: { dataDir: config.dataDir },
  });
}

/** Of two starts at once, the first is heard of only when it listens. */
async function findWinner({ dataDir }: Config, patienceMs: number): Promise<ServerRecord | undefined> {
  for (let waitedMs = 0; ; waitedMs += 100) {
    const running = await findRunningServer(dataDir);
    if (running !== undefined || waitedMs >= patienceMs) return running;
    await systemClock.sleep(100);
  }
}

async function startDatabase({ config, log: { logger } }: Context, lifetime: Lifetime): Promise<Database> {
  let url = config.databaseUrl;
  if (url === undefined) {
    const server = await startConfiguredServer(config, logger).catch(async (error: unknown) => {
      throw isAppError(error, 'DATABASE_EMBEDDED_RUNNING') ? await alreadyRunning(config) : error;
    });
    await lifetime.add('embedded database', () => server.stop());
    url = server.url;
  }
  const db = await openDatabase({
    url,
    maxConnections: sizes.connections,
    logger,
    applicationName: 'ledger-mirror',
    changesWithinMs: times.failoverMs,
    signal: lifetime.signal,
  });
  await lifetime.add('database connections', () => db.close());
  if (db.pooled) logger.warn({ advice: pooledWords }, 'the database is behind a pooler');
  return db;
}

/** Lets the other commands find this process, and tells them when it has gone. */
async function recordRun(config: Config, demo: Demo | undefined, lifetime: Lifetime): Promise<void> {
  const record = {
    pid: process.pid,
    url: config.publicUrl,
    embeddedDatabase: config.databaseUrl === undefined ? embeddedDatabaseName(config) : undefined,
    demo: demo !== undefined,
    simulatorUrl: demo?.url,
    startedAt: systemClock.now().toISOString(),
  };
  await writeServerRecord(config.dataDir, record);
  await lifetime.add('record of this run', () =>
    writeServerRecord(config.dataDir, {
      ...record,
      stoppedAt: systemClock.now().toISOString(),
    }),
  );
}

function announce(
  { terminal, json }: Invocation,
  { config, log }: Context,
  { role, demo, setUpUrl }: { role: Role; demo: Demo | undefined; setUpUrl: string | undefined },
): void {
  const facts = {
    url: config.publicUrl,
    role,
    environment: config.environment,
    simulated: demo !== undefined,
  };
  const databaseFolder = embeddedLocationOf(config)?.folder;
  if (json) terminal.out(JSON.stringify({ ...facts, dataDir: config.dataDir, databaseFolder, setUpUrl }));
  else if (config.logFormat === 'json' || config.logFormat === 'gcp') {
    log.logger.info(facts, 'ready');
    // What is written here is collected and kept: the link itself must not be in it.
    if (setUpUrl !== undefined) log.logger.warn('no owner yet; `ledger-mirror users set-up` prints a link');
  } else
    for (const line of readyLines({ config, role, simulatorUrl: demo?.url, databaseFolder, setUpUrl }))
      terminal.out(line);
}
