import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { isWritableByAll } from '../../base/file-modes.ts';
import type { Logger } from '../../base/logger.ts';
import { Secret } from '../../base/secret.ts';
import { databaseError } from '../errors.ts';
import { type Account, canEnter, serverAccount } from './account.ts';
import { giveTo } from './launch.ts';

const STATE_FILE = 'embedded-postgres.json';
const OUTSIDE = '/var/lib/ledger-mirror';

type State = { home: string; port?: number; superuserPassword: string; rolePassword: string };

/** Where one embedded server lives, whom it runs as, and its passwords. */
export type Home = {
  readonly folder: string;
  readonly account: Account | undefined;
  readonly superuserPassword: Secret;
  readonly rolePassword: Secret;
  readonly port: number | undefined;
  /** The port is kept, so that programs which were told it find the server again. */
  keepPort(port: number): void;
};

/**
 * Finds or makes the home of the embedded server of a data folder: `postgres` inside it or, where the server's user
 * could not enter that (root with everything below a folder of mode 0700), a folder below /var/lib that the state
 * file in the data folder names.
 * @throws AppError DATABASE_EMBEDDED_FOLDER
 */
export function openHome(dataDir: string, logger: Logger): Home {
  // As root, others must be able to pass through: the server is not root. The secrets inside are 0600.
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const state = readState(dataDir) ?? createState(dataDir, logger);
  const folder = resolve(dataDir, state.home);
  const account = serverAccount(folder);
  prepareFolder(folder, account);
  if (isAbsolute(state.home)) logger.info({ folder }, 'database files live outside the data folder');
  return {
    folder,
    account,
    superuserPassword: new Secret(state.superuserPassword),
    rolePassword: new Secret(state.rolePassword),
    port: state.port,
    keepPort(port) {
      if (readState(dataDir)?.port === port) return;
      const path = join(dataDir, STATE_FILE);
      renameSync(writeNew(path, { ...state, port }), path);
    },
  };
}

/** What was noted in a data folder. @throws AppError DATABASE_EMBEDDED_FOLDER when the note is damaged, or open to everybody */
export function readState(dataDir: string): State | undefined {
  const path = join(dataDir, STATE_FILE);
  if (isWritableByAll(path)) {
    throw databaseError('DATABASE_EMBEDDED_FOLDER', {
      details: { file: path },
      text: `Everybody on this machine may write to the file with the passwords of the embedded database, and so may have led it elsewhere. Compare it with your backup, and take that right away: chmod 600 '${path}'.`,
    });
  }
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as State;
  } catch (cause) {
    throw databaseError('DATABASE_EMBEDDED_FOLDER', {
      cause,
      text: `${path} is damaged. It holds the passwords of the embedded database; restore it from a backup.`,
    });
  }
}

function createState(dataDir: string, logger: Logger): State {
  const account = serverAccount(undefined);
  let home = 'postgres';
  if (account !== undefined && !canEnter(dataDir, account)) {
    home = join(OUTSIDE, randomBytes(6).toString('hex'));
    logger.warn(
      { dataDir, home, user: account.name },
      'the database user cannot enter the data folder, its files go elsewhere',
    );
  } else if (exists(join(dataDir, home, 'cluster'))) {
    throw databaseError('DATABASE_EMBEDDED_FOLDER', {
      text: `${dataDir} holds a database but not ${STATE_FILE} with its passwords. Restore that file from a backup, or name another DATA_DIR.`,
    });
  }
  const state: State = { home, superuserPassword: password(), rolePassword: password() };
  const path = join(dataDir, STATE_FILE);
  const written = writeNew(path, state);
  try {
    // A link, unlike a rename, fails when another process was first: then its passwords are the ones that count.
    linkSync(written, path);
    return state;
  } catch (error) {
    const first = readState(dataDir);
    if (first === undefined) throw error;
    return first;
  } finally {
    rmSync(written, { force: true });
  }
}

function prepareFolder(folder: string, account: Account | undefined): void {
  if (!exists(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    giveTo(account, folder);
    chmodSync(folder, 0o700);
  }
  if (account !== undefined && !canEnter(folder, account)) {
    throw databaseError('DATABASE_EMBEDDED_FOLDER', {
      details: { folder, user: account.name },
      text: `The database files in ${folder} cannot be entered by the user ${account.name} who has to run them. Let others pass through the folders above (chmod o+x), or move the data folder.`,
    });
  }
  const owner = statSync(folder).uid;
  const me = process.getuid?.();
  if (me !== undefined && me !== 0 && owner !== me) {
    throw databaseError('DATABASE_EMBEDDED_FOLDER', {
      details: { folder, owner },
      text: `The database files in ${folder} belong to another user (uid ${owner}): they were made when the program ran as somebody else. Run it as that user or root, or name another DATA_DIR.`,
    });
  }
}

function writeNew(path: string, state: State): string {
  const written = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(written, `${JSON.stringify(state, undefined, 2)}\n`, { mode: 0o600 });
  return written;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function password(): string {
  return randomBytes(24).toString('base64url');
}
