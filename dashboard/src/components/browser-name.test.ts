import { expect, test } from 'vitest';
import { nameOfBrowser } from './browser-name.ts';

const agent = (rest: string): string => `Mozilla/5.0 ${rest}`;

test.each([
  [
    agent('(X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'),
    'Chrome 140 on Linux',
  ],
  [
    agent('(Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'),
    'Edge 140 on Windows',
  ],
  [agent('(Macintosh; Intel Mac OS X 10.15; rv:131.0) Gecko/20100101 Firefox/131.0'), 'Firefox 131 on macOS'],
  [
    agent('(iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604'),
    'Safari 18 on iOS',
  ],
  ['curl/8.5.0', 'curl/8.5.0'],
  [undefined, 'unknown'],
])('%s is %s', (userAgent, name) => {
  expect(nameOfBrowser(userAgent)).toBe(name);
});
