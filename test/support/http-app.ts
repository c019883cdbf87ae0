import type { FastifyInstance } from 'fastify';
import { silentLogger } from '../../src/base/logger.ts';
import { createAccess } from '../../src/access/access.ts';
import { systemClock } from '../../src/base/clock.ts';
import { Secret } from '../../src/base/secret.ts';
import { type AppOptions, createApp } from '../../src/http/app.ts';
import type { Integration } from '../../src/http/integrations/integration.ts';
import { type QboWebhooks, takeWebhook } from '../../src/http/integrations/qbo/webhooks.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createOrganizations } from '../../src/sync/organizations.ts';

/** A database that is not there: for what must work, or fail well, without one. */
export const absentDatabase: Database = {
  query: () => Promise.reject(new Error('no database')),
  execute: () => Promise.reject(new Error('no database')),
  transaction: () => Promise.reject(new Error('no database')),
  listen: () => Promise.resolve(() => Promise.resolve()),
  pooled: false,
  connections: 1,
  url: new Secret('postgres://nowhere'),
  close: () => Promise.resolve(),
};

export type TestAppOptions = Partial<AppOptions> & {
  readonly adminApiKey?: Secret;
  /** What is to become of deliveries; none are taken unless given. */
  readonly webhooks?: QboWebhooks;
};

/** A source that takes webhooks and connects nothing. */
function webhooksOnly(webhooks: QboWebhooks): Integration {
  return {
    name: 'qbo',
    authorizeUrl: (state) => `https://quickbooks.example/consent?state=${state}`,
    connect: () => Promise.reject(new Error('This test connects no company.')),
    takeWebhook: (body, headers) => takeWebhook(webhooks, body, headers),
  };
}

/** The server with everything a test does not care about filled in. Who asks from this computer is its owner. */
export async function createTestApp({
  adminApiKey,
  webhooks = { verifierToken: undefined, storeEvents: () => Promise.resolve() },
  ...options
}: TestAppOptions = {}): Promise<FastifyInstance> {
  const db = options.db ?? absentDatabase;
  return createApp({
    db,
    access: createAccess({ db, clock: options.clock ?? systemClock, adminApiKey }),
    demoSignIn: true,
    tokens: { revoke: () => Promise.resolve(), remove: () => Promise.resolve() },
    organizations: createOrganizations(db),
    jobs: { wake: () => Promise.resolve() },
    checkJobs: () => Promise.resolve(),
    integrations: [webhooksOnly(webhooks)],
    installation: { product: 'Ledger Mirror', version: '1.2.3', environment: 'simulator', simulated: true },
    publicUrl: new URL('http://localhost:3000'),
    dashboardDir: '/nonexistent',
    logger: silentLogger,
    ...options,
  });
}
