import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { isWritableByAll } from '../base/file-modes.ts';
import { Secret } from '../base/secret.ts';
import { cliError } from './errors.ts';
import { makeFolder } from './make-folder.ts';

const KEY_FILE = 'encryption-key';
const SERVER_FILE = 'server.json';

/** What `start` tells the other commands that look at the same data folder. */
export type ServerRecord = {
  readonly pid: number;
  /** Address for a browser on this machine. */
  readonly url: string;
  /** Name of the embedded server's database in use; undefined with DATABASE_URL. */
  readonly embeddedDatabase?: string | undefined;
  readonly demo: boolean;
  /** Where the demo's simulator listens. */
  readonly simulatorUrl?: string | undefined;
  readonly startedAt: string;
  /** Set when it was stopped cleanly. */
  readonly stoppedAt?: string;
};

/** Creates the data folder. The database server's user must be able to pass through it; what is inside is 0600. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (cause) {
    throw cliError('CLI_DATA_DIR_UNUSABLE', { cause, details: { dataDir } });
  }
  refuseOpenDataDir(dataDir);
}

/** Everybody's folder may hold keys, passwords and a `server.json` of somebody else's. @throws AppError CLI_OPEN_TO_ALL */
export function refuseOpenDataDir(dataDir: string): void {
  if (!isWritableByAll(dataDir)) return;
  throw cliError('CLI_OPEN_TO_ALL', {
    details: { dataDir },
    text: `Everybody on this machine may write to the data folder, and could put keys and passwords of their own there. Look at what is in it, and take that right away: chmod o-w '${dataDir}'. Or let DATA_DIR name a folder inside it, which is then made for you alone.`,
  });
}

/** The keys in the data folder: the first line seals, every line opens. */
export type StoredKeys = { readonly current: Secret; readonly previous: readonly Secret[] };

/**
 * Makes the key of the embedded database's tokens on first use, with mode 0600.
 * @throws AppError CLI_KEY_DAMAGED, CLI_OPEN_TO_ALL, CLI_DATA_DIR_UNUSABLE
 */
export async function loadOrCreateEncryptionKeys(dataDir: string): Promise<StoredKeys> {
  try {
    return readEncryptionKeys(dataDir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  // Two processes may begin at once: the key of the first counts, for both.
  await writeWhole(dataDir, KEY_FILE, newEncryptionKey().reveal(), 'unless it is there');
  return readEncryptionKeys(dataDir);
}

export function newEncryptionKey(): Secret {
  return new Secret(randomBytes(32).toString('base64'));
}

/** Replaces the keys in one step; a running process follows. @throws AppError CLI_DATA_DIR_UNUSABLE */
export async function writeEncryptionKeys(dataDir: string, keys: StoredKeys): Promise<void> {
  const lines = [keys.current, ...keys.previous].map((key) => key.reveal());
  await writeWhole(dataDir, KEY_FILE, lines.join('\n'));
}

/** Synchronous, because a process that follows a rotation reads them in the middle of its work. @throws AppError CLI_KEY_DAMAGED, CLI_OPEN_TO_ALL */
export function readEncryptionKeys(dataDir: string): StoredKeys {
  const path = join(dataDir, KEY_FILE);
  if (isWritableByAll(path)) {
    throw cliError('CLI_OPEN_TO_ALL', {
      details: { file: path },
      text: `Everybody on this machine may write to the file with the encryption key, so the key in it may be somebody else's. Compare it with your backup, and take that right away: chmod 600 '${path}'.`,
    });
  }
  const lines = readFileSync(path, 'utf8').trim().split(/\s+/);
  const [current, ...previous] = lines.map((line) => new Secret(line));
  if (current === undefined || lines.some((line) => Buffer.from(line, 'base64').length !== 32))
    throw cliError('CLI_KEY_DAMAGED', { details: { file: path } });
  return { current, previous };
}

export async function writeServerRecord(dataDir: string, record: ServerRecord): Promise<void> {
  await writeWhole(dataDir, SERVER_FILE, JSON.stringify(record, null, 2));
}

/**
 * The last `start` on this data folder, running or not; undefined when there was none.
 * @throws AppError CLI_OPEN_TO_ALL
 */
export async function readServerRecord(dataDir: string): Promise<ServerRecord | undefined> {
  refuseOpenDataDir(dataDir);
  try {
    return JSON.parse(await readFile(join(dataDir, SERVER_FILE), 'utf8')) as ServerRecord;
  } catch {
    return undefined;
  }
}

/** The `start` that runs on this data folder, if one does; a record left behind by a crash is not believed. */
export async function findRunningServer(dataDir: string): Promise<ServerRecord | undefined> {
  const record = await readServerRecord(dataDir);
  return record !== undefined && record.stoppedAt === undefined && isOurs(record.pid) ? record : undefined;
}

/**
 * Written aside, then put in its place in one step: a crash in between must not leave half a file that would be
 * believed later. When this resolves the disk has it: what is sealed with a new key must not outlive the key.
 */
export async function writeWhole(
  dataDir: string,
  name: string,
  text: string,
  put: 'in any case' | 'unless it is there' = 'in any case',
): Promise<void> {
  const path = join(dataDir, name);
  // A name of its own for each writing, also for two in one process.
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(`${text}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    if (put === 'in any case') await rename(draft, path);
    else await linkNew(draft, path);
    await syncFolder(dataDir);
  } catch (cause) {
    throw cliError('CLI_DATA_DIR_UNUSABLE', { cause, details: { dataDir } });
  } finally {
    await rm(draft, { force: true });
  }
}

/** A link, unlike a rename, leaves alone what another process put there meanwhile. */
async function linkNew(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** What a folder lists is on the disk only when the folder itself is; Windows cannot be asked for it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether that process is a Ledger Mirror. Numbers are given again, after a restart of the machine above all. */
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    // Empty for a process that has ended and that nobody has taken note of yet.
    return /cli\/main\.[jt]s|bin\/ledger-mirror/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}
