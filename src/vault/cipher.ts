import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Secret } from '../base/secret.ts';
import { vaultError } from './errors.ts';
import { createKeyring, type KeySet } from './keyring.ts';

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

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/**
 * AES-256-GCM with a random IV. A sealed value is: format (1 byte), IV (12), tag (16), ciphertext.
 * @param keys as createKeyring takes them
 * @throws AppError VAULT_KEY_INVALID
 */
export function createCipher(keys: KeySet | (() => KeySet)): Cipher {
  const ring = createKeyring(keys);

  return {
    currentKeyId: () => ring.current().id,
    knows: (keyId) => ring.find(keyId) !== undefined,
    seal(secret, context) {
      const current = ring.current();
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
      const key = ring.find(keyId);
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
