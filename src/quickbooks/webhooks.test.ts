import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { Secret } from '../base/secret.ts';
import { parseWebhook, verifySignature } from './webhooks.ts';

const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const token = new Secret('verifier-1');
const sign = (body: Buffer, key = 'verifier-1'): string =>
  createHmac('sha256', key).update(body).digest('base64');

test('a signature is good for exactly these bytes and this token', () => {
  const body = Buffer.from('{"a": "é"}\n');
  expect(verifySignature(body, sign(body), token)).toBe(true);
  const bad = [
    undefined,
    '',
    'x',
    sign(body, 'verifier-2'),
    sign(Buffer.from('{"a":"é"}')),
    `${sign(body)} `,
    sign(body).slice(0, -1),
    sign(body).replace(/^./, '!'),
    `${sign(body)}${sign(body)}`,
  ];
  expect(bad.map((signature) => verifySignature(body, signature, token))).toEqual(bad.map(() => false));
});

const cloudEvent = (fields: object): object => ({
  specversion: '1.0',
  id: 'd1a3aedd-0001',
  source: 'intuit.dsnjfo3nfds=',
  type: 'qbo.class.created.v1',
  datacontenttype: 'application/json',
  time: '2025-10-07T19:59:07.034359333Z',
  intuitentityid: '1234',
  intuitaccountid: '310687',
  ...fields,
});

test('CloudEvents of several companies in one delivery', () => {
  const { events, unknown } = parseWebhook(
    bytes([
      cloudEvent({ data: { alternative_ids: [{ id: 'djQuMTo', namespace: 'Intuit.sbseg.v4' }] } }),
      cloudEvent({
        id: 'd1a3aedd-0002',
        intuitaccountid: '9130347957983456',
        type: 'qbo.customer.merged.v1',
        data: { deletedid: '27' },
      }),
    ]),
  );
  expect(unknown).toEqual([]);
  expect(events).toEqual([
    {
      id: 'd1a3aedd-0001',
      realmId: '310687',
      entity: 'class',
      recordId: '1234',
      verb: 'created',
      at: new Date('2025-10-07T19:59:07.034Z'),
      mergedId: undefined,
    },
    {
      id: 'd1a3aedd-0002',
      realmId: '9130347957983456',
      entity: 'customer',
      recordId: '1234',
      verb: 'merged',
      at: new Date('2025-10-07T19:59:07.034Z'),
      mergedId: '27',
    },
  ]);
});

const classic = (fields: object, realmId: unknown = '1185883450'): object => ({
  eventNotifications: [
    {
      realmId,
      dataChangeEvent: {
        entities: [
          {
            name: 'CreditMemo',
            id: '1',
            operation: 'Create',
            lastUpdated: '2015-10-05T21:42:19.000Z',
            ...fields,
          },
        ],
      },
    },
  ],
});

test('the classic shape becomes the same events', () => {
  const [event] = parseWebhook(bytes(classic({ operation: 'Merge', deletedId: '7' }))).events;
  expect(event).toEqual({
    id: expect.stringMatching(/^~[\w-]{43}$/),
    realmId: '1185883450',
    entity: 'creditmemo',
    recordId: '1',
    verb: 'merged',
    at: new Date('2015-10-05T21:42:19Z'),
    mergedId: '7',
  });
});

test.each([
  ['qbo.invoice.void.v1', 'Void', 'voided'],
  ['qbo.invoice.voided.v1', 'Voided', 'voided'],
  ['qbo.invoice.emailed.v1', 'Emailed', 'emailed'],
  ['qbo.invoice.created.v1', 'Create', 'created'],
  ['qbo.invoice.updated.v1', 'Update', 'updated'],
  ['qbo.invoice.deleted.v1', 'Delete', 'deleted'],
  ['qbo.invoice.archived.v2', 'Archived', 'archived'],
])('%s and %s are both %s', (type, operation, verb) => {
  expect(parseWebhook(bytes([cloudEvent({ type })])).events[0]).toMatchObject({ entity: 'invoice', verb });
  expect(parseWebhook(bytes(classic({ operation }))).events[0]).toMatchObject({ verb });
});

test('entities and verbs we have never heard of are kept', () => {
  const types = [
    'qbo.vendorprepayment.created.v1',
    'qbo.invoice.line.split.v3',
    'payroll',
    'QBO.Invoice.Created.V1',
  ];
  const { events, unknown } = parseWebhook(bytes(types.map((type) => cloudEvent({ type }))));
  expect(unknown).toEqual([]);
  expect(events.map(({ entity, verb }) => [entity, verb])).toEqual([
    ['vendorprepayment', 'created'],
    ['invoice.line', 'split'],
    ['payroll', ''],
    ['invoice', 'created'],
  ]);
});

test('entries that name no company or record are handed over as they came, and do not hide their neighbours', () => {
  const odd = [
    cloudEvent({ intuitaccountid: 'no digits' }),
    cloudEvent({ intuitentityid: undefined }),
    'text',
    null,
  ];
  const { events, unknown } = parseWebhook(bytes([...odd, cloudEvent({})]));
  expect(events).toHaveLength(1);
  expect(unknown.map((text) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(odd)));
  expect(parseWebhook(bytes({ eventNotifications: [{ realmId: '1' }] })).unknown).toHaveLength(1);
});

test('the dedupe key of the classic shape differs with the realm, entity, id, operation and time, and with nothing else', () => {
  const idOf = (delivery: object): string => parseWebhook(bytes(delivery)).events[0]?.id ?? '';
  const base = idOf(classic({}));
  expect(idOf(classic({}))).toBe(base);
  const others = [
    classic({}, '1185883451'),
    classic({ name: 'Invoice' }),
    classic({ id: '2' }),
    classic({ operation: 'Update' }),
    classic({ lastUpdated: '2015-10-05T21:42:20.000Z' }),
    classic({ deletedId: '7' }),
  ].map(idOf);
  expect(new Set([base, ...others]).size).toBe(7);
});

test('times come in several shapes, and an unreadable one is no reason to drop an event', () => {
  const at = (lastUpdated: unknown): Date | undefined =>
    parseWebhook(bytes(classic({ lastUpdated }))).events[0]?.at;
  expect(at('2015-10-05T14:42:19-0700')).toEqual(new Date('2015-10-05T21:42:19Z'));
  expect(at('2015-10-05T21:42:19Z')).toEqual(new Date('2015-10-05T21:42:19Z'));
  expect([at('yesterday'), at(undefined)]).toEqual([undefined, undefined]);
});

test('ids keep their digits when they come as numbers', () => {
  const body = Buffer.from(
    '{"eventNotifications":[{"realmId":9130347957983456,"dataChangeEvent":{"entities":[{"name":"Invoice","id":5000000000000503624,"operation":"Update"}]}}]}',
  );
  expect(parseWebhook(body).events[0]).toMatchObject({
    realmId: '9130347957983456',
    recordId: '5000000000000503624',
  });
});

test('an empty delivery is a delivery, and what is no delivery at all is refused', () => {
  expect(parseWebhook(bytes([])).events).toEqual([]);
  expect(parseWebhook(bytes(cloudEvent({}))).events).toHaveLength(1);
  for (const body of [Buffer.from('{'), bytes('x'), bytes({ other: 1 }), Buffer.alloc(0)])
    expect(() => parseWebhook(body)).toThrow(expect.objectContaining({ code: 'QBO_WEBHOOK_UNREADABLE' }));
});
