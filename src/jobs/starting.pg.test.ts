import { expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { openDatabase } from '../postgres/database.ts';
import { createJobs } from './jobs.ts';

test('four processes that start on a new database at the same moment all come up, ten times in a row', async () => {
  const { db, url, close } = await openTestDatabase();
  const pools = await Promise.all(
    // The smallest a pool can be: whoever waits for its turn must not wait for a connection as well.
    [1, 2, 2, 2].map((maxConnections) => openDatabase({ url, logger: silentLogger, maxConnections })),
  );
  try {
    for (let round = 0; round < 10; round += 1) {
      const instances = pools.map((pool) => createJobs({ db: pool, logger: silentLogger }));
      const started = await Promise.allSettled(instances.map((jobs) => jobs.start()));
      await Promise.all(instances.map((jobs) => jobs.stop()));
      expect(started.filter(({ status }) => status === 'rejected')).toEqual([]);
      await db.execute('DROP SCHEMA pgboss CASCADE');
    }
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
    await close();
  }
}, 120_000);

test('a start that fails lets the next one have its turn', async () => {
  const { db, url, close } = await openTestDatabase();
  const away = await openDatabase({ url, logger: silentLogger, maxConnections: 1 });
  const [one, two] = [away, db].map((pool) => createJobs({ db: pool, logger: silentLogger }));
  await away.close();
  await expect(one?.start()).rejects.toThrow();
  await two?.start();
  await two?.stop();
  await close();
}, 60_000);
