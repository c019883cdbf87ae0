import { expect, test } from 'vitest';

import { localUrl } from './local-url.ts';

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['localhost', 'http://localhost:3000'],
  ['192.168.1.4', 'http://192.168.1.4:3000'],
  ['::1', 'http://[::1]:3000'],
  ['fd00::7', 'http://[fd00::7]:3000'],
  // Addresses that mean all are nobody's name: the server would not answer to them.
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
])('a server that listens on %s is reached at %s', (host, url) => {
  expect(localUrl({ host, port: 3000 })).toBe(url);
});
