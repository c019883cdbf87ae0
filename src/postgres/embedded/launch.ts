import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { chownSync, fchownSync } from 'node:fs';
import { databaseError } from '../errors.ts';
import type { Account } from './account.ts';
import type { Home } from './home.ts';

/**
 * Starts a program of PostgreSQL as the user it has to run as. Some failures come back as an `error` event of the
 * child, which the caller turns into words with `cannotLaunch`.
 * @throws AppError DATABASE_EMBEDDED_USER, DATABASE_EMBEDDED_FAILED
 */
export function launch(
  home: Home,
  path: string,
  args: readonly string[],
  options: { stdio: StdioOptions; detached?: boolean },
): ChildProcess {
  try {
    return spawn(path, args, {
      cwd: home.folder,
      // English messages, which is how their meaning is recognized, and nothing of ours that would change a setting.
      env: { LC_ALL: 'C', TZ: 'UTC' },
      windowsHide: true,
      ...options,
      ...(home.account === undefined ? {} : { uid: home.account.uid, gid: home.account.gid }),
    });
  } catch (cause) {
    throw cannotLaunch(cause as NodeJS.ErrnoException, home);
  }
}

/** Why a program of PostgreSQL could not even be started. */
export function cannotLaunch(cause: NodeJS.ErrnoException, home: Home): Error {
  if (home.account !== undefined && (cause.code === 'EPERM' || cause.code === 'EINVAL'))
    return cannotBecome(home.account, cause);
  return databaseError('DATABASE_EMBEDDED_FAILED', {
    cause,
    text: `The programs of the embedded PostgreSQL cannot be run (${cause.code ?? cause.message}); is ${home.folder} on a disk mounted noexec?`,
  });
}

/** Gives a folder, or a file that is open, to the user the server runs as. */
export function giveTo(account: Account | undefined, file: string | number): void {
  if (account === undefined) return;
  try {
    if (typeof file === 'number') fchownSync(file, account.uid, account.gid);
    else chownSync(file, account.uid, account.gid);
  } catch (cause) {
    throw cannotBecome(account, cause as NodeJS.ErrnoException);
  }
}

/** A root without the usual rights, as containers have it when their capabilities were dropped. */
function cannotBecome(account: Account, cause: NodeJS.ErrnoException): Error {
  return databaseError('DATABASE_EMBEDDED_USER', {
    cause,
    details: { user: account.name, reason: cause.code },
    text: `PostgreSQL does not run as root, and this root may not become the user ${account.name} (${cause.code ?? 'refused'}). Start Ledger Mirror as an ordinary user, or set DATABASE_URL.`,
  });
}
