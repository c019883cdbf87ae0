import { afterEach, expect, test } from 'vitest';
import { startScriptedServer } from '../../test/support/scripted-server.ts';
import { silentLogger } from '../base/logger.ts';
import { discoverEndpoints } from './discovery.ts';
import { intuitEndpoints } from './oauth.ts';
import { createTransport } from './transport.ts';

const transport = createTransport();
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function discover(status: number, body: string) {
  const server = await startScriptedServer(() => ({ status, body }));
  closers.push(() => server.stop());
  return discoverEndpoints({ url: `${server.url}/.well-known/x/`, transport, logger: silentLogger });
}

const document = {
  issuer: 'https://oauth.platform.intuit.com/op/v1',
  authorization_endpoint: 'https://appcenter.intuit.com/connect/oauth9',
  token_endpoint: 'https://oauth.platform.intuit.com/oauth9/tokens',
  revocation_endpoint: 'https://developer.api.intuit.com/v9/revoke',
};

test('the endpoints are those of the document', async () => {
  expect(await discover(200, JSON.stringify(document))).toEqual({
    authorizeUrl: document.authorization_endpoint,
    tokenUrl: document.token_endpoint,
    revokeUrl: document.revocation_endpoint,
  });
});

test.each([
  ['an outage', 503, ''],
  ['a page instead of the document', 200, '<html></html>'],
  ['a document that lacks an endpoint', 200, JSON.stringify({ ...document, token_endpoint: undefined })],
  ['an endpoint that is no address', 200, JSON.stringify({ ...document, token_endpoint: 'x' })],
  ['an endpoint that is not the web', 200, JSON.stringify({ ...document, revocation_endpoint: 'file:///x' })],
])('after %s the built-in ones are used', async (_, status, body) => {
  expect(await discover(status, body)).toEqual(intuitEndpoints);
});

test('when nobody answers, the caller’s own are used', async () => {
  const builtIn = { ...intuitEndpoints, tokenUrl: 'https://example.com/token' };
  const url = 'http://127.0.0.1:1/.well-known/x/';
  expect(await discoverEndpoints({ url, transport, logger: silentLogger, builtIn })).toEqual(builtIn);
});

test('a server that never answers is waited for only so long, and an abort ends the wait at once', async () => {
  const server = await startScriptedServer(() => undefined);
  closers.push(() => server.stop());
  const ask = (signal?: AbortSignal) =>
    discoverEndpoints({ url: server.url, transport, logger: silentLogger, signal, timeoutMs: 50 });
  const abort = new AbortController();
  const aborted = ask(abort.signal);
  abort.abort(new Error('stopping'));
  await expect(aborted).rejects.toThrow('stopping');
  expect(await ask()).toEqual(intuitEndpoints);
});
