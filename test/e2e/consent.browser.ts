// The page on which a person chooses a company and allows or refuses, in a real browser.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { silentLogger } from '../../src/base/logger.ts';
import { defaultClient, startSimulator, type Simulator } from '../../simulator/src/index.ts';
import { openBrowser } from '../support/browser.ts';

let browser: Browser;
let simulator: Simulator;
/** The program that asked for access; the person ends there. */
let program: Server;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 1, size: 'tiny', logger: silentLogger });
  program = createServer((_, response) => response.end('Back at the program.'));
  await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await simulator.stop();
  await new Promise((resolve) => program.close(resolve));
});

async function openConsent(): Promise<Page> {
  const page = await browser.newPage();
  const asked = new URLSearchParams({
    client_id: defaultClient.id,
    redirect_uri: `http://127.0.0.1:${(program.address() as AddressInfo).port}/callback`,
    response_type: 'code',
    scope: 'com.intuit.quickbooks.accounting',
    state: 'a state',
  });
  await page.goto(`${simulator.url}/connect/oauth2?${asked.toString()}`);
  return page;
}

test('a person chooses a company, allows, and comes back with a code that opens that company', async () => {
  const page = await openConsent();
  const chosen = simulator.companies[2];
  expect(await page.getByRole('radio').count()).toBe(4);
  await page.getByRole('radio', { name: chosen?.name ?? '' }).check();
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.waitForURL('**/callback?*');
  const back = new URL(page.url()).searchParams;
  expect([back.get('realmId'), back.get('state')]).toEqual([chosen?.realmId, 'a state']);
  const answer = await fetch(`${simulator.url}/oauth2/v1/tokens/bearer`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${defaultClient.id}:${defaultClient.secret}`)}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: back.get('code') ?? '',
      redirect_uri: page.url().split('?')[0] ?? '',
    }),
  });
  expect(await answer.json()).toMatchObject({ token_type: 'bearer', expires_in: 3_600 });
  await page.close();
});

test('a person refuses and comes back without a code', async () => {
  const page = await openConsent();
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.waitForURL('**/callback?*');
  const back = new URL(page.url()).searchParams;
  expect(Object.fromEntries(back)).toEqual({ error: 'access_denied', state: 'a state' });
  await page.close();
});
