import { createHash, hkdfSync } from 'node:crypto';
import type { Secret } from '../base/secret.ts';
import { vaultError } from './errors.ts';

/** 32 bytes in base64 each; the current one seals, all of them open. */
export type KeySet = { readonly current: Secret; readonly previous?: readonly Secret[] | undefined };

export type Key = {
  /** Stored beside what the key sealed. */
  readonly id: string;
  readonly bytes: Buffer;
};

/** The keys at hand, followed while they change. */
export interface Keyring {
  /** The one that seals now. */
  current(): Key;
  /** Undefined for a key that is not at hand. */
  find(keyId: string): Key | undefined;
}

/**
 * @param keys a set, or where to look it up: it is asked whenever something is to be sealed, and for a key that is not
 *   known, so that a running process follows a rotation
 * @throws AppError VAULT_KEY_INVALID
 */
export function createKeyring(keys: KeySet | (() => KeySet)): Keyring {
  const load = typeof keys === 'function' ? () => toKeys(keys()) : undefined;
  let ring = toKeys(typeof keys === 'function' ? keys() : keys);
  const renewed = (): Keys => {
    try {
      ring = load?.() ?? ring;
    } catch {
      // What is to be sealed may be the only copy of a renewed token: the keys we have are better than none.
    }
    return ring;
  };
  return {
    current: () => renewed().current,
    find: (keyId) => ring.known.get(keyId) ?? renewed().known.get(keyId),
  };
}

/**
 * Keys for another purpose, one of each key of a ring and under its id. They do not tell the ring's keys, and what is
 * made with the one is worth nothing to the other.
 */
export function deriveKeys(ring: Keyring, purpose: string): Keyring {
  const derived = new Map<string, Key>();
  const derive = ({ id, bytes }: Key): Key => {
    let key = derived.get(id);
    if (key === undefined) {
      key = { id, bytes: Buffer.from(hkdfSync('sha256', bytes, '', `ledger-mirror/${purpose}`, 32)) };
      derived.set(id, key);
    }
    return key;
  };
  return {
    current: () => derive(ring.current()),
    find(keyId) {
      const key = ring.find(keyId);
      return key === undefined ? undefined : derive(key);
    },
  };
}

/** The name under which a key is stored beside what it sealed. @throws AppError VAULT_KEY_INVALID */
export function keyIdOf(secret: Secret): string {
  return toKey(secret).id;
}

type Keys = { readonly current: Key; readonly known: ReadonlyMap<string, Key> };

function toKeys(keys: KeySet): Keys {
  const current = toKey(keys.current);
  return {
    current,
    known: new Map([...(keys.previous ?? []).map(toKey), current].map((key) => [key.id, key])),
  };
}

function toKey(secret: Secret): Key {
  const text = secret.reveal().trim();
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32 || !/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) throw vaultError('VAULT_KEY_INVALID');
  // A digest of 256 random bits tells nothing about them.
  return {
    id: createHash('sha256').update('ledger-mirror key id').update(bytes).digest('hex').slice(0, 16),
    bytes,
  };
}
