import { expect, onTestFinished, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import type { Database } from '../postgres/database.ts';
import { createJobs } from './jobs.ts';

test('the queue takes turns that are ours, and no lock that every login may take', async () => {
  const { db, close } = await openTestDatabase();
  const said: string[] = [];
  const listening: Database = {
    ...db,
    execute: (text, values, options) => {
      said.push(text);
      return db.execute(text, values, options);
    },
  };
  const jobs = createJobs({ db: listening, logger: silentLogger, superviseSeconds: 1 });
  onTestFinished(async () => {
    await jobs.stop();
    await close();
  });
  await jobs.start();
  const looksAfter = (): boolean => said.some((text) => text.includes('monitor_on = pgboss.job_now()'));
  await expect.poll(looksAfter, { timeout: 20_000 }).toBe(true);
  const turns = (): number => said.filter((text) => text.includes('ledger_mirror.turns')).length;
  await expect.poll(turns, { timeout: 20_000 }).toBeGreaterThan(2);
  expect(said.filter((text) => text.includes('advisory'))).toEqual([]);
});
