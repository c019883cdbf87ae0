import { expect, test } from 'vitest';

import { type Bench, type Json, startBench } from '../test-support/harness.ts';
import { faultPresets } from '../http/fault-presets.ts';

const COUNT = 'select count(*) from Item';

test('every named fault comes in its own shape, with its status', async () => {
  await using bench = await startBench();
  await bench.query(COUNT);
  const seen: Record<string, [number, string]> = {};
  for (const kind of Object.keys(faultPresets)) {
    await bench.control('faults', { kind });
    const { status, text } = await bench.query(COUNT);
    seen[kind] = [status, text.slice(0, 9)];
  }
  expect(seen).toMatchObject({
    unauthorized: [401, '{"warning'],
    'wrong-cluster': [401, '{"warning'],
    'authentication-xml': [401, '<?xml ver'],
    'authorization-120': [401, '{"Fault":'],
    'throttle-403': [403, '<?xml ver'],
    throttle: [429, '<?xml ver'],
    'subscription-ended': [400, '{"Fault":'],
    poison: [400, '{"Fault":'],
    unavailable: [503, '<html><he'],
    timeout: [504, '<?xml ver'],
    'invalid-grant': [400, '{"error":'],
  });
});

test('any other answer can be ordered: a fault of any code, or a body of any kind', async () => {
  await using bench = await startBench();
  await bench.query(COUNT);
  await bench.control('faults', {
    kind: 'application',
    code: '6210',
    message: 'Account Period Closed',
    detail: 'x',
  });
  expect((await bench.query(COUNT)).json()).toMatchObject({
    Fault: { Error: [{ code: '6210', Message: 'Account Period Closed' }], type: 'ValidationFault' },
  });
  await bench.control('faults', {
    kind: 'gateway',
    status: 502,
    code: '9',
    message: 'BadGateway',
    xml: true,
  });
  expect((await bench.query(COUNT)).text).toContain('errorCode=000009; statusCode=502');
  await bench.control('faults', { kind: 'custom', status: 418, body: 'short', contentType: 'text/plain' });
  const custom = await bench.query(COUNT);
  expect([custom.status, custom.text]).toEqual([418, 'short']);
  expect(await bench.control('faults', { kind: 'custom', status: 99 })).toHaveProperty('error');
  expect(await bench.control('faults', { kind: 'nonsense' })).toHaveProperty('error');
});

test('faults by chance are the same for the same seed; skip, company and executes choose which calls and how', async () => {
  const run = async (bench: Bench): Promise<number[]> => {
    await bench.control('faults', { kind: 'internal', count: 1_000, probability: 0.4 });
    const statuses: number[] = [];
    for (let call = 0; call < 12; call += 1) statuses.push((await bench.query(COUNT)).status);
    await bench.control('faults', undefined, 'DELETE');
    return statuses;
  };
  await using one = await startBench();
  await using two = await startBench();
  await one.query(COUNT);
  await two.query(COUNT);
  const statuses = await run(one);
  expect(new Set(statuses)).toEqual(new Set([200, 500]));
  expect(await run(two)).toEqual(statuses);
  await one.control('faults', { kind: 'internal', skip: 1, realmId: one.realmId });
  await one.control('faults', { kind: 'timeout', realmId: '1' });
  expect([(await one.query(COUNT)).status, (await one.query(COUNT)).status]).toEqual([200, 500]);
  await one.control('faults', undefined, 'DELETE');
  await one.control('faults', { kind: 'timeout', path: 'customer', executes: true });
  expect((await one.write('customer', { DisplayName: 'Written all the same' })).status).toBe(504);
  const query = "select * from Customer where DisplayName = 'Written all the same'";
  expect(await one.records(query, 'Customer')).toHaveLength(1);
});

test('a slow answer comes after its latency, and after 120 seconds is a 504', async () => {
  await using bench = await startBench();
  await bench.query(COUNT);
  const slow = async (latencyMs: number, waitMs: number): Promise<number> => {
    await bench.control('faults', { kind: 'latency', latencyMs });
    const sleeping = bench.clock.sleeping;
    const answer = bench.query(COUNT);
    while (bench.clock.sleeping === sleeping) await new Promise((resolve) => setImmediate(resolve));
    await bench.clock.advance(waitMs);
    return (await answer).status;
  };
  expect(await slow(30_000, 30_000)).toBe(200);
  expect(await slow(500_000, 120_000)).toBe(504);
});

test('a poisoned record spoils every page and every capture that holds it, and nothing else', async () => {
  await using bench = await startBench();
  const poison = `companies/${bench.realmId}/poison`;
  const customers = await bench.records('select * from Customer orderby Id', 'Customer');
  const id = customers[2]?.['Id'] as string;
  await bench.control(poison, { entity: 'Customer', id });
  const page = (window: string): Promise<Json> => bench.query(`select * from Customer orderby Id ${window}`);
  expect((await page('maxresults 2')).status).toBe(200);
  expect((await page('startposition 4')).status).toBe(200);
  const spoilt = await page('startposition 3 maxresults 1');
  expect([spoilt.status, spoilt.json()['Fault']]).toMatchObject([
    400,
    { Error: [{ code: '4002' }], type: 'Service' },
  ]);
  expect((await bench.call(`customer/${id}`)).status).toBe(200);
  expect((await bench.query('select count(*) from Customer')).status).toBe(200);
  await bench.control(poison, { entity: 'Customer', id, code: '10000', in: ['read'] });
  expect((await bench.call(`customer/${id}`)).json()['Fault']['type']).toBe('SystemFault');
  await bench.control(poison, undefined, 'DELETE');
  expect((await page('')).status).toBe(200);
});

test('a spurious delete shows in change data capture while the record lives on', async () => {
  await using bench = await startBench();
  const [customer] = await bench.records('select * from Customer', 'Customer');
  const id = customer?.['Id'] as string;
  await bench.control(`companies/${bench.realmId}/spurious-deletes`, { entity: 'Customer', id });
  const answer = await bench.call('cdc?entities=Customer&changedSince=2026-06-15T12:00:00-07:00');
  expect(answer.json()['CDCResponse'][0]['QueryResponse'][0]['Customer']).toMatchObject([
    { status: 'Deleted', Id: id },
  ]);
  expect((await bench.call(`customer/${id}`)).status).toBe(200);
});

test('a late commit appears only later, with a time that lies behind what was already answered', async () => {
  await using bench = await startBench();
  const changes = async (since: string): Promise<Json[]> => {
    const answer = await bench.call(`cdc?entities=Customer&changedSince=${since}`);
    return (answer.json()['CDCResponse'][0]['QueryResponse'][0]['Customer'] ?? []) as Json[];
  };
  await bench.clock.advance(10_000);
  const order = { kind: 'create-customer', lateSeconds: 90 };
  await bench.control(`companies/${bench.realmId}/changes`, order);
  await bench.clock.advance(60_000);
  expect(await changes('2026-06-15T12:00:05-07:00')).toEqual([]);
  await bench.control('clock', { advanceSeconds: 30 });
  const late = (): Promise<Json[]> => changes('2026-06-15T12:00:05-07:00');
  await expect.poll(late).toMatchObject([{ MetaData: { LastUpdatedTime: '2026-06-15T12:00:10-07:00' } }]);
});
