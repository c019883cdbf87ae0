import { createHash } from 'node:crypto';
import { findLostTrailKeys } from '../access/trail/reseal.ts';
import { trailKeysOf, type EncryptionKeys } from './encryption.ts';
import type { Config, Environment, QuickBooksSettings } from '../config/derive.ts';
import type { Database, Queryable } from '../postgres/database.ts';
import { createCipher } from '../vault/cipher.ts';
import { findLostKeys } from '../vault/key-check.ts';
import { createPostgresTokenStore } from '../vault/postgres-token-store.ts';
import { cliError } from './errors.ts';

/**
 * Records which QuickBooks environment a database belongs to when it is first used, and refuses another one later:
 * companies of the sandbox and of production must never end up in one copy.
 * @throws AppError CLI_ENVIRONMENT_MISMATCH
 */
export async function claimInstallation(db: Queryable, environment: Environment): Promise<void> {
  await db.query('INSERT INTO ledger_mirror.installation (environment) VALUES ($1) ON CONFLICT DO NOTHING', [
    environment,
  ]);
  const [row] = await db.query<{ environment: string }>('SELECT environment FROM ledger_mirror.installation');
  if (row === undefined || row.environment === environment) return;
  throw cliError('CLI_ENVIRONMENT_MISMATCH', {
    text:
      `This database belongs to QuickBooks environment "${row.environment}", but the settings say "${environment}" (QBO_ENVIRONMENT). ` +
      'Use another database with DATABASE_URL or DATA_DIR, or set QBO_ENVIRONMENT back.',
  });
}

/** The keys and addresses of QuickBooks a worker starts with, against those of the start before. */
export type QuickBooksAccess = {
  /** Whether they are others; false where there was no start before. */
  readonly changed: boolean;
  /** Remembers them; once what follows from a change was done, or a start that is killed before is the last to know of it. */
  readonly note: () => Promise<void>;
};

export async function compareAccess(
  db: Database,
  { clientId, clientSecret, endpoints }: QuickBooksSettings,
): Promise<QuickBooksAccess> {
  const access = [clientId, clientSecret.reveal(), endpoints.apiUrl, endpoints.tokenUrl];
  const digest = createHash('sha256').update(JSON.stringify(access)).digest('hex');
  const [before] = await db.query<{ accessDigest: string | null }>(
    'SELECT access_digest FROM ledger_mirror.installation',
  );
  return {
    changed: before !== undefined && before.accessDigest !== null && before.accessDigest !== digest,
    note: async () =>
      void (await db.query('UPDATE ledger_mirror.installation SET access_digest = $1', [digest])),
  };
}

/**
 * Compares the keys of the stored tokens and of the audit trail with the ones at hand, so that a lost or mistyped key is
 * told once and at once instead of company by company.
 * @returns sentences when only some of it can be read; undefined when all can
 * @throws AppError CLI_KEY_OTHER when none can
 */
export async function checkEncryptionKey(
  db: Database,
  keys: EncryptionKeys,
  config: Config,
): Promise<string | undefined> {
  const cipher = createCipher(keys);
  const { lost, total } = await findLostKeys(createPostgresTokenStore({ db, cipher }), cipher);
  const lostSeals = await lostSealsOf(db, keys);
  if (lost.length === 0) return lostSeals;
  const source = sourceOfKey(config);
  if (lost.length < total) {
    return (
      `The stored access to ${lost.length} of ${total} companies (${lost.slice(0, 5).join(', ')}${lost.length > 5 ? ', …' : ''}) was encrypted with a key that is not here. ` +
      'Add that key to ENCRYPTION_KEY_PREVIOUS, or connect these companies again.' +
      (lostSeals === undefined ? '' : ` ${lostSeals}`)
    );
  }
  throw cliError('CLI_KEY_OTHER', {
    text:
      `The stored access to QuickBooks was encrypted with another key than ${source} gives. Restore that key, there or in ENCRYPTION_KEY_PREVIOUS. ` +
      'If it is lost: run `ledger-mirror sql --write -c "delete from ledger_mirror.tokens"`, start, and connect every company again; the copy stays.',
    details: { companies: total },
  });
}

async function lostSealsOf(db: Database, keys: EncryptionKeys): Promise<string | undefined> {
  const lost = await findLostTrailKeys(db, trailKeysOf(keys));
  if (lost.length === 0) return undefined;
  const names = lost.map(({ keyId, links }) => `${links} with key ${keyId}`).join(', ');
  return (
    `Links of the audit trail were sealed with keys that are not here (${names}), so that \`ledger-mirror audit verify\` cannot tell whether they are right. ` +
    'Add those keys to ENCRYPTION_KEY_PREVIOUS and run `ledger-mirror keys rotate-encryption`, which seals the links with the key of today.'
  );
}

/** Where the key comes from, for people. */
function sourceOfKey({ databaseUrl, dataDir, encryptionKeyCommand }: Config): string {
  if (encryptionKeyCommand !== undefined) return 'ENCRYPTION_KEY_COMMAND';
  return databaseUrl === undefined ? `ENCRYPTION_KEY or ${dataDir}/encryption-key` : 'ENCRYPTION_KEY';
}
