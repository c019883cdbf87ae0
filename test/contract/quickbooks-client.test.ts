import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { toRealmId } from '../../src/base/realm-id.ts';
import type { RealmId } from '../../src/base/realm-id.ts';
import { Secret } from '../../src/base/secret.ts';
import {
  createOAuthClient,
  createQuickBooksClient,
  createTransport,
  listRecords,
} from '../../src/quickbooks/index.ts';
import type { OAuthClient, QuickBooksClient, TokenSet, Transport } from '../../src/quickbooks/index.ts';
import { defaultClient, startSimulator } from '../../src/simulator/index.ts';
import type { Simulator } from '../../src/simulator/index.ts';

let simulator: Simulator;
let transport: Transport;
let oauth: OAuthClient;
let client: QuickBooksClient;
let realm: RealmId;
let tokens: TokenSet;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 7, size: 'tiny', logger: silentLogger });
  realm = toRealmId(simulator.companies[0]?.realmId ?? '');
  transport = createTransport();
  oauth = createOAuthClient({
    clientId: defaultClient.id,
    clientSecret: new Secret(defaultClient.secret),
    redirectUri: 'http://localhost:3000/v1/oauth/callback/qbo',
    endpoints: {
      authorizeUrl: `${simulator.url}/connect/oauth2`,
      tokenUrl: `${simulator.url}/oauth2/v1/tokens/bearer`,
      revokeUrl: `${simulator.url}/v2/oauth2/tokens/revoke`,
    },
    transport,
    clock: systemClock,
  });
  tokens = await oauth.exchange(await consent());
  client = createQuickBooksClient({
    apiUrl: simulator.url,
    tokens: { accessToken: () => Promise.resolve(tokens.accessToken) },
    transport,
    clock: systemClock,
    logger: silentLogger,
    limits: 'off',
    retry: { attempts: 1 },
  });
});

afterAll(async () => {
  await transport.close();
  await simulator.stop();
});

/** What a person does on the consent page. */
async function consent(): Promise<string> {
  const form = new URL(oauth.authorizeUrl('state-1')).searchParams;
  form.set('decision', 'allow');
  form.set('realmId', realm);
  const answer = await fetch(`${simulator.url}/connect/oauth2`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe('state-1');
  return back.searchParams.get('code') ?? '';
}

test('a grant can be exchanged once and refreshed, and tells its hard end', async () => {
  expect(tokens.hardExpiresAt?.getTime()).toBeGreaterThan(Date.now());
  tokens = await oauth.refresh(tokens.refreshToken);
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

test('single records, company info and changes are read, and an unknown id is told apart', async () => {
  expect((await client.companyInfo(realm)).key).toBe('CompanyInfo');
  const { records } = await client.query(realm, 'SELECT * FROM Invoice MAXRESULTS 1');
  const id = records[0]?.id ?? '';
  expect((await client.read(realm, 'Invoice', id)).record.id).toBe(id);
  await expect(client.read(realm, 'Invoice', '999999999')).rejects.toMatchObject({
    code: 'QBO_RECORD_NOT_FOUND',
  });
  await expect(client.query(realm, 'SELECT * FROM Custmoer')).rejects.toMatchObject({
    code: 'QBO_QUERY_REJECTED',
  });
  const changes = await client.changes(realm, ['Customer', 'Invoice'], new Date(Date.now() - 3_600_000));
  expect(changes.time.getTime()).toBeGreaterThan(0);
});

test('after a revocation neither token is good any more', async () => {
  await oauth.revoke(tokens.refreshToken);
  await expect(oauth.refresh(tokens.refreshToken)).rejects.toMatchObject({ code: 'QBO_GRANT_REVOKED' });
  await expect(client.companyInfo(realm)).rejects.toMatchObject({ code: 'QBO_TOKEN_REJECTED' });
});
