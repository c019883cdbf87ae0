import { expect, test } from 'vitest';

import { loadConfig } from '../config/load.ts';
import { readyLines } from './start-message.ts';

function linesFor(env: Record<string, string>, databaseFolder: string | undefined): string {
  const loaded = loadConfig(env);
  if (!loaded.ok) throw new Error(loaded.problems.join(' '));
  return readyLines({
    config: loaded.config,
    role: 'all',
    simulatorUrl: undefined,
    databaseFolder,
    setUpUrl: undefined,
  }).join('\n');
}

test('the banner says where the data really is', () => {
  const env = { DATA_DIR: '/srv/ledger' };
  expect(linesFor(env, '/srv/ledger/postgres')).toContain('Lives in  /srv/ledger\n  SQL');
  const outside = linesFor(env, '/var/lib/ledger-mirror/abc');
  expect(outside).toContain('Lives in  /srv/ledger\n');
  expect(outside).toContain('the database itself, in /var/lib/ledger-mirror/abc.');
  const url = 'postgres://u:p@db.example.com/books';
  const external = linesFor({ ...env, DATABASE_URL: url, ENCRYPTION_KEY: 'A'.repeat(43) + '=' }, undefined);
  expect(external).toContain('Lives in  the database of DATABASE_URL');
});
