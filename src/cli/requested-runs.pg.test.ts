import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import { createOrganizations } from '../sync/index.ts';
import { runCommandLine } from './program.ts';
import { processTerminal } from './terminal.ts';

const ours = '9410000000001';
const neighbours = '9410000000002';
const ENCRYPTION_KEY = randomBytes(32).toString('base64');
let database: TestDatabase;
let jobs: Jobs;

beforeAll(async () => {
  database = await openTestDatabase();
  for (const realmId of [ours, neighbours].map(toRealmId))
    await database.db.transaction((tx) => createOrganizations(database.db).connected(tx, realmId));
  // A `start` that runs somewhere: the queue is there, and this one takes nothing from it.
  jobs = createJobs({ db: database.db, logger: silentLogger });
  await jobs.start();
});
beforeEach(() => database.db.execute('DELETE FROM pgboss.job'));
afterAll(async () => {
  await jobs.stop();
  await database.close();
});

async function run(...words: string[]): Promise<string> {
  const lines: string[] = [];
  const terminal = { ...processTerminal(), out: (line: string) => void lines.push(line) };
  const env = {
    DATABASE_URL: database.url.reveal(),
    DATA_DIR: join(tmpdir(), 'ledger-mirror-none'),
    ENCRYPTION_KEY,
  };
  await runCommandLine(words, terminal, env);
  return lines.join('\n');
}

const woken = () =>
  database.db.query(
    `SELECT data ->> 'realmId' AS realm_id, priority FROM pgboss.job WHERE state = 'created' ORDER BY 1`,
  );
const trail = async (): Promise<unknown[]> =>
  database.db.query('SELECT action, realm_id, actor_kind, details FROM ledger_mirror.audit ORDER BY id');

test.each([
  [['sync', ours], 'organization.sync_requested', {}],
  [['sync', ours, '--rejected'], 'organization.rejected_retried', { records: 0 }],
  [['backfill', ours], 'organization.backfill_requested', {}],
  [['reconcile', ours], 'organization.reconcile_requested', { deep: false }],
  [['reconcile', ours, '--deep'], 'organization.reconcile_requested', { deep: true }],
  [['resume', ours], 'organization.resumed', {}],
])('`%s` wakes the company as a click does, and is in the trail once', async (words, action, details) => {
  const before = (await trail()).length;
  await run(...words);
  expect(await woken()).toEqual([{ realmId: ours, priority: 10 }]);
  expect((await trail()).slice(before)).toEqual([{ action, realmId: ours, actorKind: 'command', details }]);
});

test.each([
  [['--interval', '60'], { intervalSeconds: 60 }, []],
  [['--exclude-sensitive'], { excludeSensitive: true }, [{ realmId: ours, priority: 10 }]],
  [
    ['--include-sensitive', '--interval', '90'],
    { excludeSensitive: false, intervalSeconds: 90 },
    [{ realmId: ours, priority: 10 }],
  ],
])(
  '`organizations set` with %j is in the trail once, and wakes where it made something due',
  async (words, details, due) => {
    const before = (await trail()).length;
    await run('organizations', 'set', ours, ...words);
    expect(await woken()).toEqual(due);
    expect((await trail()).slice(before)).toEqual([
      { action: 'organization.settings_changed', realmId: ours, actorKind: 'command', details },
    ]);
  },
);

test('every company that can be synced is asked for, each with its run', async () => {
  const before = (await trail()).length;
  const asked = JSON.parse(await run('sync', '--json')) as unknown[];
  expect(asked).toHaveLength(2);
  expect(asked).toContainEqual({ realmId: ours, runId: expect.any(String) });
  expect(await woken()).toMatchObject([{ realmId: ours }, { realmId: neighbours }]);
  expect((await trail()).length).toBe(before + 2);
});

test('pausing wakes nobody; what a paused company is asked for then is refused and leaves nothing', async () => {
  expect(await run('pause', ours)).toBe(`${ours} is paused.`);
  const before = await trail();
  expect(before.at(-1)).toMatchObject({ action: 'organization.paused', realmId: ours });
  for (const words of [
    ['sync', ours],
    ['sync', ours, '--rejected'],
    ['backfill', ours],
    ['reconcile', ours],
  ])
    await expect(run(...words)).rejects.toMatchObject({ code: 'SYNC_PAUSED' });
  expect(await woken()).toEqual([]);
  expect(await trail()).toEqual(before);
  expect(await run('resume', ours)).toBe(`${ours} is synced again.`);
  expect(await woken()).toMatchObject([{ realmId: ours }]);
});

test('whoever waits for a run that is stopped is told so, with the reason, and not that all is well', async () => {
  const waiting = run('sync', ours, '--wait');
  const answer = expect(waiting).rejects.toMatchObject({
    code: 'CLI_SYNC_FAILED',
    details: { problems: [`${ours}: Paused by a person.`] },
  });
  await expect.poll(woken).toEqual([{ realmId: ours, priority: 10 }]);
  await run('pause', ours);
  await answer;
  await run('resume', ours);
});

test('before any worker has run, a request is noted all the same', async () => {
  const empty = await openTestDatabase();
  try {
    await empty.db.transaction((tx) => createOrganizations(empty.db).connected(tx, toRealmId(ours)));
    const env = { DATABASE_URL: empty.url.reveal(), DATA_DIR: join(tmpdir(), 'ledger-mirror-none') };
    const lines: string[] = [];
    const terminal = { ...processTerminal(), out: (line: string) => void lines.push(line) };
    await runCommandLine(
      ['sync', ours],
      { ...terminal, err: (line) => void lines.push(line) },
      { ...env, ENCRYPTION_KEY },
    );
    expect(lines).toEqual(['Asked for a sync of one company.']);
  } finally {
    await empty.close();
  }
});
