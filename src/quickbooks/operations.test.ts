import { afterAll, expect, test } from 'vitest';
import { openScene, realm } from '../../test/support/quickbooks-scene.ts';
import { withTimePassing } from '../../test/support/scripted-server.ts';
import type { QuickBooksClient } from './client.ts';
import type { ReportParameters } from './operations.ts';

// Answers that every reader refuses in the end: only what was asked for matters here.
const scene = await openScene(
  (request) =>
    request.url.pathname.includes('/download/') ? { body: `${scene.server.url}/file` } : { body: '{}' },
  { retry: { attempts: 1 } },
);
afterAll(() => scene.close());
const { client, server } = scene;

const nastyIds = [
  '1',
  '../x',
  '1?operation=delete',
  '1/send',
  '',
  '.',
  '..',
  'NON',
  'EUR:USD:2026-01-31',
  '%2e%2e',
];
const nastyNames = [
  'Invoice',
  'Invoice/1',
  'Invoice?operation=void&x=',
  'batch/',
  'Invoice&operation=delete',
  '',
];
const nastyStatements = [
  'SELECT * FROM Invoice',
  `SELECT ${'x'.repeat(9000)}`,
  'DELETE FROM Invoice',
  '',
  '{"Invoice":{}}',
];

/** What nobody can write down in TypeScript, and somebody can still pass. */
const smuggled = (value: unknown): never => value as never;
const writes: readonly unknown[] = [
  { bId: 'x', operation: 'delete', Invoice: { Id: '1', SyncToken: '0' } },
  { toString: () => 'SELECT * FROM Invoice', toJSON: () => ({ operation: 'create' }) },
  ['SELECT * FROM Invoice'],
];

/** Every method there is, with everything that could lead astray. A new method does not compile until it is here. */
const uses: Record<keyof QuickBooksClient, () => Promise<unknown>[]> = {
  query: () => [...nastyStatements, ...writes].map((one) => client.query(realm, smuggled(one))),
  count: () => nastyNames.map((name) => client.count(realm, name, '1 = 1')),
  batch: () => [
    ...nastyStatements.map((one) => client.batch(realm, [one])),
    ...writes.map((one) => client.batch(realm, ['SELECT * FROM Bill', smuggled(one)])),
    client.batch(realm, ['SELECT * FROM Bill', 'SELECT * FROM Vendor']),
  ],
  read: () => nastyIds.flatMap((id) => nastyNames.map((name) => client.read(realm, name, id))),
  changes: () => nastyNames.map((name) => client.changes(realm, [name], new Date(0))),
  report: () => [
    ...nastyNames.map((name) => client.report(realm, name)),
    client.report(realm, 'TrialBalance', { end_date: '2026-01-31&operation=delete' }),
    client.report(realm, 'TrialBalance', smuggled({ operation: 'delete' } satisfies Record<string, string>)),
  ],
  companyInfo: () => [client.companyInfo(realm)],
  preferences: () => [client.preferences(realm)],
  exchangeRate: () =>
    ['EUR', 'EUR&operation=delete', ''].flatMap((currency) =>
      ['2026-01-31', '2026-01-31&operation=delete'].map((date) => client.exchangeRate(realm, currency, date)),
    ),
  download: () => nastyIds.map((id) => client.download(realm, id)),
};

test('it cannot write: every request it can produce, by method and path', async () => {
  expect(Object.keys(uses).toSorted()).toEqual(Object.keys(client).toSorted());
  await withTimePassing(scene.clock, Promise.allSettled(Object.values(uses).flatMap((use) => use())));
  const produced = server.requests.map(
    ({ method, url }) => `${method} ${url.pathname}${url.searchParams.has('operation') ? ' operation' : ''}`,
  );
  const company = `/v3/company/${realm}`;
  expect([...new Set(produced)].toSorted()).toEqual(
    [
      `GET ${company}/cdc`,
      `GET ${company}/companyinfo/${realm}`,
      `GET ${company}/download/1`,
      `GET ${company}/download/EUR:USD:2026-01-31`,
      `GET ${company}/download/NON`,
      `GET ${company}/exchangerate`,
      `GET ${company}/invoice/1`,
      `GET ${company}/invoice/EUR:USD:2026-01-31`,
      `GET ${company}/invoice/NON`,
      `GET ${company}/preferences`,
      `GET ${company}/query`,
      `GET ${company}/reports/Invoice`,
      `GET ${company}/reports/TrialBalance`,
      'GET /file',
      `POST ${company}/batch`,
      `POST ${company}/query`,
    ].toSorted(),
  );
});

test('what is posted is a SELECT, or a batch that consists of SELECT statements and nothing else', () => {
  const posted = server.requests.filter(({ method }) => method === 'POST');
  expect(posted.length).toBeGreaterThan(2);
  for (const { url, body } of posted) {
    if (url.pathname.endsWith('/query')) {
      expect(body).toMatch(/^SELECT /);
      continue;
    }
    const { BatchItemRequest: items, ...rest } = JSON.parse(body) as { BatchItemRequest: object[] };
    expect(rest).toEqual({});
    for (const item of items)
      expect(item).toEqual({ bId: expect.stringMatching(/^\d+$/), Query: expect.stringMatching(/^SELECT /) });
  }
});

test('no token travels to the storage of attachments', () => {
  const files = server.requests.filter(({ url }) => url.pathname === '/file');
  expect(files.length).toBeGreaterThan(0);
  for (const { headers } of files) expect(headers.authorization).toBeUndefined();
});

test('a write does not compile', () => {
  // @ts-expect-error a batch takes statements, not items
  const batch = () => client.batch(realm, [{ operation: 'delete', Invoice: { Id: '1' } }]);
  // @ts-expect-error reports take their own parameters only
  const parameters: ReportParameters = { operation: 'delete' };
  expect([batch, parameters]).toHaveLength(2);
});
