// How fast the simulator answers from one core, so that it is never what another measure finds; and how fast it makes its data.
import { request } from 'node:http';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

import { silentLogger } from '../src/base/logger.ts';
import { defaultClient, startSimulator } from '../src/index.ts';
import { type Measure } from './measure.ts';

const RECORDS = 30_000;
const PAGE = 1_000;
const RUNS = 3;
const REDIRECT = 'http://localhost/callback';

type Started = { readonly url: string; readonly realmId: string; readonly startMs: number };

/** The server, on a thread of its own. */
async function serve(): Promise<void> {
  const from = performance.now();
  const simulator = await startSimulator({ port: 0, seed: 1, size: RECORDS, logger: silentLogger });
  const started: Started = {
    url: simulator.url,
    realmId: simulator.companies[0]?.realmId ?? '',
    startMs: performance.now() - from,
  };
  parentPort?.postMessage(started);
}

async function accessToken({ url, realmId }: Started): Promise<string> {
  const form = {
    client_id: defaultClient.id,
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'com.intuit.quickbooks.accounting',
    realmId,
    decision: 'allow',
  };
  const consent = { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' } as const;
  const back = (await fetch(`${url}/connect/oauth2`, consent)).headers.get('location') ?? '';
  const code = new URL(back).searchParams.get('code') ?? '';
  const body = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT });
  const authorization = `Basic ${btoa(`${defaultClient.id}:${defaultClient.secret}`)}`;
  const answer = await fetch(`${url}/oauth2/v1/tokens/bearer`, {
    method: 'POST',
    body,
    headers: { authorization },
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

type Asker = (path: string, encoding?: string) => Promise<Buffer>;

/** Asks and receives the bytes; nothing is parsed, so that the server is what is measured. */
function createAsker({ url, realmId }: Started, token: string): Asker {
  return (path, encoding = 'identity') =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'accept-encoding': encoding,
      };
      const call = request(`${url}/v3/company/${realmId}/${path}`, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
        response.on('error', reject);
      });
      call.on('error', reject);
      call.end();
    });
}

const query = (statement: string): string => `query?query=${encodeURIComponent(statement)}`;

/** Rows a second of the best of a few runs over every page. */
async function listing(ask: Asker, total: number, order: string, encoding?: string): Promise<number> {
  let best = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const from = performance.now();
    for (let start = 1; start <= total; start += PAGE)
      await ask(query(`select * from Invoice ${order} startposition ${start} maxresults ${PAGE}`), encoding);
    best = Math.max(best, (total / (performance.now() - from)) * 1_000);
  }
  return best;
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  for (let done = 0; done < count; done += 1) await work();
  return (count / (performance.now() - from)) * 1_000;
}

async function measure(started: Started): Promise<Measure[]> {
  const ask = createAsker(started, await accessToken(started));
  const counted = JSON.parse((await ask(query('select count(*) from Invoice'))).toString()) as {
    QueryResponse: { totalCount: number };
  };
  const total = counted.QueryResponse.totalCount;
  const page = await ask(query(`select * from Invoice maxresults ${PAGE}`));
  const bytes = Math.round(page.length / PAGE);
  const basis = `${total} invoices, pages of 1,000, ${bytes} bytes each`;
  const since = new Date(Date.now() - 29 * 86_400_000).toISOString();
  const byTime = 'orderby MetaData.CreateTime';
  return [
    { name: 'invoices listed', value: await listing(ask, total, byTime), unit: 'rows/s', basis },
    {
      name: 'invoices listed, compressed',
      value: await listing(ask, total, byTime, 'gzip'),
      unit: 'rows/s',
      basis,
    },
    { name: 'invoices listed, default order', value: await listing(ask, total, ''), unit: 'rows/s', basis },
    {
      name: 'count',
      value: await perSecond(300, () => ask(query('select count(*) from Invoice'))),
      unit: 'calls/s',
      basis: `${total} invoices`,
    },
    { name: 'read by id', value: await perSecond(1_000, () => ask('companyinfo/1')), unit: 'calls/s' },
    {
      name: 'changes of 29 days',
      value: await perSecond(50, () => ask(`cdc?entities=Invoice,Customer,Payment&changedSince=${since}`)),
      unit: 'calls/s',
    },
    {
      name: 'companies made',
      value: (RECORDS / started.startMs) * 1_000,
      unit: 'records/s',
      basis: `${RECORDS} records in each company, each counted once`,
    },
  ];
}

export async function run(): Promise<readonly Measure[]> {
  const worker = new Worker(new URL(import.meta.url), { workerData: 'serve' });
  try {
    const started = await new Promise<Started>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    return await measure(started);
  } finally {
    await worker.terminate();
  }
}

if (!isMainThread && workerData === 'serve') await serve();
