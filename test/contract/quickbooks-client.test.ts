import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLogger } from '../../src/base/logger.ts';
import type { RealmId } from '../../src/base/realm-id.ts';
import { listRecords, parseLossless } from '../../src/quickbooks/index.ts';
import type { OAuthClient, QuickBooksClient } from '../../src/quickbooks/index.ts';
import { startSimulator } from '../../simulator/src/index.ts';
import type { Simulator } from '../../simulator/src/index.ts';
import { connectClient } from '../support/connected-client.ts';
import type { ConnectedClient } from '../support/connected-client.ts';

let simulator: Simulator;
let quickbooks: ConnectedClient;
let oauth: OAuthClient;
let client: QuickBooksClient;
let realm: RealmId;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 7, size: 'tiny', logger: silentLogger });
  quickbooks = await connectClient(simulator.url, simulator.companies[0]?.realmId ?? '', {
    retry: { attempts: 1 },
  });
  ({ oauth, client, realm } = quickbooks);
});

afterAll(async () => {
  await quickbooks.close();
  await simulator.stop();
});

/** What somebody else does to the company; the client cannot. */
async function send(path: string, body: FormData | string): Promise<unknown> {
  const answer = await fetch(`${simulator.url}/v3/company/${realm}/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${quickbooks.tokens().accessToken.reveal()}`,
      accept: 'application/json',
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    },
    body,
  });
  return answer.json();
}

const post = (path: string, record: object): Promise<unknown> => send(path, JSON.stringify(record));

async function createInvoice(): Promise<{ Id: string; SyncToken: string }> {
  const SalesItemLineDetail = { ItemRef: { value: await anyId('Item') } };
  const answer = (await post('invoice', {
    CustomerRef: { value: await anyId('Customer') },
    Line: [{ Amount: 12.34, DetailType: 'SalesItemLineDetail', SalesItemLineDetail }],
  })) as { Invoice: { Id: string; SyncToken: string } };
  return answer.Invoice;
}

async function anyId(entity: string): Promise<string> {
  const where = entity === 'Item' ? " WHERE Type = 'Service'" : '';
  return (await client.query(realm, `SELECT * FROM ${entity}${where} MAXRESULTS 1`)).records[0]?.id ?? '';
}

test('a grant can be exchanged once and refreshed, and tells its hard end', async () => {
  const { hardExpiresAt, refreshToken } = quickbooks.tokens();
  expect(hardExpiresAt?.getTime()).toBeGreaterThan(Date.now());
  expect((await oauth.refresh(refreshToken)).accessToken.reveal()).not.toBe('');
  await expect(oauth.exchange('used')).rejects.toMatchObject({ code: 'QBO_CODE_REJECTED' });
});

test.each(['Customer', 'Item', 'Account', 'Invoice'])(
  'listing %s brings as many records as QuickBooks counts',
  async (entity) => {
    const where = entity === 'Invoice' ? undefined : 'Active IN (true, false)';
    const { count } = await client.count(realm, entity, where);
    expect(count).toBeGreaterThan(0);
    for (const by of ['MetaData.CreateTime', 'MetaData.LastUpdatedTime'] as const) {
      for (const pageSize of [1000, 7]) {
        const ids = new Set<string>();
        for await (const page of listRecords(client, realm, { entity, select: '*', where, by, pageSize })) {
          for (const record of page.records) ids.add(record.id);
        }
        expect(ids.size).toBe(count);
      }
    }
  },
);

test('single records and changes are read, and an unknown id is told apart', async () => {
  const { records } = await client.query(realm, 'SELECT * FROM Invoice MAXRESULTS 1');
  const id = records[0]?.id ?? '';
  expect((await client.read(realm, 'Invoice', id)).record.id).toBe(id);
  await expect(client.read(realm, 'Invoice', '999999999')).rejects.toMatchObject({
    code: 'QBO_RECORD_NOT_FOUND',
  });
  await expect(client.query(realm, 'SELECT * FROM Custmoer')).rejects.toMatchObject({
    code: 'QBO_QUERY_REJECTED',
  });
});

test('company info and preferences are singletons', async () => {
  expect(parseLossless((await client.companyInfo(realm)).text)).toMatchObject({
    CompanyInfo: { CompanyName: simulator.companies[0]?.name },
  });
  expect(parseLossless((await client.preferences(realm)).text)).toMatchObject({
    Preferences: { CurrencyPrefs: { HomeCurrency: { value: expect.stringMatching(/^[A-Z]{3}$/) } } },
  });
});

