import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { OrganizationList } from '../../src/api-contract/index.ts';
import { openBrowser } from '../support/browser.ts';
import { startProduct } from '../support/product.ts';

// One product for the file, used in the order of the tests; the last one stops it.
let product: Awaited<ReturnType<typeof startProduct>>;
let browser: Browser;
const pages: Page[] = [];
const loadMs = 90_000;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function openPage(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-US', ...options });
  pages.push(page);
  await page.goto(product.url);
  return page;
}

async function readOrganizations() {
  const response = await fetch(new URL('/v1/organizations', product.url));
  return ((await response.json()) as OrganizationList).items;
}

const cardOf = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

test('both demo companies arrive and show what the server knows about them', async () => {
  const page = await openPage();
  await expect.poll(() => page.getByRole('article').count(), { timeout: loadMs }).toBe(2);
  // Without a reload: the page follows the events.
  const current = page.getByRole('article').filter({ hasText: /Current as of/ });
  await expect.poll(() => current.count(), { timeout: loadMs }).toBe(2);

  for (const { companyName, homeCurrency, rows } of await readOrganizations()) {
    const card = cardOf(page, companyName ?? 'a company without a name');
    // Where QuickBooks' preferences are not copied yet, nobody knows it.
    if (homeCurrency !== undefined) expect(await card.getByText(homeCurrency).count()).toBeGreaterThan(0);
    expect(rows).toBeGreaterThan(0);
    const total = card
      .getByRole('row', { name: /^Total / })
      .getByRole('cell')
      .first();
    await expect.poll(() => total.textContent()).toMatch(/^[1-9][\d,]*$/);
    expect(await card.getByRole('row', { name: /^Invoices [1-9][\d,]* / }).count()).toBe(1);
  }
});

test('it says that the data is simulated and offers to connect a company', async () => {
  const page = await openPage();
  await page.getByRole('complementary', { name: 'Simulated data' }).waitFor();
  const link = page.getByRole('link', { name: 'Connect a company' });
  expect(await link.getAttribute('href')).toBe('/v1/oauth/authorize/qbo');
});

test('a press on "Sync now" is answered, and the company is newer afterwards', async () => {
  const page = await openPage();
  const [before] = await readOrganizations();
  if (before === undefined) throw new Error('There is no company to sync.');
  const card = cardOf(page, before.companyName ?? '');
  await card.getByRole('button', { name: /^Sync now/ }).click();
  await card.getByText(/Asking QuickBooks|Done: up to date/).waitFor();
  await card.getByText('Done: up to date.').waitFor({ timeout: 60_000 });
  const after = (await readOrganizations()).find(({ realmId }) => realmId === before.realmId);
  expect(Date.parse(after?.lastSuccessAt ?? '')).toBeGreaterThan(Date.parse(before.lastSuccessAt ?? ''));
});

test('who is sent here by "Disconnect" in QuickBooks is offered to look, and nothing is asked for by that', async () => {
  const [company] = await readOrganizations();
  const realmId = company?.realmId ?? '';
  const runs = async (): Promise<string> => {
    const answer = await fetch(`${product.url}/v1/audit?action=organization.sync_requested`);
    return answer.text();
  };
  const before = await runs();
  const page = await openPage();
  await page.goto(`${product.url}/v1/oauth/disconnected/qbo?realmId=${realmId}`);
  await page.getByText(`Was ${company?.companyName ?? ''} disconnected in QuickBooks?`).waitFor();
  expect(page.url()).toBe(`${product.url}/`);
  expect(await runs()).toBe(before);
});

test.each([
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const)('it fits a $colorScheme screen $width pixels wide', async ({ width, colorScheme }) => {
  const page = await openPage({ viewport: { width, height: 844 }, colorScheme });
  await page.getByRole('article').first().waitFor();
  await page
    .getByRole('rowheader', { name: /^Invoices/ })
    .first()
    .waitFor();
  // As text: this file is compiled without the browser's types.
  const contentWidth = await page.evaluate<number>('document.documentElement.scrollWidth');
  const paper = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  expect(contentWidth).toBeLessThanOrEqual(width);
  expect(paper).toBe(colorScheme === 'dark' ? 'rgb(14, 20, 18)' : 'rgb(244, 245, 240)');
});

test('it is used with the keyboard alone', async () => {
  const page = await openPage();
  await page
    .getByRole('button', { name: /^Sync now/ })
    .first()
    .waitFor();
  const reached: string[] = [];
  for (let presses = 0; presses < 7; presses += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate<string>('document.activeElement.textContent'));
  }
  expect(reached).toEqual([
    expect.stringContaining('Ledger Mirror'),
    'Connect a company',
    'People and keys',
    'Audit trail',
    'Queue',
    expect.stringContaining('Sync now'),
    expect.stringContaining('Sync now'),
  ]);
});

test('it loads nothing from elsewhere and complains about nothing', async () => {
  const page = await browser.newPage();
  pages.push(page);
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(product.url).origin) elsewhere.push(request.url());
  });
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(product.url);
  await page.getByText('Live', { exact: true }).waitFor();
  await page
    .getByRole('rowheader', { name: /^Invoices/ })
    .first()
    .waitFor();
  expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
});

test('when the server is gone it says so and keeps what it knew', async () => {
  const page = await openPage();
  await page.getByRole('article').first().waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  await product.stop();
  await page
    .getByRole('alert')
    .filter({ hasText: 'The server does not answer.' })
    .waitFor({ timeout: 30_000 });
  await page.getByText('Reconnecting…').waitFor();
  expect(await page.getByRole('article').count()).toBe(2);
});
