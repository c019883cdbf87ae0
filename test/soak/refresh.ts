// `node test/soak/refresh.ts [refreshes]`: many processes share one company's tokens, for minutes instead of seconds.
import { randomBytes } from 'node:crypto';
import { silentLogger } from '../../src/base/logger.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { runStatement, startTestServer, withDatabase } from '../support/postgres-server.ts';
import { raceForTokens } from '../support/token-race.ts';
import type { TokenRaceResult } from '../support/token-race.ts';

const refreshes = Number(process.argv[2] ?? 1000);
const day = 86_400_000;

type Round = {
  readonly title: string;
  readonly graceMs: number;
  readonly killEveryMs?: number;
  readonly refreshes: number;
  readonly expected: (result: TokenRaceResult) => boolean;
};

const never = ({ invalidGrants, mostInFlight }: TokenRaceResult): boolean =>
  invalidGrants === 0 && mostInFlight === 1;

const rounds: readonly Round[] = [
  { title: 'rotation', refreshes, graceMs: 0, expected: never },
  { title: 'rotation, SIGKILL, grace', refreshes, graceMs: day, killEveryMs: 150, expected: never },
  ...Array.from({ length: 10 }, (_, index) => ({
    title: `rotation, SIGKILL, no grace (${index + 1})`,
    refreshes: 1_000_000,
    graceMs: 0,
    killEveryMs: 40,
    // Whoever is killed between QuickBooks' refusal and the note of it leaves the next one to ask, once more.
    expected: ({ invalidGrants, mostInFlight, outcomes }: TokenRaceResult): boolean =>
      (invalidGrants === 1 || invalidGrants === 2) &&
      mostInFlight === 1 &&
      Object.keys(outcomes).toSorted().join() === 'QBO_GRANT_REVOKED,ok',
  })),
];

const server = await startTestServer();
try {
  for (const { title, expected, ...race } of rounds) {
    const name = `soak_${randomBytes(4).toString('hex')}`;
    await runStatement(server.url, `CREATE DATABASE ${name}`);
    const url = withDatabase(server.url, name);
    const db = await openDatabase({ url, logger: silentLogger, maxConnections: 10 });
    await migrate(db, { directory: new URL('../../migrations/', import.meta.url), logger: silentLogger });
    const result = await raceForTokens({ ...race, db, url, processes: 8 });
    await db.close();
    const verdict = expected(result) ? 'as promised' : 'BROKEN';
    if (verdict === 'BROKEN') process.exitCode = 1;
    console.log(`${title}: ${verdict} ${JSON.stringify(result)}`);
  }
} finally {
  await server.stop();
}
