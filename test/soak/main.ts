/*
 * `npm run test:soak`: the long forms of what the sync has to survive, one after the other, in a process of their own
 * each, with what they print; at the end a table. Exit code 1 when one of them found anything.
 * Usage: node test/soak/main.ts [name ...] [-- arguments for each]
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const parts = ['crash', 'faults', 'away', 'memory', 'idle', 'refresh', 'export', 'sign-in'] as const;

const [names, more] = split(process.argv.slice(2));
const unknown = names.filter((name) => !parts.some((part) => part === name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are ${parts.join(', ')}.`);
  process.exit(2);
}

const results: { part: string; minutes: number; result: string; said: string }[] = [];
for (const part of parts.filter((one) => names.length === 0 || names.includes(one))) {
  console.log(`\n== ${part}`);
  const startedAt = performance.now();
  const { code, last } = await run(part);
  const minutes = Math.round((performance.now() - startedAt) / 6000) / 10;
  results.push({ part, minutes, result: code === 0 ? 'passed' : 'FAILED', said: last.slice(0, 160) });
}
console.log('');
console.table(results);
process.exit(results.some(({ result }) => result === 'FAILED') ? 1 : 0);

function split(args: readonly string[]): [readonly string[], readonly string[]] {
  const at = args.indexOf('--');
  return at < 0 ? [args, []] : [args.slice(0, at), args.slice(at + 1)];
}

/** Runs one of them; what it prints is passed on. */
function run(part: string): Promise<{ code: number | null; last: string }> {
  const file = fileURLToPath(new URL(`${part}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text);
    last = text.trimEnd().split('\n').at(-1) ?? last;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, last }));
  });
}
