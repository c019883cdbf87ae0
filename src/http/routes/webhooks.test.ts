import { createHmac } from 'node:crypto';
import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/support/http-app.ts';
import type { Problem } from '../../api-contract/index.ts';
import { Secret } from '../../base/secret.ts';

const token = 'a-verifier-token';
const body =
  '[{"specversion":"1.0","id":"1","type":"qbo.invoice.created.v1","intuitaccountid":"1","note":"é 🦜"}]';
const sign = (bytes: string | Buffer, key = token): string =>
  createHmac('sha256', key).update(bytes).digest('base64');

type Stored = { bodies: Buffer[]; failWith?: Error };

async function openApp(stored: Stored = { bodies: [] }) {
  const app = await createTestApp({
    demoSignIn: false,
    webhooks: {
      verifierToken: new Secret(token),
      storeEvents: (bytes) => {
        if (stored.failWith !== undefined) return Promise.reject(stored.failWith);
        stored.bodies.push(Buffer.from(bytes));
        return Promise.resolve();
      },
    },
  });
  const deliver = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/v1/webhooks/qbo', payload, headers });
  return { app, deliver, [Symbol.asyncDispose]: () => app.close() };
}

test('a signed delivery is stored byte by byte, whatever its content type, and answered 200', async () => {
  const stored: Stored = { bodies: [] };
  await using server = await openApp(stored);
  for (const type of [
    'application/json',
    'application/cloudevents+json',
    'text/plain',
    'application/x-unheard-of',
  ]) {
    const answer = await server.deliver(body, { 'intuit-signature': sign(body), 'content-type': type });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(stored.bodies.pop()?.toString('utf8')).toBe(body);
  }
  expect((await server.deliver(body, { 'intuit-signature': sign(body) })).statusCode).toBe(200);
});

test('what is not signed with our token is refused and not stored', async () => {
  const stored: Stored = { bodies: [] };
  await using server = await openApp(stored);
  const signature = sign(body);
  for (const wrong of [
    undefined,
    '',
    'x',
    sign(body, 'another token'),
    sign(`${body} `),
    signature.slice(0, -1),
    signature.toLowerCase(),
    `${signature}${signature}`,
    Buffer.from(signature, 'base64').toString('hex'),
    'A'.repeat(43) + '=',
  ]) {
    const answer = await server.deliver(body, wrong === undefined ? {} : { 'intuit-signature': wrong });
    expect(answer.statusCode, wrong).toBe(401);
    expect(answer.json<Problem>().code).toBe('WEBHOOK_SIGNATURE_REFUSED');
  }
  expect((await server.deliver('', { 'intuit-signature': sign(body) })).statusCode).toBe(401);
  expect(stored.bodies).toEqual([]);
});

test('without a verifier token nothing is taken', async () => {
  await using app = await createTestApp({ demoSignIn: false });
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/webhooks/qbo',
    payload: body,
    headers: { 'intuit-signature': sign(body) },
  });
  expect(answer.statusCode).toBe(503);
  expect(answer.json<Problem>().code).toBe('WEBHOOK_NOT_CONFIGURED');
});

test('any source that notifies has its address; one that does not, or that nobody knows, has none', async () => {
  const taken: string[] = [];
  const source = (name: string) => ({
    name,
    authorizeUrl: () => 'https://example.com',
    connect: () => Promise.reject(new Error('not here')),
  });
  await using app = await createTestApp({
    demoSignIn: false,
    integrations: [
      {
        ...source('ledgerly'),
        takeWebhook: (bytes, headers) => {
          taken.push(`${String(headers['x-ledgerly'])} ${bytes.toString('utf8')}`);
          return Promise.resolve();
        },
      },
      source('silent'),
    ],
  });
  const post = (name: string, payload: string | Buffer = body) =>
    app.inject({ method: 'POST', url: `/v1/webhooks/${name}`, payload, headers: { 'x-ledgerly': 'yes' } });
  expect((await post('ledgerly')).statusCode).toBe(200);
  expect(taken).toEqual([`yes ${body}`]);
  expect((await post('silent')).json<Problem>()).toMatchObject({ status: 404, code: 'HTTP_NOT_FOUND' });
  // Whatever is sent: nothing of it is read.
  for (const name of ['qbo', 'toString', 'x'.repeat(40)])
    expect((await post(name, Buffer.alloc(1024 * 1024 + 1))).json<Problem>()).toMatchObject({
      status: 404,
      code: 'HTTP_INTEGRATION_UNKNOWN',
    });
  expect(taken).toHaveLength(1);
});

test('what could not be stored is not acknowledged', async () => {
  await using server = await openApp({ bodies: [], failWith: new Error('disk full at /var/lib') });
  const answer = await server.deliver(body, { 'intuit-signature': sign(body) });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('/var/lib');
});

test('a delivery larger than any real one is refused before it is read', async () => {
  await using server = await openApp();
  const large = Buffer.alloc(1024 * 1024 + 1, 32);
  const answer = await server.deliver(large, { 'intuit-signature': sign(large) });
  expect(answer.statusCode).toBe(413);
});

test('a packed body is not unpacked: the signature is over what arrived', async () => {
  const stored: Stored = { bodies: [] };
  await using server = await openApp(stored);
  const bytes = Buffer.from([31, 139, 8, 0, 0, 0, 0, 0]);
  const answer = await server.deliver(bytes, {
    'intuit-signature': sign(bytes),
    'content-encoding': 'gzip',
    'content-type': 'application/json',
  });
  expect(answer.statusCode).toBe(200);
  expect(stored.bodies[0]?.equals(bytes)).toBe(true);
});

test.each([
  ['a delivery', `POST /v1/webhooks/qbo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n[`],
  [
    'the headers of an answer from the consent page',
    `GET /v1/oauth/callback/qbo?code=1&state=2 HTTP/1.1\r\nHost: `,
  ],
])('%s that comes a byte at a time is cut off', async (_what, beginning) => {
  const { app } = await openApp();
  // The server's own limit is half a minute; the mechanism is the same.
  app.server.requestTimeout = 300;
  app.server.headersTimeout = 300;
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(beginning);
  const trickle = setInterval(() => socket.write('x'), 50);
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.once('close', () => resolve(text));
    socket.on('error', () => undefined);
  });
  clearInterval(trickle);
  expect(answer).toMatch(/^HTTP\/1\.1 408/);
  await app.close();
});

test('a browser that opens the address is told what it is for; nothing is taken by it', async () => {
  const stored: Stored = { bodies: [] };
  await using server = await openApp(stored);
  const answer = await server.app.inject({ method: 'GET', url: '/v1/webhooks/qbo' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(answer.body).toMatch(
    /^This address is for the webhooks of QuickBooks.*nothing to see.*QBO_WEBHOOK_VERIFIER_TOKEN/,
  );
  expect((await server.app.inject({ method: 'GET', url: '/v1/webhooks/unheard' })).statusCode).toBe(404);
  expect(stored.bodies).toEqual([]);
});
