/**
 * What has to stand before the program or the tests can run, besides dependencies (install.mjs): Node and the built
 * dashboard.
 * Plain JavaScript that runs on Node 20, because it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ownNode } from '../bin/own-node.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);

/** Ends the process with sentences instead of a stack. */
export class Explained extends Error {}

export function requireNode20() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  throw new Explained(
    `Node ${process.versions.node} is too old to begin with. Install Node 20 or newer from https://nodejs.org, then try again.`,
  );
}

/** The Node that runs the program: the one from node_modules, or the present one where it is new enough. */
export function programNode() {
  const own = ownNode();
  if (own !== undefined) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Explained(
    [
      `Ledger Mirror needs Node 22.18 or newer; this is ${process.versions.node}, and the copy that npm brings for most`,
      'platforms is missing: there is none for this one, or npm was told to leave optional packages out.',
      'Run `npm ci --include=optional`, or install a newer Node from https://nodejs.org.',
    ].join('\n'),
  );
}

const DASHBOARD_INPUTS = [
  'dashboard/src',
  'dashboard/public',
  'dashboard/index.html',
  'dashboard/package.json',
  'dashboard/vite.config.ts',
  'dashboard/tsconfig.json',
  'src/api-contract',
  'package-lock.json',
];

/** Builds the dashboard when its sources are not those of the last build. Returns whether it did. */
export async function buildDashboardWhenStale(say) {
  const stamp = at('dashboard', 'dist', '.built-from');
  const inputs = hashOf(DASHBOARD_INPUTS);
  if (
    existsSync(at('dashboard', 'dist', 'index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === inputs
  )
    return false;
  say('Building the dashboard…');
  const vite = at('node_modules', 'vite', 'bin', 'vite.js');
  const code = await run(programNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: at('dashboard') });
  if (code !== 0) throw new Explained('The dashboard could not be built; the lines above say why.');
  writeFileSync(stamp, inputs);
  return true;
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(at(path))) return;
    if (statSync(at(path)).isDirectory()) {
      for (const name of readdirSync(at(path)).sort()) visit(`${path}/${name}`);
    } else
      hash
        .update(`${path}\0`)
        .update(readFileSync(at(path)))
        .update('\0');
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

/** Runs a program to its end with our own input and output. Resolves with its exit code. */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? code : 1));
  });
}

/** Runs `main`; what it explains is printed as sentences, everything else as the bug it is. */
export async function explain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Explained ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
