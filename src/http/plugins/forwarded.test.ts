import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestAppOptions } from '../../../test/support/http-app.ts';
import { permissions } from '../../access/permissions.ts';
import { type Logger, silentLogger } from '../../base/logger.ts';
import { originOf } from './access.ts';

/** An app that tells whose address it would write into the trail. */
async function open(options: TestAppOptions): Promise<FastifyInstance> {
  const app = await createTestApp({
    ...options,
    permissions: { ...permissions, 'GET /v1/test/address': 'anyone' },
  });
  app.get('/v1/test/address', (request) => ({ address: originOf(request).address }));
  return app;
}

async function addressOf(
  app: FastifyInstance,
  remoteAddress: string,
  forwarded?: string,
): Promise<string | undefined> {
  const answer = await app.inject({
    url: '/v1/test/address',
    remoteAddress,
    ...(forwarded !== undefined && { headers: { 'x-forwarded-for': forwarded } }),
  });
  return answer.json<{ address?: string }>().address;
}

/** A logger that keeps its warnings. */
function listening(): { logger: Logger; warnings: unknown[] } {
  const warnings: unknown[] = [];
  const logger: Logger = {
    ...silentLogger,
    warn: (facts: unknown) => void warnings.push(facts),
    child: () => logger,
  };
  return { logger, warnings };
}

let app: FastifyInstance;
beforeAll(async () => {
  app = await open({ trustedProxies: ['10.0.0.1', '192.168.0.0/16'] });
});
afterAll(() => app.close());

test.each([
  ['whoever comes past the proxies', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['another computer of the proxies’ network', '10.0.0.2', '198.51.100.1', '10.0.0.2'],
  ['a proxy', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['two proxies', '10.0.0.1', '198.51.100.1, 192.168.7.7', '198.51.100.1'],
  ['a proxy, with a forged address in front', '10.0.0.1', '9.9.9.9, 198.51.100.1', '198.51.100.1'],
  ['a proxy, with a listed one forged', '10.0.0.1', '9.9.9.9, 10.0.0.1, 198.51.100.1', '198.51.100.1'],
  ['a proxy that says nothing', '10.0.0.1', undefined, '10.0.0.1'],
])(
  'the address of a caller is believed from listed proxies only: %s',
  async (_who, peer, header, address) => {
    expect(await addressOf(app, peer, header)).toBe(address);
  },
);

test.each([
  ['<img src=x onerror=alert(1)>', '10.0.0.1'],
  ["'; DROP TABLE ledger_mirror.audit; --", '10.0.0.1'],
  ['unknown', '10.0.0.1'],
  ['127.1', '10.0.0.1'],
  ['', '10.0.0.1'],
  [',,', '10.0.0.1'],
  ['9.9.9.9, _hidden', '10.0.0.1'],
  ['fe80::1%any.text', '10.0.0.1'],
  ['x, 10.0.0.1', '10.0.0.1'],
  ['198.51.100.1:4711', '198.51.100.1'],
  ['[2001:DB8::0001]:443', '2001:db8::1'],
  ['::ffff:198.51.100.1', '198.51.100.1'],
])('what is no address is none, even from a listed proxy: %s', async (header, address) => {
  expect(await addressOf(app, '10.0.0.1', header)).toBe(address);
});

test('a proxy that is not listed is told of in the log, once each, and a forger outside does not use that up', async () => {
  const { logger, warnings } = listening();
  await using other = await open({ logger, trustedProxies: ['10.0.0.1'] });
  for (let index = 0; index < 40; index += 1) await addressOf(other, `203.0.113.${index}`, '198.51.100.1');
  for (const peer of ['10.0.0.2', '10.0.0.2', '::ffff:10.0.0.2', '127.0.0.1', '10.0.0.1', '10.0.0.1'])
    await addressOf(other, peer, '198.51.100.1');
  expect(warnings).toEqual([{ from: '203.0.113.0' }, { from: '10.0.0.2' }, { from: '127.0.0.1' }]);
});

test('other headers of proxies betray one as well, and whoever comes straight betrays none', async () => {
  const { logger, warnings } = listening();
  await using other = await open({ logger });
  await addressOf(other, '10.0.0.2');
  expect(warnings).toEqual([]);
  await other.inject({ url: '/', remoteAddress: '10.0.0.2', headers: { forwarded: 'for=198.51.100.1' } });
  expect(warnings).toEqual([{ from: '10.0.0.2' }]);
});
