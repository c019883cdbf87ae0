import { afterEach, expect, test } from 'vitest';
import { openScene, realm } from '../../test/support/quickbooks-scene.ts';
import type { Scene } from '../../test/support/quickbooks-scene.ts';
import { withTimePassing } from '../../test/support/scripted-server.ts';
import { ManualClock } from '../base/clock.ts';
import { silentLogger } from '../base/logger.ts';
import { Secret } from '../base/secret.ts';
import { createQuickBooksClient } from './client.ts';
import type { QuickBooksClient } from './client.ts';
import { listRecords } from './pages.ts';
import { createTransport } from './transport.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function scene(...args: Parameters<typeof openScene>): Promise<Scene> {
  const opened = await openScene(...args);
  closers.push(() => opened.close());
  return opened;
}

const invoices = {
  headers: { intuit_tid: '1-5f7330d5-6a5d8e9b' },
  body: `{"QueryResponse":{"Invoice":[{"TotalAmt":100.00,"Id":"5000000000000503624","MetaData":{"CreateTime":"2026-01-02T03:04:05-08:00","LastUpdatedTime":"2026-07-02T03:04:05-07:00"}},{"Id":"7"}],"startPosition":1,"maxResults":2,"totalCount":2},"time":"2026-07-03T01:02:03.456-07:00"}`,
};
const empty = { body: '{"QueryResponse":{},"time":"2026-07-03T01:02:03.456-07:00"}' };

test('a query asks for JSON of the newest minor version and hands the text on untouched', async () => {
  const { client, server } = await scene(() => invoices);
  const answer = await client.query(realm, "SELECT * FROM Customer WHERE DisplayName = 'Amy\\'s & Co 100%'");
  expect(answer).toEqual({
    text: invoices.body,
    time: new Date('2026-07-03T08:02:03.456Z'),
    key: 'Invoice',
    records: [
      {
        id: '5000000000000503624',
        createdAt: new Date('2026-01-02T11:04:05Z'),
        updatedAt: new Date('2026-07-02T10:04:05Z'),
      },
      { id: '7', createdAt: undefined, updatedAt: undefined },
    ],
    samples: JSON.parse(invoices.body).QueryResponse.Invoice,
    totalCount: 2,
  });
  const [request] = server.requests;
  expect(request?.method).toBe('GET');
  expect(request?.url.pathname).toBe(`/v3/company/${realm}/query`);
  expect(Object.fromEntries(request?.url.searchParams ?? [])).toEqual({
    query: "SELECT * FROM Customer WHERE DisplayName = 'Amy\\'s & Co 100%'",
    include: 'enhancedAllCustomFields',
    minorversion: '75',
  });
  expect(request?.headers).toMatchObject({ accept: 'application/json', authorization: 'Bearer token-1' });
});

test('of a full page the first record, the last and some between are handed on as they were parsed', async () => {
  const Invoice = Array.from({ length: 1000 }, (_, index) => ({ Id: String(index) }));
  const body = JSON.stringify({ QueryResponse: { Invoice }, time: '2026-07-03T01:02:03.456-07:00' });
  const { client } = await scene(() => ({ body }));
  const { samples } = await client.query(realm, 'SELECT * FROM Invoice');
  expect(samples).toHaveLength(26);
  expect([samples.at(0), samples.at(-1)]).toEqual([{ Id: '0' }, { Id: '999' }]);
});

test('a long query is posted', async () => {
  const { client, server } = await scene(() => empty);
  const statement = `SELECT Id FROM Invoice WHERE Id IN (${Array.from({ length: 900 }, (_, index) => `'${index}'`).join(',')})`;
  expect((await client.query(realm, statement)).records).toEqual([]);
  expect(server.requests[0]).toMatchObject({ method: 'POST', body: statement });
  expect(server.requests[0]?.url.search).toBe('?include=enhancedAllCustomFields&minorversion=75');
  expect(server.requests[0]?.headers['content-type']).toBe('application/text');
});

