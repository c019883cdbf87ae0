// Whether a million made-up transactions are ready in three minutes and stay within 4 GB. In a process of its own,
// so that its memory is nobody else's: `npm run bench million`.
import { fork } from 'node:child_process';

import { generateCompanies } from '../src/data/generate.ts';
import { type Measure } from './measure.ts';

const WANTED = 1_000_000;
/** Records in each of four companies; a few in a hundred are no transactions. */
const SIZE = 260_000;
const AS_OF = new Date('2026-01-01T00:00:00Z');

/** Makes the companies and tells the parent what it took. */
function generate(): void {
  const from = performance.now();
  const companies = generateCompanies(1, SIZE, AS_OF);
  const seconds = (performance.now() - from) / 1_000;
  let transactions = 0;
  let records = 0;
  for (const { company } of companies) {
    for (const table of company.tables.values()) {
      records += table.size;
      if (table.entity.kind === 'transaction') transactions += table.size;
    }
  }
  if (transactions < WANTED) throw new Error(`Only ${transactions} transactions were made.`);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const basis = `${transactions} transactions, ${records} records`;
  const measures: Measure[] = [
    { name: 'generated', value: seconds, unit: 's (180 at most)', basis },
    { name: 'processor time', value: (userCPUTime + systemCPUTime) / 1e6, unit: 's' },
    { name: 'peak memory', value: (maxRSS * 1_024) / 1e9, unit: 'GB (4 at most)' },
  ];
  process.send?.(measures, () => process.exit(0));
}

export function run(): Promise<readonly Measure[]> {
  const child = fork(import.meta.filename);
  return new Promise((resolve, reject) => {
    child.once('message', (measures) => resolve(measures as Measure[]));
    child.once('exit', (code) => reject(new Error(`The generating process ended with ${code}.`)));
  });
}

if (import.meta.main && process.send !== undefined) generate();
