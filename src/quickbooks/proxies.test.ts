import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startForwardProxy, type ForwardProxyOptions } from '../../test/support/forward-proxy.ts';
import { startScriptedServer } from '../../test/support/scripted-server.ts';
import { createRoutes } from './proxies.ts';
import { createTransport, type Transport, type TransportOptions } from './transport.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function proxyFor(options: Partial<ForwardProxyOptions> = {}) {
  const target = await startScriptedServer((request) => ({ body: request.headers.host ?? '' }));
  const proxy = await startForwardProxy({
    names: { 'quickbooks.test': target.url.replace('http://', '') },
    ...options,
  });
  closers.push(
    () => target.stop(),
    () => proxy.stop(),
  );
  return { target, proxy };
}

function transportOf(options: TransportOptions): Transport {
  const transport = createTransport(options);
  closers.push(() => transport.close());
  return transport;
}

const get = (url: string) => ({ method: 'GET' as const, url, headers: {} });
const text = async (transport: Transport, url: string): Promise<string> =>
  (await transport.send(get(url))).body.toString();

test('plain requests go through the proxy for http, with its user and password and nothing of that beyond it', async () => {
  const { target, proxy } = await proxyFor({ credentials: 'me:p@ss' });
  const transport = transportOf({ proxy: { httpUrl: proxy.url.replace('//', '//me:p%40ss@') } });
  expect(await text(transport, 'http://quickbooks.test/v3?x=1')).toBe(new URL(target.url).host);
  expect(proxy.passed).toEqual(['GET http://quickbooks.test/v3?x=1']);
  expect(target.requests[0]?.headers['proxy-authorization']).toBeUndefined();
});

test('https goes through a tunnel, so that the proxy reads nothing of it', async () => {
  let first: Buffer | undefined;
  const server = createServer((socket) => {
    socket.once('data', (bytes) => {
      first = bytes;
      socket.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => Promise.resolve(void server.close()));
  const { proxy } = await proxyFor({
    names: { 'quickbooks.test': `127.0.0.1:${(server.address() as AddressInfo).port}` },
  });
  const transport = transportOf({ proxy: { httpsUrl: proxy.url } });
  const { host } = new URL(proxy.url);
  await expect(transport.send(get('https://quickbooks.test/v3'))).rejects.toMatchObject({
    details: { proxy: host },
  });
  expect(proxy.passed).toEqual(['CONNECT quickbooks.test:443']);
  // The beginning of a TLS handshake (RFC 8446, section 5.1).
  expect([...(first?.subarray(0, 2) ?? [])]).toEqual([22, 3]);
});

test('a proxy for one kind of address is not used for the other', async () => {
  const { proxy } = await proxyFor();
  const routes = createRoutes({ httpsUrl: proxy.url }, 1000);
  closers.push(() => routes.close());
  expect(routes.routeTo('https://quickbooks.test').proxy).toBe(new URL(proxy.url).host);
  expect(routes.routeTo('http://quickbooks.test').proxy).toBeUndefined();
});

test('this computer is reached directly, whatever the proxy', async () => {
  const { target, proxy } = await proxyFor();
  const transport = transportOf({ proxy: { httpUrl: proxy.url, httpsUrl: proxy.url } });
  expect(await text(transport, target.url)).toBe(new URL(target.url).host);
  expect(await text(transport, target.url.replace('127.0.0.1', 'localhost'))).toMatch(/^localhost/);
  expect(proxy.passed).toEqual([]);
});

test.each([
  ['quickbooks.test', 'http://quickbooks.test/'],
  ['quickbooks.test', 'http://api.quickbooks.test/'],
  ['.quickbooks.test', 'http://api.quickbooks.test/'],
  ['*.quickbooks.test', 'http://api.quickbooks.test/'],
  ['other.test, QuickBooks.test', 'http://QUICKBOOKS.test./'],
  ['other.test quickbooks.test:8080', 'http://quickbooks.test:8080/'],
  ['quickbooks.test:443', 'https://quickbooks.test/'],
  ['*', 'https://quickbooks.test/'],
  ['10.1.2.3', 'http://10.1.2.3:4010/'],
  ['10.0.0.0/8', 'http://10.1.2.3/'],
  ['fd00::/8', 'http://[fd12::1]:4010/'],
  ['[fd12::1]:4010', 'http://[fd12::1]:4010/'],
])('a bypass of %s means %s', (bypass, url) => {
  const routes = createRoutes({ httpUrl: 'http://p:1', httpsUrl: 'http://p:1', bypass }, 1000);
  closers.push(() => routes.close());
  expect(routes.routeTo(url).proxy).toBeUndefined();
});

test.each([
  ['', 'http://quickbooks.test/'],
  ['books.test', 'http://quickbooks.test/'],
  ['quickbooks.test:8080', 'http://quickbooks.test/'],
  ['api.quickbooks.test', 'http://quickbooks.test/'],
  ['10.0.0.0/8', 'http://11.0.0.1/'],
  ['10.0.0.0/99', 'http://10.0.0.1/'],
  ['0', 'http://10.0.0.0/'],
  ['.', 'http://quickbooks.test/'],
])('a bypass of "%s" does not mean %s', (bypass, url) => {
  const routes = createRoutes({ httpUrl: 'http://p:1', httpsUrl: 'http://p:1', bypass }, 1000);
  closers.push(() => routes.close());
  expect(routes.routeTo(url).proxy).toBe('p:1');
});

test.each(['http', 'https'])(
  'a proxy that wants a password for %s is named, with what to do',
  async (kind) => {
    const { proxy } = await proxyFor({ credentials: 'me:secret-word' });
    const transport = transportOf({
      proxy: { httpUrl: proxy.url, httpsUrl: proxy.url.replace('//', '//me:wrong-word@') },
    });
    const failure = transport.send(get(`${kind}://quickbooks.test/`));
    await expect(failure).rejects.toMatchObject({
      code: 'QBO_PROXY_REFUSED',
      details: { httpStatus: 407, proxy: new URL(proxy.url).host },
    });
    await expect(failure).rejects.toThrow(/user name and a password.*HTTPS_PROXY/);
    await expect(failure).rejects.not.toThrow(/wrong-word/);
  },
);

test('so is one that opens no way, is not there, or says nothing', async () => {
  const { proxy } = await proxyFor();
  const to = (httpsUrl: string, connectTimeoutMs = 10_000) =>
    transportOf({ proxy: { httpsUrl }, connectTimeoutMs }).send(get('https://elsewhere.test/'));
  await expect(to(proxy.url)).rejects.toMatchObject({
    code: 'QBO_PROXY_REFUSED',
    details: { httpStatus: 502 },
  });
  await expect(to('http://127.0.0.1:1')).rejects.toMatchObject({
    code: 'QBO_UNREACHABLE',
    details: { proxy: '127.0.0.1:1' },
  });
  const { proxy: silent } = await proxyFor({ silent: true, names: { 'elsewhere.test': '127.0.0.1:1' } });
  await expect(to(silent.url, 300)).rejects.toMatchObject({ code: 'QBO_TIMEOUT' });
});
