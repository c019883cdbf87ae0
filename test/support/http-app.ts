import type { FastifyInstance } from 'fastify';
import { silentLogger } from '../../src/base/logger.ts';
import { Secret } from '../../src/base/secret.ts';
import { createApp, type AppOptions } from '../../src/http/app.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createOrganizations } from '../../src/sync/organizations.ts';

/** A database that is not there: for what must work, or fail well, without one. */
export const absentDatabase: Database = {
  query: () => Promise.reject(new Error('no database')),
  execute: () => Promise.reject(new Error('no database')),
  transaction: () => Promise.reject(new Error('no database')),
  listen: () => Promise.resolve(() => Promise.resolve()),
  url: new Secret('postgres://nowhere'),
  close: () => Promise.resolve(),
};

/** The server with everything a test does not care about filled in. */
export async function createTestApp(options: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  const db = options.db ?? absentDatabase;
  return createApp({
    db,
    organizations: createOrganizations(db),
    jobs: { wake: () => Promise.resolve() },
    checkJobs: () => Promise.resolve(),
    integrations: [],
    installation: { product: 'Ledger Mirror', version: '1.2.3', environment: 'simulator', simulated: true },
    publicUrl: new URL('http://localhost:3000'),
    dashboardDir: '/nonexistent',
    logger: silentLogger,
    ...options,
  });
}
