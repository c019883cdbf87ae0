// How fast the QuickBooks client lists invoices from a server that does nothing but send them, on one thread, and how
// that compares with merely receiving the bytes and merely parsing them.
import { createServer } from 'node:http';
import { connect, createServer as createSocketServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import {
  Secret,
  createQuickBooksClient,
  createTransport,
  listRecords,
  silentLogger,
  systemClock,
  toRealmId,
} from '../src/quickbooks/index.ts';
import type { CallRecord } from '../src/quickbooks/index.ts';
import type { Measure } from './main.ts';

const ROWS = 50_000;
const PAGE = 1_000;
const RUNS = 5;
const START = Date.parse('2020-01-01T00:00:00Z');

/** An invoice in the shape of Intuit's sandbox (recorded in 2020), with two lines. */
function invoice(index: number): string {
  const stamp = new Date(START + index * 1000).toISOString().replace('.000Z', '-00:00');
  const line = (id: number): string =>
    `{"Id":"${id}","LineNum":${id},"Description":"Rock Fountain, installed and tested ${index}","Amount":275.00,"DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"5","name":"Rock Fountain"},"UnitPrice":275,"Qty":1,"ItemAccountRef":{"value":"79","name":"Sales of Product Income"},"TaxCodeRef":{"value":"TAX"}}}`;
  return `{"AllowIPNPayment":false,"AllowOnlinePayment":false,"AllowOnlineCreditCardPayment":false,"AllowOnlineACHPayment":false,"domain":"QBO","sparse":false,"Id":"${index + 1}","SyncToken":"0","MetaData":{"CreateTime":"${stamp}","LastModifiedByRef":{"value":"9130347957983456"},"LastUpdatedTime":"${stamp}"},"CustomField":[{"DefinitionId":"1","Name":"Crew #","Type":"StringType","StringValue":"102"}],"DocNumber":"${1000 + index}","TxnDate":"2026-01-15","CurrencyRef":{"value":"USD","name":"United States Dollar"},"LinkedTxn":[{"TxnId":"${index}","TxnType":"Payment"}],"Line":[${line(1)},${line(2)},{"Amount":550.00,"DetailType":"SubTotalLineDetail","SubTotalLineDetail":{}}],"TxnTaxDetail":{"TxnTaxCodeRef":{"value":"2"},"TotalTax":44.00,"TaxLine":[{"Amount":44.00,"DetailType":"TaxLineDetail","TaxLineDetail":{"TaxRateRef":{"value":"3"},"PercentBased":true,"TaxPercent":8,"NetAmountTaxable":550.00}}]},"CustomerRef":{"value":"24","name":"Sonnenschein Family Store"},"CustomerMemo":{"value":"Thank you for your business and have a great day!"},"BillAddr":{"Id":"95","Line1":"Russ Sonnenschein","Line2":"Sonnenschein Family Store","Line3":"5647 Cypress Hill Ave.","Line4":"Middlefield, CA  94303","Lat":"37.4238562","Long":"-122.1141681"},"ShipAddr":{"Id":"24","Line1":"5647 Cypress Hill Ave.","City":"Middlefield","CountrySubDivisionCode":"CA","PostalCode":"94303","Lat":"37.4238562","Long":"-122.1141681"},"FreeFormAddress":true,"SalesTermRef":{"value":"3","name":"Net 30"},"DueDate":"2026-02-14","TotalAmt":594.00,"ApplyTaxAfterDiscount":false,"PrintStatus":"NeedToPrint","EmailStatus":"NotSet","BillEmail":{"Address":"Familiystore@intuit.com"},"Balance":594.00}`;
}

function page(from: number): Buffer {
  const rows = Array.from({ length: Math.min(PAGE, ROWS - from) }, (_, index) => invoice(from + index));
  return Buffer.from(
    `{"QueryResponse":{"Invoice":[${rows.join(',')}],"startPosition":1,"maxResults":${rows.length}},"time":"2026-01-15T12:00:00.000-08:00"}`,
  );
}

/** The peer, on a thread of its own; every page is made once, so that only sending is measured. */
async function serve(): Promise<void> {
  const plain = new Map<number, Buffer>();
  const packed = new Map<number, Buffer>();
  const server = createServer((request, response) => {
    const from = /CreateTime >= '([^']+)'/.exec(
      decodeURIComponent(request.url ?? '').replaceAll('+', ' '),
    )?.[1];
    const first = from === undefined ? 0 : (Date.parse(from) - START) / 1000;
    const body = plain.get(first) ?? page(first);
    plain.set(first, body);
    if (request.url?.startsWith('/gzip') !== true) return response.end(body);
    const small = packed.get(first) ?? gzipSync(body);
    packed.set(first, small);
    return response.setHeader('content-encoding', 'gzip').end(small);
  });
  const bytes = page(0);
  const socket = createSocketServer((peer) => {
    for (let sent = 0; sent < ROWS; sent += PAGE) peer.write(bytes);
    peer.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  parentPort?.postMessage({
    http: (server.address() as AddressInfo).port,
    socket: (socket.address() as AddressInfo).port,
  });
}
if (!isMainThread) await serve();

/** The median of a few runs, after one that warms up; in seconds. */
async function secondsOf(work: () => Promise<void> | void): Promise<number> {
  await work();
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    await work();
    runs.push((performance.now() - began) / 1000);
  }
  return runs.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

export async function run(): Promise<readonly Measure[]> {
  const worker = new Worker(new URL(import.meta.url));
  const ports = await new Promise<{ http: number; socket: number }>((resolve) =>
    worker.once('message', resolve),
  );
  const transport = createTransport();
  const calls: CallRecord[] = [];
  const list = async (kind: 'gzip' | 'plain'): Promise<void> => {
    calls.length = 0;
    const client = createQuickBooksClient({
      apiUrl: `http://127.0.0.1:${ports.http}/${kind}`,
      tokens: { accessToken: () => Promise.resolve(new Secret('t')) },
      transport,
      clock: systemClock,
      logger: silentLogger,
      limits: 'off',
      onCall: (call) => calls.push(call),
    });
    const ids = new Set<string>();
    const options = { entity: 'Invoice', select: '*', by: 'MetaData.CreateTime' } as const;
    for await (const { records } of listRecords(client, toRealmId('1'), options))
      for (const { id } of records) ids.add(id);
    if (ids.size !== ROWS) throw new Error(`${ids.size} of ${ROWS} rows arrived`);
  };
  const perThousand = (): { calls: number; bytes: number } => ({
    calls: calls.length / (ROWS / 1000),
    bytes: calls.reduce((sum, call) => sum + call.bytes, 0) / (ROWS / 1000),
  });

  const gzip = await secondsOf(() => list('gzip'));
  const packed = perThousand();
  const plain = await secondsOf(() => list('plain'));
  const unpacked = perThousand();
  const socket = await secondsOf(
    () =>
      new Promise((resolve) => {
        connect(ports.socket, '127.0.0.1')
          .on('data', () => undefined)
          .on('close', () => resolve());
      }),
  );
  const text = page(0).toString();
  const parsing = await secondsOf(() => {
    for (let parsed = 0; parsed < ROWS; parsed += PAGE) JSON.parse(text);
  });
  await transport.close();
  await worker.terminate();

  const basis = `${ROWS.toLocaleString('en-US')} invoices of ${Math.round(text.length / PAGE)} bytes, pages of ${PAGE}`;
  return [
    { name: 'listing through the client, gzip', value: ROWS / gzip, unit: 'rows/s', basis },
    { name: 'listing through the client, plain', value: ROWS / plain, unit: 'rows/s' },
    { name: 'the same bytes from a plain socket', value: ROWS / socket, unit: 'rows/s' },
    { name: 'JSON.parse of the same text', value: ROWS / parsing, unit: 'rows/s' },
    { name: 'client (plain) : socket', value: plain / socket, unit: 'times as long' },
    { name: 'client (plain) : JSON.parse', value: plain / parsing, unit: 'times as long' },
    { name: 'client (gzip) : JSON.parse', value: gzip / parsing, unit: 'times as long' },
    { name: 'calls for 1,000 rows', value: packed.calls, unit: 'calls' },
    { name: 'received for 1,000 rows, gzip', value: packed.bytes, unit: 'bytes' },
    { name: 'received for 1,000 rows, plain', value: unpacked.bytes, unit: 'bytes' },
  ];
}
