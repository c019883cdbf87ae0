import { expect, test } from 'vitest';

import { REDIRECT_URI, startBench } from '../../test/support/harness.ts';

const invalidCode = { error: 'invalid_grant', error_description: 'Invalid authorization code' };
const DAY_MS = 86_400_000;

test('a person finds the companies on the consent page and comes back with code, state and realmId', async () => {
  await using bench = await startBench();
  const parameters = new URLSearchParams({
    client_id: 'simulator-client',
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: 'com.intuit.quickbooks.accounting',
    state: '<s>',
  });
  const page = await fetch(`${bench.simulator.url}/connect/oauth2?${parameters.toString()}`);
  const text = await page.text();
  for (const { realmId, name } of bench.simulator.companies) {
    expect(text).toContain(`value="${realmId}"`);
    expect(text).toContain(name.replace('&', '&amp;'));
  }
  expect(text).toContain('value="&lt;s&gt;"');
  parameters.set('decision', 'allow');
  parameters.set('realmId', bench.realmId);
  const response = await fetch(`${bench.simulator.url}/connect/oauth2`, {
    method: 'POST',
    body: parameters,
    redirect: 'manual',
  });
  const back = new URL(response.headers.get('location') ?? '');
  expect(response.status).toBe(302);
  expect(`${back.origin}${back.pathname}`).toBe(REDIRECT_URI);
  expect(Object.fromEntries(back.searchParams)).toEqual({
    code: expect.any(String),
    state: '<s>',
    realmId: bench.realmId,
  });
});

