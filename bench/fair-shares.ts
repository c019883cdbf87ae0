// How long others wait while one viewer asks for sixty pages at a time and begins four exports: the probe that tells that the
// process lives, a page that the owner asks for, and the owner's export. The server is a process of its own.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createAccess } from '../src/access/access.ts';
import { systemClock } from '../src/base/clock.ts';
import { scale } from '../test/support/bench-scale.ts';
import { openSeededDatabase } from '../test/support/million-invoices.ts';
import type { Measure } from './main.ts';

const REALM = '4001';
const PAGES_AT_ONCE = 60;
const SECONDS = 20;
const by = { kind: 'command', id: '', name: '', role: 'owner', organizations: undefined } as const;

type Times = { readonly name: string; readonly times: number[]; failed: number };

/** Asks again and again, a pause between, until told to stop. */
async function repeat(
  into: Times,
  pauseMs: number,
  until: AbortSignal,
  ask: () => Promise<number>,
): Promise<void> {
  while (!until.aborted) {
    const startedAt = performance.now();
    const status = await ask();
    if (status === 200) into.times.push(performance.now() - startedAt);
    else into.failed += 1;
    await systemClock.sleep(pauseMs);
  }
}

function toMeasures({ name, times, failed }: Times): Measure[] {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const basis = `p50 ${at(0.5)} ms, longest ${at(1)} ms of ${sorted.length}${failed > 0 ? `; ${failed} refused` : ''}`;
  return [{ name, value: at(0.95), unit: 'ms (p95)', basis }];
}

/** Begins an export and reads no more than its head. */
const beginExport = (url: string, headers: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject);
  });

async function startServer(url: string): Promise<{ child: ChildProcess; address: string }> {
  const child = fork(fileURLToPath(new URL('../test/support/web-process.ts', import.meta.url)), {
    env: { DATABASE_URL: url, CONNECTIONS: '20' },
  });
  const [address] = (await once(child, 'message')) as [string];
  return { child, address };
}

export async function run(): Promise<readonly Measure[]> {
  const database = await openSeededDatabase({ realmId: REALM, invoices: Math.ceil(50_000 * scale) });
  const { child, address } = await startServer(database.url.reveal());
  try {
    const access = createAccess({ db: database.db, clock: systemClock });
    const keyOf = async (role: 'viewer' | 'owner'): Promise<Record<string, string>> => {
      const { secret } = await access.keys.create({ name: role, role, organizations: undefined }, by);
      return { authorization: `Bearer ${secret.reveal()}` };
    };
    const [viewer, owner] = [await keyOf('viewer'), await keyOf('owner')];
    const records = `${address}/v1/organizations/${REALM}/records/invoices`;
    const read = async (url: string, headers: Record<string, string> = {}): Promise<number> => {
      const answer = await fetch(url, { headers });
      await answer.arrayBuffer();
      return answer.status;
    };
    const quiet = new AbortController();
    const alone: Times = { name: 'owner: a page of 100, alone', times: [], failed: 0 };
    const [calm] = [repeat(alone, 50, quiet.signal, () => read(`${records}?limit=100`, owner))];
    await systemClock.sleep(3000);
    quiet.abort();
    await calm;

    const exports = await Promise.all(
      [1, 2, 3, 4].map(() => beginExport(`${records}?format=ndjson`, viewer)),
    );
    const begun = exports.filter(({ statusCode }) => statusCode === 200).length;
    const own = await beginExport(`${records}?format=ndjson`, owner);
    const granted = own.statusCode === 200 ? 1 : 0;
    for (const one of [...exports, own]) one.destroy();

    const end = new AbortController();
    const flood: Times = { name: 'viewer: sixty pages of 1,000 at a time, each', times: [], failed: 0 };
    const live: Times = { name: 'liveness meanwhile', times: [], failed: 0 };
    const page: Times = { name: 'owner: a page of 100 meanwhile', times: [], failed: 0 };
    const question = `${records}?limit=1000&include=lines&sort=-updated_at`;
    const all = [
      ...Array.from({ length: PAGES_AT_ONCE }, () =>
        repeat(flood, 0, end.signal, () => read(question, viewer)),
      ),
      repeat(live, 50, end.signal, () => read(`${address}/v1/health/live`)),
      repeat(page, 50, end.signal, () => read(`${records}?limit=100`, owner)),
    ];
    await systemClock.sleep(SECONDS * 1000);
    end.abort();
    await Promise.all(all);
    return [
      ...[alone, live, page, flood].flatMap(toMeasures),
      { name: 'viewer: exports begun of four', value: begun, unit: '' },
      { name: 'owner: export beside them', value: granted, unit: 'begun' },
    ];
  } finally {
    child.disconnect();
    await database.close();
  }
}
