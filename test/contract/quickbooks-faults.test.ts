import { afterAll, beforeAll, expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { quickbooksError } from '../../src/quickbooks/index.ts';
import type { QuickBooksErrorCode } from '../../src/quickbooks/index.ts';
import { startSimulator } from '../../simulator/src/index.ts';
import type { Simulator } from '../../simulator/src/index.ts';
import { connectClient } from '../support/connected-client.ts';
import type { ConnectedClient } from '../support/connected-client.ts';
import { withTimePassing } from '../support/scripted-server.ts';

let simulator: Simulator;
let quickbooks: ConnectedClient;
const clock = new ManualClock(new Date());

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 7, size: 'tiny', companies: 1, logger: silentLogger });
  quickbooks = await connectClient(simulator.url, simulator.companies[0]?.realmId ?? '', { clock });
});
afterAll(async () => {
  await quickbooks.close();
  await simulator.stop();
});

/** Every fault the simulator has by name, and what it is to us; `undefined` for one that is no failure. */
const meaning: Readonly<Record<string, QuickBooksErrorCode | undefined>> = {
  unauthorized: 'QBO_TOKEN_REJECTED',
  'wrong-cluster': 'QBO_UNAVAILABLE',
  'authentication-xml': 'QBO_TOKEN_REJECTED',
  'authorization-120': 'QBO_TOKEN_REJECTED',
  forbidden: 'QBO_ACCESS_DENIED',
  throttle: 'QBO_RATE_LIMITED',
  'throttle-json': 'QBO_RATE_LIMITED',
  'throttle-403': 'QBO_RATE_LIMITED',
  internal: 'QBO_UNAVAILABLE',
  system: 'QBO_SYSTEM_FAULT',
  unavailable: 'QBO_UNAVAILABLE',
  html: 'QBO_UNAVAILABLE',
  timeout: 'QBO_UNAVAILABLE',
  'subscription-ended': 'QBO_COMPANY_UNAVAILABLE',
  'query-parser': 'QBO_QUERY_REJECTED',
  'query-invalid': 'QBO_QUERY_REJECTED',
  poison: 'QBO_PAGE_UNREADABLE',
  'not-found': 'QBO_RECORD_NOT_FOUND',
  stale: 'QBO_REQUEST_REJECTED',
  'duplicate-name': 'QBO_REQUEST_REJECTED',
  business: 'QBO_REQUEST_REJECTED',
  unsupported: 'QBO_OPERATION_UNSUPPORTED',
  'forbidden-plain': 'QBO_ACCESS_DENIED',
  'feature-not-included': 'QBO_FEATURE_UNAVAILABLE',
  'batch-too-large': 'QBO_BATCH_TOO_LARGE',
  'duplicate-document': 'QBO_REQUEST_REJECTED',
  'period-closed': 'QBO_REQUEST_REJECTED',
  'duplicate-request': 'QBO_REQUEST_REJECTED',
  'invalid-file': 'QBO_REQUEST_REJECTED',
  deposited: 'QBO_REQUEST_REJECTED',
  'fault-inside-200': 'QBO_REQUEST_REJECTED',
  'unknown-property': 'QBO_REQUEST_REJECTED',
  'missing-parameter': 'QBO_REQUEST_REJECTED',
  'invalid-id': 'QBO_REQUEST_REJECTED',
  'invalid-reference': 'QBO_REQUEST_REJECTED',
  'invalid-enumeration': 'QBO_REQUEST_REJECTED',
  'invalid-date': 'QBO_REQUEST_REJECTED',
  'length-and-number': 'QBO_REQUEST_REJECTED',
  reset: 'QBO_UNREACHABLE',
  truncate: 'QBO_UNREACHABLE',
  latency: undefined,
};

/** What the token endpoint says instead of tokens. */
const tokenFaults: Readonly<Record<string, QuickBooksErrorCode>> = {
  'invalid-grant': 'QBO_GRANT_REVOKED',
  'invalid-grant-described': 'QBO_GRANT_REVOKED',
  'invalid-grant-token': 'QBO_GRANT_REVOKED',
  'invalid-grant-code': 'QBO_GRANT_REVOKED',
  'invalid-request': 'QBO_OAUTH_REJECTED',
  'unsupported-grant-type': 'QBO_OAUTH_REJECTED',
  'invalid-client': 'QBO_CLIENT_REJECTED',
  unavailable: 'QBO_UNAVAILABLE',
};

/** The next `count` calls whose path holds `path` go wrong. */
async function inject(kind: string, path: string, count: number): Promise<void> {
  await fetch(`${simulator.url}/simulator/faults`, { method: 'DELETE' });
  const body = JSON.stringify({ kind, path, count });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${simulator.url}/simulator/faults`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
}

const ask = (): Promise<unknown> => withTimePassing(clock, quickbooks.client.companyInfo(quickbooks.realm));

test('every fault the simulator knows is in the tables above', async () => {
  const answer = (await (await fetch(`${simulator.url}/simulator/faults`)).json()) as { kinds: string[] };
  // The last three are made by whoever asks for them.
  const named = answer.kinds.filter((kind) => !['application', 'gateway', 'custom'].includes(kind));
  expect(new Set([...Object.keys(meaning), ...Object.keys(tokenFaults)])).toEqual(new Set(named));
});

test.each(Object.entries(meaning))(
  '%s, lasting, ends as %s; what may pass is tried again',
  async (kind, code) => {
    await inject(kind, '/companyinfo/', 99);
    const before = quickbooks.calls.length;
    const outcome = await ask().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (code === undefined) return expect(outcome).toBeUndefined();
    expect(outcome).toMatchObject({ code });
    const tries = quickbooks.calls.length - before;
    const again = quickbooksError.rows[code].next === 'retry';
    expect(tries).toBe(!again ? 1 : code === 'QBO_RATE_LIMITED' ? 2 : code === 'QBO_TOKEN_REJECTED' ? 5 : 4);
  },
);

test.each(
  Object.keys(meaning).filter((kind) => {
    const code = meaning[kind];
    return code === undefined || quickbooksError.rows[code].next === 'retry';
  }),
)('%s, once, is not noticed', async (kind) => {
  await inject(kind, '/companyinfo/', 1);
  expect(await ask()).toMatchObject({ key: 'CompanyInfo' });
});

test('a token that is refused is refreshed once, and the call succeeds with the new one', async () => {
  const before = quickbooks.refreshes();
  await inject('unauthorized', '/companyinfo/', 1);
  await ask();
  expect(quickbooks.refreshes()).toBe(before + 1);
});

test.each(Object.entries(tokenFaults))('%s at the token endpoint is %s', async (kind, code) => {
  await inject(kind, '/oauth2/v1/tokens/bearer', 1);
  await expect(quickbooks.oauth.refresh(quickbooks.tokens().refreshToken)).rejects.toMatchObject({ code });
});
