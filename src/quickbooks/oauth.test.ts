import { inspect } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { startScriptedServer } from '../../test/support/scripted-server.ts';
import type { ScriptedAnswer, ScriptedServer } from '../../test/support/scripted-server.ts';
import { ManualClock } from '../base/clock.ts';
import { Secret } from '../base/secret.ts';
import type { QuickBooksErrorCode } from './errors.ts';
import { createOAuthClient } from './oauth.ts';
import type { OAuthClient } from './oauth.ts';
import { createTransport } from './transport.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function scene(
  answer: ScriptedAnswer,
): Promise<{ server: ScriptedServer; oauth: OAuthClient; clock: ManualClock }> {
  const server = await startScriptedServer(() => answer);
  const transport = createTransport();
  closers.push(
    () => transport.close(),
    () => server.stop(),
  );
  const clock = new ManualClock('2026-01-15T12:00:00Z');
  const oauth = createOAuthClient({
    clientId: 'client-id',
    clientSecret: new Secret('client-secret'),
    redirectUri: 'http://localhost:3000/v1/oauth/callback/qbo',
    endpoints: {
      authorizeUrl: `${server.url}/connect/oauth2`,
      tokenUrl: `${server.url}/token`,
      revokeUrl: `${server.url}/revoke`,
    },
    transport,
    clock,
  });
  return { server, oauth, clock };
}

const tokens = {
  token_type: 'bearer',
  access_token: 'access-1',
  expires_in: 3600,
  refresh_token: 'refresh-2',
  x_refresh_token_expires_in: 8_726_400,
  x_refresh_token_hard_expires_in: 156_032_154,
};

test('the authorize address carries everything Intuit asks for', async () => {
  const { oauth } = await scene({});
  expect(Object.fromEntries(new URL(oauth.authorizeUrl('st&te')).searchParams)).toEqual({
    client_id: 'client-id',
    redirect_uri: 'http://localhost:3000/v1/oauth/callback/qbo',
    response_type: 'code',
    scope: 'com.intuit.quickbooks.accounting',
    state: 'st&te',
  });
});

test('a code is exchanged with Basic auth and a form, and the lifetimes become instants', async () => {
  const { oauth, server } = await scene({ body: JSON.stringify(tokens) });
  const set = await oauth.exchange('AB11 code');
  expect(set.accessToken.reveal()).toBe('access-1');
  expect(set.refreshToken.reveal()).toBe('refresh-2');
  expect(set.accessExpiresAt).toEqual(new Date('2026-01-15T13:00:00Z'));
  expect(set.refreshExpiresAt).toEqual(new Date('2026-04-26T12:00:00Z'));
  expect(set.hardExpiresAt).toEqual(new Date(Date.parse('2026-01-15T12:00:00Z') + 156_032_154_000));
  const [request] = server.requests;
  expect(request).toMatchObject({ method: 'POST' });
  expect(request?.headers).toMatchObject({
    authorization: `Basic ${Buffer.from('client-id:client-secret').toString('base64')}`,
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'x-include-refresh-token-hard-expires-in': 'true',
  });
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    grant_type: 'authorization_code',
    code: 'AB11 code',
    redirect_uri: 'http://localhost:3000/v1/oauth/callback/qbo',
  });
});

test('a refresh sends the refresh token, and a missing hard end stays unknown', async () => {
  const { x_refresh_token_hard_expires_in: _, ...soft } = tokens;
  const { oauth, server } = await scene({ body: JSON.stringify(soft) });
  expect((await oauth.refresh(new Secret('refresh-1'))).hardExpiresAt).toBeUndefined();
  expect(server.requests[0]?.body).toBe('grant_type=refresh_token&refresh_token=refresh-1');
});

/** facts#oauth-errors: what the token endpoint answers, and what it means on refresh and on exchange. */
const rows: readonly [number, string, QuickBooksErrorCode, QuickBooksErrorCode][] = [
  [400, '{"error":"invalid_grant"}', 'QBO_GRANT_REVOKED', 'QBO_CODE_REJECTED'],
  [
    400,
    '{"error_description":"Token invalid","error":"invalid_grant"}',
    'QBO_GRANT_REVOKED',
    'QBO_CODE_REJECTED',
  ],
  [
    400,
    '{"error":"invalid_grant","error_description":"Incorrect or invalid refresh token"}',
    'QBO_GRANT_REVOKED',
    'QBO_CODE_REJECTED',
  ],
  [
    400,
    '{"error":"invalid_grant","error_description":"Invalid authorization code"}',
    'QBO_GRANT_REVOKED',
    'QBO_CODE_REJECTED',
  ],
  [401, '{"error":"invalid_client"}', 'QBO_CLIENT_REJECTED', 'QBO_CLIENT_REJECTED'],
  [401, '', 'QBO_CLIENT_REJECTED', 'QBO_CLIENT_REJECTED'],
  [400, '{"error":"invalid_request"}', 'QBO_OAUTH_REJECTED', 'QBO_OAUTH_REJECTED'],
  [400, '{"error":"unsupported_grant_type"}', 'QBO_OAUTH_REJECTED', 'QBO_OAUTH_REJECTED'],
  [429, '', 'QBO_RATE_LIMITED', 'QBO_RATE_LIMITED'],
  [500, '{"error":"invalid_grant"}', 'QBO_UNAVAILABLE', 'QBO_UNAVAILABLE'],
  [503, '<html></html>', 'QBO_UNAVAILABLE', 'QBO_UNAVAILABLE'],
  [200, '', 'QBO_UNREADABLE_ANSWER', 'QBO_UNREADABLE_ANSWER'],
  [200, '{"access_token":"access-1"}', 'QBO_UNREADABLE_ANSWER', 'QBO_UNREADABLE_ANSWER'],
  [404, '<html></html>', 'QBO_ADDRESS_WRONG', 'QBO_ADDRESS_WRONG'],
];

test.each(rows)(
  'the token endpoint’s %i %s becomes one of our errors and tells no secret',
  async (status, body, onRefresh, onExchange) => {
    const { oauth } = await scene({ status, headers: { intuit_tid: '1-abc' }, body });
    const secret = 'RT1-refresh-1';
    for (const [code, call] of [
      [onRefresh, oauth.refresh(new Secret(secret))],
      [onExchange, oauth.exchange(secret)],
    ] as const) {
      const error: unknown = await call.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code, details: { status, intuitTid: '1-abc' } });
      expect(inspect(error, { depth: 10 })).not.toMatch(/RT1-refresh-1|client-secret|access-1/);
    }
  },
);

test('revoking sends the token, and a grant that is already dead is no error', async () => {
  const alive = await scene({ status: 200 });
  await alive.oauth.revoke(new Secret('refresh-1'));
  expect(alive.server.requests[0]).toMatchObject({ method: 'POST', body: '{"token":"refresh-1"}' });
  const dead = await scene({ status: 400, body: '{"error":"invalid_request"}' });
  await dead.oauth.revoke(new Secret('refresh-1'));
  const wrong = await scene({ status: 401, body: '{"error":"invalid_client"}' });
  await expect(wrong.oauth.revoke(new Secret('refresh-1'))).rejects.toMatchObject({
    code: 'QBO_CLIENT_REJECTED',
  });
  const down = await scene({ status: 503 });
  await expect(down.oauth.revoke(new Secret('refresh-1'))).rejects.toMatchObject({ code: 'QBO_UNAVAILABLE' });
});
