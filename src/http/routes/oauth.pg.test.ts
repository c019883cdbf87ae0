import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Browser, expectPage } from '../../../test/support/consent-browser.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type OAuthServer, type Simulator, startOAuthServer } from '../../../test/support/oauth-server.ts';
import { type ScriptedAnswer, startScriptedServer } from '../../../test/support/scripted-server.ts';
import { connectStateSeconds } from '../../access/connect-states.ts';
import { ManualClock } from '../../base/clock.ts';
import { type Logger, silentLogger } from '../../base/logger.ts';
import { Secret } from '../../base/secret.ts';
import { createTransport } from '../../quickbooks/index.ts';
import { startSimulator } from '../../../simulator/src/index.ts';
import { createOrganizations } from '../../sync/organizations.ts';

const clock = new ManualClock();
const transport = createTransport();
let database: TestDatabase;
let simulator: Simulator;
let server: OAuthServer;
let woken: string[] = [];

const startServer = (overrides?: Parameters<typeof startOAuthServer>[1]): Promise<OAuthServer> => {
  const wake = (realmId: string): Promise<void> => {
    woken.push(realmId);
    return Promise.resolve();
  };
  return startOAuthServer({ db: database.db, simulator, transport, clock, wake }, overrides);
};

const company = (index = 0): string => simulator.companies[index]?.realmId ?? '';

