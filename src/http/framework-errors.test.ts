import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../api-contract/index.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { listen } from './listen.ts';

let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  app = await createTestApp();
  port = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

/** Sends bytes as they are and reads until the server closes the connection. */
async function send(request: string): Promise<{ status: number; head: string; problem: Problem }> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(request);
  const answer = await text(socket);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, problem: JSON.parse(body) as Problem };
}

test.each([
  [
    'an address that cannot be decoded',
    'GET /% HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    400,
  ],
  [
    'headers that are too large',
    `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`,
    431,
  ],
  ['an address that is too long', `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`, 431],
  ['what is not HTTP', 'hello\r\n\r\n', 400],
])('%s is refused with problem details', async (_what, request, status) => {
  const answer = await send(request);
  expect(answer.status).toBe(status);
  expect(answer.head).toMatch(/content-type: application\/problem\+json/i);
  expect(answer.head).toMatch(/x-content-type-options: nosniff/i);
  expect(answer.problem).toMatchObject({ status, code: expect.stringMatching(/^HTTP_/) });
});

test('a body that does not arrive is given up with 408, not waited for until the answer is late', async () => {
  const { requestTimeout, headersTimeout } = app.server;
  expect({ requestTimeout, headersTimeout }).toEqual({ requestTimeout: 30_000, headersTimeout: 10_000 });
  Object.assign(app.server, { requestTimeout: 100, headersTimeout: 100 });
  const answer = await send(
    'POST /v1/auth/sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  );
  expect(answer.problem).toMatchObject({ status: 408, code: 'HTTP_REQUEST_TOO_SLOW' });
});

test('a header that decides something and stands there twice is refused, as one program may read the first and one the last', async () => {
  const ask = (lines: string): Promise<{ status: number; problem: Problem }> =>
    send(`GET /v1/installation HTTP/1.1\r\n${lines}connection: close\r\n\r\n`);
  const answers = [
    await ask('Host: localhost\r\nHost: evil.example.com\r\n'),
    await ask('Host: evil.example.com\r\nhost: localhost\r\n'),
    await ask('Host: localhost\r\nHost: localhost\r\n'),
    await ask('Host: localhost\r\nAuthorization: Bearer x\r\nauthorization: Bearer y\r\n'),
    await ask('Host: localhost\r\nContent-Type: text/plain\r\nContent-Type: application/json\r\n'),
  ];
  expect(answers.map(({ status, problem }) => [status, problem.code])).toEqual(
    answers.map(() => [400, 'HTTP_BAD_REQUEST']),
  );
  // Probes are answered by any name, but not by two.
  const probe = await send('GET /v1/health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\nconnection: close\r\n\r\n');
  expect(probe.status).toBe(400);
});

test.each([
  ['lists', '['.repeat(30_000) + ']'.repeat(30_000)],
  ['objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
  ['a list where a text belongs', `{"email":${'['.repeat(30_000)}${']'.repeat(30_000)},"password":"x"}`],
  [
    'a place that nobody reads',
    `{"email":"a@b","password":"x","z":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
  ],
])('JSON that is nested too deep, as %s, is refused and no fault of ours', async (_how, payload) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/auth/sign-in',
    headers: { 'content-type': 'application/json' },
    payload,
  });
  expect(answer.json<Problem>()).toMatchObject({ status: 400, code: 'HTTP_VALIDATION_FAILED' });
});
