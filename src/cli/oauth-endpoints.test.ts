import { afterAll, beforeAll, expect, test } from 'vitest';

import { ManualClock } from '../base/clock.ts';
import { silentLogger, type Logger } from '../base/logger.ts';
import { loadConfig } from '../config/load.ts';
import { createTransport, type OAuthEndpoints, type Transport } from '../quickbooks/index.ts';
import { startSimulator, type Simulator } from '../../simulator/src/index.ts';
import { findOAuthEndpoints } from './oauth-endpoints.ts';

let simulator: Simulator;
let transport: Transport;
let asked: string[] = [];

beforeAll(async () => {
  const clock = new ManualClock('2026-01-15T12:00:00Z');
  simulator = await startSimulator({
    port: 0,
    seed: 1,
    size: 'tiny',
    companies: 1,
    clock,
    logger: silentLogger,
  });
  const real = createTransport();
  transport = {
    ...real,
    send: (request) => {
      asked.push(request.url);
      return real.send(request);
    },
  };
});
afterAll(async () => {
  await transport.close();
  await simulator.stop();
});

async function find(env: Record<string, string>, logger: Logger = silentLogger): Promise<OAuthEndpoints> {
  asked = [];
  const loaded = loadConfig({ QBO_CLIENT_ID: 'id', QBO_CLIENT_SECRET: 'a-secret-value', ...env });
  if (!loaded.ok || loaded.config.quickbooks === undefined) throw new Error('the settings are wrong');
  const { environment, quickbooks } = loaded.config;
  return findOAuthEndpoints({ quickbooks, environment, transport, logger });
}

const ofSimulator = (url: string): OAuthEndpoints => ({
  authorizeUrl: `${url}/connect/oauth2`,
  tokenUrl: `${url}/oauth2/v1/tokens/bearer`,
  revokeUrl: `${url}/v2/oauth2/tokens/revoke`,
});

test('they are looked up where QuickBooks publishes them', async () => {
  const env = { QBO_ENVIRONMENT: 'simulator', QBO_API_URL: simulator.url };
  expect(await find(env)).toEqual(ofSimulator(simulator.url));
  expect(asked).toEqual([`${simulator.url}/.well-known/openid_configuration/`]);
});

test('one that is set wins over the document, and with all of them set nobody is asked', async () => {
  const env = {
    QBO_ENVIRONMENT: 'simulator',
    QBO_API_URL: simulator.url,
    QBO_TOKEN_URL: 'https://example.com/t',
  };
  expect(await find(env)).toEqual({ ...ofSimulator(simulator.url), tokenUrl: 'https://example.com/t' });
  const all = { QBO_AUTHORIZE_URL: 'https://example.com/a', QBO_REVOKE_URL: 'https://example.com/r' };
  expect(await find({ ...env, ...all })).toEqual({
    authorizeUrl: 'https://example.com/a',
    tokenUrl: 'https://example.com/t',
    revokeUrl: 'https://example.com/r',
  });
  expect(asked).toEqual([]);
});

test('when the look-up fails the built-in ones are used, and the log says so', async () => {
  const warned: unknown[] = [];
  const logger: Logger = { ...silentLogger, warn: (...args: unknown[]) => void warned.push(args) };
  const env = { QBO_ENVIRONMENT: 'simulator', QBO_API_URL: 'http://127.0.0.1:1' };
  expect(await find(env, logger)).toEqual(ofSimulator('http://localhost:4010'));
  expect(warned).toEqual([
    [
      { errorCode: 'QBO_UNREACHABLE', reason: 'ECONNREFUSED' },
      'OAuth endpoints could not be looked up, using the built-in ones',
    ],
  ]);
});