test('count, read and company info bring their number or record', async () => {
  const { client, server } = await scene((request) => {
    if (request.url.pathname.endsWith('/query'))
      return { body: '{"QueryResponse":{"totalCount":41},"time":"2026-07-03T01:02:03-07:00"}' };
    const key = request.url.pathname.includes('companyinfo') ? 'CompanyInfo' : 'CreditMemo';
    return { body: `{"${key}":{"Id":"1"},"time":"2026-07-03T01:02:03-07:00"}` };
  });
  expect(await client.count(realm, 'Customer', 'Active IN (true, false)')).toMatchObject({ count: 41 });
  expect(await client.read(realm, 'CreditMemo', '1')).toMatchObject({
    key: 'CreditMemo',
    record: { id: '1' },
  });
  expect(await client.companyInfo(realm)).toMatchObject({ key: 'CompanyInfo' });
  expect(server.requests[0]?.url.searchParams.get('query')).toBe(
    'SELECT COUNT(*) FROM Customer WHERE Active IN (true, false)',
  );
});

test('changes come by entity, with the place of each array, and deletions are marked', async () => {
  const { client, server } = await scene(() => ({
    body: '{"CDCResponse":[{"QueryResponse":[{"Customer":[{"Id":"1"}],"startPosition":1,"maxResults":1},{},{"Estimate":[{"Id":"8"},{"domain":"QBO","status":"Deleted","Id":"979","MetaData":{"LastUpdatedTime":"2026-01-15T12:55:50-08:00"}}],"totalCount":5}]}],"time":"2026-01-15T12:56:06.196-08:00"}',
  }));
  const answer = await client.changes(
    realm,
    ['Customer', 'Invoice', 'Estimate'],
    new Date('2026-01-14T00:00:00Z'),
  );
  expect(answer).toMatchObject({ total: 3, time: new Date('2026-01-15T20:56:06.196Z') });
  expect(answer.groups.map(({ key, path }) => [key, path.join('.')])).toEqual([
    ['Customer', 'CDCResponse.0.QueryResponse.0.Customer'],
    ['Estimate', 'CDCResponse.0.QueryResponse.2.Estimate'],
  ]);
  expect(answer.groups[1]?.records.map(({ id, deleted }) => [id, deleted])).toEqual([
    ['8', false],
    ['979', true],
  ]);
  expect(Object.fromEntries(server.requests[0]?.url.searchParams ?? [])).toMatchObject({
    entities: 'Customer,Invoice,Estimate',
    changedSince: '2026-01-14T00:00:00.000Z',
  });
});

test('no changes come as an empty list in several shapes, and a fault in place of an entity is thrown', async () => {
  const bodies = [
    '[{"QueryResponse":[{},{}]}]',
    '[{"QueryResponse":[{}]}]',
    '[]',
    '[{"QueryResponse":[{"Fault":{"Error":[{"code":"4001"}]}}]}]',
  ];
  const { client } = await scene((_, index) => ({
    body: `{"CDCResponse":${bodies[index] ?? ''},"time":"2026-01-15T12:56:06Z"}`,
  }));
  for (let index = 0; index < 3; index += 1)
    expect((await client.changes(realm, ['Customer'], new Date())).groups).toEqual([]);
  await expect(client.changes(realm, ['Customer'], new Date())).rejects.toMatchObject({
    code: 'QBO_QUERY_REJECTED',
  });
});

test('records without an Id or inside a wrapper are told apart all the same', async () => {
  const { client } = await scene(() => ({
    body: '{"QueryResponse":{"ExchangeRate":[{"Rate":1.1},{"Rate":1.2},{"Invoice":{"Id":"8","MetaData":{"CreateTime":"2026-07-03T01:02:03Z"}}}]},"time":"2026-07-03T01:02:03Z"}',
  }));
  const { records } = await client.query(realm, 'SELECT * FROM ExchangeRate');
  expect(new Set(records.map((record) => record.id)).size).toBe(3);
  expect(records[2]).toMatchObject({ id: '8', createdAt: new Date('2026-07-03T01:02:03Z') });
});

