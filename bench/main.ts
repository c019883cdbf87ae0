// `npm run bench`: runs every other file of this folder, one after the other, and prints a table and JSON.
import { readdirSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

/** One figure. `basis` says what it was measured on, where the name does not. */
export type Measure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly basis?: string;
};

/** What a part of the bench exports. */
export type BenchPart = { readonly run: () => Promise<readonly Measure[]> };

const wanted = process.argv[2];
const parts = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((part) => wanted === undefined || part === wanted)
  .toSorted();

const results: Record<string, readonly Measure[]> = {};
for (const part of parts) {
  const { run } = (await import(`./${part}.ts`)) as BenchPart;
  results[part] = await run();
  console.log(`\n${part}`);
  for (const { name, value, unit, basis = '' } of results[part])
    console.log(`  ${name.padEnd(44)} ${format(value).padStart(12)} ${unit.padEnd(16)} ${basis}`.trimEnd());
}
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: availableParallelism() };
console.log(`\n${JSON.stringify({ machine, results })}`);
process.exit(0);

function format(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 2 : 0 });
}
