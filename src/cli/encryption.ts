import type { TrailKeys } from '../access/trail/keys.ts';
import { resealTrail } from '../access/trail/reseal.ts';
import type { Database } from '../postgres/database.ts';
import { createCipher } from '../vault/cipher.ts';
import { createKeyring, deriveKeys, type KeySet } from '../vault/keyring.ts';
import { createPostgresTokenStore } from '../vault/postgres-token-store.ts';
import { resealTokens } from '../vault/reseal.ts';
import type { Config } from '../config/derive.ts';
import {
  loadOrCreateEncryptionKeys,
  newEncryptionKey,
  readEncryptionKeys,
  writeEncryptionKeys,
} from './data-dir.ts';
import { keysOfCommand } from './key-command.ts';

/** The keys of the settings, or where to look up those of the data folder. */
export type EncryptionKeys = KeySet | (() => KeySet);

/**
 * The keys that things are sealed with: of the settings or of their command, otherwise of the data folder, which may
 * change meanwhile.
 * @throws AppError CLI_KEY_COMMAND_FAILED, CLI_KEY_DAMAGED, CLI_DATA_DIR_UNUSABLE
 */
export async function loadEncryptionKeys(config: Config): Promise<EncryptionKeys> {
  const given = await givenKeys(config);
  if (given !== undefined) return given;
  await loadOrCreateEncryptionKeys(config.dataDir);
  return () => keysOfFolder(config);
}

/** The same without making any: undefined where the data folder has none yet. */
export async function findEncryptionKeys(config: Config): Promise<EncryptionKeys | undefined> {
  const given = await givenKeys(config);
  if (given !== undefined) return given;
  try {
    return keysOfFolder(config);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The keys of the audit trail, which come of those that seal the tokens, and do not tell them. */
export function trailKeysOf(keys: EncryptionKeys): TrailKeys {
  return deriveKeys(createKeyring(keys), 'audit trail');
}

/** Whether the settings say the key, and not the data folder. */
export function isKeyGiven({ encryptionKey, encryptionKeyCommand }: Config): boolean {
  return encryptionKey !== undefined || encryptionKeyCommand !== undefined;
}

async function givenKeys(config: Config): Promise<KeySet | undefined> {
  const { encryptionKey, encryptionKeyCommand, encryptionKeyPrevious = [] } = config;
  if (encryptionKey !== undefined) return { current: encryptionKey, previous: encryptionKeyPrevious };
  if (encryptionKeyCommand === undefined) return undefined;
  const { current, previous } = await keysOfCommand(encryptionKeyCommand);
  return { current, previous: [...previous, ...encryptionKeyPrevious] };
}

function keysOfFolder({ dataDir, encryptionKeyPrevious = [] }: Config): KeySet {
  const { current, previous } = readEncryptionKeys(dataDir);
  return { current, previous: [...previous, ...encryptionKeyPrevious] };
}

/**
 * Seals all tokens and the chain of the audit trail with a new key while the program runs. With keys of the settings,
 * the new one is there already; in the data folder one is made, in front of those before.
 * @returns how many companies' tokens were sealed anew
 */
export async function rotateEncryption(db: Database, config: Config): Promise<number> {
  if (!isKeyGiven(config)) await addEncryptionKey(db, config.dataDir);
  const keys = await loadEncryptionKeys(config);
  await resealTrail(db, trailKeysOf(keys));
  return resealTokens(createPostgresTokenStore({ db, cipher: createCipher(keys) }));
}

/**
 * One rotation after the other: what one reads and writes must not fall between what another one does, or the key that
 * a process has begun to seal with is gone. No key is taken out of the file: this database cannot tell what is sealed
 * with it in the other one of the folder (the demo's, or the real one), in a backup, or at this moment.
 */
async function addEncryptionKey(db: Database, dataDir: string): Promise<void> {
  await loadOrCreateEncryptionKeys(dataDir);
  await db.transaction(async (tx) => {
    await tx.query('SELECT 1 FROM ledger_mirror.installation FOR UPDATE');
    const { current, previous } = readEncryptionKeys(dataDir);
    await writeEncryptionKeys(dataDir, { current: newEncryptionKey(), previous: [current, ...previous] });
  });
}
