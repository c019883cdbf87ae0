import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { silentLogger } from '../../src/base/logger.ts';
import { Secret } from '../../src/base/secret.ts';
import { startEmbeddedServer } from '../../src/postgres/embedded/server.ts';

export type TestServer = { readonly url: Secret; stop(): Promise<void> };

/**
 * A server in a temporary folder, with the safety of its files traded for speed; for test runs and generators.
 * The environment variable TEST_POSTGRES_BINARIES names another PostgreSQL (see scripts/postgres-15.mjs).
 */
export async function startTestServer(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ledger-mirror-test-'));
  // As root the server runs as somebody else, who must be able to pass through.
  chmodSync(dataDir, 0o711);
  const removeFolder = (): void => rmSync(dataDir, { recursive: true, force: true });
  const binaries = process.env['TEST_POSTGRES_BINARIES'];
  try {
    const server = await startEmbeddedServer({
      dataDir,
      database: 'maintenance',
      logger: silentLogger,
      ...(binaries === undefined ? {} : { binaries }),
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    });
    // Only tests make databases; the product's role may not.
    await runStatement(superuser(dataDir, server.url), 'ALTER ROLE ledger_mirror CREATEDB');
    return { url: server.url, stop: () => server.stop().finally(removeFolder) };
  } catch (error) {
    removeFolder();
    throw error;
  }
}

function superuser(dataDir: string, url: Secret): Secret {
  const state = JSON.parse(readFileSync(join(dataDir, 'embedded-postgres.json'), 'utf8')) as {
    superuserPassword: string;
  };
  const changed = new URL(url.reveal());
  changed.username = 'postgres';
  changed.password = state.superuserPassword;
  return new Secret(changed.href);
}

/** The same server, another database. */
export function withDatabase(url: Secret, database: string): Secret {
  const changed = new URL(url.reveal());
  changed.pathname = `/${database}`;
  return new Secret(changed.href);
}

/** One statement on a connection of its own; for CREATE and DROP DATABASE. */
export async function runStatement(url: Secret, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.reveal() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
