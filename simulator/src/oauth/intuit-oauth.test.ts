import { createRequire } from 'node:module';

import { expect, test } from 'vitest';

import { systemClock } from '../base/clock.ts';
import { type Bench, REDIRECT_URI, startBench } from '../../test/support/harness.ts';

type Token = { access_token: string; refresh_token: string; realmId: string; id_token?: string };
type Reply = { readonly json: Record<string, unknown> };

/** The part of Intuit's own client that is used here; it ships no types that fit. */
type IntuitClient = {
  setAuthorizeURLs(urls: object): void;
  authorizeUri(options: object): string;
  createToken(uri: string): Promise<Reply>;
  refresh(): Promise<Reply>;
  refreshUsingToken(token: string): Promise<Reply>;
  revoke(options: object): Promise<unknown>;
  getUserInfo(): Promise<Reply>;
  validateIdToken(): Promise<boolean>;
  makeApiCall(options: { url: string }): Promise<Reply>;
  getToken(): Token;
  isAccessTokenValid(): boolean;
};
type IntuitClass = { new (options: object): IntuitClient; jwks_uri: string };

function createClient(bench: Bench): IntuitClient {
  const require = createRequire(import.meta.url);
  const OAuthClient = require('intuit-oauth') as IntuitClass;
  const { url } = bench.simulator;
  const client = new OAuthClient({
    clientId: 'simulator-client',
    clientSecret: 'simulator-secret',
    environment: 'sandbox',
    redirectUri: REDIRECT_URI,
  });
  client.setAuthorizeURLs({
    authorizeEndpoint: `${url}/connect/oauth2`,
    tokenEndpoint: `${url}/oauth2/v1/tokens/bearer`,
    revokeEndpoint: `${url}/v2/oauth2/tokens/revoke`,
    userInfoEndpoint: `${url}/v1/openid_connect/userinfo`,
  });
  OAuthClient.jwks_uri = `${url}/op/v1/jwks`;
  return client;
}

/** Where the consent page sends the user. */
async function decide(
  bench: Bench,
  client: IntuitClient,
  scope: string[],
  decision: string,
): Promise<string> {
  const address = new URL(client.authorizeUri({ scope, state: 'abc' }));
  const body = new URLSearchParams([
    ...address.searchParams,
    ['realmId', bench.realmId],
    ['decision', decision],
  ]);
  const answer = await fetch(address.origin + address.pathname, { method: 'POST', body, redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

const ACCOUNTING = 'com.intuit.quickbooks.accounting';

test("Intuit's own client connects, calls, refreshes, learns who it is and disconnects", async () => {
  // Intuit's client checks times against the machine's clock.
  await using bench = await startBench({ clock: systemClock });
  const client = createClient(bench);
  await client.createToken(await decide(bench, client, ['openid', 'email', ACCOUNTING], 'allow'));
  expect(client.getToken()).toMatchObject({ realmId: bench.realmId, expires_in: 3_600 });
  expect(await client.validateIdToken()).toBe(true);
  expect((await client.getUserInfo()).json).toMatchObject({ email: 'robin@sample.example' });
  const url = `${bench.simulator.url}/v3/company/${bench.realmId}/companyinfo/${bench.realmId}`;
  expect((await client.makeApiCall({ url })).json).toHaveProperty('CompanyInfo.CompanyName');
  const first = client.getToken().access_token;
  await client.refresh();
  expect(client.getToken().access_token).not.toBe(first);
  expect(client.isAccessTokenValid()).toBe(true);
  const { refresh_token } = client.getToken();
  await client.revoke({ token: refresh_token });
  await expect(client.refreshUsingToken(refresh_token)).rejects.toThrow();
  await expect(client.makeApiCall({ url })).rejects.toThrow();
});

test("Intuit's own client gets no id_token without the scope and no token when the user refuses or the code is used", async () => {
  await using bench = await startBench({ clock: systemClock });
  const client = createClient(bench);
  const refused = await decide(bench, client, [ACCOUNTING], 'refuse');
  expect(new URL(refused).searchParams.get('error')).toBe('access_denied');
  await expect(client.createToken(refused)).rejects.toThrow();
  const allowed = await decide(bench, client, [ACCOUNTING], 'allow');
  await client.createToken(allowed);
  expect(client.getToken().id_token ?? '').toBe('');
  await expect(client.createToken(allowed)).rejects.toThrow();
});
