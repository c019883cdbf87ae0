import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { silentLogger } from '../../src/base/logger.ts';
import { Secret } from '../../src/base/secret.ts';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { runStatement, withDatabase } from './postgres-server.ts';

export { startTestServer } from './postgres-server.ts';

export type TestDatabase = { readonly db: Database; readonly url: Secret; close(): Promise<void> };

/** A database of its own with every migration applied, on the server of this test run. */
export async function openTestDatabase(): Promise<TestDatabase> {
  return openClone(inject('templateDatabase'));
}

/** A database of its own with nothing in it. */
export async function openEmptyDatabase(): Promise<TestDatabase> {
  return openClone('template1');
}

async function openClone(template: string): Promise<TestDatabase> {
  const server = new Secret(inject('postgresUrl'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  const strategy = inject('cloneStrategy');
  await runStatement(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY ${strategy}`);
  const url = withDatabase(server, name);
  const db = await openDatabase({ url, logger: silentLogger, maxConnections: 5 });
  return {
    db,
    url,
    async close() {
      await db.close();
      await dropDatabase(server, name);
    },
  };
}

/** An autovacuum worker of the server's own may be in there, which an ordinary role cannot end; it leaves by itself. */
async function dropDatabase(server: Secret, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runStatement(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
