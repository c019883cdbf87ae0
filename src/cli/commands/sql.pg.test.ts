import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { runCommandLine } from '../program.ts';
import { processTerminal } from '../terminal.ts';

const ENCRYPTION_KEY = randomBytes(32).toString('base64');
let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const sql = (...words: string[]): Promise<string> => sqlWith(ENCRYPTION_KEY, ...words);

async function sqlWith(key: string, ...words: string[]): Promise<string> {
  const lines: string[] = [];
  const terminal = { ...processTerminal(), out: (line: string) => void lines.push(line) };
  const env = {
    DATABASE_URL: database.url.reveal(),
    DATA_DIR: join(tmpdir(), 'ledger-mirror-none'),
    ENCRYPTION_KEY: key,
  };
  await runCommandLine(['sql', ...words], terminal, env);
  return lines.join('\n');
}

const trail = (): Promise<unknown[]> =>
  database.db.query(
    `SELECT action, actor_kind, details FROM ledger_mirror.audit WHERE action LIKE 'sql.%' ORDER BY id`,
  );
const opened = { action: 'sql.opened', actorKind: 'command', details: {} };
const ran = (details: object) => ({ action: 'sql.ran', actorKind: 'command', details });

test('who opened a session that may change something is in the trail before the first statement, and what it ran', async () => {
  await sql(
    '--write',
    '-c',
    `CREATE TABLE public.mine (word text); INSERT INTO public.mine VALUES ('a'), ('b'); DELETE FROM public.mine`,
  );
  expect(await trail()).toEqual([opened, ran({ statements: ['CREATE', 'INSERT 2', 'DELETE 2'] })]);
});

test('what was changed before a statement that failed is in the trail too, and none of the words', async () => {
  const text = `BEGIN; UPDATE ledger_mirror.organizations SET company_name = 'secret'; COMMIT; SELECT 'secret' / 0`;
  await expect(sql('--write', '-c', text)).rejects.toMatchObject({ code: 'CLI_SQL_FAILED' });
  expect(await trail()).toEqual([opened, ran({ failed: '22P02' })]);
});

test('a session that cannot write leaves the trail alone', async () => {
  expect(await sql('--json', '-c', 'SELECT 1 AS one')).toContain('one');
  expect(await trail()).toEqual([]);
});

test('what commands wrote is linked at once, but not under a key that is set for one of them alone', async () => {
  await sql('--write', '-c', 'SELECT 1');
  await sqlWith(randomBytes(32).toString('base64'), '--write', '-c', 'SELECT 1');
  const linked = `SELECT entry_ids::text[] AS ids FROM ledger_mirror.audit_seals`;
  expect(await database.db.query(linked)).toEqual([{ ids: ['1', '2'] }]);
  await sql('--write', '-c', 'SELECT 1');
  expect(
    await database.db.query(
      'SELECT unproven_ids::text[] AS unproven_ids, doubts FROM ledger_mirror.audit_seals WHERE number = 2',
    ),
  ).toEqual([{ unprovenIds: ['3', '4'], doubts: [] }]);
});
