/*
 * A company copied and followed through every fault there is, each in a database of its own.
 * Usage: node test/soak/faults.ts [--size 300] [--seed 1] [--only text]
 */
import { parseArgs } from 'node:util';
import {
  clockJump,
  disconnections,
  failing,
  faultKinds,
  outage,
  refusedWrites,
  restarts,
  revoked,
  surviveTrouble,
  throttled,
  type Trouble,
} from '../support/fault-run.ts';
import { openInstallation, openProofDatabase } from '../support/installation.ts';
import { startTestServer } from '../support/postgres-server.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const server = await startTestServer({ survivesCrashes: true });
const troubles: readonly Trouble[] = [
  failing(5),
  failing(30),
  ...faultKinds.flatMap((kind) => [failing(5, [kind]), failing(30, [kind])]),
  throttled,
  outage,
  clockJump(1),
  clockJump(-1),
  disconnections,
  restarts(server),
  refusedWrites,
  revoked,
].filter(({ title }) => title.includes(values.only));

let brokenCount = 0;
try {
  for (const trouble of troubles) {
    const startedAt = performance.now();
    const options = { seed: Number(values.seed), size: Number(values.size), pageSize: 25 };
    const installation = await openInstallation(await openProofDatabase(server), options);
    const [realmId] = installation.realmIds;
    if (realmId === undefined) throw new Error('The simulator has no company.');
    const broken = await surviveTrouble({ installation, realmId }, trouble);
    const calls = installation.proxy.calls.length;
    await installation.close();
    if (broken.length > 0) brokenCount += 1;
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    console.log(
      `${trouble.title}: ${calls} calls, ${seconds} s: ${broken.length === 0 ? 'exact' : 'BROKEN'}`,
    );
    for (const line of broken.slice(0, 20)) console.log(`  ${line}`);
  }
} finally {
  await server.stop();
}
console.log(
  `faults: ${troubles.length} troubles: ${brokenCount === 0 ? 'every copy exact' : `${brokenCount} BROKEN`}`,
);
process.exit(brokenCount === 0 ? 0 : 1);
