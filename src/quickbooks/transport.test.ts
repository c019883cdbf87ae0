import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { startScriptedServer } from '../../test/support/scripted-server.ts';
import type { ScriptedServer } from '../../test/support/scripted-server.ts';
import { createTransport } from './transport.ts';
import type { Transport, TransportOptions } from './transport.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function serve(
  handler: Parameters<typeof startScriptedServer>[0],
  options?: TransportOptions,
): Promise<{ server: ScriptedServer; transport: Transport }> {
  const server = await startScriptedServer(handler);
  const transport = createTransport(options);
  closers.push(
    () => transport.close(),
    () => server.stop(),
  );
  return { server, transport };
}

const get = (url: string, signal?: AbortSignal) => ({ method: 'GET' as const, url, headers: {}, signal });

test('a compressed answer arrives unpacked, with the bytes that crossed the network', async () => {
  const body = JSON.stringify({ text: 'a'.repeat(10_000) });
  const packed = gzipSync(body);
  const { server, transport } = await serve(() => ({
    headers: { 'content-encoding': 'gzip' },
    body: packed,
  }));
  const answer = await transport.send(get(server.url));
  expect(answer.body.toString()).toBe(body);
  expect(answer.wireBytes).toBe(packed.length);
  expect(server.requests[0]?.headers['accept-encoding']).toBe('gzip');
});

test('connections are kept alive from one request to the next', async () => {
  const sockets = new Set<unknown>();
  const { server, transport } = await serve((_request, response) => {
    sockets.add(response.socket);
    return { body: '{}' };
  });
  for (let index = 0; index < 20; index += 1) await transport.send(get(server.url));
  // The pool may open a second one before it knows that the first is free again.
  expect(sockets.size).toBeLessThanOrEqual(2);
});

test('every status is an answer, and a redirect is not followed', async () => {
  const { server, transport } = await serve((request) =>
    request.url.pathname === '/'
      ? { status: 302, headers: { location: '/elsewhere' } }
      : { status: 503, body: 'busy' },
  );
  expect((await transport.send(get(server.url))).status).toBe(302);
  expect((await transport.send(get(`${server.url}/x`))).status).toBe(503);
  expect(server.requests).toHaveLength(2);
});

test.each([
  ['plain', (body: Buffer) => ({ body })],
  ['compressed', (body: Buffer) => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(body) })],
])('a %s answer above the cap is refused', async (_, pack) => {
  const { server, transport } = await serve(() => pack(Buffer.alloc(200_000, 'a')), {
    maxAnswerBytes: 100_000,
  });
  await expect(transport.send(get(server.url))).rejects.toMatchObject({ code: 'QBO_ANSWER_TOO_LARGE' });
});

test('an answer that is cut is an error, not a short answer', async () => {
  const { server, transport } = await serve((request, response) => {
    const packed = gzipSync(JSON.stringify({ text: 'abc'.repeat(1000) }));
    if (request.url.pathname === '/gzip')
      return { headers: { 'content-encoding': 'gzip' }, body: packed.subarray(0, packed.length - 9) };
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"QueryResponse"', () => response.socket?.destroy());
    return undefined;
  });
  await expect(transport.send(get(server.url))).rejects.toMatchObject({ code: 'QBO_UNREACHABLE' });
  await expect(transport.send(get(`${server.url}/gzip`))).rejects.toMatchObject({
    code: 'QBO_UNREADABLE_ANSWER',
  });
});

test('a connection that does not come about in time is a timeout', async () => {
  // Takes the connection and never says a word of TLS.
  const silent = createServer((socket) => void socket.on('error', () => undefined).resume()).listen(
    0,
    '127.0.0.1',
  );
  await once(silent, 'listening');
  const transport = createTransport({ connectTimeoutMs: 50 });
  closers.push(
    () => transport.close(),
    () => new Promise((resolve) => silent.close(() => resolve())),
  );
  const url = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  await expect(transport.send(get(url))).rejects.toMatchObject({
    code: 'QBO_TIMEOUT',
    details: { reason: 'UND_ERR_CONNECT_TIMEOUT' },
  });
});

test('silence before the headers and inside the body ends in a timeout', async () => {
  const { server, transport } = await serve(
    (request, response) => {
      if (request.url.pathname !== '/body') return undefined;
      response.writeHead(200);
      response.write('{');
      return undefined;
    },
    { headersTimeoutMs: 100, bodyTimeoutMs: 100 },
  );
  await expect(transport.send(get(server.url))).rejects.toMatchObject({ code: 'QBO_TIMEOUT' });
  await expect(transport.send(get(`${server.url}/body`))).rejects.toMatchObject({ code: 'QBO_TIMEOUT' });
});

test('nobody listening and a reset connection are unreachable, with the reason', async () => {
  const { server, transport } = await serve((_request, response) => {
    response.socket?.resetAndDestroy();
    return undefined;
  });
  await expect(transport.send(get(server.url))).rejects.toMatchObject({ code: 'QBO_UNREACHABLE' });
  await expect(transport.send(get('http://127.0.0.1:1'))).rejects.toMatchObject({
    code: 'QBO_UNREACHABLE',
    details: { reason: 'ECONNREFUSED' },
  });
});

test('an abort ends the request with the signal’s own reason', async () => {
  const abort = new AbortController();
  const { server, transport } = await serve(() => {
    abort.abort(new Error('stopping'));
    return undefined;
  });
  await expect(transport.send(get(server.url, abort.signal))).rejects.toThrow('stopping');
});

test('a stream brings status and headers first, then the body, however large', async () => {
  const body = Buffer.alloc(3_000_000, 'abc');
  const { server, transport } = await serve(() => ({ headers: { 'x-kind': 'file' }, body }), {
    maxAnswerBytes: 1_000,
  });
  const stream = await transport.open(get(server.url));
  expect(stream).toMatchObject({ status: 200, headers: { 'x-kind': 'file' } });
  const pieces: Buffer[] = [];
  for await (const piece of stream.body) pieces.push(piece);
  expect(Buffer.concat(pieces).equals(body)).toBe(true);
});

test('a stream that breaks is an error for its reader, and no accident for the process when nobody reads', async () => {
  const { server, transport } = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{', () => response.socket?.destroy());
    return undefined;
  });
  await transport.open(get(server.url));
  const { body } = await transport.open(get(server.url));
  const reading = (async () => {
    for await (const _ of body);
  })();
  await expect(reading).rejects.toMatchObject({ code: 'QBO_UNREACHABLE' });
});
