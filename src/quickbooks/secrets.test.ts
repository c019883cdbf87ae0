import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startScriptedServer, withTimePassing } from '../../test/support/scripted-server.ts';
import type { ScriptedAnswer, ScriptedServer } from '../../test/support/scripted-server.ts';
import { ManualClock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import { createQuickBooksClient } from './client.ts';
import { discoverEndpoints } from './discovery.ts';
import { parseLossless } from './json.ts';
import { createOAuthClient } from './oauth.ts';
import { createTransport } from './transport.ts';
import { parseWebhook } from './webhooks.ts';

/** What we hold and what QuickBooks may echo or print; none of it may be told to anybody. */
const planted = {
  accessToken: 'eyJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.access',
  refreshToken: 'RT1-147-H0-refresh',
  clientSecret: 'client-secret-value',
  code: 'AB11790000-code',
  customer: 'Weiskopf',
  email: 'Familiystore@example.com',
  bankAccount: 'DE02120300000000202051',
};
const secrets = Object.values(planted);
/** Also as they look inside a URL or a Basic header. */
const forbidden = [
  ...secrets,
  ...secrets.map(encodeURIComponent),
  Buffer.from(`client-id:${planted.clientSecret}`).toString('base64'),
];

const realm = toRealmId('9130347957983456');
const clock = new ManualClock();
const transport = createTransport({ maxAnswerBytes: 20_000 });
let answer: ScriptedAnswer = {};
let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer(() => answer);
});
afterAll(async () => {
  await transport.close();
  await server.stop();
});

/** Every operation there is, each of which fails or not; brings all that is thrown, logged and metered meanwhile. */
async function tellings(url: string): Promise<string> {
  const told: unknown[] = [];
  const note = (...args: unknown[]): void => void told.push(args);
  const logger: Logger = {
    trace: note,
    debug: note,
    info: note,
    warn: note,
    error: note,
    child: () => logger,
  };
  const client = createQuickBooksClient({
    apiUrl: url,
    tokens: { accessToken: () => Promise.resolve(new Secret(planted.accessToken)) },
    transport,
    clock,
    logger,
    limits: 'off',
    retry: { attempts: 2 },
    onCall: note,
  });
  const oauth = createOAuthClient({
    clientId: 'client-id',
    clientSecret: new Secret(planted.clientSecret),
    redirectUri: 'http://localhost:3000/v1/oauth/callback/qbo',
    endpoints: { authorizeUrl: `${url}/connect`, tokenUrl: `${url}/token`, revokeUrl: `${url}/revoke` },
    transport,
    clock,
  });
  const statement = `SELECT * FROM Customer WHERE DisplayName = '${planted.customer}'`;
  const work = Promise.allSettled([
    client.query(realm, statement),
    client.count(realm, 'Customer', `PrimaryEmailAddr = '${planted.email}'`),
    client.batch(realm, [statement, statement]),
    client.read(realm, 'Customer', '1'),
    client.changes(realm, ['Customer'], new Date()),
    client.report(realm, 'TrialBalance', { customer: planted.customer }),
    client.companyInfo(realm),
    client.preferences(realm),
    client.exchangeRate(realm, 'EUR', '2026-01-31'),
    client.download(realm, '1').then((file) => file.discard()),
    oauth.exchange(planted.code),
    oauth.refresh(new Secret(planted.refreshToken)),
    oauth.revoke(new Secret(planted.refreshToken)),
    discoverEndpoints({ url: `${url}/.well-known/x`, transport, logger }),
  ]);
  for (const outcome of await withTimePassing(clock, work, 60_000))
    if (outcome.status === 'rejected') told.push(outcome.reason);
  return inspect(told, { depth: 20, showHidden: true, maxStringLength: null }) + JSON.stringify(told);
}

function expectSilence(told: string): void {
  expect(forbidden.filter((secret) => told.includes(secret))).toEqual([]);
}

