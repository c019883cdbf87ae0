// One of many processes that share a company's tokens. Each new token is refused at once, so that it is refreshed for
// ever; a line says what became of each try. Ends by itself when the grant is dead: after asking in vain once more.
import { flushCompileCache } from 'node:module';
import { systemClock } from '../../src/base/clock.ts';
import { isAppError } from '../../src/base/errors.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { toRealmId } from '../../src/base/realm-id.ts';
import { Secret } from '../../src/base/secret.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { createOAuthClient, createTransport } from '../../src/quickbooks/index.ts';
import { createCipher } from '../../src/vault/cipher.ts';
import { createPostgresTokenStore } from '../../src/vault/postgres-token-store.ts';
import { createTokenVault } from '../../src/vault/token-vault.ts';
import type { TokenWorkerSettings } from './token-race.ts';

// It will be killed, and then would leave nothing compiled to the next.
flushCompileCache();

const settings = JSON.parse(process.env['TOKEN_WORKER'] ?? '{}') as TokenWorkerSettings;
const db = await openDatabase({
  url: new Secret(settings.databaseUrl),
  logger: silentLogger,
  maxConnections: 2,
});
const { authorityUrl } = settings;
const oauth = createOAuthClient({
  clientId: 'id',
  clientSecret: new Secret('secret'),
  redirectUri: 'http://localhost/callback',
  endpoints: {
    authorizeUrl: `${authorityUrl}/authorize`,
    tokenUrl: `${authorityUrl}/token`,
    revokeUrl: `${authorityUrl}/revoke`,
  },
  transport: createTransport(),
  clock: systemClock,
});
const vault = createTokenVault({
  tokens: createPostgresTokenStore({ db, cipher: createCipher({ current: new Secret(settings.key) }) }),
  oauth,
  clock: systemClock,
  logger: silentLogger,
  settleMs: settings.settleMs,
});

let rejected: Secret | undefined;
for (let deaths = 0; deaths < 2;) {
  try {
    rejected = await vault.accessToken(toRealmId(settings.realmId), { rejected });
    process.stdout.write('ok\n');
  } catch (error) {
    const code = isAppError(error) ? error.code : String(error);
    process.stdout.write(`${code}\n`);
    if (code === 'QBO_GRANT_REVOKED') deaths += 1;
  }
}
process.exit(0);