test('one call brings what changed in every entity, deletions included, and nothing since just now', async () => {
  const since = new Date(Date.now() - 29 * 86_400_000);
  const made = await createInvoice();
  await post('invoice?operation=delete', made);
  const changes = await client.changes(realm, ['Customer', 'Invoice', 'Payment'], since);
  expect(changes.total).toBe(changes.groups.reduce((sum, { records }) => sum + records.length, 0));
  const invoices = changes.groups.find(({ key }) => key === 'Invoice')?.records ?? [];
  expect(invoices.find(({ id }) => id === made.Id)).toMatchObject({ deleted: true });
  expect(changes.time.getTime()).toBeGreaterThan(since.getTime());
  await expect(client.changes(realm, ['Invoice'], new Date('2011-01-01'))).rejects.toMatchObject({
    code: 'QBO_CDC_WINDOW_EXCEEDED',
  });
});

test('45 queries are two batches, each answered by itself', async () => {
  const before = quickbooks.calls.length;
  const statements = Array.from({ length: 45 }, (_, index) =>
    index === 7
      ? 'SELECT * FROM Custmoer'
      : `SELECT COUNT(*) FROM ${index % 2 === 0 ? 'Customer' : 'Invoice'}`,
  );
  const items = await client.batch(realm, statements);
  const counts = {
    Customer: await client.count(realm, 'Customer'),
    Invoice: await client.count(realm, 'Invoice'),
  };
  expect(items.map((item) => ('error' in item ? item.error.code : item.totalCount))).toEqual(
    statements.map((statement, index) =>
      index === 7
        ? 'QBO_QUERY_REJECTED'
        : counts[statement.endsWith('Customer') ? 'Customer' : 'Invoice'].count,
    ),
  );
  expect(
    quickbooks.calls.slice(before, before + 2).map(({ operation, queries }) => [operation, queries]),
  ).toEqual([
    ['batch', 30],
    ['batch', 15],
  ]);
});

test('a query of 3,000 ids is posted and answered like a short one', async () => {
  const id = await anyId('Invoice');
  const ids = [id, ...Array.from({ length: 3_000 }, (_, index) => String(900_000 + index))];
  const { records } = await client.query(
    realm,
    `SELECT * FROM Invoice WHERE Id IN (${ids.map((one) => `'${one}'`).join(', ')})`,
  );
  expect(records.map((record) => record.id)).toEqual([id]);
});

test.each([
  'TrialBalance',
  'BalanceSheet',
  'ProfitAndLoss',
  'AgedReceivables',
  'AgedPayables',
  'GeneralLedger',
])('the report %s comes with its columns and rows', async (name) => {
  const report = await client.report(realm, name);
  expect(report.name).toBe(name);
  expect(report.columns.length).toBeGreaterThan(1);
  expect(report.rows.some(({ kind }) => kind === 'data')).toBe(true);
  for (const { kind, cells } of report.rows)
    if (kind === 'data') expect(cells).toHaveLength(report.columns.length);
});

test('an unknown report is refused', async () => {
  await expect(client.report(realm, 'TrialBalanced')).rejects.toMatchObject({ row: { next: 'give-up' } });
});

test('a rate of exchange is read by currency and date, where there are several currencies', async () => {
  const rates: unknown[] = [];
  for (const { realmId } of simulator.companies) {
    const other = await connectClient(simulator.url, realmId);
    const { text } = await other.client.query(other.realm, 'SELECT * FROM CompanyCurrency');
    const code = /"Code":"([A-Z]{3})"/.exec(text)?.[1];
    if (code !== undefined) {
      const { text: rate } = await other.client.exchangeRate(other.realm, code, '2026-01-31');
      expect(parseLossless(rate)).toMatchObject({
        ExchangeRate: { SourceCurrencyCode: code, Rate: expect.stringMatching(/^\d+(\.\d+)?$/) },
      });
      rates.push(rate);
    }
    await other.close();
  }
  expect(rates.length).toBeGreaterThan(0);
});

test('an attachment is streamed to the last byte', async () => {
  const content = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251));
  const form = new FormData();
  const metadata = { FileName: 'scan.png', ContentType: 'image/png' };
  form.append(
    'file_metadata_01',
    new Blob([JSON.stringify(metadata)], { type: 'application/json' }),
    'a.json',
  );
  form.append('file_content_01', new Blob([content], { type: 'image/png' }), 'scan.png');
  const answer = (await send('upload', form)) as { AttachableResponse: { Attachable: { Id: string } }[] };
  const file = await client.download(realm, answer.AttachableResponse[0]?.Attachable.Id ?? '');
  expect(file.size).toBe(content.length);
  const pieces: Buffer[] = [];
  for await (const piece of file.body) pieces.push(piece);
  expect(Buffer.concat(pieces).equals(content)).toBe(true);
  await expect(client.download(realm, '123')).rejects.toMatchObject({ code: 'QBO_RECORD_NOT_FOUND' });
});

test('after a revocation neither token is good any more', async () => {
  const { refreshToken } = quickbooks.tokens();
  await oauth.revoke(refreshToken);
  await expect(oauth.refresh(refreshToken)).rejects.toMatchObject({ code: 'QBO_GRANT_REVOKED' });
  await expect(client.companyInfo(realm)).rejects.toMatchObject({ code: 'QBO_GRANT_REVOKED' });
});