test('refusing comes back with access_denied and no code', async () => {
  await using bench = await startBench();
  const body = new URLSearchParams({
    client_id: 'simulator-client',
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: 'x',
    state: 's',
    decision: 'refuse',
  });
  const response = await fetch(`${bench.simulator.url}/connect/oauth2`, {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  expect(response.headers.get('location')).toBe(`${REDIRECT_URI}?error=access_denied&state=s`);
});

test('an unknown client or a redirect to plain http elsewhere ends on a page, not in a redirect', async () => {
  await using bench = await startBench();
  for (const change of [
    { client_id: 'other' },
    { redirect_uri: 'http://evil.example/' },
    { redirect_uri: 'javascript:alert(1)' },
  ]) {
    const form = {
      client_id: 'simulator-client',
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: 'x',
      decision: 'allow',
      ...change,
    };
    const response = await fetch(`${bench.simulator.url}/connect/oauth2`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    expect(response.status).toBe(400);
  }
});

test('a code works once, within five minutes, for the redirect URI it was given to', async () => {
  await using bench = await startBench();
  const exchange = (code: string, redirectUri = REDIRECT_URI): ReturnType<typeof bench.token> =>
    bench.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
  const code = await bench.authorize();
  const first = await exchange(code);
  expect(first.status).toBe(200);
  expect(first.json()).toMatchObject({
    token_type: 'bearer',
    expires_in: 3_600,
    x_refresh_token_expires_in: 8_726_400,
  });
  expect(first.headers.get('intuit_tid')).toMatch(/^1-/);
  expect((await exchange(code)).json()).toEqual(invalidCode);
  expect((await exchange(await bench.authorize(), 'http://localhost:3000/other')).json()).toEqual(
    invalidCode,
  );
  const late = await bench.authorize();
  await bench.clock.advance(301_000);
  const refused = await exchange(late);
  expect([refused.status, refused.json()]).toEqual([400, invalidCode]);
});

test('a wrong client secret is 401 invalid_client, an unknown grant type 400', async () => {
  await using bench = await startBench();
  const wrong = await bench.token(
    { grant_type: 'refresh_token' },
    { authorization: `Basic ${btoa('simulator-client:no')}` },
  );
  expect([wrong.status, wrong.json()]).toEqual([401, { error: 'invalid_client' }]);
  expect((await bench.token({ grant_type: 'password' })).json()).toEqual({ error: 'unsupported_grant_type' });
});

test('the refresh token keeps its value for a day, then changes and the old one is dead', async () => {
  await using bench = await startBench();
  const refresh = (token: string): ReturnType<typeof bench.token> =>
    bench.token({ grant_type: 'refresh_token', refresh_token: token });
  const tokens = await bench.connect();
  const same = (await refresh(tokens.refresh_token)).json();
  expect(same['refresh_token']).toBe(tokens.refresh_token);
  expect(same['access_token']).not.toBe(tokens.access_token);
  await bench.clock.advance(DAY_MS);
  const rotated = (await refresh(tokens.refresh_token)).json();
  expect(rotated['refresh_token']).not.toBe(tokens.refresh_token);
  const dead = await refresh(tokens.refresh_token);
  expect([dead.status, dead.json()]).toEqual([
    400,
    { error: 'invalid_grant', error_description: 'Incorrect or invalid refresh token' },
  ]);
  expect((await refresh(rotated['refresh_token'] ?? '')).status).toBe(200);
});

test('by switch the value changes at every refresh and the old one lives on for a grace', async () => {
  await using bench = await startBench();
  await bench.control('switches', { tokens: { rotation: 'always', graceMs: 60_000 } });
  const refresh = (token: string): ReturnType<typeof bench.token> =>
    bench.token({ grant_type: 'refresh_token', refresh_token: token });
  const tokens = await bench.connect();
  expect((await refresh(tokens.refresh_token)).json()['refresh_token']).not.toBe(tokens.refresh_token);
  expect((await refresh(tokens.refresh_token)).status).toBe(200);
  await bench.clock.advance(61_000);
  expect((await refresh(tokens.refresh_token)).status).toBe(400);
});

test('of two parallel refreshes one gets a bare invalid_grant', async () => {
  await using bench = await startBench();
  const { refresh_token } = await bench.connect();
  const both = await Promise.all(
    [1, 2].map(() => bench.token({ grant_type: 'refresh_token', refresh_token })),
  );
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
  expect(both.find(({ status }) => status === 400)?.text).toBe('{"error":"invalid_grant"}');
});

test('the hard expiry comes only when asked for, and a hundred idle days end the grant', async () => {
  await using bench = await startBench();
  const { refresh_token } = await bench.connect();
  const form = { grant_type: 'refresh_token', refresh_token };
  expect((await bench.token(form)).json()).not.toHaveProperty('x_refresh_token_hard_expires_in');
  const asked = await bench.token(form, { 'x-include-refresh-token-hard-expires-in': 'true' });
  expect(asked.json()['x_refresh_token_hard_expires_in']).toBe(157_680_000);
  await bench.clock.advance(101 * DAY_MS);
  expect((await bench.token(form)).status).toBe(400);
});

test('an access token ends after an hour, on revocation, and opens no other company', async () => {
  await using bench = await startBench();
  const other = bench.simulator.companies[1]?.realmId ?? '';
  expect((await bench.query('select count(*) from Item')).status).toBe(200);
  const elsewhere = await bench.call(`../${other}/query?query=select count(*) from Item`);
  expect([elsewhere.status, elsewhere.json()['fault']?.['error']?.[0]?.['code']]).toEqual([403, '3100']);
  await bench.clock.advance(3_600_000);
  const expired = await bench.query('select count(*) from Item');
  expect(expired.status).toBe(401);
  expect(expired.headers.get('www-authenticate')).toBe('Bearer realm="Intuit", error="invalid_token"');
  expect(expired.json()['fault']).toMatchObject({
    type: 'AUTHENTICATION',
    error: [{ code: '3200', message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401' }],
  });
  const { refresh_token } = await bench.connect();
  expect(await bench.control('tokens/revoke', { realmId: bench.realmId })).toEqual({ revoked: 2 });
  expect((await bench.token({ grant_type: 'refresh_token', refresh_token })).status).toBe(400);
});

test('no refresh outlives the hard end of a grant, however often it is refreshed', async () => {
  await using bench = await startBench();
  let { refresh_token } = await bench.connect();
  for (let day = 0; day + 90 < 1_825; day += 90) {
    await bench.clock.advance(90 * DAY_MS);
    const answer = (await bench.token({ grant_type: 'refresh_token', refresh_token })).json();
    refresh_token = answer['refresh_token'] as string;
  }
  const last = await bench.token(
    { grant_type: 'refresh_token', refresh_token },
    { 'x-include-refresh-token-hard-expires-in': 'true' },
  );
  const left = last.json()['x_refresh_token_hard_expires_in'] as number;
  expect(last.json()['x_refresh_token_expires_in']).toBe(left);
  await bench.clock.advance(left * 1_000);
  expect((await bench.token({ grant_type: 'refresh_token', refresh_token })).status).toBe(400);
});

test('the discovery document names every endpoint, each of which answers, with an intuit_tid', async () => {
  await using bench = await startBench();
  for (const path of ['openid_configuration', 'openid_sandbox_configuration/']) {
    const answer = await fetch(`${bench.simulator.url}/.well-known/${path}`);
    const document = (await answer.json()) as Record<string, string>;
    for (const [name, address] of Object.entries(document).filter(([key]) => /_endpoint$|_uri$/.test(key))) {
      const method = /token_|revocation/.test(name) ? 'POST' : 'GET';
      const response = await fetch(address, { method });
      expect(response.status, name).not.toBe(404);
      expect(response.headers.get('intuit_tid'), name).toMatch(/^1-[\da-f]{8}-[\da-f]{24}$/);
    }
  }
});
