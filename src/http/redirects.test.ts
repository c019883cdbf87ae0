import { request as ask } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp } from '../../test/support/http-app.ts';
import { listen } from './listen.ts';

const publicUrl = 'https://books.example.com';
let app: FastifyInstance;
let port: number;
let demo: FastifyInstance;
let demoPort: number;

beforeAll(async () => {
  app = await createTestApp({ demoSignIn: false, publicUrl: new URL(publicUrl) });
  port = await listen(app, { host: '127.0.0.1', port: 0 });
  demo = await createTestApp({ publicUrl: new URL(publicUrl) });
  demoPort = await listen(demo, { host: '127.0.0.1', port: 0 });
});
afterAll(() => Promise.all([app.close(), demo.close()]));

/** Asks for a target as it stands, which a browser or `fetch` would put in order first: where it is sent, or the status. */
function sentTo(target: string, to = port): Promise<string | number | undefined> {
  return new Promise((resolve, reject) => {
    ask({ host: '127.0.0.1', port: to, path: target, headers: { accept: 'text/html' } }, (answer) => {
      answer.resume();
      resolve(answer.headers.location ?? answer.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

test.each(['/v1/..//evil.example.com/x', '/v1/..//..//evil.example.com/x', '/v1/..\\\\evil.example.com/x'])(
  'whoever must sign in to see %s is not sent on to another site afterwards',
  async (target) => {
    expect(await sentTo(target)).toBe('/sign-in');
  },
);

test('an address of our own is kept, to go on there', async () => {
  expect(await sentTo('/v1/docs?a=b%20c')).toBe('/sign-in?next=%2Fv1%2Fdocs%3Fa%3Db%2520c');
});

test('connecting moves the browser to the public address', async () => {
  const own = `${publicUrl}/v1/oauth/authorize/qbo?moved=true`;
  expect(await sentTo('/v1/oauth/authorize/qbo', demoPort)).toBe(own);
});

test('a whole address, which would count instead of the name that was checked, is refused', async () => {
  for (const path of ['/v1/oauth/authorize/qbo', '/v1/organizations', '/']) {
    expect(await sentTo(`http://evil.example.com${path}`, demoPort), path).toBe(400);
    expect(await sentTo(`http://evil.example.com${path}`), path).toBe(400);
  }
});
