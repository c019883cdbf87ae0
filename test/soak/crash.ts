/*
 * Web and worker processes killed with SIGKILL at random moments, run after run, each from a seed of its own.
 * Usage: node test/soak/crash.ts [--runs 100] [--seed 1] [--kills 12]
 */
import { parseArgs } from 'node:util';
import { crashRun } from '../support/crash-run.ts';
import { startTestServer } from '../support/postgres-server.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '12' },
  },
});
const [runs, firstSeed, kills] = [Number(values.runs), Number(values.seed), Number(values.kills)];
/** One run of so many is of the program as it is installed; the others are of bare workers, which die faster. */
const PROGRAM_EVERY = 5;

const server = await startTestServer();
let broken = 0;
const sums = { workerKills: 0, webKills: 0, calls: 0, changes: 0, repeated: 0 };
try {
  for (let run = 0; run < runs; run += 1) {
    const seed = firstSeed + run;
    const mode = run % PROGRAM_EVERY === PROGRAM_EVERY - 1 ? 'program' : 'slices';
    const result = await crashRun({ server, seed, mode, kills: mode === 'program' ? 4 : kills, size: 300 });
    const repeated = Object.values(result.repeated).reduce((sum, pages) => sum + pages, 0);
    sums.workerKills += result.workerKills;
    sums.webKills += result.webKills;
    sums.calls += result.calls;
    sums.changes += result.changes;
    sums.repeated += repeated;
    if (result.broken.length > 0) broken += 1;
    const moments = Object.entries(result.moments).map(([moment, count]) => `${moment} ${count}`);
    console.log(
      `run ${run + 1}/${runs} seed ${seed} ${mode}: ${result.workerKills} workers and ${result.webKills} web killed (${moments.join(', ')}), ` +
        `${result.changes} changes, ${result.calls} calls, ${repeated} pages again, ${result.seconds} s: ${result.broken.length === 0 ? 'exact' : 'BROKEN'}`,
    );
    for (const line of result.broken.slice(0, 20)) console.log(`  ${line}`);
  }
} finally {
  await server.stop();
}
console.log(
  `crash: ${runs} runs, ${sums.workerKills} workers and ${sums.webKills} web processes killed, ${sums.changes} changes, ` +
    `${sums.calls} calls, ${sums.repeated} pages fetched again: ${broken === 0 ? 'every copy exact' : `${broken} runs BROKEN`}`,
);
process.exit(broken === 0 ? 0 : 1);
