import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { silentLogger } from '../../src/base/logger.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { runStatement, startTestServer, type TestServer, withDatabase } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    templateDatabase: string;
    cloneStrategy: TestServer['cloneStrategy'];
  }
}

const MIGRATIONS = new URL('../../migrations/', import.meta.url);

/** One server for the whole run; its databases are clones of one template that has every migration. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  try {
    const template = `template_${randomBytes(4).toString('hex')}`;
    await runStatement(server.url, `CREATE DATABASE ${template}`);
    const db = await openDatabase({
      url: withDatabase(server.url, template),
      logger: silentLogger,
      maxConnections: 2,
    });
    await migrate(db, { directory: MIGRATIONS, logger: silentLogger });
    await db.close();
    project.provide('postgresUrl', server.url.reveal());
    project.provide('templateDatabase', template);
    project.provide('cloneStrategy', server.cloneStrategy);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}
