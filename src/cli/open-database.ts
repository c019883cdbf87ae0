import { isAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { Secret } from '../base/secret.ts';
import type { Config } from '../config/derive.ts';
import { openDatabase, type Database } from '../postgres/database.ts';
import { type EmbeddedLocation, locateEmbeddedServer } from '../postgres/embedded/locate.ts';
import { DEBIAN_SERVERS } from '../postgres/embedded/machine-binaries.ts';
import {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  startEmbeddedServer,
} from '../postgres/embedded/server.ts';
import { sqlState } from '../postgres/errors.ts';
import { countPending } from '../postgres/migrate.ts';
import { createOrganizations, type Organizations } from '../sync/index.ts';
import { sizes } from '../tuning/sizes.ts';
import type { Invocation } from './command.ts';
import { loadContext } from './context.ts';
import { findRunningServer, prepareDataDir, readServerRecord, type ServerRecord } from './data-dir.ts';
import { cliError } from './errors.ts';
import { migrationsDirectory } from './paths.ts';

/** What PostgreSQL says of a schema, a table, a column or a function that is not there. */
const ABSENT = /^(3F000|42P01|42703|42883)$/;

/** Name of the embedded server's database; the demo has one of its own, so that real books never meet made-up ones. */
export function embeddedDatabaseName(config: Config): string {
  return config.quickbooks === undefined ? 'ledger_mirror_demo' : 'ledger_mirror';
}

/** Where the embedded server's files and programs are; undefined with DATABASE_URL, and before the first start. */
export function embeddedLocationOf(config: Config): EmbeddedLocation | undefined {
  return config.databaseUrl === undefined ? locateEmbeddedServer(config.dataDir) : undefined;
}

/** Starts the embedded server that the settings ask for. @throws AppError like `startEmbeddedServer` */
export function startConfiguredServer(config: Config, logger: Logger): Promise<EmbeddedServer> {
  const options: EmbeddedServerOptions = {
    dataDir: config.dataDir,
    database: embeddedDatabaseName(config),
    logger,
    machineServers: DEBIAN_SERVERS,
  };
  if (config.databasePort !== undefined) options.port = config.databasePort;
  if (config.postgresBinDir !== undefined) options.binDir = config.postgresBinDir;
  return startEmbeddedServer(options);
}

export type OpenedDatabase = {
  readonly db: Database;
  readonly config: Config;
  readonly logger: Logger;
  /** The `start` that runs on the data folder, if one does. */
  readonly server: ServerRecord | undefined;
};

/** Whether there is a database to look at: an external one, or an embedded one that was started before. */
export async function hasDatabase(config: Config): Promise<boolean> {
  return config.databaseUrl !== undefined || (await readServerRecord(config.dataDir)) !== undefined;
}

/**
 * Runs a short command on the database that `start` uses: DATABASE_URL, or the embedded server of the data folder,
 * which is started for the length of the command when nothing runs.
 * @param options.create  Makes the embedded database when there is none yet; otherwise that is an error in words.
 * @throws AppError CONFIG_INVALID, CLI_NOT_RUNNING, CLI_DATABASE_BEHIND and what opening a database throws
 */
export async function withDatabase<T>(
  invocation: Invocation,
  options: { readonly create?: boolean },
  work: (opened: OpenedDatabase) => Promise<T>,
): Promise<T> {
  const { config, log } = await loadContext(invocation, { longRunning: false });
  const { logger } = log;
  const server = await findRunningServer(config.dataDir);
  const { url, stop } = await locate(config, server, options.create === true, logger);
  try {
    const db = await openDatabase({
      url,
      maxConnections: sizes.commandConnections,
      logger,
      applicationName: 'ledger-mirror command',
      // A person waits; only a server that starts waits for its database.
      waitMs: 2000,
    });
    try {
      return await work({ db, config, logger, server });
    } catch (error) {
      // A command of the new version while the old one runs, or before the first start.
      const lacks = ABSENT.test(sqlState(error) ?? '') && !isAppError(error);
      if (!lacks || (await countPending(db, migrationsDirectory)) === 0) throw error;
      throw cliError('CLI_DATABASE_BEHIND', { cause: error });
    } finally {
      await db.close();
    }
  } finally {
    await stop();
  }
}

/** The same, with the companies in it. */
export function withOrganizations<T>(
  invocation: Invocation,
  work: (opened: OpenedDatabase & { readonly organizations: Organizations }) => Promise<T>,
): Promise<T> {
  return withDatabase(invocation, {}, (opened) =>
    work({ ...opened, organizations: createOrganizations(opened.db) }),
  );
}

async function locate(
  config: Config,
  server: ServerRecord | undefined,
  create: boolean,
  logger: Logger,
): Promise<{ url: Secret; stop: () => Promise<void> }> {
  const nothing = (): Promise<void> => Promise.resolve();
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: nothing };
  if (server !== undefined) return { url: urlOfRunning(config, server), stop: nothing };
  if (!create && !(await hasDatabase(config))) {
    throw cliError('CLI_NOT_RUNNING', {
      text: 'Ledger Mirror has not been started on this data folder yet. Run `npm start` first.',
      details: { dataDir: config.dataDir },
    });
  }
  await prepareDataDir(config.dataDir);
  const embedded = await startConfiguredServer(config, logger);
  return { url: embedded.url, stop: embedded.stop };
}

/** The database of the `start` that runs here. */
function urlOfRunning({ dataDir }: Config, { embeddedDatabase, pid }: ServerRecord): Secret {
  if (embeddedDatabase === undefined) {
    throw cliError('CLI_USAGE', {
      text: `Ledger Mirror runs here (process ${pid}) with a DATABASE_URL of its own. Set the same DATABASE_URL for this command.`,
    });
  }
  const url = locateEmbeddedServer(dataDir)?.urlOf(embeddedDatabase);
  if (url === undefined) throw cliError('CLI_NOT_RUNNING', { details: { dataDir } });
  return url;
}
