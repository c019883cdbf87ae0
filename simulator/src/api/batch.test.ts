import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { type Bench, type Json, startBench } from '../../test/support/harness.ts';

const HEADERS = { 'content-type': 'application/json' };

async function batch(bench: Bench, items: readonly object[]): Promise<Json> {
  const body = JSON.stringify({ BatchItemRequest: items });
  return bench.call('batch', { method: 'POST', body, headers: HEADERS });
}

async function results(bench: Bench, items: readonly object[]): Promise<Map<string, Json>> {
  const list = (await batch(bench, items)).json()['BatchItemResponse'] as Json[];
  return new Map(list.map((item) => [item['bId'] as string, item]));
}

test('a batch writes, queries and captures; faults stand beside results in a 200', async () => {
  await using bench = await startBench();
  const [customer] = await bench.records('select * from Customer', 'Customer');
  const byId = await results(bench, [
    { bId: 'new', operation: 'create', Customer: { DisplayName: 'From a batch' } },
    {
      bId: 'stale',
      operation: 'update',
      Customer: { Id: customer?.['Id'], SyncToken: '99', sparse: true, Notes: 'x' },
    },
    { bId: 'gone', operation: 'delete', Invoice: { Id: '999999', SyncToken: '0' } },
    { bId: 'query', Query: "select * from Customer where DisplayName = 'From a batch'" },
    { bId: 'count', Query: 'select count(*) from Item' },
    { bId: 'broken', Query: 'select * from Nothing' },
    {
      bId: 'changes',
      CDCQuery: { Entities: 'Item,Customer', ChangedSince: '2026-06-15T12:00:00-07:00' },
    },
    { bId: 'what', operation: 'create', Nothing: {} },
  ]);
  const created = byId.get('new')?.['Customer'];
  expect(created).toMatchObject({ DisplayName: 'From a batch', SyncToken: '0' });
  const code = (bId: string): string => byId.get(bId)?.['Fault']['Error'][0]['code'] as string;
  expect([code('stale'), code('gone'), code('broken'), code('what')]).toEqual(['5010', '610', '4001', '500']);
  expect(byId.get('query')?.['QueryResponse']).toEqual({
    Customer: [created],
    startPosition: 1,
    maxResults: 1,
  });
  expect(byId.get('count')?.['QueryResponse']).toEqual({ totalCount: expect.any(Number) });
  expect(byId.get('changes')?.['CDCResponse']['QueryResponse']).toEqual([
    {},
    { Customer: [created], startPosition: 1, maxResults: 1 },
  ]);
});

test('results come in an order of their own, the same for the same seed, and by switch as given', async () => {
  const items = Array.from({ length: 12 }, (_, index) => ({
    bId: `b${index}`,
    Query: 'select count(*) from Item',
  }));
  const order = async (bench: Bench): Promise<string[]> => {
    const list = (await batch(bench, items)).json()['BatchItemResponse'] as Json[];
    return list.map((item) => item['bId'] as string);
  };
  const given = items.map(({ bId }) => bId);
  await using one = await startBench();
  await using two = await startBench();
  const first = await order(one);
  expect(first).not.toEqual(given);
  expect(first.toSorted()).toEqual(given.toSorted());
  expect(await order(two)).toEqual(first);
  await one.control('switches', { batch: { shuffled: false } });
  expect(await order(one)).toEqual(given);
});

test('more than thirty items are fault 1040, and a switch cuts all queries of a batch at one number of objects', async () => {
  await using bench = await startBench();
  const ask = (count: number): object[] =>
    Array.from({ length: count }, (_, index) => ({ bId: String(index), Query: 'select * from Customer' }));
  const refused = await batch(bench, ask(31));
  expect([refused.status, refused.json()['Fault']['Error'][0]['code']]).toEqual([400, '1040']);
  expect((await batch(bench, ask(30))).status).toBe(200);
  await bench.control('switches', { batch: { maxItems: 10, maxObjects: 7 } });
  expect((await batch(bench, ask(11))).status).toBe(400);
  const cut = await results(bench, ask(3));
  const sizes = ['0', '1', '2'].map((bId) => cut.get(bId)?.['QueryResponse']['maxResults'] as number);
  expect(sizes).toEqual([7, undefined, undefined]);
});

test('a write sent again with the same requestid gives the same answer and writes once', async () => {
  await using bench = await startBench();
  const create = (name: string): Promise<Json> =>
    bench.call('customer?requestid=once', {
      method: 'POST',
      body: JSON.stringify({ DisplayName: name }),
      headers: HEADERS,
    });
  const first = await create('Only once');
  await bench.clock.advance(5_000);
  expect((await create('Only once')).text).toBe(first.text);
  expect(
    await bench.records("select * from Customer where DisplayName = 'Only once'", 'Customer'),
  ).toHaveLength(1);
  await bench.control('switches', { requestIdReuse: 'fault' });
  expect((await create('Only once')).json()['Fault']['Error'][0]['code']).toBe('600');
});

test('a batch carries reports beside queries and captures, each by its bId', async () => {
  await using bench = await startBench();
  const items = [
    { bId: 'r', ReportQuery: 'BalanceSheet?end_date=2026-01-31' },
    { bId: 'x', ReportQuery: 'NoSuchReport' },
  ];
  const answer = (await bench.write('batch', { BatchItemRequest: items })).json()[
    'BatchItemResponse'
  ] as Json[];
  const of = (bId: string): Json => answer.find((item) => item['bId'] === bId);
  const alone = (await bench.call('reports/BalanceSheet?end_date=2026-01-31')).json();
  expect(of('r')['Report']).toEqual(alone);
  expect(of('x')['Fault']['Error'][0]['code']).toBe('500');
});

test('a large answer is compressed for whoever takes gzip, and only then', async () => {
  await using bench = await startBench();
  const { access_token } = await bench.connect();
  const ask = (encoding: string): Promise<{ encoding: string | undefined; body: Buffer }> =>
    new Promise((resolve, reject) => {
      const url = `${bench.simulator.url}/v3/company/${bench.realmId}/query?query=select%20*%20from%20Account`;
      const headers = {
        authorization: `Bearer ${access_token}`,
        accept: 'application/json',
        'accept-encoding': encoding,
      };
      const call = request(url, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }),
        );
      });
      call.on('error', reject);
      call.end();
    });
  const plain = await ask('identity');
  const zipped = await ask('gzip, deflate');
  expect([plain.encoding, zipped.encoding, (await ask('gzip;q=0')).encoding]).toEqual([
    undefined,
    'gzip',
    undefined,
  ]);
  expect(zipped.body.length).toBeLessThan(plain.body.length / 2);
  expect(gunzipSync(zipped.body).toString()).toBe(plain.body.toString());
});
