/**
 * `npm test`: every check and test, in stages, from a fresh clone. Ends with the line `N passed, N failed`.
 * Plain JavaScript that runs on Node 20.
 *
 * A static check counts as one test. A stage that found no tests has failed: an empty run proves nothing.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { watchParent } from '../bin/parent-death.mjs';
import { installWhenNeeded } from './install.mjs';
import { buildDashboardWhenStale, explain, programNode, requireNode20, root } from './prepare.mjs';

const say = (line) => console.log(line);
const bin = join(root, 'node_modules', '.bin');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const reports = mkdtempSync(join(tmpdir(), 'ledger-mirror-test-'));
const children = new Set();
let interrupted = false;

const check = (script) => ({ name: script, run: () => staticCheck(script) });
const project = (name) => ({ name, run: () => vitest(name) });

/** What runs after everything is installed; the seconds are how long each may take on two cores. */
const stages = [
  {
    title: 'static',
    seconds: 40,
    parts: [check('typecheck'), check('lint'), check('format:check'), check('unused'), check('docs:check')],
  },
  { title: 'unit', seconds: 60, parts: [project('unit')] },
  { title: 'PostgreSQL', seconds: 120, parts: [project('pg')] },
  { title: 'end to end', seconds: 200, parts: [project('e2e')] },
  { title: 'browser', seconds: 120, parts: [project('browser')] },
];

const interrupt = (signal) => {
  interrupted = true;
  for (const child of children) signalGroup(child, signal);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt);
watchParent(() => interrupt('SIGTERM'));

await explain(async () => {
  try {
    requireNode20();
    await runStages();
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});

async function runStages() {
  const lines = [];
  const total = { passed: 0, failed: 0 };
  const timed = async (title, seconds, work) => {
    say(`\n━━ ${title}`);
    const startedAt = performance.now();
    const result = await work();
    total.passed += result.passed;
    total.failed += result.failed;
    const took = ((performance.now() - startedAt) / 1000).toFixed(1);
    const counts = `${result.passed} passed, ${result.failed} failed`;
    lines.push(
      `${title.padEnd(20)} ${took.padStart(7)} s of ${String(seconds).padStart(3)}   ${title === 'install and build' ? '' : counts}`.trimEnd(),
    );
  };
  await timed('install and build', 120, async () => {
    await installWhenNeeded(say);
    await buildDashboardWhenStale(say);
    return { passed: 0, failed: 0 };
  });
  for (const stage of stages) {
    if (interrupted) break;
    await timed(stage.title, stage.seconds, async () => {
      const sum = { passed: 0, failed: 0 };
      for (const part of stage.parts) {
        if (interrupted) break;
        const result = await part.run();
        sum.passed += result.passed;
        sum.failed += result.failed;
      }
      return sum;
    });
  }
  if (interrupted) {
    say('\nInterrupted.');
    total.failed += 1;
  }
  say(`\n${lines.join('\n')}\n`);
  say(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
}

/** A script of package.json, with the tools and the Node of the clone. */
async function staticCheck(name) {
  const command = scripts[name];
  if (command === undefined) throw new Error(`package.json has no script ${name}.`);
  const code = await runInGroup(command, [], { shell: true });
  say(code === 0 ? `  ✓ ${name}` : `  ✗ ${name}: \`npm run ${name}\` failed`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(name) {
  const report = join(reports, `${name}.json`);
  const args = [
    'run',
    '--project',
    name,
    // A test that somebody runs alone, and forgets to set free, would be the only one here, too.
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await runInGroup(programNode(), [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...args]);
  const { passed, failed } = countTests(report);
  if (passed + failed === 0) {
    say(`  ✗ ${name}: no test ran`);
    return { passed: 0, failed: 1 };
  }
  // A file that does not load, or an error outside any test, fails the run without a failed test.
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function countTests(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** Each tool runs in a process group of its own, and whatever it leaves behind in it is ended with it. */
function runInGroup(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...options,
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
    });
    children.add(child);
    child.once('error', reject);
    child.once('exit', (code) => {
      children.delete(child);
      signalGroup(child, 'SIGKILL');
      resolve(code ?? 1);
    });
  });
}

function signalGroup(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
