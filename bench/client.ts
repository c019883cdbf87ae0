// How fast the QuickBooks client lists invoices from the simulator, which runs in another process, and how that compares
// with merely receiving the same bytes from a plain socket of that process and with merely parsing them.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { silentLogger } from '../src/base/logger.ts';
import { createTransport, listRecords } from '../src/quickbooks/index.ts';
import type { Transport } from '../src/quickbooks/index.ts';
import { startSimulator } from '../simulator/src/index.ts';
import { connectClient } from '../test/support/connected-client.ts';
import type { ConnectedClient } from '../test/support/connected-client.ts';
import type { Measure } from './main.ts';

const RECORDS = 60_000;
const PAGE = 1_000;
const RUNS = 5;
const PEER = 'peer-of-the-client';

type Peer = { readonly url: string; readonly realmId: string };

/** The other process: a simulator, and a socket that sends what it was given to whoever connects. */
async function serve(): Promise<void> {
  const simulator = await startSimulator({
    port: 0,
    seed: 1,
    size: RECORDS,
    companies: 1,
    logger: silentLogger,
  });
  process.once('disconnect', () => process.exit(0));
  process.once('message', (bytes: Uint8Array) => {
    const socket = createServer((peer) => peer.end(bytes)).listen(0, '127.0.0.1', () =>
      process.send?.((socket.address() as AddressInfo).port),
    );
  });
  process.send?.({ url: simulator.url, realmId: simulator.companies[0]?.realmId ?? '' } satisfies Peer);
}
if (process.argv[2] === PEER) await serve();

type Run = { readonly seconds: number; readonly cpuSeconds: number };

/** The median of a few runs, after one that warms up. */
async function measure(work: () => Promise<void> | void): Promise<Run> {
  await work();
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    runs.push({ seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 });
  }
  const median = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(RUNS / 2)];
  return median ?? { seconds: Number.NaN, cpuSeconds: Number.NaN };
}

/** The same transport, asking for answers as they are. */
const uncompressed = (transport: Transport): Transport => ({
  ...transport,
  send: (request) =>
    transport.send({ ...request, headers: { ...request.headers, 'accept-encoding': 'identity' } }),
});

type Listed = { readonly texts: string[]; readonly rows: number; readonly came: number };

async function listInvoices({ client, calls, realm }: ConnectedClient): Promise<Listed> {
  calls.length = 0;
  const ids = new Set<string>();
  const texts: string[] = [];
  let came = 0;
  const options = { entity: 'Invoice', select: '*', by: 'MetaData.CreateTime', pageSize: PAGE } as const;
  for await (const page of listRecords(client, realm, options)) {
    for (const { id } of page.records) ids.add(id);
    came += page.records.length;
    texts.push(...page.answers.map(({ text }) => text));
  }
  const { count } = await client.count(realm, 'Invoice');
  if (ids.size !== count) throw new Error(`${ids.size} of ${count} rows arrived`);
  calls.pop();
  return { texts, rows: count, came };
}

async function message(child: ChildProcess): Promise<unknown> {
  const [content] = (await once(child, 'message')) as [unknown];
  return content;
}

export async function run(): Promise<readonly Measure[]> {
  const child = fork(fileURLToPath(import.meta.url), [PEER], { serialization: 'advanced' });
  const transport = createTransport();
  try {
    const { url, realmId } = (await message(child)) as Peer;
    const packed = await connectClient(url, realmId, { transport });
    const plain = await connectClient(url, realmId, { transport: uncompressed(transport) });
    const { texts, rows, came } = await listInvoices(plain);
    const bytes = Buffer.from(texts.join(''));

    const gzip = await measure(async () => void (await listInvoices(packed)));
    const identity = await measure(async () => void (await listInvoices(plain)));
    const thousand = (sum: number): number => sum / (rows / 1000);
    const received = ({ calls }: ConnectedClient): number => calls.reduce((sum, call) => sum + call.bytes, 0);
    child.send(bytes);
    const port = (await message(child)) as number;
    const socket = await measure(async () => {
      const peer = connect(port, '127.0.0.1').on('data', () => undefined);
      await once(peer, 'close');
    });
    const parsing = await measure(() => texts.forEach((text) => void JSON.parse(text)));
    await packed.close();
    await plain.close();

    const load = (loadavg()[0] ?? 0).toFixed(1);
    const basis = `${rows} invoices of ${Math.round(bytes.length / came)} bytes, pages of ${PAGE}; ${came} came, since a second of thousands is read until it is complete; load ${load}`;
    return [
      { name: 'listing through the client, gzip', value: rows / gzip.seconds, unit: 'rows/s', basis },
      { name: 'listing through the client, plain', value: rows / identity.seconds, unit: 'rows/s' },
      {
        name: 'the client’s own processor time, gzip',
        value: rows / gzip.cpuSeconds,
        unit: 'rows/s of a core',
      },
      {
        name: 'the client’s own processor time, plain',
        value: rows / identity.cpuSeconds,
        unit: 'rows/s of a core',
      },
      { name: 'the same bytes from a plain socket', value: rows / socket.seconds, unit: 'rows/s' },
      { name: 'JSON.parse of the same text', value: rows / parsing.seconds, unit: 'rows/s' },
      { name: 'client (plain) : socket', value: identity.seconds / socket.seconds, unit: 'times as long' },
      {
        name: 'client (plain) : socket, processor time',
        value: identity.cpuSeconds / socket.cpuSeconds,
        unit: 'times as much',
      },
      {
        name: 'client (plain) : JSON.parse, processor time',
        value: identity.cpuSeconds / parsing.cpuSeconds,
        unit: 'times as much',
      },
      { name: 'calls for 1,000 rows', value: thousand(packed.calls.length), unit: 'calls' },
      { name: 'received for 1,000 rows, gzip', value: thousand(received(packed)), unit: 'bytes' },
      { name: 'received for 1,000 rows, plain', value: thousand(received(plain)), unit: 'bytes' },
    ];
  } finally {
    await transport.close();
    child.disconnect();
  }
}
