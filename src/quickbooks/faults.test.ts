import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { openScene, realm } from '../../test/support/quickbooks-scene.ts';
import { startScriptedServer, withTimePassing } from '../../test/support/scripted-server.ts';
import type { ScriptedAnswer } from '../../test/support/scripted-server.ts';
import { ManualClock } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import type { ErrorRow } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import { createQuickBooksClient } from './client.ts';
import { quickbooksError } from './errors.ts';
import type { QuickBooksErrorCode } from './errors.ts';
import { createTransport } from './transport.ts';

const TOKEN = 'eyJlbmMiOiJBMTI4Q0JDLUhTMjU2.SECRET';
const CUSTOMER = 'Weiskopf Consulting';

const fault = (code: string, detail = '', type = 'ValidationFault'): string =>
  JSON.stringify({
    Fault: { Error: [{ Message: `About ${CUSTOMER}`, Detail: detail, code, element: '' }], type },
    time: '2026-01-15T04:00:00.000-08:00',
  });
const gatewayFault = (code: string, detail: string, type: string): string =>
  JSON.stringify({
    warnings: null,
    intuitObject: null,
    fault: {
      error: [{ message: `message=X; errorCode=00${code}; statusCode=401`, detail, code, element: null }],
      type,
    },
    queryResponse: null,
    time: 1_601_391_072_830,
  });