const stored = async (): Promise<number> => {
  const [row] = await database.db.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM ledger_mirror.tokens) + (SELECT count(*) FROM ledger_mirror.organizations) AS count`,
  );
  return Number(row?.count);
};

beforeAll(async () => {
  database = await openTestDatabase();
  simulator = await startSimulator({ port: 0, seed: 1, size: 'tiny', logger: silentLogger });
  server = await startServer();
});
beforeEach(async () => {
  await database.db.query('TRUNCATE ledger_mirror.organizations, ledger_mirror.tokens CASCADE');
  woken = [];
});
afterAll(async () => {
  await server.app.close();
  await simulator.stop();
  await database.close();
});

test('a company is connected by a click and a consent: its tokens work, its name is known, its sync is woken', async () => {
  const browser = new Browser();
  const consent = await browser.authorize(server);
  expect(consent.searchParams.get('state')).toMatch(/^[\w-]{43}$/);
  const back = await browser.decide(consent, 'allow', company());
  const answer = await browser.get(back.href);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(`/?connected=${company()}`);
  expect(woken).toEqual([company()]);
  const [organization] = await createOrganizations(database.db).list();
  expect(organization).toMatchObject({
    realmId: company(),
    companyName: simulator.companies[0]?.name,
    status: 'loading',
  });
  await expect(server.vault.accessToken(organization?.realmId as never)).resolves.toBeInstanceOf(Secret);
});

test('the cookie that binds the browser is out of reach for scripts and other sites', async () => {
  const answer = await fetch(`${server.url}/v1/oauth/authorize/qbo`, { redirect: 'manual' });
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^ledger_mirror_connect=[\w-]{43}; Max-Age=600; Path=\/v1\/oauth; HttpOnly; SameSite=Lax$/,
  );
});

test('with https the cookie has a name that no other host of the domain can plant, and a planted one is not taken up', async () => {
  const named = await startServer({ publicUrl: 'https://books.example.com' });
  const planted = 'A'.repeat(43);
  const moved = await named.app.inject({
    url: '/v1/oauth/authorize/qbo?moved=true',
    headers: { cookie: `ledger_mirror_connect=${planted}` },
  });
  const cookie = String(moved.headers['set-cookie']);
  expect(cookie).toMatch(
    /^__Host-ledger_mirror_connect=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(cookie).not.toContain(planted);
  await named.app.close();
});

test('refusing on the consent page ends on a page that says so, and stores nothing', async () => {
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(server), 'refuse', company());
  expect(back.searchParams.get('error')).toBe('access_denied');
  await expectPage(await browser.get(back.href), 403, 'OAUTH_REFUSED', /refused.*connect again/is);
  expect(await stored()).toBe(0);
  back.searchParams.delete('error');
  back.searchParams.set('code', 'guess');
  back.searchParams.set('realmId', company());
  await expectPage(await browser.get(back.href), 400, 'OAUTH_STATE_USED', /used already/);
});

test('another error of the provider is named, but only if it is a name', async () => {
  const browser = new Browser();
  const answerWith = async (error: string): Promise<Response> => {
    const state = (await browser.authorize(server)).searchParams.get('state') ?? '';
    return browser.get(
      `${server.url}/v1/oauth/callback/qbo?state=${state}&error=${encodeURIComponent(error)}`,
    );
  };
  const known = await answerWith('invalid_scope');
  await expectPage(known, 502, 'OAUTH_PROVIDER_REFUSED', /\(invalid_scope\)/);
  const unknown = await answerWith('<script>alert(1)</script>');
  const html = await expectPage(unknown, 502, 'OAUTH_PROVIDER_REFUSED', /\(unknown\)/);
  expect(html).not.toContain('alert');
});

test('an error that answers no request of this browser ends on a page, and is no error in the log', async () => {
  const levels: string[] = [];
  const note = (level: string) => () => void levels.push(level);
  const logger: Logger = {
    ...silentLogger,
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
    child: () => logger,
  };
  const noted = await startServer({ logger });
  levels.length = 0;
  const browser = new Browser();
  const state = (await browser.authorize(noted)).searchParams.get('state') ?? '';
  const callback = `${noted.url}/v1/oauth/callback/qbo?error=invalid_scope`;
  // Without a state, with one that we never gave, and with one of another browser.
  for (const address of [callback, `${callback}&state=made-up`, `${callback}&state=${state}`]) {
    const answer = await (address.includes(state) ? new Browser() : browser).get(address);
    await expectPage(answer, 400, 'OAUTH_ERROR_UNASKED', /\(invalid_scope\)/);
  }
  expect(levels).toEqual(['info', 'info', 'info']);
  await browser.get(`${callback}&state=${state}`);
  expect(levels.at(-1)).toBe('error');
  await noted.app.close();
});

test('an answer works once: loading it again ends on a page, and the company stays connected', async () => {
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(server), 'allow', company());
  expect((await browser.get(back.href)).status).toBe(302);
  await expectPage(await browser.get(back.href), 400, 'OAUTH_STATE_USED', /all is well/);
  expect(await stored()).toBe(2);
});

test.each([
  ['missing', undefined, 'OAUTH_STATE_MISSING'],
  ['empty', '', 'OAUTH_STATE_MISSING'],
  ['made up', 'x'.repeat(43), 'OAUTH_STATE_UNKNOWN'],
  ['markup', '<b>', 'OAUTH_STATE_UNKNOWN'],
])('a state that is %s ends on a page', async (_how, state, code) => {
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(server), 'allow', company());
  back.searchParams.delete('state');
  if (state !== undefined) back.searchParams.set('state', state);
  await expectPage(await browser.get(back.href), 400, code, /cannot be matched/);
  expect(await stored()).toBe(0);
});

test('an answer in another browser ends on a page and leaves the first browser free to finish', async () => {
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(server), 'allow', company());
  const other = new Browser();
  await expectPage(await other.get(back.href), 400, 'OAUTH_STATE_OTHER_BROWSER', /another browser/);
  await other.authorize(server);
  await expectPage(await other.get(back.href), 400, 'OAUTH_STATE_OTHER_BROWSER', /another browser/);
  expect((await browser.get(back.href)).status).toBe(302);
});

test('an answer after more than ten minutes ends on a page', async () => {
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(server), 'allow', company());
  await clock.advance(connectStateSeconds * 1000);
  await expectPage(await browser.get(back.href), 400, 'OAUTH_STATE_EXPIRED', /took too long/);
  expect(await stored()).toBe(0);
});

test('two tabs of one browser can both finish', async () => {
  const browser = new Browser();
  const first = await browser.authorize(server);
  const second = await browser.authorize(server);
  for (const [index, consent] of [first, second].entries()) {
    const back = await browser.decide(consent, 'allow', company(index));
    expect((await browser.get(back.href)).status).toBe(302);
  }
  expect(woken).toEqual([company(0), company(1)]);
});

test('reconnecting refuses another company and changes nothing', async () => {
  const browser = new Browser();
  const back = await browser.decide(
    await browser.authorize(server, `?realmId=${company(0)}`),
    'allow',
    company(1),
  );
  await expectPage(await browser.get(back.href), 409, 'OAUTH_OTHER_COMPANY', /same company as before/);
  expect(await stored()).toBe(0);
  const same = await browser.decide(
    await browser.authorize(server, `?realmId=${company(0)}`),
    'allow',
    company(0),
  );
  expect((await browser.get(same.href)).status).toBe(302);
});

test.each([
  ['no code', { code: undefined }],
  ['no company', { realmId: undefined }],
  ['a company that is no number', { realmId: '../../etc' }],
])('an answer with %s ends on a page', async (_how, change: Record<string, string | undefined>) => {
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(server), 'allow', company());
  for (const name of Object.keys(change)) {
    back.searchParams.delete(name);
    if (change[name] !== undefined) back.searchParams.set(name, change[name]);
  }
  await expectPage(await browser.get(back.href), 400, 'OAUTH_ANSWER_INCOMPLETE', /incomplete/);
});

test('a parameter given twice ends on a page, too', async () => {
  const answer = await new Browser().get(`${server.url}/v1/oauth/callback/qbo?state=a&state=b`);
  await expectPage(answer, 400, 'HTTP_VALIDATION_FAILED', /could not be connected/);
});

test('a code that QuickBooks does not know ends on a page', async () => {
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(server), 'allow', company());
  back.searchParams.set('code', 'guess');
  await expectPage(await browser.get(back.href), 400, 'QBO_CODE_REJECTED', /again/);
  expect(await stored()).toBe(0);
});

test('wrong keys end on a page that names the settings to correct', async () => {
  const wrong = await startServer({ clientSecret: 'not-the-secret' });
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(wrong), 'allow', company());
  const html = await expectPage(
    await browser.get(back.href),
    502,
    'QBO_CLIENT_REJECTED',
    /QBO_CLIENT_SECRET/,
  );
  expect(html).not.toContain('not-the-secret');
  expect(await stored()).toBe(0);
  await wrong.app.close();
});

const wrongEnvironment: [string, ScriptedAnswer][] = [
  [
    '403 with code 3100',
    {
      status: 403,
      body: '{"warnings":null,"fault":{"error":[{"message":"message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403","detail":null,"code":"3100","element":null}],"type":"AUTHORIZATION"},"report":null}',
    },
  ],
  [
    '401',
    {
      status: 401,
      body: '{"fault":{"error":[{"message":"message=AuthenticationFailed; errorCode=003200; statusCode=401","code":"3200"}],"type":"AUTHENTICATION"}}',
    },
  ],
];
test.each(wrongEnvironment)(
  'keys of the other environment, which answers the first read with %s, end on a page that says so',
  async (_how, scripted) => {
    const otherEnvironment = await startScriptedServer(() => scripted);
    const wrong = await startServer({ apiUrl: otherEnvironment.url });
    const browser = new Browser();
    const back = await browser.decide(await browser.authorize(wrong), 'allow', company());
    await expectPage(await browser.get(back.href), 502, 'OAUTH_WRONG_ENVIRONMENT', /QBO_ENVIRONMENT/);
    expect(await stored()).toBe(0);
    expect(woken).toEqual([]);
    await wrong.app.close();
    await otherEnvironment.stop();
  },
);

test('a token address that does not answer ends on a page that says to wait', async () => {
  const wrong = await startServer({ tokenUrl: 'http://127.0.0.1:9/nothing' });
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(wrong), 'allow', company());
  await expectPage(await browser.get(back.href), 502, 'QBO_UNREACHABLE', /Wait a minute/);
  await wrong.app.close();
});

test('when QuickBooks asks to slow down the page says so at once', async () => {
  const busy = await startScriptedServer(() => ({ status: 429, body: '' }));
  const slow = await startServer({ apiUrl: busy.url });
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(slow), 'allow', company());
  const startedAt = performance.now();
  const html = await expectPage(await browser.get(back.href), 503, 'QBO_RATE_LIMITED', /slow down/);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(html).not.toMatch(/goes on|by itself/);
  await slow.app.close();
  await busy.stop();
});

test('a consent for a company that is being erased ends on a page that says so, and is given back', async () => {
  await database.db.query(
    `INSERT INTO ledger_mirror.organizations (realm_id, status, disconnected_at, erasing_at)
     VALUES ($1, 'disconnected', now(), now())`,
    [company()],
  );
  const browser = new Browser();
  const back = await browser.decide(await browser.authorize(server), 'allow', company());
  await expectPage(await browser.get(back.href), 409, 'SYNC_BEING_ERASED', /once it is gone from the list/);
  // The company's row alone.
  expect(await stored()).toBe(1);
  expect(woken).toEqual([]);
  await database.db.query('DELETE FROM ledger_mirror.organizations');
  const anew = await browser.decide(await browser.authorize(server), 'allow', company());
  expect((await browser.get(anew.href)).status).toBe(302);
});

test('a grant that came to nothing is given back, but never one that would take a connected company with it', async () => {
  const denied = await startScriptedServer(() => wrongEnvironment[0]?.[1] ?? { body: '' });
  const revoked: string[] = [];
  const revocations = await startScriptedServer((request) => {
    revoked.push((JSON.parse(request.body) as { token: string }).token);
    return { body: '' };
  });
  const failing = await startServer({ apiUrl: denied.url, revokeUrl: revocations.url });
  const browser = new Browser();
  const first = await browser.decide(await browser.authorize(failing), 'allow', company());
  expect((await browser.get(first.href)).status).toBe(502);
  expect(revoked).toHaveLength(1);

  const connecting = await browser.decide(await browser.authorize(server), 'allow', company());
  expect((await browser.get(connecting.href)).status).toBe(302);
  const again = await browser.decide(await browser.authorize(failing), 'allow', company());
  expect((await browser.get(again.href)).status).toBe(502);
  expect(revoked).toHaveLength(1);
  await failing.app.close();
  await Promise.all([denied.stop(), revocations.stop()]);
});

test('started at 127.0.0.1, the browser is taken to the public name first, so that its cookie comes back', async () => {
  const browser = new Browser();
  const start = `${server.url.replace('localhost', '127.0.0.1')}/v1/oauth/authorize/qbo?realmId=${company()}`;
  const answer = await browser.get(start);
  expect(answer.status).toBe(302);
  expect(answer.headers.getSetCookie()).toEqual([]);
  const moved = answer.headers.get('location') ?? '';
  expect(moved).toBe(`${server.url}/v1/oauth/authorize/qbo?realmId=${company()}&moved=true`);
  const consent = await browser.get(moved);
  expect(new URL(consent.headers.get('location') ?? '').origin).toBe(simulator.url);
});

test('so it is from every name the server may be called by', async () => {
  const named = await startServer({ publicUrl: 'https://books.example.com' });
  const answer = await new Browser().get(`${named.url}/v1/oauth/authorize/qbo`);
  expect(answer.headers.get('location')).toBe('https://books.example.com/v1/oauth/authorize/qbo?moved=true');
  await named.app.close();
});
