import { createHmac } from 'node:crypto';

import { expect, test } from 'vitest';

import { type Bench, type Json, startBench } from '../../test/support/harness.ts';
import { type Received, type Receiver, startReceiver } from '../../test/support/webhook-receiver.ts';

const TOKEN = 'verifier-token';

async function subscribed(bench: Bench, receiver: Receiver, switches: object = {}): Promise<void> {
  await bench.connect();
  await bench.control('switches', { webhooks: switches });
  await bench.control('webhooks', { url: receiver.url, verifierToken: TOKEN });
}

const events = (receiver: Receiver): Json[] => receiver.received.flatMap(({ json }) => json as Json[]);
const count = async (receiver: Receiver, deliveries: number): Promise<void> => {
  await expect.poll(() => receiver.received.length, { interval: 2 }).toBe(deliveries);
};
/** What the control interface says of the one subscription. */
const subscription = async (bench: Bench): Promise<Json> =>
  (await bench.control('webhooks'))['subscriptions'][0];
const attempts = async (bench: Bench, number: number): Promise<void> => {
  await expect.poll(async () => (await subscription(bench))['attempts'].length, { interval: 2 }).toBe(number);
};

test('changes of several companies come together, signed, as CloudEvents', async () => {
  await using bench = await startBench();
  await using receiver = await startReceiver();
  await subscribed(bench, receiver);
  const other = bench.simulator.companies[1]?.realmId ?? '';
  await bench.connect(other);
  const made = (await bench.write('customer', { DisplayName: 'Told' })).json()['Customer'] as Json;
  await bench.control(`companies/${other}/changes`, { kind: 'create-customer' });
  await bench.clock.advance(5_000);
  await count(receiver, 1);
  const { headers, text } = receiver.received[0] as Received;
  expect(headers['intuit-signature']).toBe(createHmac('sha256', TOKEN).update(text).digest('base64'));
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'intuit_notification_server/0.1',
    'intuit-notification-schema-version': '0.1',
  });
  expect(events(receiver)).toEqual([
    {
      specversion: '1.0',
      id: expect.any(String),
      source: expect.stringMatching(/^intuit\./),
      type: 'qbo.customer.created.v1',
      datacontenttype: 'application/json',
      time: expect.stringMatching(/^2026-06-15T19:00:00(\.\d{3}|\.\d{9})?Z$/),
      intuitentityid: made['Id'],
      intuitaccountid: bench.realmId,
      data: {},
    },
    expect.objectContaining({ intuitaccountid: other }),
  ]);
});

test('every verb is told; what moved with a change is told by switch; entities without events are silent', async () => {
  await using bench = await startBench();
  await using receiver = await startReceiver();
  const customer = (await bench.write('customer', { DisplayName: 'Owes nothing' })).json()[
    'Customer'
  ] as Json;
  await subscribed(bench, receiver, { voidVerb: 'voided', sideEffects: 'all' });
  const line = {
    Amount: 10,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: '1' } },
  };
  const body = { CustomerRef: { value: customer?.['Id'] }, Line: [line] };
  const invoice = (await bench.write('invoice', body)).json()['Invoice'] as Json;
  await bench.write('invoice', { Id: invoice['Id'], SyncToken: '0' }, 'void');
  await bench.write('invoice', { Id: invoice['Id'], SyncToken: '1' }, 'delete');
  const name = { Id: customer?.['Id'], SyncToken: customer?.['SyncToken'], sparse: true };
  await bench.write('customer', { ...name, Active: false });
  await bench.write('companyinfo', {
    Id: '1',
    SyncToken: '0',
    sparse: true,
    WebAddr: { URI: 'https://x.example' },
  });
  await bench.clock.advance(5_000);
  await count(receiver, 1);
  const types = events(receiver).map((event) => event['type'] as string);
  const own = types.filter((type) => !/updated/.test(type));
  expect(own).toEqual([
    'qbo.invoice.created.v1',
    'qbo.invoice.voided.v1',
    'qbo.invoice.deleted.v1',
    'qbo.customer.deleted.v1',
  ]);
  expect(types).toContain('qbo.customer.updated.v1');
  expect(types.join()).not.toContain('companyinfo');
});

