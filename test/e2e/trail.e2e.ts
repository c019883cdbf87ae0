import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { makeDataDir, removeDataDir, runCommand, startProduct, type Product } from '../support/product.ts';

let demo: Product;

beforeAll(async () => {
  demo = await startProduct({ DATA_DIR: makeDataDir() });
});
afterAll(async () => {
  await demo?.stop();
  if (demo !== undefined) await removeDataDir(demo.dataDir);
});

const run = (...words: string[]): ReturnType<typeof runCommand> => runCommand(words, demo.env);

async function sql(statement: string): Promise<string> {
  const { code, stdout, stderr } = await run('sql', '--write', '--csv', '-c', statement);
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

type Verdict = { entries: number; waiting: number; head: string; problems: string[] };
async function verify(...words: string[]): Promise<Verdict & { code: number | null }> {
  const { code, stdout } = await run('audit', 'verify', '--json', ...words);
  return { ...(JSON.parse(stdout) as Verdict), code };
}

/** The role of the program owns the tables: the triggers are in nobody's way. */
const asOwner = (...statements: string[]): Promise<string> =>
  sql(
    [
      'ALTER TABLE ledger_mirror.audit DISABLE TRIGGER ALL',
      ...statements,
      'ALTER TABLE ledger_mirror.audit ENABLE TRIGGER ALL',
    ].join('; '),
  );

test('what the program and its commands wrote is linked within seconds, and the head is told in the log', async () => {
  await run('users', 'invite', 'ada@example.com', '--role', 'viewer');
  await vi.waitFor(async () => expect(await verify()).toMatchObject({ code: 0, waiting: 0, problems: [] }), {
    timeout: 30_000,
    interval: 500,
  });
  const { entries, head } = await verify();
  expect(entries).toBeGreaterThan(0);
  expect(await readFile(join(demo.dataDir, 'audit-head-ledger_mirror_demo'), 'utf8')).toBe(`${head}\n`);
  expect(demo.logs()).toContain('audit trail sealed');
});

test('while it runs, whoever holds the database neither rewrites the trail nor adds to it unseen', async () => {
  const [, target] = (
    await sql(`SELECT id FROM ledger_mirror.audit WHERE action = 'user.invited' ORDER BY id LIMIT 1`)
  ).split('\n');
  await asOwner(`UPDATE ledger_mirror.audit SET target = 'eve@example.com' WHERE id = ${target}`);
  await sql(`INSERT INTO ledger_mirror.audit (actor_kind, action) VALUES ('user', 'password.changed')`);
  const told = await verify();
  expect(told.code).toBe(1);
  expect(told.problems.join('\n')).toMatch(
    /Entry \d+ of link \d+ \(user\.invited\) was changed[^]*was not written by Ledger Mirror/,
  );
  // The words for people, and which error it is.
  const { code, stdout, stderr } = await run('audit', 'verify');
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: expect.stringContaining('was changed'),
    stderr: expect.stringContaining('not as Ledger Mirror wrote it'),
  });
});

test('the whole trail set back with its chain is told by the data folder, and is noted for good', async () => {
  await sql(
    `CREATE SCHEMA kept; CREATE TABLE kept.audit AS TABLE ledger_mirror.audit;
     CREATE TABLE kept.seals AS TABLE ledger_mirror.audit_seals; CREATE TABLE kept.head AS TABLE ledger_mirror.audit_head`,
  );
  await run('users', 'invite', 'grace@example.com', '--role', 'owner');
  const { head } = await verify();
  await asOwner(
    'DELETE FROM ledger_mirror.audit WHERE id NOT IN (SELECT id FROM kept.audit)',
    'DELETE FROM ledger_mirror.audit_seals WHERE number NOT IN (SELECT number FROM kept.seals)',
    'DELETE FROM ledger_mirror.audit_head',
    'INSERT INTO ledger_mirror.audit_head TABLE kept.head',
  );
  const { problems, code } = await verify('--head', head);
  expect(code).toBe(1);
  expect(problems.join('\n')).toMatch(/had been at link \d+ before|is not the one that it had been before/);
  // By whoever sealed next, the command itself here: nobody needs to know a head any more.
  expect((await verify()).problems.join('\n')).toMatch(
    /When link \d+ was made: (The chain ended at link|Link \d+ is not the one)/,
  );
});
