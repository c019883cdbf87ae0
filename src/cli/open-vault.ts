import { systemClock } from '../base/clock.ts';
import type { QuickBooksSettings } from '../config/derive.ts';
import { createOAuthClient } from '../quickbooks/index.ts';
import { createCipher } from '../vault/cipher.ts';
import { createPostgresTokenStore } from '../vault/postgres-token-store.ts';
import { createTokenVault, type TokenVault } from '../vault/token-vault.ts';
import { simulatorSettings } from './demo.ts';
import { loadEncryptionKeys } from './encryption.ts';
import { cliError } from './errors.ts';
import { findOAuthEndpoints } from './oauth-endpoints.ts';
import type { OpenedDatabase } from './open-database.ts';
import { createOutbound } from './outbound.ts';

/** Runs a short command with the tokens of the companies. @throws AppError CLI_NOT_RUNNING in a demo that is stopped */
export async function withVault<T>(
  { config, db, logger, server }: OpenedDatabase,
  work: (vault: TokenVault) => Promise<T>,
): Promise<T> {
  const quickbooks = await quickbooksOf(config.quickbooks, server?.simulatorUrl);
  const transport = createOutbound(config);
  try {
    const oauth = createOAuthClient({
      clientId: quickbooks.clientId,
      clientSecret: quickbooks.clientSecret,
      endpoints: await findOAuthEndpoints({
        quickbooks,
        environment: config.environment,
        transport,
        logger,
      }),
      redirectUri: config.redirectUri,
      transport,
      clock: systemClock,
    });
    const cipher = createCipher(await loadEncryptionKeys(config));
    const tokens = createPostgresTokenStore({ db, cipher });
    const vault = createTokenVault({ tokens, oauth, clock: systemClock, logger });
    return await work(vault);
  } finally {
    await transport.close();
  }
}

async function quickbooksOf(
  settings: QuickBooksSettings | undefined,
  simulatorUrl: string | undefined,
): Promise<QuickBooksSettings> {
  if (settings !== undefined) return settings;
  if (simulatorUrl !== undefined) return simulatorSettings(simulatorUrl);
  throw cliError('CLI_NOT_RUNNING', {
    text: 'The demo is not running, and its simulator is where the access would be ended. Run `npm start` first.',
  });
}
