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
