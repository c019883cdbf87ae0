import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Secret } from '../base/secret.ts';
import { vaultError } from './errors.ts';

type Sealed = {
  /** Which key sealed it. */
  readonly keyId: string;
  readonly sealed: Buffer;
};

/** Encrypts small secrets for storage. */
export interface Cipher {
  /** @param context what the secret belongs to; opening it asks for the same. */
  seal(secret: Secret, context: string): Sealed;
  /** @throws AppError VAULT_KEY_UNKNOWN, VAULT_SEAL_BROKEN */
  open(sealed: Sealed, context: string): Secret;
  /** Which key seals now. */
  currentKeyId(): string;
  /** Whether what was sealed with that key can be opened. */
  knows(keyId: string): boolean;
}

/** 32 bytes in base64 each; the current one seals, all of them open. */
export type KeySet = { readonly current: Secret; readonly previous?: readonly Secret[] | undefined };

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/**
 * AES-256-GCM with a random IV. A sealed value is: format (1 byte), IV (12), tag (16), ciphertext.
 * @param keys a set, or where to look it up: it is asked before every sealing, and for a key that is not known, so that
 *   a running process follows a rotation
 * @throws AppError VAULT_KEY_INVALID
 */
export function createCipher(keys: KeySet | (() => KeySet)): Cipher {
  const load = typeof keys === 'function' ? () => toKeyring(keys()) : undefined;
  let ring = toKeyring(typeof keys === 'function' ? keys() : keys);
  const renewed = (): Keyring => {
    try {
      ring = load?.() ?? ring;
    } catch {
      // What is to be sealed may be the only copy of a renewed token: the keys we have are better than none.
    }
    return ring;
  };
  const keyOf = (keyId: string): Key | undefined => ring.known.get(keyId) ?? renewed().known.get(keyId);

  return {
    currentKeyId: () => renewed().current.id,
    knows: (keyId) => keyOf(keyId) !== undefined,
    seal(secret, context) {
      const { current } = renewed();
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, current.bytes, iv, { authTagLength: TAG_BYTES }).setAAD(
        associatedData(context),
      );
      const ciphertext = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final()]);
      return {
        keyId: current.id,
        sealed: Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), ciphertext]),
      };
    },
    open({ keyId, sealed }, context) {
      const key = keyOf(keyId);
      if (key === undefined) throw vaultError('VAULT_KEY_UNKNOWN', { details: { keyId } });
      if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) throw vaultError('VAULT_SEAL_BROKEN');
      const iv = sealed.subarray(1, 1 + IV_BYTES);
      const tag = sealed.subarray(1 + IV_BYTES, HEAD_BYTES);
      try {
        const decipher = createDecipheriv(ALGORITHM, key.bytes, iv, { authTagLength: TAG_BYTES })
          .setAAD(associatedData(context))
          .setAuthTag(tag);
        return new Secret(
          Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8'),
        );
      } catch (error) {
        throw vaultError('VAULT_SEAL_BROKEN', { cause: error });
      }
    },
  };
}

/** Binds a sealed value to its owner: a row copied to another company does not open. */
function associatedData(context: string): Buffer {
  return Buffer.from(`ledger-mirror/v${FORMAT}/${context}`, 'utf8');
}

type Key = { readonly id: string; readonly bytes: Buffer };
type Keyring = { readonly current: Key; readonly known: ReadonlyMap<string, Key> };

function toKeyring(keys: KeySet): Keyring {
  const current = toKey(keys.current);
  return {
    current,
    known: new Map([...(keys.previous ?? []).map(toKey), current].map((key) => [key.id, key])),
  };
}

/** The name under which a key is stored beside what it sealed. @throws AppError VAULT_KEY_INVALID */
export function keyIdOf(secret: Secret): string {
  return toKey(secret).id;
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
