import { closeSync, constants, fstatSync, openSync, type Stats, writeFileSync } from 'node:fs';
import { databaseError } from '../errors.ts';
import type { Account } from './account.ts';
import { giveTo } from './launch.ts';

/*
 * Files in the folder of the server's user. As root we write where somebody else may put links at any moment, so nothing
 * here is done to a path twice: what was opened is looked at, and given away, by its number.
 */

// Windows has neither.
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/**
 * Opens a file to append to and to read, which is made when it is not there; never what a link leads to.
 * @throws AppError DATABASE_EMBEDDED_FOLDER, DATABASE_EMBEDDED_USER
 */
export function openOwnLog(path: string, account: Account | undefined): number {
  const flags = constants.O_RDWR | constants.O_APPEND | O_NOFOLLOW | O_NONBLOCK;
  let file: number;
  try {
    file = openSync(path, flags | constants.O_CREAT | constants.O_EXCL, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return openExisting(path, flags, account);
  }
  giveTo(account, file);
  return file;
}

/** Makes a file that must not be there yet, readable by the server's user alone. @throws AppError DATABASE_EMBEDDED_USER */
export function writeOwnFile(path: string, text: string, account: Account | undefined): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    giveTo(account, file);
  } finally {
    closeSync(file);
  }
}

function openExisting(path: string, flags: number, account: Account | undefined): number {
  let file: number;
  try {
    file = openSync(path, flags);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // What a link answers here, on Linux and on BSD; and a socket.
    if (code !== 'ELOOP' && code !== 'EMLINK' && code !== 'ENXIO') throw error;
    throw notOurs(path, error);
  }
  if (isOurs(fstatSync(file), account)) return file;
  closeSync(file);
  throw notOurs(path);
}

/** A plain file under one name. Root made it in earlier versions. */
function isOurs(stats: Stats, account: Account | undefined): boolean {
  const owners = account === undefined ? [process.getuid?.() ?? stats.uid] : [account.uid, 0];
  return stats.isFile() && stats.nlink === 1 && owners.includes(stats.uid);
}

function notOurs(path: string, cause?: unknown): Error {
  return databaseError('DATABASE_EMBEDDED_FOLDER', {
    cause,
    text: `${path} is a link, or belongs to somebody else, and is not written to. Somebody may have put it there on purpose: look at what it leads to, and move it away.`,
  });
}
