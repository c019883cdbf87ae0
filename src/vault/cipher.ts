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
  /** Whether the key is at hand. */
  knows(keyId: string): boolean;
}

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/**
 * AES-256-GCM with a random IV. A sealed value is: format (1 byte), IV (12), tag (16), ciphertext.
 * @param keys 32 bytes in base64 each; the current one seals, all of them open
 * @throws AppError VAULT_KEY_INVALID
 */
export function createCipher(keys: {
  readonly current: Secret;
  readonly previous?: readonly Secret[] | undefined;
}): Cipher {
  const current = toKey(keys.current);
  const known = new Map([...(keys.previous ?? []).map(toKey), current].map((key) => [key.id, key]));

  return {
    knows: (keyId) => known.has(keyId),
    seal(secret, context) {
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
      const key = known.get(keyId);
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

function toKey(secret: Secret): { readonly id: string; readonly bytes: Buffer } {
  const text = secret.reveal().trim();
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32 || !/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) throw vaultError('VAULT_KEY_INVALID');
  // A digest of 256 random bits tells nothing about them.
  return {
    id: createHash('sha256').update('ledger-mirror key id').update(bytes).digest('hex').slice(0, 16),
    bytes,
  };
}
