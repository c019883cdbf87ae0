#!/usr/bin/env node
/**
 * The command `ledger-mirror`. Plain JavaScript that any Node can read: it finds the program (the sources in a
 * clone, the compiled form in a published package) and a Node that can run it, or explains what is missing.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { nodeFlags } from './node-flags.mjs';
import { ownNode } from './own-node.mjs';
import { watchParent } from './parent-death.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// In a clone the sources are the truth; a forgotten build would be an old one.
const program = [at('src/cli/main.ts'), at('dist/src/cli/main.js')].find((path) => existsSync(path));
// What was compiled is kept: a short command starts in two thirds of the time.
const cache = at('.cache/compiled');
const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 18);
const local = ownNode();

if (program === undefined) {
  fail('The program is missing from this package; install it again.');
} else if (program.endsWith('.ts') && !existsSync(at('node_modules'))) {
  fail('Nothing is installed in this clone yet. Run `npm start` or `npm ci` first.');
} else if (isNewEnough && process.argv[2] !== 'start') {
  // A short command starts faster without another process, and streams nothing that would need the flags.
  nodeModule.enableCompileCache(cache);
  watchParent(() => process.kill(process.pid, 'SIGTERM'));
  await import(pathToFileURL(program).href);
} else if (isNewEnough || local !== undefined) {
  const child = spawn(
    isNewEnough ? process.execPath : local,
    [...nodeFlags, program, ...process.argv.slice(2)],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { NODE_COMPILE_CACHE: cache, ...process.env },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  watchParent(() => child.kill('SIGTERM'));
  child.once('exit', (code) => {
    process.exitCode = code === null ? 1 : code;
  });
} else {
  fail(
    `Ledger Mirror needs Node 22.18 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  );
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
