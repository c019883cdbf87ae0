/*
 * Nobody looks for 10, 31, 60 (in the middle of the first copy) and 400 days, while records are deleted, names merged,
 * and 5,000 records of one entity change.
 * Usage: node test/soak/away.ts [--size 2500] [--seed 1] [--changes 5000] [--merges 3]
 */
import { parseArgs } from 'node:util';
import { awayRun, openInThePast } from '../support/away-run.ts';
import { openProofDatabase } from '../support/installation.ts';
import { startTestServer } from '../support/postgres-server.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '2500' },
    seed: { type: 'string', default: '1' },
    changes: { type: 'string', default: '5000' },
    merges: { type: 'string', default: '3' },
  },
});

const server = await startTestServer();
let brokenCount = 0;
try {
  for (const days of [10, 31, 60, 400]) {
    const startedAt = performance.now();
    const options = { seed: Number(values.seed), size: Number(values.size) };
    const installation = await openInThePast(await openProofDatabase(server), days, options);
    const [realmId] = installation.realmIds;
    if (realmId === undefined) throw new Error('The simulator has no company.');
    const broken = await awayRun(installation, realmId, {
      days,
      changes: Number(values.changes),
      merges: Number(values.merges),
      isCopied: days !== 60,
    });
    const calls = installation.proxy.calls.length;
    await installation.close();
    if (broken.length > 0) brokenCount += 1;
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    console.log(
      `${days} days away: ${calls} calls, ${seconds} s: ${broken.length === 0 ? 'exact' : 'BROKEN'}`,
    );
    for (const line of broken.slice(0, 20)) console.log(`  ${line}`);
    if (broken.length > 20) console.log(`  and ${broken.length - 20} more`);
  }
} finally {
  await server.stop();
}
console.log(`away: ${brokenCount === 0 ? 'every copy exact' : `${brokenCount} of 4 BROKEN`}`);
process.exit(brokenCount === 0 ? 0 : 1);
