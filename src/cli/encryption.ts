import type { Database } from '../postgres/database.ts';
import { createCipher, keyIdOf, type KeySet } from '../vault/cipher.ts';
import { createPostgresTokenStore } from '../vault/postgres-token-store.ts';
import { keysInUse, resealTokens } from '../vault/reseal.ts';
import type { TokenStore } from '../vault/token-store.ts';
import type { Config } from '../config/derive.ts';
import {
  loadOrCreateEncryptionKeys,
  newEncryptionKey,
  readEncryptionKeys,
  writeEncryptionKeys,
} from './data-dir.ts';

/** The keys of the settings, or where to look up those of the data folder. */
export type EncryptionKeys = KeySet | (() => KeySet);

/** The keys the tokens are sealed with: of the settings, otherwise of the data folder, which may change meanwhile. */
export async function loadEncryptionKeys(config: Config): Promise<EncryptionKeys> {
  const { dataDir, encryptionKey, encryptionKeyPrevious = [] } = config;
  if (encryptionKey !== undefined) return { current: encryptionKey, previous: encryptionKeyPrevious };
  await loadOrCreateEncryptionKeys(dataDir);
  return () => {
    const { current, previous } = readEncryptionKeys(dataDir);
    return { current, previous: [...previous, ...encryptionKeyPrevious] };
  };
}

/** The same without making any: undefined where the data folder has none yet. @throws AppError CLI_KEY_DAMAGED */
export function findEncryptionKeys(config: Config): EncryptionKeys | undefined {
  const { dataDir, encryptionKey, encryptionKeyPrevious = [] } = config;
  if (encryptionKey !== undefined) return { current: encryptionKey, previous: encryptionKeyPrevious };
  try {
    const { current, previous } = readEncryptionKeys(dataDir);
    return { current, previous: [...previous, ...encryptionKeyPrevious] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Seals all tokens with a new key while the program runs. With keys of the settings, the new one is there already;
 * in the data folder one is made, and the ones before stay as long as something is sealed with them.
 * @returns how many companies' tokens were sealed anew
 */
export async function rotateEncryption(db: Database, config: Config): Promise<number> {
  if (config.encryptionKey === undefined) {
    const { current, previous } = await loadOrCreateEncryptionKeys(config.dataDir);
    const used = await keysInUse(await storeOf(db, config));
    // The present key stays whatever happens: a process may be sealing with it at this moment.
    const stillUsed = previous.filter((key) => used.includes(keyIdOf(key)));
    await writeEncryptionKeys(config.dataDir, {
      current: newEncryptionKey(),
      previous: [current, ...stillUsed],
    });
  }
  return resealTokens(await storeOf(db, config));
}

async function storeOf(db: Database, config: Config): Promise<TokenStore> {
  return createPostgresTokenStore({ db, cipher: createCipher(await loadEncryptionKeys(config)) });
}