test('what is not taken with 200 in three seconds is tried again on the ladder, and later events wait for it', async () => {
  await using bench = await startBench();
  await using receiver = await startReceiver();
  await subscribed(bench, receiver, { aggregationSeconds: 0 });
  receiver.status = 500;
  await bench.write('customer', { DisplayName: 'First' });
  await count(receiver, 1);
  await attempts(bench, 1);
  await bench.write('customer', { DisplayName: 'Second' });
  let tries = 1;
  for (const seconds of [10, 20, 30, 300, 1_200, 7_200, 14_400, 21_600, 21_600]) {
    await bench.control('clock', { advanceSeconds: seconds - 1 });
    expect((await subscription(bench))['attempts']).toHaveLength(tries);
    await bench.control('clock', { advanceSeconds: 1 });
    tries += 1;
    await attempts(bench, tries);
  }
  receiver.status = 0;
  await bench.control('clock', { advanceSeconds: 21_600 });
  await count(receiver, tries + 1);
  await bench.control('clock', { advanceSeconds: 3 });
  await attempts(bench, tries + 1);
  expect((await subscription(bench))['attempts'].at(-1)).toMatchObject({ result: 'timeout' });
  receiver.status = 200;
  await bench.control('clock', { advanceSeconds: 21_600 });
  await count(receiver, tries + 3);
  expect(await subscription(bench)).toMatchObject({ delivered: 2, waiting: 0, givenUp: 0 });
  const ids = new Set(receiver.received.slice(0, -1).map(({ text }) => text));
  expect(ids.size).toBe(1);
});

test('by the older text a delivery is dropped after three more tries', async () => {
  await using bench = await startBench();
  await using receiver = await startReceiver();
  await subscribed(bench, receiver, { aggregationSeconds: 0, ladder: 'older' });
  receiver.status = 404;
  await bench.write('customer', { DisplayName: 'First' });
  await attempts(bench, 1);
  for (const [index, minutes] of [20, 30, 50].entries()) {
    await bench.control('clock', { advanceSeconds: minutes * 60 });
    await attempts(bench, index + 2);
  }
  expect(await subscription(bench)).toMatchObject({ givenUp: 1, waiting: 0 });
});

test('events are lost, doubled and disordered by chance, the same for the same seed', async () => {
  const run = async (switches: object): Promise<string[]> => {
    await using bench = await startBench();
    await using receiver = await startReceiver();
    await subscribed(bench, receiver, { sideEffects: 'none', ...switches });
    const path = `companies/${bench.realmId}/changes`;
    await bench.control(path, { kind: 'create-customer', count: 30 });
    // Exactly to each sending: a clock that runs on meanwhile would end the delivery in a timeout.
    await bench.clock.advance(5_000);
    await attempts(bench, 1);
    await bench.clock.advance(11_000);
    if ('reordering' in switches) await attempts(bench, 2);
    return events(receiver).map((event) => event['intuitentityid'] as string);
  };
  const all = await run({});
  expect(all).toHaveLength(30);
  const lossy = await run({ loss: 0.3 });
  expect(lossy.length).toBeLessThan(30);
  expect(await run({ loss: 0.3 })).toEqual(lossy);
  const doubled = await run({ duplicates: 0.3 });
  expect([doubled.length > 30, new Set(doubled).size]).toEqual([true, 30]);
  const disordered = await run({ reordering: 0.5 });
  expect(disordered).not.toEqual(all);
  expect(disordered.toSorted()).toEqual(all.toSorted());
});

test('the classic shape, a waiting activation, an entity filter and a forged event', async () => {
  await using bench = await startBench();
  await using receiver = await startReceiver();
  await bench.connect();
  await bench.control('switches', {
    webhooks: { shape: 'classic', activationSeconds: 300, aggregationSeconds: 0 },
  });
  await bench.control('webhooks', { url: receiver.url, verifierToken: TOKEN, entities: ['Customer'] });
  await bench.write('customer', { DisplayName: 'Too early' });
  await bench.clock.advance(300_000);
  await bench.control('webhooks/events', {
    realmId: bench.realmId,
    entity: 'Item',
    id: '1',
    verb: 'updated',
  });
  await bench.control('webhooks/events', {
    realmId: bench.realmId,
    entity: 'Customer',
    id: '9',
    verb: 'merged',
  });
  await count(receiver, 1);
  expect(receiver.received[0]?.json).toEqual({
    eventNotifications: [
      {
        realmId: bench.realmId,
        dataChangeEvent: {
          entities: [
            { name: 'Customer', id: '9', operation: 'Merge', lastUpdated: '2026-06-15T19:05:00.000Z' },
          ],
        },
      },
    ],
  });
  const { id } = (await subscription(bench)) as { id: string };
  expect(await bench.control(`webhooks/${id}`, undefined, 'DELETE')).toMatchObject({ subscriptions: [] });
  expect(await bench.control('webhooks', { url: 'ftp://x', verifierToken: 'x' })).toHaveProperty('error');
});

test('a company that is not connected tells nothing', async () => {
  await using bench = await startBench();
  await using receiver = await startReceiver();
  await subscribed(bench, receiver);
  await bench.control(`companies/${bench.realmId}/changes`, { kind: 'create-customer' });
  await bench.control('tokens/revoke', { realmId: bench.realmId });
  await bench.control(`companies/${bench.realmId}/changes`, { kind: 'create-customer' });
  await bench.clock.advance(5_000);
  await count(receiver, 1);
  expect(events(receiver)).toHaveLength(1);
});