const word = fc.constantFrom(...secrets, '3200', '610', '4001', '10000', 'x');
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
const error = fc.record({
  message: words,
  detail: words,
  code: fc.oneof(word, fc.integer()),
  element: words,
});

const body = fc.oneof(
  fc
    .record({
      Error: fc.array(
        error.map((one) => ({
          Message: one.message,
          Detail: one.detail,
          code: one.code,
          element: one.element,
        })),
        { maxLength: 3 },
      ),
      type: words,
    })
    .map((Fault) => JSON.stringify({ Fault, time: 'x' })),
  fc
    .record({ error: fc.array(error, { maxLength: 3 }), type: words })
    .map((fault) => JSON.stringify({ fault })),
  fc.record({ Error: fc.array(error, { maxLength: 2 }) }).map((Fault) =>
    JSON.stringify({
      BatchItemResponse: [{ bId: '0', Fault }],
      CDCResponse: [{ QueryResponse: [{ Fault }] }],
      time: '2026-01-15T12:00:00Z',
    }),
  ),
  fc
    .tuple(word, words)
    .map(
      ([code, text]) =>
        `<IntuitResponse><Fault type="${text}"><Error code="${code}" element="${text}"><Message>${text}</Message><Detail>${text}</Detail></Error></Fault></IntuitResponse>`,
    ),
  fc.tuple(words, words).map(([code, text]) => JSON.stringify({ error: code, error_description: text })),
  fc
    .constantFrom(...secrets, 'invalid_grant')
    .map((token) => JSON.stringify({ access_token: token, authorization_endpoint: token })),
  words.map((text) => `<!DOCTYPE html><html>${text}</html>`),
  words.map((text) => `{"QueryResponse":{"Customer":[{"DisplayName":"${text}`),
  words.map((text) => `http://127.0.0.1:1/file?X-Amz-Signature=${encodeURIComponent(text)}`),
  words.map((text) => text.repeat(2_000)),
);

const headers = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'text/html', 'application/xml'),
    'content-encoding': fc.constantFrom('identity', 'gzip', 'br'),
    'www-authenticate': words.map((text) => `Bearer realm="Intuit", error="${text}"`),
    'retry-after': word,
    location: words.map((text) => `/elsewhere?${encodeURIComponent(text)}`),
    intuit_tid: words.map((text) => `1-${text} `),
    'set-cookie': words,
  },
  { requiredKeys: [] },
);

test('whatever fault comes with them, tokens, codes and customers’ data reach no error, no log and no meter', async () => {
  const status = fc.constantFrom(200, 201, 302, 400, 401, 403, 404, 408, 429, 500, 503, 504);
  await fc.assert(
    fc.asyncProperty(fc.record({ status, headers, body }), async (one) => {
      answer = one as ScriptedAnswer;
      expectSilence(await tellings(server.url));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test.each([
  ['an answer that is no HTTP', `HTTP/1.1 200 OK\r\n${planted.customer} ${planted.accessToken}\r\n\r\n`],
  ['a chunk that is none', `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${planted.customer}\r\n`],
  ['an answer that is cut', `HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n{"x":"${planted.customer}`],
])('%s is not quoted either', async (_, text) => {
  const raw = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(text));
  }).listen(0, '127.0.0.1');
  await once(raw, 'listening');
  const told = await tellings(`http://127.0.0.1:${(raw.address() as AddressInfo).port}`);
  expect(told).toMatch(/QBO_UNREA(CHABLE|DABLE_ANSWER)/);
  expect(told).not.toContain('INTERNAL');
  expectSilence(told);
  raw.close();
});

test('text that cannot be parsed is not quoted by the parsers', () => {
  const told = [parseLossless, (text: string) => parseWebhook(Buffer.from(text))].map((parse) => {
    try {
      return parse(`{"DisplayName":${planted.customer}}`);
    } catch (thrown) {
      return inspect(thrown, { depth: 10, showHidden: true });
    }
  });
  expectSilence(inspect(told));
});
