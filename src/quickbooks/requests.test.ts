import { afterEach, expect, test } from 'vitest';
import { openScene, realm } from '../../test/support/quickbooks-scene.ts';
import type { Scene } from '../../test/support/quickbooks-scene.ts';
import { withTimePassing } from '../../test/support/scripted-server.ts';
import { parseLossless } from './json.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function scene(...args: Parameters<typeof openScene>): Promise<Scene> {
  const opened = await openScene(...args);
  closers.push(() => opened.close());
  return opened;
}

const time = '2026-01-15T04:00:00.123-08:00';

test('a batch answers each query in the order of the queries, and one that fails leaves the others alone', async () => {
  const { client, server, calls } = await scene(() => ({
    body: JSON.stringify({
      BatchItemResponse: [
        { QueryResponse: { Vendor: [{ Id: '56' }], startPosition: 1, maxResults: 1 }, bId: '2' },
        { Fault: { Error: [{ Message: 'x', code: '4001' }], type: 'ValidationFault' }, bId: '1' },
        { QueryResponse: {}, bId: '0' },
      ],
      time,
    }),
  }));
  const statements = [
    'SELECT * FROM Bill',
    'SELECT * FROM Custmoer',
    'SELECT * FROM Vendor',
    'SELECT * FROM Term',
  ];
  const items = await client.batch(realm, statements);
  expect(items).toMatchObject([
    { key: undefined, records: [], path: undefined },
    { error: { code: 'QBO_QUERY_REJECTED', details: { code: '4001' } } },
    {
      key: 'Vendor',
      records: [{ id: '56' }],
      path: ['BatchItemResponse', 0, 'QueryResponse', 'Vendor'],
      mayBeCut: false,
    },
    { error: { code: 'QBO_UNREADABLE_ANSWER' } },
  ]);
  expect(server.requests[0]?.headers['content-type']).toBe('application/json');
  expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
    BatchItemRequest: statements.map((Query, index) => ({ bId: String(index), Query })),
  });
  expect(calls).toMatchObject([{ operation: 'batch', queries: 4, billable: true }]);
});

test('a batch of 1,000 records in all may have been cut', async () => {
  const { client } = await scene(() => ({
    body: JSON.stringify({
      BatchItemResponse: [
        { QueryResponse: { Bill: Array.from({ length: 600 }, (_, id) => ({ Id: String(id) })) }, bId: '0' },
        { QueryResponse: { Vendor: Array.from({ length: 400 }, (_, id) => ({ Id: String(id) })) }, bId: '1' },
      ],
      time,
    }),
  }));
  const items = await client.batch(realm, ['SELECT * FROM Bill', 'SELECT * FROM Vendor']);
  expect(items.map((item) => 'mayBeCut' in item && item.mayBeCut)).toEqual([true, true]);
});

test('more than 30 queries are several calls, and where 30 are too many, 10 at a time', async () => {
  const sizes: number[] = [];
  const { client } = await scene((request) => {
    const { length } = (JSON.parse(request.body) as { BatchItemRequest: unknown[] }).BatchItemRequest;
    sizes.push(length);
    if (sizes.length > 2 && length > 10)
      return { status: 400, body: '{"Fault":{"Error":[{"code":"1040"}]}}' };
    const items = Array.from({ length }, (_, index) => ({ QueryResponse: {}, bId: String(index) }));
    return { body: JSON.stringify({ BatchItemResponse: items, time }) };
  });
  const statements = Array.from({ length: 45 }, () => 'SELECT * FROM Term');
  expect(await client.batch(realm, statements)).toHaveLength(45);
  expect(await client.batch(realm, statements)).toHaveLength(45);
  expect(sizes).toEqual([30, 15, 30, 10, 10, 10, 10, 5]);
});

test('a report brings its header and its rows, flattened, and a recorded one without data has none', async () => {
  const { client, server } = await scene((_, index) => ({
    body:
      index === 0
        ? '{"Header":{"Time":"2020-09-29T08:41:29-07:00","ReportName":"ProfitAndLoss","ReportBasis":"Accrual","StartPeriod":"2015-01-01","EndPeriod":"2015-07-31","SummarizeColumnsBy":"Total","Currency":"USD","Option":[]},"Columns":{"Column":[{"ColTitle":"","ColType":"Account","MetaData":[{"Name":"ColKey","Value":"account"}]},{"ColTitle":"Total","ColType":"Money"}]},"Rows":{"Row":[{"Header":{"ColData":[{"value":"Income"},{"value":""}]},"Rows":{"Row":[{"ColData":[{"value":"Services","id":"1"},{"value":"100.00"}],"type":"Data"}]},"Summary":{"ColData":[{"value":"Total Income"},{"value":"100.00"}]},"type":"Section","group":"Income"}]}}'
        : '{"Header":{"ReportName":"TrialBalance","Option":[{"Name":"NoReportData","Value":"true"}]},"Columns":{},"Rows":{}}',
  }));
  const report = await client.report(realm, 'ProfitAndLoss', {
    start_date: '2015-01-01',
    end_date: '2015-07-31',
  });
  expect(report).toMatchObject({
    name: 'ProfitAndLoss',
    basis: 'Accrual',
    time: new Date('2020-09-29T15:41:29Z'),
    startDate: '2015-01-01',
    endDate: '2015-07-31',
    currency: 'USD',
    columns: ['account', 'Total'],
  });
  expect(
    report.rows.map(({ depth, kind, group, cells }) => [
      depth,
      kind,
      group,
      cells.map((cell) => cell.value).join('|'),
    ]),
  ).toEqual([
    [0, 'header', 'Income', 'Income|'],
    [1, 'data', 'Income', 'Services|100.00'],
    [0, 'summary', 'Income', 'Total Income|100.00'],
  ]);
  expect(report.rows[1]?.cells[0]?.id).toBe('1');
  expect((await client.report(realm, 'TrialBalance')).rows).toEqual([]);
  expect(server.requests.map(({ url }) => `${url.pathname}${url.search}`)).toEqual([
    `/v3/company/${realm}/reports/ProfitAndLoss?start_date=2015-01-01&end_date=2015-07-31&minorversion=75`,
    `/v3/company/${realm}/reports/TrialBalance?minorversion=75`,
  ]);
});

