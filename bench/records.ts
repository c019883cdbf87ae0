/*
 * How long a page of records takes out of a million invoices, over HTTP on this machine. Aim: 50 ms at the 95th
 * percentile for a page of 100.
 */
import { pathToFileURL } from 'node:url';
import { createRecordApp } from '../test/support/record-app.ts';
import { openSeededDatabase } from '../test/support/million-invoices.ts';

export const name = 'records';

const REALM = '4001';

type Measure = { readonly p50: number; readonly p95: number; readonly max: number; readonly samples: number };

const questions: Readonly<Record<string, (index: number) => string>> = {
  'first page by id': () => '',
  'newest by date': () => 'sort=-txn_date',
  'of one customer, newest first': (index) => `filter=customer_id:eq:${(index * 37) % 5000}&sort=-txn_date`,
  'of one month, by date': (index) =>
    `filter=txn_date:gte:2024-${String((index % 12) + 1).padStart(2, '0')}-01&sort=txn_date`,
  'last changed': () => 'sort=-updated_at',
  'followed since an hour before the end': () => 'updatedSince=2026-01-01T00:30:00Z',
  'with lines': () => 'sort=-txn_date&include=lines',
  'few columns': () => 'fields=id,doc_number,txn_date,total_amt,balance,customer_name&sort=-txn_date',
};

function percentiles(times: readonly number[]): Measure {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), max: at(1), samples: times.length };
}

/** Seeds a database of its own, asks, and takes everything down again. Milliseconds by question. */
export async function run(
  options: { invoices?: number; samples?: number } = {},
): Promise<Readonly<Record<string, Measure>>> {
  const { invoices = 1_000_000, samples = 200 } = options;
  const database = await openSeededDatabase({ realmId: REALM, invoices });
  const { app } = await createRecordApp(database.db);
  try {
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const page = async (query: string): Promise<{ ms: number; cursor: string | undefined }> => {
      const startedAt = performance.now();
      const answer = await fetch(`${url}/v1/organizations/${REALM}/records/invoices?limit=100&${query}`);
      const text = await answer.text();
      const ms = performance.now() - startedAt;
      if (answer.status !== 200) throw new Error(text);
      return { ms, cursor: (JSON.parse(text) as { nextCursor?: string }).nextCursor };
    };
    const measures: Record<string, Measure> = {};
    for (const [asked, question] of Object.entries(questions)) {
      await page(question(0));
      const times: number[] = [];
      for (let index = 0; index < samples; index += 1) times.push((await page(question(index))).ms);
      measures[asked] = percentiles(times);
    }
    // Deep into a listing: the thousandth page costs what the first does.
    const times: number[] = [];
    let cursor = '';
    for (let index = 0; index < 1000; index += 1) {
      const found = await page(`sort=-txn_date${cursor}`);
      times.push(found.ms);
      cursor = `&cursor=${encodeURIComponent(found.cursor ?? '')}`;
    }
    measures['page 900 to 1000, newest by date'] = percentiles(times.slice(900));
    return measures;
  } finally {
    await app.close();
    await database.close();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.table(await run());
}
