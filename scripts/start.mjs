/**
 * `npm start`: prepares what is missing, then runs `ledger-mirror start` on the Node that the clone brings.
 * Plain JavaScript that runs on Node 20.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { nodeFlags } from '../bin/node-flags.mjs';
import { watchParent } from '../bin/parent-death.mjs';
import { installWhenNeeded } from './install.mjs';
import { buildDashboardWhenStale, explain, programNode, requireNode20, root } from './prepare.mjs';

const say = (line) => console.error(line);

await explain(async () => {
  requireNode20();
  await installWhenNeeded(say);
  await buildDashboardWhenStale(say);
  const main = join(root, 'src', 'cli', 'main.ts');
  // The fourth channel tells the program when this launcher dies, however it dies.
  const child = spawn(programNode(), [...nodeFlags, main, 'start', ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // The sources are compiled once, not at every start.
    env: { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'), ...process.env },
  });
  // A terminal sends Ctrl-C to the program as well; it takes signals that come together for one.
  const pass = (signal) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  watchParent(() => pass('SIGTERM'));
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
});
