import { request } from 'node:http';

import { expect, test } from 'vitest';

import { startBench } from '../../test/support/harness.ts';

/** fetch may not set Host, Origin or Sec-Fetch-Site. */
function statusWith(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end();
  });
}

test('the state lists every record, inactive ones too, and what was deleted', async () => {
  await using bench = await startBench();
  const state = await bench.control(`companies/${bench.realmId}/state/Customer`);
  const all = await bench.records(
    'select * from Customer where Active in (true, false) orderby Id',
    'Customer',
  );
  expect(state['records']).toEqual(all);
  const invoices = await bench.control(`companies/${bench.realmId}/state/Invoice`);
  expect(invoices['deleted']?.[0]).toEqual({ Id: expect.any(String), DeletedTime: expect.any(String) });
});

test('changes of every kind can be ordered, and the same order gives the same changes', async () => {
  const outcomes: unknown[] = [];
  for (let run = 0; run < 2; run += 1) {
    await using bench = await startBench({ size: 300 });
    const made: unknown[] = [];
    for (const kind of [
      'create',
      'create-customer',
      'edit',
      'pay',
      'void',
      'delete',
      'rename',
      'reprice',
      'deactivate',
    ]) {
      const { changes } = (await bench.control(`companies/${bench.realmId}/changes`, {
        kind,
        count: 2,
      })) as unknown as { changes: unknown[] };
      expect(changes.length, kind).toBeGreaterThan(0);
      made.push(...changes);
    }
    made.push(await bench.control(`companies/${bench.realmId}/changes`, { count: 30 }));
    outcomes.push([made, await bench.control(`companies/${bench.realmId}/state/Invoice`)]);
  }
  expect(outcomes[0]).toEqual(outcomes[1]);
});

test('a living company changes with the clock', async () => {
  await using bench = await startBench({ live: 30 });
  const count = async (): Promise<number> => {
    const since = 'changedSince=2026-06-15T12:00:01-07:00';
    const answer = await bench.call(`cdc?entities=Account,Customer,Item,Invoice,Payment&${since}`);
    return (answer.text.match(/"Id":"/g) ?? []).length;
  };
  expect(await count()).toBe(0);
  await bench.clock.advance(60_000);
  expect(await count()).toBeGreaterThan(5);
});

test('ordered faults hit the next calls that fit, each in its own shape', async () => {
  await using bench = await startBench();
  const next = async (kind: string): Promise<{ status: number; text: string; type: string | null }> => {
    await bench.control('faults', { kind, path: 'from Item' });
    const { status, text, headers } = await bench.query('select count(*) from Item');
    return { status, text, type: headers.get('content-type') };
  };
  await bench.control('faults', { kind: 'internal', path: 'from Customer' });
  expect(await next('throttle')).toMatchObject({
    status: 429,
    type: 'application/xml',
    text: expect.stringContaining('errorCode=003001; statusCode=429'),
  });
  expect(await next('timeout')).toMatchObject({
    status: 504,
    text: expect.stringContaining('GatewayTimeout'),
  });
  expect(await next('unavailable')).toMatchObject({
    status: 503,
    text: expect.stringContaining('503 Service Temporarily Unavailable'),
  });
  expect(await next('unauthorized')).toMatchObject({
    status: 401,
    text: expect.stringContaining('"code":"3200"'),
  });
  expect(await next('forbidden')).toMatchObject({ status: 403 });
  expect(await next('internal')).toMatchObject({
    status: 500,
    text: expect.stringContaining('InternalServerError'),
  });
  expect(await next('system')).toMatchObject({
    status: 500,
    text: expect.stringContaining('"type":"SystemFault"'),
  });
  expect(await next('html')).toMatchObject({ status: 200, type: expect.stringContaining('text/html') });
  await expect(next('reset')).rejects.toThrow();
  await expect(next('truncate')).rejects.toThrow();
  expect((await bench.query('select count(*) from Item')).status).toBe(200);
  expect((await bench.query('select count(*) from Customer')).status).toBe(500);
});

test('limits, when on, answer the eleventh call of a second with 429 and forget it a second later', async () => {
  await using bench = await startBench();
  await bench.control('switches', { limits: { enabled: true } });
  const ask = async (): Promise<number> => (await bench.query('select count(*) from Item')).status;
  const statuses: number[] = [];
  for (let call = 0; call < 11; call += 1) statuses.push(await ask());
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  await bench.clock.advance(1_001);
  expect(await ask()).toBe(200);
});

test('calls are counted by company, kind and status', async () => {
  await using bench = await startBench();
  await bench.query('select count(*) from Item');
  await bench.query('select count(*) from Nothing');
  await bench.control('calls', undefined, 'DELETE');
  await bench.query('select count(*) from Item');
  await bench.query('select count(*) from Nothing');
  const calls = await bench.control('calls');
  expect(calls).toMatchObject({ total: 2, billable: 1 });
  const refused = { realmId: bench.realmId, kind: 'query', status: 400, billable: false, count: 1 };
  expect(calls['counts']).toContainEqual(refused);
});

test('the simulated clock can be moved, and an unknown switch is reported', async () => {
  await using bench = await startBench();
  expect(await bench.control('clock', { advanceSeconds: 3_600 })).toEqual({
    time: '2026-06-15T20:00:00.000Z',
  });
  expect((await bench.query('select count(*) from Item')).json()['time']).toBe(
    '2026-06-15T13:00:00.000-07:00',
  );
  expect(await bench.control('switches', { tokens: { rotate: true } })).toEqual({
    error: 'tokens.rotate: no such switch',
  });
  expect(await bench.control('switches', { idOrder: 'random' })).toEqual({
    error: 'idOrder: one of numeric, lexical is expected',
  });
  expect(await bench.control('clock', { jumpSeconds: -7_200 })).toEqual({ time: '2026-06-15T18:00:00.000Z' });
});

test('a page of another origin reaches neither the control interface nor, under a false name, anything', async () => {
  await using bench = await startBench();
  const { url } = bench.simulator;
  const companies = `${url}/simulator/companies`;
  expect(await statusWith(companies, {})).toBe(200);
  expect(await statusWith(companies, { origin: url })).toBe(200);
  expect(await statusWith(companies, { origin: 'http://evil.example' })).toBe(403);
  expect(await statusWith(companies, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await statusWith(companies, { host: 'evil.example' })).toBe(403);
  expect(await statusWith(`${url}/connect/oauth2`, { host: 'evil.example' })).toBe(403);
  expect(await statusWith(`${url}/simulator/clock`, { 'content-type': 'text/plain' }, 'POST')).toBe(403);
});

test('who forgets to accept JSON gets XML, as from QuickBooks', async () => {
  await using bench = await startBench();
  const answer = await bench.call('query?query=select count(*) from Item', { headers: { accept: '*/*' } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([406, 'application/xml']);
});
