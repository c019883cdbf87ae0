import { afterEach, expect, test } from 'vitest';

import { silentLogger } from '../../src/base/logger.ts';
import { connectThroughBrowser } from '../../src/cli/demo-browser.ts';
import { startSimulator } from '../../simulator/src/index.ts';
import { asOwner, whenCurrent } from '../support/ask-product.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';
import { runCommand, startProduct } from '../support/product.ts';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

test('behind a proxy, all that goes out goes through it: looking up, tokens, reading, and the check of doctor', async () => {
  const simulator = await startSimulator({
    port: 0,
    seed: 6,
    size: 'tiny',
    companies: 1,
    clientId: 'my-app',
    clientSecret: 'my-secret',
    logger: silentLogger,
  });
  cleanups.push(() => simulator.stop());
  // A name that only the proxy knows: whatever went another way would arrive nowhere.
  const proxy = await startForwardProxy({
    names: { 'quickbooks.test': new URL(simulator.url).host },
    credentials: 'me:proxy-word',
  });
  cleanups.push(() => proxy.stop());
  const product = await startProduct({
    QBO_CLIENT_ID: 'my-app',
    QBO_CLIENT_SECRET: 'my-secret',
    QBO_ENVIRONMENT: 'simulator',
    ADMIN_API_KEY: 'k'.repeat(40),
    QBO_API_URL: 'http://quickbooks.test',
    QBO_TOKEN_URL: 'http://quickbooks.test/oauth2/v1/tokens/bearer',
    QBO_REVOKE_URL: 'http://quickbooks.test/v2/oauth2/tokens/revoke',
    // In small letters, as curl wants it.
    http_proxy: proxy.url.replace('//', '//me:proxy-word@'),
  });
  cleanups.push(() => product.stop());
  const [company] = simulator.companies;
  if (company === undefined) throw new Error('The simulator has no company.');
  await connectThroughBrowser({
    company,
    localUrl: product.url.replace('localhost', '127.0.0.1'),
    publicUrl: product.url,
    ...asOwner(product.env),
  });
  await whenCurrent(product, 1);
  const passed = () => proxy.passed.join('\n');
  expect(passed()).toContain('GET http://quickbooks.test/.well-known/openid_configuration');
  expect(passed()).toContain('POST http://quickbooks.test/oauth2/v1/tokens/bearer');
  expect(passed()).toMatch(/http:\/\/quickbooks\.test\/v3\/company\/\d+\/(query|batch)/);
  expect(product.logs()).not.toContain('proxy-word');

  const before = proxy.passed.length;
  const doctor = await runCommand(['doctor'], product.env);
  expect(doctor.stdout).toContain(
    `reachable: http://quickbooks.test, through the proxy ${new URL(proxy.url).host}`,
  );
  expect(doctor.stdout).toContain(`disconnect ${product.url}/v1/oauth/disconnected/qbo`);
  expect(proxy.passed.length).toBeGreaterThan(before);
  expect((await runCommand(['connect'], product.env)).code).toBe(0);

  // Ending the access goes out as well.
  const ended = await fetch(`${product.url}/v1/organizations/${company.realmId}?data=keep`, {
    method: 'DELETE',
    headers: asOwner(product.env),
  });
  expect(ended.ok, await ended.text()).toBe(true);
  expect(passed()).toContain('POST http://quickbooks.test/v2/oauth2/tokens/revoke');
});

test('a proxy that refuses is named by doctor, with what to do', async () => {
  const proxy = await startForwardProxy({ names: {}, credentials: 'me:proxy-word' });
  cleanups.push(() => proxy.stop());
  const doctor = await runCommand(['doctor'], {
    QBO_CLIENT_ID: 'my-app',
    QBO_CLIENT_SECRET: 'my-secret',
    HTTPS_PROXY: proxy.url,
    DATA_DIR: '/tmp/ledger-mirror-none',
  });
  expect(doctor.stdout).toMatch(/✗ QuickBooks +.*The proxy 127\.0\.0\.1:\d+ wants a user name/);
  expect(doctor.code).toBe(1);
});
