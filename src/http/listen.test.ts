import { expect, test } from 'vitest';
import { createTestApp } from '../../test/support/http-app.ts';
import { assertLoopback, listen } from './listen.ts';

test.each(['127.0.0.1', '127.1.2.3', 'localhost', 'LocalHost', '::1', '[::1]'])(
  'listening on %s is right without an owner',
  (host) => {
    expect(() => assertLoopback(host)).not.toThrow();
  },
);

test.each([
  '0.0.0.0',
  '::',
  '',
  '192.168.1.4',
  '127.0.0.1.nip.io',
  'localhost.example.com',
  '::ffff:10.0.0.1',
  '127',
])('listening on "%s" without an owner is refused with what to do', (host) => {
  expect(() => assertLoopback(host)).toThrow(/HOST=127\.0\.0\.1/);
  expect(() => assertLoopback(host)).toThrow(expect.objectContaining({ code: 'HTTP_NOT_LOOPBACK' }));
});

test('an IPv6 address may be listened on', async () => {
  await using app = await createTestApp();
  const port = await listen(app, { host: '::1', port: 0 });
  expect((await fetch(`http://[::1]:${port}/v1/health/live`)).status).toBe(200);
});

test('a port that is taken is said in words, and the first server goes on', async () => {
  await using first = await createTestApp();
  const port = await listen(first, { host: '127.0.0.1', port: 0 });
  await using second = await createTestApp();
  await expect(listen(second, { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'HTTP_PORT_TAKEN',
    message: expect.stringMatching(new RegExp(`Port ${port} .* PORT`)) as string,
  });
  expect((await fetch(`http://127.0.0.1:${port}/v1/health/live`)).status).toBe(200);
});
