import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/src/index.ts';
import { readEverything, setRole } from '../../test/support/core.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { startPooler, type Pooler, type PoolerMode } from '../../test/support/pooler.ts';
import { silentLogger } from '../base/logger.ts';
import { openSqlSession } from '../cli/sql-session.ts';
import { createJobs } from '../jobs/jobs.ts';
import { toRealmId } from '../base/realm-id.ts';
import { openDatabase, prepared, type Database } from './database.ts';
import { createListener, LOOK_AGAIN_MS } from './listener.ts';

let simulator: Simulator;
let database: TestDatabase;
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 11, size: 60, companies: 1, logger: silentLogger });
  database = await openTestDatabase();
  await database.db.execute('CREATE TABLE public.note (id int PRIMARY KEY, body text)');
});
afterAll(async () => {
  await database.close();
  await simulator.stop();
});

async function through<T>(
  mode: PoolerMode,
  work: (db: Database, pooler: Pooler) => Promise<T>,
  to: TestDatabase = database,
): Promise<T> {
  const pooler = await startPooler(to.url, mode);
  try {
    const db = await openDatabase({ url: pooler.url, logger: silentLogger, maxConnections: 4 });
    try {
      return await work(db, pooler);
    } finally {
      await db.close();
    }
  } finally {
    await pooler.stop();
  }
}

test('a pooler that lends sessions for a transaction is recognised; one that lends them for good is none', async () => {
  expect(database.db.pooled).toBe(false);
  expect(await through('session', (db) => Promise.resolve(db.pooled))).toBe(false);
  expect(await through('transaction', (db) => Promise.resolve(db.pooled))).toBe(true);
});

test('a pooler that lends them for one statement is refused in words', async () => {
  await expect(through('statement', () => Promise.resolve())).rejects.toMatchObject({
    code: 'DATABASE_POOLER',
    message: expect.stringContaining('transaction') as string,
  });
});

test('constant statements work however the sessions change beneath them', async () => {
  await through('transaction', async (db) => {
    const ask = (id: number) => db.query('SELECT $1::int AS the_id', [id], prepared);
    const ids = Array.from({ length: 24 }, (_, id) => id);
    expect(await Promise.all(ids.map(ask))).toEqual(ids.map((theId) => [{ theId }]));
    const asTransactions = ids.map((id) =>
      db.transaction((tx) => tx.query('SELECT $1::int AS the_id', [id], prepared)),
    );
    expect(await Promise.all(asTransactions)).toEqual(ids.map((theId) => [{ theId }]));
  });
});

test('through a pooler a company is copied exactly and read as without one, whatever the role is set to', async () => {
  const expected = await readEverything(await openTestDatabase(), simulator);
  expect(expected).toMatchObject({ status: 'current', differences: [] });
  const pooled = await openTestDatabase();
  await setRole(pooled, [
    ['DateStyle', 'German, DMY'],
    ['array_nulls', 'off'],
    ['default_transaction_isolation', 'serializable'],
    ['statement_timeout', '100ms'],
  ]);
  const read = await through(
    'transaction',
    (db, { url }) => readEverything({ db, url, close: () => Promise.resolve() }, simulator),
    pooled,
  );
  await pooled.close();
  expect(read).toEqual(expected);
}, 120_000);

test('wake-ups are sent and worked through a pooler', async () => {
  await through('transaction', async (db) => {
    const jobs = createJobs({ db, logger: silentLogger, pollSeconds: 0.1 });
    const { promise, resolve } = Promise.withResolvers<string>();
    await jobs.start();
    await jobs.work(
      (realmId) => {
        resolve(realmId);
        return Promise.resolve({ kind: 'done' });
      },
      { concurrency: 2 },
    );
    await jobs.wake(toRealmId('9130347957983456'));
    expect(await promise).toBe('9130347957983456');
    await jobs.stop();
  });
});

test('a session for people leaves nothing behind in the sessions that others get next', async () => {
  await through('transaction', async (db, { url }) => {
    const session = await openSqlSession(db, { write: false });
    for (let turn = 0; turn < 6; turn += 1)
      expect((await session.run('SELECT count(*) FROM organizations'))[0]?.rows).toEqual([['0']]);
    const refused = await session.run('SELECT 1;\nDELETE FROM public.note').catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'CLI_SQL_FAILED', details: { sqlState: '25006' } });
    await expect(session.run('SELECT 1;\n\nSELECT nothing')).rejects.toMatchObject({ details: { line: 3 } });
    await session.close();
    const other = await openDatabase({ url, logger: silentLogger, maxConnections: 3 });
    const settings = () =>
      other.query(
        `SELECT current_setting('search_path') AS path, current_setting('default_transaction_read_only') AS reads_only`,
      );
    for (let turn = 0; turn < 6; turn += 1)
      expect(await settings()).toEqual([{ path: '"$user", public', readsOnly: 'off' }]);
    await other.close();
  });
});

test('what may not run in a transaction runs outside of one through a pooler too', async () => {
  await through('transaction', async (db) => {
    const text = 'CREATE INDEX CONCURRENTLY note_body ON public.note (body)';
    await db.execute(text, undefined, { alone: true });
    expect(
      await db.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'note_body'::regclass"),
    ).toEqual([{ indisvalid: true }]);
  });
});

test('a prepared statement that the session does not have is prepared no more, and nothing is lost', async () => {
  const db = await openDatabase({ url: database.url, logger: silentLogger, maxConnections: 1 });
  try {
    const ask = () => db.query('SELECT 1 AS kept', [], prepared);
    await ask();
    // As a pooler does that came between while the program ran.
    await db.execute('DEALLOCATE ALL');
    expect(await ask()).toEqual([{ kept: 1 }]);
    expect(db.pooled).toBe(true);
  } finally {
    await db.close();
  }
  const other = await openDatabase({ url: database.url, logger: silentLogger, maxConnections: 1 });
  try {
    const ask = () => other.transaction((tx) => tx.query('SELECT 1 AS kept', [], prepared));
    await ask();
    await other.execute('DEALLOCATE ALL');
    await expect(ask()).rejects.toMatchObject({ code: 'DATABASE_CONFLICT', row: { next: 'retry' } });
    expect(await ask()).toEqual([{ kept: 1 }]);
  } finally {
    await other.close();
  }
});

test('whoever listens already is told to look again once a pooler has come between', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  let pooled = false;
  const listener = createListener(
    () => ({ connectionString: database.url.reveal() }),
    silentLogger,
    () => pooled,
  );
  const looks = vi.fn<() => void>();
  await listener.listen('channel', () => undefined, looks);
  vi.advanceTimersByTime(LOOK_AGAIN_MS);
  expect(looks).not.toHaveBeenCalled();
  pooled = true;
  vi.advanceTimersByTime(LOOK_AGAIN_MS);
  expect(looks).toHaveBeenCalledTimes(1);
  await listener.close();
  expect(vi.getTimerCount()).toBe(0);
});