test('a 401 renews the token exactly once', async () => {
  const good = await scene((_, index) => (index === 0 ? { status: 401, body: '{}' } : empty));
  await good.client.query(realm, 'SELECT * FROM Invoice');
  expect(good.rejected).toEqual(['token-1']);
  expect(good.server.requests.map((request) => request.headers.authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);

  const bad = await scene(() => ({ status: 401, body: '{}' }));
  const refused = withTimePassing(bad.clock, bad.client.query(realm, 'SELECT * FROM Invoice'));
  await expect(refused).rejects.toMatchObject({ code: 'QBO_TOKEN_REJECTED' });
  expect(new Set(bad.rejected)).toEqual(new Set(['token-1']));
});

test('server errors are repeated a few times and then thrown', async () => {
  const passing = await scene((_, index) => (index < 3 ? { status: 503, body: '<html>busy</html>' } : empty));
  await withTimePassing(passing.clock, passing.client.query(realm, 'SELECT * FROM Invoice'));
  expect(passing.calls.map((call) => call.errorCode)).toEqual([
    'QBO_UNAVAILABLE',
    'QBO_UNAVAILABLE',
    'QBO_UNAVAILABLE',
    undefined,
  ]);

  const lasting = await scene(() => ({ status: 500, body: '' }));
  await expect(withTimePassing(lasting.clock, lasting.client.companyInfo(realm))).rejects.toMatchObject({
    code: 'QBO_UNAVAILABLE',
  });
  expect(lasting.server.requests).toHaveLength(4);
});

test('after a 429 the company rests for a minute, or for as long as QuickBooks says', async () => {
  for (const [headers, waitMs] of [
    [{}, 60_000],
    [{ 'retry-after': '7' }, 7_000],
  ] as const) {
    const { client, clock, calls } = await scene((_, index) =>
      index === 0 ? { status: 429, headers, body: '' } : empty,
    );
    await withTimePassing(clock, client.query(realm, 'SELECT * FROM Invoice'));
    expect(calls.map((call) => call.errorCode)).toEqual(['QBO_RATE_LIMITED', undefined]);
    expect((calls[1]?.startedAt.getTime() ?? 0) - (calls[0]?.startedAt.getTime() ?? 0)).toBe(waitMs);
  }
});

test('a 429 that lasts is thrown with the time to wait', async () => {
  const { client, clock, server } = await scene(() => ({ status: 429, body: '' }));
  const limited = withTimePassing(clock, client.query(realm, 'SELECT * FROM Invoice'));
  await expect(limited).rejects.toMatchObject({ code: 'QBO_RATE_LIMITED', retryAfterMs: 60_000 });
  expect(server.requests).toHaveLength(2);
});

test('calls that wait for a token to be renewed start one after the other when it has come', async () => {
  let renewal: Promise<void> | undefined;
  const { client, clock, calls } = await scene(() => empty, {
    limits: {},
    tokens: {
      async accessToken() {
        await (renewal ??= clock.sleep(1_000));
        return new Secret('renewed');
      },
    },
  });
  const many = Array.from({ length: 3 }, () => client.query(realm, 'SELECT * FROM Invoice'));
  await withTimePassing(clock, Promise.all(many), 10);
  const starts = calls.map(({ startedAt }) => startedAt.getTime()).toSorted((a, b) => a - b);
  for (const [index, start] of starts.slice(1).entries())
    expect(start - (starts[index] ?? 0)).toBeGreaterThan(110);
});

test('after a 429 the calls that follow go at half the pace', async () => {
  const { client, clock, calls } = await scene(
    (_, index) => (index === 0 ? { status: 429, headers: { 'retry-after': '5' }, body: '' } : empty),
    { limits: {} },
  );
  const many = Array.from({ length: 30 }, () => client.query(realm, 'SELECT * FROM Invoice'));
  await withTimePassing(clock, Promise.all(many), 10);
  const refused = calls.find(({ status }) => status === 429)?.startedAt.getTime() ?? 0;
  const after = calls.map(({ startedAt }) => startedAt.getTime() - refused).filter((ms) => ms > 1000);
  expect(Math.min(...after)).toBeGreaterThanOrEqual(5_000);
  expect(Math.max(...after.map((from) => after.filter((ms) => ms >= from && ms < from + 1000).length))).toBe(
    5,
  );
});

/** Every method of the client, and the listing, told to stop by a signal. */
const stoppable: Readonly<
  Record<string, (client: QuickBooksClient, signal: AbortSignal) => Promise<unknown>>
> = {
  query: (client, signal) => client.query(realm, 'SELECT * FROM Invoice', { signal }),
  count: (client, signal) => client.count(realm, 'Invoice', undefined, { signal }),
  batch: (client, signal) => client.batch(realm, ['SELECT * FROM Invoice'], { signal }),
  read: (client, signal) => client.read(realm, 'Invoice', '1', { signal }),
  changes: (client, signal) => client.changes(realm, ['Invoice'], new Date(), { signal }),
  report: (client, signal) => client.report(realm, 'TrialBalance', {}, { signal }),
  companyInfo: (client, signal) => client.companyInfo(realm, { signal }),
  preferences: (client, signal) => client.preferences(realm, { signal }),
  exchangeRate: (client, signal) => client.exchangeRate(realm, 'EUR', '2026-01-31', { signal }),
  download: (client, signal) => client.download(realm, '1', { signal }),
  listing: (client, signal) =>
    listRecords(
      client,
      realm,
      { entity: 'Invoice', select: '*', by: 'MetaData.CreateTime' },
      { signal },
    ).next(),
};

test.each(Object.entries(stoppable))(
  '%s ends with the signal’s own reason: before it starts, in the queue, on its way, and between two tries',
  async (_, use) => {
    const reason = new Error('stopping');
    const aborted = await scene(() => empty);
    await expect(use(aborted.client, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(aborted.server.requests).toEqual([]);

    let stop = new AbortController();
    const hanging = await scene(
      () => {
        stop.abort(reason);
        return new Promise<never>(() => undefined);
      },
      { limits: { inFlight: 1 } },
    );
    await expect(use(hanging.client, stop.signal)).rejects.toBe(reason);
    expect(hanging.calls).toMatchObject([{ errorCode: 'ABORTED' }]);

    stop = new AbortController();
    const queue = await scene(() => new Promise<never>(() => undefined), { limits: { inFlight: 1 } });
    const other = new AbortController();
    const first = use(queue.client, other.signal);
    const second = use(queue.client, stop.signal);
    await expect.poll(() => queue.server.requests.length).toBe(1);
    stop.abort(reason);
    await expect(second).rejects.toBe(reason);
    other.abort(reason);
    await expect(first).rejects.toBe(reason);

    stop = new AbortController();
    const failing = await scene(() => ({ status: 503, body: '' }));
    const between = use(failing.client, stop.signal);
    between.catch(() => undefined);
    await expect.poll(() => failing.clock.sleeping).toBe(1);
    stop.abort(reason);
    await expect(between).rejects.toBe(reason);
  },
);

test('every request is reported, with what the meter needs', async () => {
  const { client, calls, clock } = await scene(() => invoices);
  await client.query(realm, 'SELECT * FROM Invoice');
  expect(calls).toEqual([
    {
      realmId: realm,
      operation: 'query',
      queries: 1,
      startedAt: clock.now(),
      durationMs: 0,
      status: 200,
      billable: true,
      bytes: Buffer.byteLength(invoices.body),
      intuitTid: '1-5f7330d5-6a5d8e9b',
      errorCode: undefined,
    },
  ]);
});

test('a base URL keeps its path, and one that could leak or mislead is refused', async () => {
  const { server } = await scene(() => empty);
  const transport = createTransport();
  closers.push(() => transport.close());
  const tokens = { accessToken: () => Promise.resolve(new Secret('t')) };
  const make = (apiUrl: string): QuickBooksClient =>
    createQuickBooksClient({ apiUrl, tokens, transport, clock: new ManualClock(), logger: silentLogger });
  await make(`${server.url}/proxy/qbo//`).query(realm, 'SELECT * FROM Invoice');
  expect(server.requests[0]?.url.pathname).toBe(`/proxy/qbo/v3/company/${realm}/query`);
  for (const apiUrl of [
    'not a url',
    'file:///etc',
    'https://user:pw@host',
    'https://host/?a=b',
    'https://host/#x',
  ]) {
    expect(() => make(apiUrl)).toThrow(TypeError);
  }
});