const xmlFault = (code: string, message: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><IntuitResponse time="2026-01-15T04:00:00.000-08:00" xmlns="http://schema.intuit.com/finance/v3"><Fault type="SERVICE"><Error code="${code}"><Message>message=${message}; errorCode=00${code}; statusCode=429</Message><Detail>${CUSTOMER}</Detail></Error></Fault></IntuitResponse>`;

/** facts#faults: status, body, what it means for us. */
const rows: readonly [string, number, string, QuickBooksErrorCode][] = [
  [
    'a statement that does not parse',
    400,
    fault('4000', 'QueryParserError: Encountered " <ID> "'),
    'QBO_QUERY_REJECTED',
  ],
  [
    'an unknown entity in a query',
    400,
    fault('4001', 'QueryValidationError: invalid context declaration'),
    'QBO_QUERY_REJECTED',
  ],
  [
    'a page that cannot be rendered',
    400,
    fault('4002', 'To email address is invalid', 'Service'),
    'QBO_PAGE_UNREADABLE',
  ],
  ['an unknown id', 400, fault('610', 'Object Not Found'), 'QBO_RECORD_NOT_FOUND'],
  ['a stale object', 400, fault('5010'), 'QBO_REQUEST_REJECTED'],
  ['a duplicate name', 400, fault('6240'), 'QBO_REQUEST_REJECTED'],
  ['a duplicate document number', 400, fault('6140'), 'QBO_REQUEST_REJECTED'],
  ['a closed period', 400, fault('6210'), 'QBO_REQUEST_REJECTED'],
  ['a business rule', 400, fault('6000'), 'QBO_REQUEST_REJECTED'],
  ['an unknown property', 400, fault('2010'), 'QBO_REQUEST_REJECTED'],
  ['a missing parameter', 400, fault('2020'), 'QBO_REQUEST_REJECTED'],
  [
    'an id that is no number',
    400,
    '{"Fault":{"Error":[{"Message":"Invalid ID","code":"2030"}],"type":"ValidationFault"}}',
    'QBO_REQUEST_REJECTED',
  ],
  ['an unknown reference', 400, fault('2500'), 'QBO_REQUEST_REJECTED'],
  ['an unknown enumeration value', 400, fault('2170'), 'QBO_REQUEST_REJECTED'],
  [
    'an operation that does not exist',
    400,
    fault('500', 'Operation x is not supported.'),
    'QBO_OPERATION_UNSUPPORTED',
  ],
  [
    'changes from too long ago',
    400,
    fault(
      '500',
      'Operation cdc with changedSince date 2011-01-01 which is older than fixed days is not supported.',
    ),
    'QBO_CDC_WINDOW_EXCEEDED',
  ],
  ['a request id used twice', 400, fault('600'), 'QBO_REQUEST_REJECTED'],
  ['a file that cannot be read', 400, fault('6041'), 'QBO_REQUEST_REJECTED'],
  ['records the plan does not offer', 400, fault('5020'), 'QBO_FEATURE_UNAVAILABLE'],
  ['a batch that is too large', 400, fault('1040'), 'QBO_BATCH_TOO_LARGE'],
  ['a company without a subscription', 400, fault('6190'), 'QBO_COMPANY_UNAVAILABLE'],
  ['a system fault', 500, fault('10000', 'System Failure Error', 'SystemFault'), 'QBO_SYSTEM_FAULT'],
  ['a system fault with 400', 400, fault('10000', 'made inactive', 'SystemFault'), 'QBO_SYSTEM_FAULT'],
  [
    'several errors in one fault',
    400,
    '{"Fault":{"Error":[{"code":"2050"},{"code":"2080"}],"type":"ValidationFault"}}',
    'QBO_REQUEST_REJECTED',
  ],
  ['an authorization failure', 401, fault('120', '', 'AuthorizationFault'), 'QBO_TOKEN_REJECTED'],
  [
    'an expired token, echoed',
    401,
    gatewayFault('3200', `Token expired: ${TOKEN}`, 'AUTHENTICATION'),
    'QBO_TOKEN_REJECTED',
  ],
  [
    'an expired token inside 200',
    200,
    gatewayFault('3200', `Token expired: ${TOKEN}`, 'AUTHENTICATION'),
    'QBO_TOKEN_REJECTED',
  ],
  [
    'the wrong cluster',
    401,
    gatewayFault('130', 'Accessing Wrong Cluster', 'AUTHENTICATION'),
    'QBO_UNAVAILABLE',
  ],
  [
    'a general authentication error',
    401,
    xmlFault('100', 'General Authentication Error'),
    'QBO_TOKEN_REJECTED',
  ],
  [
    'a company this app may not read',
    403,
    gatewayFault('3100', 'AuthorizationFailed', 'SERVICE'),
    'QBO_ACCESS_DENIED',
  ],
  ['403 without a body', 403, '', 'QBO_ACCESS_DENIED'],
  ['too many requests', 429, xmlFault('3001', 'ThrottleExceeded'), 'QBO_RATE_LIMITED'],
  ['too many requests, as 403', 403, xmlFault('3001', 'ThrottleExceeded'), 'QBO_RATE_LIMITED'],
  ['too many requests, without a body', 429, '', 'QBO_RATE_LIMITED'],
  ['an internal error', 500, gatewayFault('3100', 'InternalServerError', 'SERVICE'), 'QBO_UNAVAILABLE'],
  [
    'a load balancer without servers',
    503,
    '<html><body>503 Service Temporarily Unavailable Avi Vantage/</body></html>',
    'QBO_UNAVAILABLE',
  ],
  ['a gateway timeout', 504, xmlFault('6002', 'GatewayTimeout'), 'QBO_UNAVAILABLE'],
  [
    'a maintenance page with 200',
    200,
    "<!DOCTYPE html><html><h1>We'll be back soon</h1></html>",
    'QBO_UNAVAILABLE',
  ],
  ['a fault inside 200', 200, fault('4001'), 'QBO_QUERY_REJECTED'],
  ['an empty body', 200, '', 'QBO_UNREADABLE_ANSWER'],
  ['a cut body', 200, '{"QueryResponse":{"Invoice":[{"Id":"1"', 'QBO_UNREADABLE_ANSWER'],
  [
    'XML where JSON was asked for',
    200,
    '<IntuitResponse><QueryResponse/></IntuitResponse>',
    'QBO_UNREADABLE_ANSWER',
  ],
  ['JSON that is not an answer', 200, '[1]', 'QBO_UNREADABLE_ANSWER'],
  ['an answer without its time', 200, '{"QueryResponse":{}}', 'QBO_UNREADABLE_ANSWER'],
  [
    'an answer to something else',
    200,
    '{"Preferences":{},"time":"2026-01-15T04:00:00.000-08:00"}',
    'QBO_UNREADABLE_ANSWER',
  ],
  ['somebody else’s 404', 404, '<html>nginx</html>', 'QBO_ADDRESS_WRONG'],
  ['a redirect', 302, '', 'QBO_ADDRESS_WRONG'],
];

test.each(rows)('%s (%i) becomes one of our errors and tells no secret', async (_, status, body, code) => {
  const { error, logged } = await failedCall({
    status,
    headers: { intuit_tid: '1-abc', location: '/x' },
    body,
  });
  expect(error.code).toBe(code);
  expect(error.details).toMatchObject({ status, intuitTid: '1-abc' });
  const told =
    inspect([error, error.details, error.cause, logged], { depth: 10 }) +
    String(error.stack) +
    JSON.stringify(logged);
  expect(told).not.toContain(TOKEN);
  expect(told).not.toContain(CUSTOMER);
});

type Meaning = readonly [owner: ErrorRow['owner'], next: ErrorRow['next'], words: RegExp];

/** What each of these means for the people around: whose move it is, what happens next, and what they are told. */
const meanings: Readonly<Partial<Record<QuickBooksErrorCode, Meaning>>> = {
  QBO_ACCESS_DENIED: [
    'operator',
    'give-up',
    /subscription is active.*connect the company again.*administrator/s,
  ],
  QBO_ADDRESS_WRONG: ['operator', 'give-up', /QBO_\*_URL/],
  QBO_BATCH_TOO_LARGE: ['developer', 'give-up', /fewer/],
  QBO_CDC_WINDOW_EXCEEDED: ['nobody', 'give-up', /full comparison/],
  QBO_COMPANY_UNAVAILABLE: ['customer', 'give-up', /renew the subscription/],
  QBO_FEATURE_UNAVAILABLE: ['customer', 'give-up', /plan/],
  QBO_OPERATION_UNSUPPORTED: ['developer', 'give-up', /does not support/],
  QBO_PAGE_UNREADABLE: ['nobody', 'skip-record', /smaller pages/],
  QBO_QUERY_REJECTED: ['developer', 'give-up', /query/],
  QBO_RATE_LIMITED: ['nobody', 'retry', /after a pause/],
  QBO_RECORD_NOT_FOUND: ['nobody', 'skip-record', /no such record/],
  QBO_REQUEST_REJECTED: ['developer', 'give-up', /refused/],
  QBO_SYSTEM_FAULT: ['nobody', 'retry', /by itself/],
  QBO_TOKEN_REJECTED: ['nobody', 'retry', /by itself/],
  QBO_UNAVAILABLE: ['nobody', 'retry', /by itself/],
  QBO_UNREADABLE_ANSWER: ['nobody', 'retry', /by itself/],
};

test('every meaning above says whose move it is and what to do', () => {
  const seen = new Set(rows.map(([, , , code]) => code));
  expect([...seen].toSorted()).toEqual(Object.keys(meanings).toSorted());
  for (const code of seen) {
    const [owner, next, words] = meanings[code] ?? [];
    const { text, ...row } = quickbooksError.rows[code];
    expect(row, code).toMatchObject({ owner, next });
    expect(text, code).toMatch(words ?? /$^/);
  }
});

test('a good answer is one whatever its content type says', async () => {
  const scene = await openScene(() => ({
    headers: { 'content-type': 'text/html' },
    body: '{"QueryResponse":{},"time":"2026-01-15T04:00:00Z"}',
  }));
  expect((await scene.client.query(realm, 'SELECT * FROM Invoice')).records).toEqual([]);
  await scene.close();
});

test('an answer above the cap and a storage’s signed address stay out of what is told', async () => {
  const secret = 'X-Amz-Signature=fb021183';
  const transport = createTransport({ maxAnswerBytes: 1_000 });
  const scene = await openScene(
    (request) =>
      request.url.pathname.includes('/download/')
        ? { body: `http://127.0.0.1:1/file?${secret}` }
        : { body: CUSTOMER.repeat(1_000) },
    { transport },
  );
  const failures = await withTimePassing(
    scene.clock,
    Promise.allSettled([
      scene.client.download(realm, '1'),
      scene.client.query(realm, 'SELECT * FROM Customer'),
    ]),
  );
  const told = inspect([failures, scene.calls], { depth: 20 });
  expect(told).toContain('QBO_UNREACHABLE');
  expect(told).toContain('QBO_ANSWER_TOO_LARGE');
  expect(told).not.toContain(secret);
  expect(told).not.toContain(CUSTOMER);
  await transport.close();
  await scene.close();
});

