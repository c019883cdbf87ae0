import { expect, test } from 'vitest';

import { type Bench, startBench } from '../../test/support/harness.ts';
import { RateLimiter, defaultLimits } from './limits.ts';

const rules = { ...defaultLimits, enabled: true };

function admitted(
  limiter: RateLimiter,
  times: readonly number[],
  kind: 'query' | 'batch',
  scale = 1,
): number {
  return times.filter((at) => limiter.admits('1', 'app', kind, at, { ...rules, scale })).length;
}

test('a company has 500 calls a minute, 10 a second and 40 batches a minute, times the scale', () => {
  const everyTenth = Array.from({ length: 600 }, (_, index) => index * 100);
  const evenly = Array.from({ length: 600 }, (_, index) => 1_000_000 + Math.floor(index / 9) * 1_000);
  expect(admitted(new RateLimiter(), everyTenth.slice(0, 500), 'query')).toBe(500);
  expect(admitted(new RateLimiter(), everyTenth, 'query')).toBe(500);
  expect(admitted(new RateLimiter(), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 999, 1_000], 'query')).toBe(11);
  expect(admitted(new RateLimiter(), evenly.slice(0, 100), 'batch')).toBe(40);
  expect(
    admitted(
      new RateLimiter(),
      Array.from({ length: 30 }, () => 0),
      'query',
      2,
    ),
  ).toBe(20);
});

test('a clock set back does not leave a company throttled', () => {
  const limiter = new RateLimiter();
  expect(
    admitted(
      limiter,
      Array.from({ length: 11 }, () => 10_000_000),
      'query',
    ),
  ).toBe(10);
  expect(limiter.admits('1', 'app', 'query', 5_000_000, rules)).toBe(true);
});

const ask = async (bench: Bench): Promise<number> => (await bench.query('select count(*) from Item')).status;

test('billable reads are metered by calendar month: only what succeeds, a batch too, writes and OAuth not', async () => {
  await using bench = await startBench();
  await ask(bench);
  await bench.query('select * from Nothing');
  await bench.write('customer', { DisplayName: 'Free of charge' });
  const items = ['a', 'b', 'c'].map((bId) => ({ bId, Query: 'select count(*) from Item' }));
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
  await bench.call('batch', { ...init, body: JSON.stringify({ BatchItemRequest: items }) });
  const calls = await bench.control('calls');
  expect(calls).toMatchObject({ billable: 2, months: { '2026-06': { reads: 2, readsCountingItems: 4 } } });
  expect(calls['counts']).toContainEqual({
    realmId: null,
    kind: 'token',
    status: 200,
    billable: false,
    count: 1,
  });
  await bench.control('switches', { metering: { block: true, monthlyReads: 3, batch: 'items' } });
  expect(await ask(bench)).toBe(429);
  expect((await bench.write('customer', { DisplayName: 'Still free' })).status).toBe(200);
  await bench.control('switches', { metering: { batch: 'one' } });
  expect([await ask(bench), await ask(bench)]).toEqual([200, 429]);
  await bench.control('clock', { advanceSeconds: 16 * 86_400 });
  const next = await bench.connect();
  const url = `${bench.simulator.url}/v3/company/${bench.realmId}/query?query=select count(*) from Item`;
  const headers = { authorization: `Bearer ${next.access_token}`, accept: 'application/json' };
  expect((await fetch(url, { headers })).status).toBe(200);
});
