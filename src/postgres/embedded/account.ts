import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Whom the server runs as when that is not ourselves. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string };

/**
 * PostgreSQL refuses to run as root, so root picks somebody else: whoever owns the data already, else the user
 * `postgres`, else `nobody` (by its usual number where even that is missing). Anyone else runs it as themselves.
 */
export function serverAccount(home: string | undefined, passwdFile = '/etc/passwd'): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts(passwdFile);
  const owner = home === undefined ? undefined : ownerOf(home);
  if (owner !== undefined && owner.uid !== 0) {
    return accounts.find((account) => account.uid === owner.uid) ?? { ...owner, name: String(owner.uid) };
  }
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((other) => other.name === name);
    if (account !== undefined && account.uid !== 0) return account;
  }
  return { uid: 65_534, gid: 65_534, name: '65534' };
}

/** Whether the account may enter the folder: every folder on the way must let it through. */
export function canEnter(folder: string, account: Account): boolean {
  for (let path = resolve(folder); ; path = dirname(path)) {
    const { uid, gid, mode } = statSync(path);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function readAccounts(passwdFile: string): Account[] {
  let text: string;
  try {
    text = readFileSync(passwdFile, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }] : [];
  });
}

function ownerOf(path: string): { uid: number; gid: number } | undefined {
  try {
    const { uid, gid } = statSync(path);
    return { uid, gid };
  } catch {
    return undefined;
  }
}
