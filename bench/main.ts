// `npm run bench [-- part] [-- --scale 0.1]`: runs every part of this folder and of simulator/bench, one after the other, prints a table
// and JSON, and puts the figures of parts at full size into docs/performance.md, where the part has a place.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { scale } from '../test/support/bench-scale.ts';

/** One figure. `basis` says what it was measured on, where the name does not. */
export type Measure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly basis?: string;
};

/** What a part of the bench exports. */
export type BenchPart = { readonly run: () => Promise<readonly Measure[] | Percentiles> };
/** Milliseconds by question. */
type Percentiles = Readonly<Record<string, { readonly p50: number; readonly p95: number }>>;

const wanted = process.argv[2]?.startsWith('--') === true ? undefined : process.argv[2];
const folders = ['.', '../simulator/bench'];
const parts = folders
  .flatMap((folder) => readdirSync(join(import.meta.dirname, folder)).map((file) => ({ folder, file })))
  .filter(({ file }) => file.endsWith('.ts') && file !== 'main.ts' && file !== 'measure.ts')
  .map(({ folder, file }) => ({ path: `${folder}/${file}`, part: file.slice(0, -'.ts'.length) }))
  .filter(({ part }) => wanted === undefined || part === wanted || part.startsWith(`${wanted}-`))
  .toSorted((a, b) => (a.part < b.part ? -1 : 1));

const results: Record<string, readonly Measure[]> = {};
for (const { part, path } of parts) {
  const { run } = (await import(`./${path}`)) as BenchPart;
  const load = loadavg()[0] ?? 0;
  const measures = toMeasures(await run());
  results[part] = measures;
  console.log(`\n${part} (load ${load.toFixed(1)} before)`);
  for (const { name, value, unit, basis = '' } of measures)
    console.log(`  ${name.padEnd(44)} ${format(value).padStart(12)} ${unit.padEnd(16)} ${basis}`.trimEnd());
  if (scale === 1) publish(part, measures, load);
}
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: availableParallelism() };
console.log(`\n${JSON.stringify({ machine, results })}`);
process.exit(0);

function format(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 2 : 0 });
}

function toMeasures(found: readonly Measure[] | Percentiles): readonly Measure[] {
  if (isList(found)) return found;
  return Object.entries(found).map(([name, { p50, p95 }]) => ({
    name,
    value: p95,
    unit: 'ms (p95)',
    basis: `p50 ${format(p50)} ms`,
  }));
}

function isList(found: readonly Measure[] | Percentiles): found is readonly Measure[] {
  return Array.isArray(found);
}

/** Replaces what stands between the marks of a part, if the document has them. */
function publish(part: string, measures: readonly Measure[], load: number): void {
  const file = new URL('../docs/performance.md', import.meta.url);
  const document = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- bench ${part} -->\n`, `<!-- /bench ${part} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) return;
  const day = new Date().toISOString().slice(0, 10);
  const about = `\`npm run bench -- ${part}\`, ${day}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${load.toFixed(1)} before it began.`;
  const rows = measures.map(
    ({ name, value, unit, basis = '' }) => `| ${name} | ${format(value)} ${unit} | ${basis} |`,
  );
  const text = [about, '', '| | | |', '|---|---|---|', ...rows, ''].join('\n');
  writeFileSync(file, document.slice(0, from + begin.length) + text + document.slice(to));
}
