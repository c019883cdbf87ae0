import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { startSimulator } from '../../simulator/src/index.ts';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { type Logger, silentLogger } from '../../src/base/logger.ts';
import { Secret } from '../../src/base/secret.ts';
import { createQboIntegration } from '../../src/http/integrations/qbo/integration.ts';
import { listen } from '../../src/http/listen.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createOAuthClient, createQuickBooksClient, type Transport } from '../../src/quickbooks/index.ts';
import { createOrganizations } from '../../src/sync/organizations.ts';
import { createCipher } from '../../src/vault/cipher.ts';
import { createPostgresTokenStore } from '../../src/vault/postgres-token-store.ts';
import { createTokenVault, type TokenVault } from '../../src/vault/token-vault.ts';
import { createTestApp } from './http-app.ts';

export type Simulator = Awaited<ReturnType<typeof startSimulator>>;
type Addresses = { apiUrl?: string; tokenUrl?: string; revokeUrl?: string };
type Overrides = Addresses & {
  clientSecret?: string;
  logger?: Logger;
  publicUrl?: string;
  demoSignIn?: boolean;
};
export type OAuthServer = { readonly app: FastifyInstance; readonly url: string; readonly vault: TokenVault };

/** What the servers of a test have in common. */
export type OAuthScene = {
  readonly db: Database;
  readonly simulator: Simulator;
  readonly transport: Transport;
  /** The server's; QuickBooks has the machine's. */
  readonly clock: Clock;
  readonly wake: (realmId: string) => Promise<void>;
};

/** Our server in front of the simulator, with the settings a test wants wrong. */
export async function startOAuthServer(scene: OAuthScene, overrides: Overrides = {}): Promise<OAuthServer> {
  const { db, simulator, transport, clock, wake } = scene;
  // The redirect URI must be known before the server listens; a request to find a free port settles both.
  const probe = await createTestApp();
  const port = await listen(probe, { host: '127.0.0.1', port: 0 });
  await probe.close();
  const url = `http://localhost:${port}`;
  const oauth = createOAuthClient({
    clientId: 'simulator-client',
    clientSecret: new Secret(overrides.clientSecret ?? 'simulator-secret'),
    redirectUri: `${url}/v1/oauth/callback/qbo`,
    endpoints: {
      authorizeUrl: `${simulator.url}/connect/oauth2`,
      tokenUrl: overrides.tokenUrl ?? `${simulator.url}/oauth2/v1/tokens/bearer`,
      revokeUrl: overrides.revokeUrl ?? `${simulator.url}/v2/oauth2/tokens/revoke`,
    },
    transport,
    clock: systemClock,
  });
  const cipher = createCipher({ current: new Secret(randomBytes(32).toString('base64')) });
  const tokens = createPostgresTokenStore({ db, cipher });
  const vault = createTokenVault({ tokens, oauth, clock: systemClock, logger: silentLogger });
  const organizations = createOrganizations(db);
  const qbo = createQboIntegration({
    environment: 'simulator',
    db,
    oauth,
    clientFor: (granted, retry) =>
      createQuickBooksClient({
        retry,
        apiUrl: overrides.apiUrl ?? simulator.url,
        tokens: granted,
        transport,
        clock: systemClock,
        logger: silentLogger,
      }),
    vault,
    webhooks: { verifierToken: undefined, storeEvents: () => Promise.resolve() },
    organizations,
    jobs: { wake },
    logger: silentLogger,
  });
  const app = await createTestApp({
    db,
    organizations,
    jobs: { wake },
    integrations: [qbo],
    publicUrl: new URL(overrides.publicUrl ?? url),
    clock,
    logger: overrides.logger ?? silentLogger,
    demoSignIn: overrides.demoSignIn ?? true,
  });
  await listen(app, { host: '127.0.0.1', port });
  return { app, url, vault };
}