test('QuickBooks’ own codes are kept for whoever asks Intuit', async () => {
  const { error } = await failedCall({
    status: 400,
    body: '{"Fault":{"Error":[{"code":"2050"},{"code":"2080"},{"code":"<b>x</b>"}]}}',
  });
  expect(error.details['code']).toBe('2050, 2080');
});

test('text that is not UTF-8 is unreadable rather than silently changed', async () => {
  const { error } = await failedCall({
    status: 200,
    body: Buffer.from(
      '{"QueryResponse":{"Customer":[{"Id":"1","DisplayName":"Caf\xe9"}]},"time":"2026-01-15T04:00:00Z"}',
      'latin1',
    ),
  });
  expect(error.code).toBe('QBO_UNREADABLE_ANSWER');
});

async function failedCall(answer: ScriptedAnswer): Promise<{ error: AppError; logged: unknown[] }> {
  const server = await startScriptedServer(() => answer);
  const transport = createTransport();
  const clock = new ManualClock();
  const logged: unknown[] = [];
  const note = (...args: unknown[]): void => void logged.push(args);
  const logger: Logger = {
    trace: note,
    debug: note,
    info: note,
    warn: note,
    error: note,
    child: () => logger,
  };
  const tokens = { accessToken: () => Promise.resolve(new Secret(TOKEN)) };
  const client = createQuickBooksClient({
    apiUrl: server.url,
    tokens,
    transport,
    clock,
    logger,
    onCall: note,
  });
  try {
    const error = await withTimePassing(clock, client.query(toRealmId('1'), 'SELECT * FROM Invoice')).catch(
      (thrown: unknown) => thrown,
    );
    if (error instanceof AppError) return { error, logged };
    throw new Error('the call did not fail as it should', { cause: error });
  } finally {
    await transport.close();
    await server.stop();
  }
}
