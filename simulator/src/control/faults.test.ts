import { expect, test } from 'vitest';

import { type Bench, type Json, startBench } from '../../test/support/harness.ts';
import { faultPresets } from '../http/fault-presets.ts';

const COUNT = 'select count(*) from Item';

test('every named fault comes in its own shape, with its status', async () => {
  await using bench = await startBench();
  await bench.query(COUNT);
  const seen: Record<string, readonly [number, string]> = {};
  for (const kind of Object.keys(faultPresets)) {
    await bench.control('faults', { kind });
    const { status, text } = await bench.query(COUNT);
    seen[kind] = [status, nature(text)];
  }
  expect(seen).toEqual({
    unauthorized: [401, 'gateway 3200'],
    'wrong-cluster': [401, 'gateway 130'],
    'authentication-xml': [401, 'xml 100'],
    'authorization-120': [401, 'AuthorizationFault 120'],
    forbidden: [403, 'gateway 3100'],
    'forbidden-plain': [403, 'gateway 3100'],
    throttle: [429, 'xml 3001'],
    'throttle-json': [429, 'gateway 3001'],
    'throttle-403': [403, 'xml 3001'],
    internal: [500, 'gateway 3100'],
    system: [500, 'SystemFault 10000'],
    unavailable: [503, 'html'],
    html: [200, 'html'],
    timeout: [504, 'xml 6002'],
    'subscription-ended': [400, 'ValidationFault 6190'],
    'feature-not-included': [400, 'ValidationFault 5030'],
    'query-parser': [400, 'ValidationFault 4000'],
    'query-invalid': [400, 'ValidationFault 4001'],
    poison: [400, 'Service 4002'],
    'not-found': [400, 'ValidationFault 610'],
    stale: [400, 'ValidationFault 5010'],
    'duplicate-name': [400, 'ValidationFault 6240'],
    business: [400, 'ValidationFault 6000'],
    unsupported: [400, 'ValidationFault 500'],
    'unknown-property': [400, 'ValidationFault 2010'],
    'missing-parameter': [400, 'ValidationFault 2020'],
    'invalid-id': [400, 'ValidationFault 2030'],
    'invalid-reference': [400, 'ValidationFault 2500'],
    'invalid-enumeration': [400, 'ValidationFault 2170'],
    'invalid-date': [400, 'ValidationFault 2060'],
    'length-and-number': [400, 'ValidationFault 2050 2080'],
    'duplicate-document': [400, 'ValidationFault 6140'],
    'period-closed': [400, 'ValidationFault 6210'],
    'duplicate-request': [400, 'ValidationFault 600'],
    'batch-too-large': [400, 'ValidationFault 1040'],
    'invalid-file': [400, 'ValidationFault 6041'],
    deposited: [400, 'ValidationFault 6540'],
    'fault-inside-200': [200, 'ValidationFault 6000'],
    'invalid-grant': [400, '{"error":"invalid_grant"}'],
    'invalid-grant-described': [400, '{"error_description":"Token invalid","error":"invalid_grant"}'],
    'invalid-grant-token': [
      400,
      '{"error":"invalid_grant","error_description":"Incorrect or invalid refresh token"}',
    ],
    'invalid-grant-code': [400, '{"error":"invalid_grant","error_description":"Invalid authorization code"}'],
    'invalid-request': [400, '{"error":"invalid_request"}'],
    'unsupported-grant-type': [400, '{"error":"unsupported_grant_type"}'],
    'invalid-client': [401, '{"error":"invalid_client"}'],
  });
});

/** What kind of fault a body holds, and its codes. */
function nature(text: string): string {
  if (text.startsWith('<?xml')) return `xml ${/ code="(\d+)"/.exec(text)?.[1] ?? ''}`;
  if (text.startsWith('<')) return 'html';
  const { Fault, fault } = JSON.parse(text) as Json;
  if (fault !== undefined) return `gateway ${String(fault['error'][0]['code'])}`;
  if (Fault === undefined) return text;
  return [Fault['type'], ...(Fault['Error'] as Json[]).map((error) => error['code'] as string)].join(' ');
}

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
