import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator } from '../../../simulator/src/index.ts';
import { Browser, expectPage } from '../../../test/support/consent-browser.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type OAuthScene, type Simulator, startOAuthServer } from '../../../test/support/oauth-server.ts';
import { startScriptedServer } from '../../../test/support/scripted-server.ts';
import { type Access, createAccess } from '../../access/access.ts';
import { ManualClock } from '../../base/clock.ts';
import { silentLogger } from '../../base/logger.ts';
import { createTransport } from '../../quickbooks/index.ts';

const by = { kind: 'command', id: '', name: '', role: 'owner', organizations: undefined } as const;
const clock = new ManualClock();
const transport = createTransport();
let database: TestDatabase;
let simulator: Simulator;
let access: Access;

beforeAll(async () => {
  database = await openTestDatabase();
  simulator = await startSimulator({ port: 0, seed: 1, size: 'tiny', logger: silentLogger });
  access = createAccess({ db: database.db, clock, passwordCost: { n: 16, r: 8, p: 1 } });
});
afterAll(async () => {
  await simulator.stop();
  await transport.close();
  await database.close();
});

const scene = (): OAuthScene => ({
  db: database.db,
  simulator,
  transport,
  clock,
  wake: () => Promise.resolve(),
});
const company = (): string => simulator.companies[0]?.realmId ?? '';
const stored = async (): Promise<number> => {
  const [row] = await database.db.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM ledger_mirror.tokens) + (SELECT count(*) FROM ledger_mirror.organizations) AS count`,
  );
  return Number(row?.count);
};

test('what somebody began to connect is not completed once they may no longer do so', async () => {
  const strict = await startOAuthServer(scene(), { demoSignIn: false });
  const revocations: ((id: string) => Promise<unknown>)[] = [
    (id) => access.users.change(id, { disabled: true }, by),
    (id) => access.users.change(id, { role: 'operator' }, by),
    (id) => access.users.change(id, { organizations: [] }, by),
    (id) => access.users.signOut(id, by),
    (id) => access.users.remove(id, by),
  ];
  for (const revoke of revocations) {
    const email = `person-${Math.random().toString(36).slice(2)}@example.com`;
    const { user, token } = await access.users.invite({ email, role: 'admin', organizations: undefined }, by);
    const password = 'four words nobody says';
    const session = await access.signIn.acceptLink({ token, password }, {}, {});
    const browser = new Browser();
    browser.signedInBy = `ledger_mirror_session=${session}`;
    const back = await browser.decide(await browser.authorize(strict), 'allow', company());
    await revoke(user.id);
    // The browser goes on, with whatever it has.
    await expectPage(await browser.get(back.href), 403, 'OAUTH_ASKER_REFUSED', /no longer/);
    expect(await stored(), revoke.toString()).toBe(0);
  }
  await strict.app.close();
});

test('a key that is revoked while QuickBooks is asked connects nothing, and the grant is given back', async () => {
  const { key, secret } = await access.keys.create(
    { name: 'connects', role: 'admin', organizations: undefined },
    by,
  );
  let revoked = 0;
  const quickbooks = await startScriptedServer(async ({ url, headers }) => {
    if (url.pathname === '/revoke') {
      revoked += 1;
      return {};
    }
    // The company is read with the new token: everything was exchanged, nothing is stored yet.
    const answer = await fetch(`${simulator.url}${url.pathname}${url.search}`, {
      headers: { authorization: headers.authorization ?? '', accept: 'application/json' },
    });
    await access.keys.revoke(key.id, by).catch(() => undefined);
    return { status: answer.status, body: await answer.text() };
  });
  const strict = await startOAuthServer(scene(), {
    demoSignIn: false,
    apiUrl: quickbooks.url,
    revokeUrl: `${quickbooks.url}/revoke`,
  });
  const browser = new Browser();
  browser.authorization = `Bearer ${secret.reveal()}`;
  const back = await browser.decide(await browser.authorize(strict), 'allow', company());
  await expectPage(await browser.get(back.href), 403, 'OAUTH_ASKER_REFUSED', /no longer/);
  expect(await stored()).toBe(0);
  expect(revoked).toBe(1);
  await strict.app.close();
  await quickbooks.stop();
});