test('preferences and an exchange rate are read, digits and all', async () => {
  const { client, server } = await scene((request) =>
    request.url.pathname.endsWith('/preferences')
      ? { body: `{"Preferences":{"Id":"1","CurrencyPrefs":{}},"time":"${time}"}` }
      : {
          body: `{"ExchangeRate":{"SourceCurrencyCode":"EUR","TargetCurrencyCode":"USD","Rate":1.123456789012345,"AsOfDate":"2026-01-31"},"time":"${time}"}`,
        },
  );
  expect(await client.preferences(realm)).toMatchObject({ key: 'Preferences', record: { id: '1' } });
  const rate = await client.exchangeRate(realm, 'EUR', '2026-01-31');
  expect(rate.record.id).toMatch(/^~/);
  expect(parseLossless(rate.text)).toMatchObject({ ExchangeRate: { Rate: '1.123456789012345' } });
  expect(server.requests[1]?.url.search).toBe('?sourcecurrencycode=EUR&asofdate=2026-01-31&minorversion=75');
  await expect(client.exchangeRate(realm, 'euro', '2026-01-31')).rejects.toThrow(TypeError);
  await expect(client.exchangeRate(realm, 'EUR', '31.1.2026')).rejects.toThrow(TypeError);
});

test('an attachment is streamed from its temporary address, without our token, and both requests are metered', async () => {
  const content = Buffer.alloc(300_000, 'scan ');
  const { client, server, calls } = await scene((request) =>
    request.url.pathname === '/storage/scan.pdf'
      ? { headers: { 'content-type': 'application/pdf' }, body: content }
      : {
          headers: { 'content-type': 'text/plain' },
          body: `${server.url}/storage/scan.pdf?X-Amz-Signature=fb02`,
        },
  );
  const file = await client.download(realm, '5000000000000503624');
  expect(file).toMatchObject({ contentType: 'application/pdf' });
  expect(calls.map(({ operation }) => operation)).toEqual(['download']);
  const pieces: Buffer[] = [];
  for await (const piece of file.body) pieces.push(piece);
  expect(Buffer.concat(pieces).equals(content)).toBe(true);
  expect(server.requests[1]?.headers.authorization).toBeUndefined();
  expect(calls).toMatchObject([
    { operation: 'download', status: 200, billable: true },
    { operation: 'file', status: 200, billable: false, bytes: 300_000, errorCode: undefined },
  ]);
});

test('a file that is gone, a storage that refuses, and an address that is none are told apart', async () => {
  const answers: Record<string, string> = {
    gone: '/404',
    refused: '/403',
    odd: 'ftp://x/y',
    page: '<html>maintenance</html>',
  };
  const { client, clock, server, calls } = await scene((request) => {
    const id = request.url.pathname.split('/').at(-1) ?? '';
    if (request.url.pathname.includes('/download/')) {
      const answer = answers[id] ?? '';
      return { body: answer.startsWith('/') ? `${server.url}${answer}` : answer };
    }
    return { status: Number(id), body: '<Error/>' };
  });
  for (const [id, code] of [
    ['gone', 'QBO_RECORD_NOT_FOUND'],
    ['refused', 'QBO_UNAVAILABLE'],
    ['odd', 'QBO_UNREADABLE_ANSWER'],
    ['page', 'QBO_UNAVAILABLE'],
  ]) {
    const failed = withTimePassing(clock, client.download(realm, id ?? ''));
    await expect(failed).rejects.toMatchObject({ code });
  }
  expect(calls.filter(({ operation }) => operation === 'file').map(({ errorCode }) => errorCode)).toEqual([
    'QBO_RECORD_NOT_FOUND',
    ...Array.from({ length: 4 }, () => 'QBO_UNAVAILABLE'),
  ]);
});

test('a storage that fails for a moment is asked again at the same address', async () => {
  const { client, clock, server, calls } = await scene((_, index) =>
    index === 0 ? { body: `${server.url}/file` } : index < 3 ? { status: 503 } : { body: 'content' },
  );
  const file = await withTimePassing(clock, client.download(realm, '1'));
  const pieces: Buffer[] = [];
  for await (const piece of file.body) pieces.push(piece);
  expect(Buffer.concat(pieces).toString()).toBe('content');
  expect(calls.map(({ operation, status }) => [operation, status])).toEqual([
    ['download', 200],
    ['file', 503],
    ['file', 503],
    ['file', 200],
  ]);
});

test('a download can be stopped half way, by discarding it and by the signal', async () => {
  const { client, server, calls } = await scene((request, index) =>
    index % 2 === 0
      ? { body: `${server.url}/file` }
      : { body: Buffer.alloc(5_000_000, request.url.pathname) },
  );
  const discarded = await client.download(realm, '1');
  discarded.discard();
  const abort = new AbortController();
  const file = await client.download(realm, '1', { signal: abort.signal });
  const reading = (async () => {
    for await (const _ of file.body) abort.abort(new Error('stopping'));
  })();
  await expect(reading).rejects.toThrow('stopping');
  const files = calls.filter(({ operation }) => operation === 'file');
  expect(files.map(({ errorCode }) => errorCode)).toEqual(['ABORTED', 'ABORTED']);
});
