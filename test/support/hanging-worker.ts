// A worker that takes one wake-up, says so, and never finishes: something to kill.
import { silentLogger } from '../../src/base/logger.ts';
import { Secret } from '../../src/base/secret.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { openDatabase } from '../../src/postgres/database.ts';

const db = await openDatabase({
  url: new Secret(process.env['TEST_DATABASE_URL'] ?? ''),
  logger: silentLogger,
  maxConnections: 10,
});
const jobs = createJobs({ db, logger: silentLogger });
await jobs.start();
await jobs.work(
  async (realmId) => {
    console.log(realmId);
    return new Promise(() => undefined);
  },
  { concurrency: 1 },
);
