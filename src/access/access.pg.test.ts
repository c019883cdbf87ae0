import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { ManualClock } from '../base/clock.ts';
import { Secret } from '../base/secret.ts';
import { createAccess, type Access } from './access.ts';
import { linkLifetimesMs } from './links.ts';
import type { Principal } from './principal.ts';
import { times } from '../tuning/times.ts';
import { createSignInLimits, signInLimits } from './sign-in-limits.ts';

const password = 'a long enough password';
const adminApiKey = new Secret('k'.repeat(40));
const cheap = { n: 16, r: 8, p: 1 };
const owner: Principal = {
  kind: 'command',
  id: 'command',
  name: 'command line',
  role: 'owner',
  organizations: undefined,
};
const origin = { address: '203.0.113.7', requestId: 'r-1' };
const visitor = { address: '203.0.113.7', browser: 'Firefox' };
let database: TestDatabase;
let clock: ManualClock;
let access: Access;
let people = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.db.query(`INSERT INTO ledger_mirror.organizations (realm_id) VALUES ('1'), ('2')`);
});
beforeEach(() => {
  clock = new ManualClock(`2026-01-15T12:00:00Z`);
  access = createAccess({ db: database.db, clock, adminApiKey, passwordCost: cheap });
});
afterAll(() => database.close());

const newEmail = (): string => `person-${(people += 1)}@example.com`;

async function join(role: Principal['role'] = 'viewer', organizations?: string[]) {
  const { user, token } = await access.users.invite({ email: newEmail(), role, organizations }, owner);
  const cookie = await access.signIn.acceptLink({ token, password }, visitor, origin);
  return { user, cookie, email: user.email };
}

const byCookie = (sessionToken: string) =>
  access.authenticate({ authorization: undefined, sessionToken }, origin);
const byKey = (key: string) =>
  access.authenticate({ authorization: `Bearer ${key}`, sessionToken: undefined }, origin);
const signIn = (email: string, given = password, address = visitor.address) =>
  access.signIn.signIn({ email, password: given }, { ...visitor, address }, { ...origin, address });
const actions = async (target: string): Promise<string[]> =>
  (
    await database.db.query<{ action: string }>(
      'SELECT action FROM ledger_mirror.audit WHERE target = $1 OR actor_name = $1 ORDER BY id',
      [target],
    )
  ).map((row) => row.action);

test('a person who was invited chooses a password with the link, once, and signs in with it', async () => {
  const email = newEmail();
  const { user, token } = await access.users.invite(
    { email: ` ${email.toUpperCase()} `, role: 'operator', organizations: ['1'] },
    owner,
    origin,
  );
  expect(user).toMatchObject({ email, status: 'invited', organizations: ['1'] });
  await expect(signIn(email)).rejects.toMatchObject({ code: 'ACCESS_SIGN_IN_REFUSED' });
  await expect(access.links.look(token)).resolves.toMatchObject({ kind: 'invitation', email });
  const cookie = await access.signIn.acceptLink({ token, password, name: 'Ada' }, visitor, origin);
  expect(await byCookie(cookie)).toMatchObject({
    kind: 'user',
    name: email,
    role: 'operator',
    organizations: new Set(['1']),
  });
  await expect(access.signIn.acceptLink({ token, password }, visitor, origin)).rejects.toMatchObject({
    code: 'ACCESS_LINK_REFUSED',
  });
  expect(await byCookie(await signIn(email.toUpperCase()))).toMatchObject({ name: email });
  expect(await access.users.get(user.id)).toMatchObject({ name: 'Ada', status: 'active' });
  expect(await actions(email)).toEqual([
    'user.invited',
    'sign_in.failed',
    'user.joined',
    'sign_in.succeeded',
  ]);
});

test('of two answers to one link at once, one gets through', async () => {
  const { token } = await access.users.invite(
    { email: newEmail(), role: 'viewer', organizations: undefined },
    owner,
  );
  const answers = await Promise.allSettled(
    Array.from({ length: 4 }, () => access.signIn.acceptLink({ token, password }, visitor, origin)),
  );
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
});

test('links end by themselves, with the next link, and for a person who was disabled', async () => {
  const { user } = await join();
  const old = await access.users.createLink(user.id, owner);
  const fresh = await access.users.createLink(user.id, owner);
  const refused = { code: 'ACCESS_LINK_REFUSED' };
  await expect(access.links.look(old.token)).rejects.toMatchObject(refused);
  await access.users.change(user.id, { disabled: true }, owner);
  await expect(access.links.look(fresh.token)).rejects.toMatchObject(refused);
  await access.users.change(user.id, { disabled: false }, owner);
  await clock.advance(linkLifetimesMs.password_reset);
  await expect(
    access.signIn.acceptLink({ token: fresh.token, password }, visitor, origin),
  ).rejects.toMatchObject(refused);
});

test('a reset sets the password, signs every browser out, and is in the trail', async () => {
  const { user, cookie, email } = await join();
  const { token } = await access.users.createLink(user.id, owner);
  await access.signIn.acceptLink({ token, password: 'another long password' }, visitor, origin);
  expect(await byCookie(cookie)).toBeUndefined();
  await expect(signIn(email)).rejects.toMatchObject({ code: 'ACCESS_SIGN_IN_REFUSED' });
  await expect(signIn(email, 'another long password')).resolves.toBeTruthy();
  expect(await actions(email)).toContain('password.reset');
});

test('changing one’s own password asks for the old one and signs the other browsers out', async () => {
  const { cookie, email } = await join();
  const other = await signIn(email);
  const me = await byCookie(cookie);
  if (me === undefined) throw new Error('not signed in');
  const wanted = 'yet another password';
  await expect(
    access.signIn.changePassword(me, { current: 'not the password', wanted }, origin),
  ).rejects.toMatchObject({ code: 'ACCESS_PASSWORD_WRONG' });
  // Somebody sits at a browser that was left open: it must be seen, and who it was taken for.
  expect(await access.audit.list({ action: 'password.refused' }, 1)).toMatchObject([
    { actor: { kind: 'user', name: email }, target: email, ...origin },
  ]);
  await access.signIn.changePassword(me, { current: password, wanted }, origin);
  expect(await byCookie(cookie)).toBeDefined();
  expect(await byCookie(other)).toBeUndefined();
});

test('an account is closed to guesses after ten of them, counted together by all processes, for a quarter of an hour', async () => {
  const { email } = await join();
  const elsewhere = createAccess({ db: database.db, clock, passwordCost: cheap });
  const guesses = await Promise.allSettled(
    Array.from({ length: 16 }, (_, index) =>
      (index % 2 === 0 ? access : elsewhere).signIn.signIn(
        { email, password: `wrong password ${index}` },
        { address: `198.51.100.${index}` },
        origin,
      ),
    ),
  );
  const codes = guesses.map((one) =>
    one.status === 'rejected' ? (one.reason as { code: string }).code : 'in',
  );
  expect(codes.filter((code) => code === 'ACCESS_SIGN_IN_REFUSED')).toHaveLength(signInLimits.account);
  expect(codes.filter((code) => code === 'ACCESS_TOO_MANY_ATTEMPTS')).toHaveLength(6);
  // The right password is refused unseen, too, and says when to come back.
  await expect(signIn(email)).rejects.toMatchObject({
    code: 'ACCESS_TOO_MANY_ATTEMPTS',
    retryAfterMs: 900_000,
  });
  await clock.advance(signInLimits.windowMs);
  await expect(signIn(email)).resolves.toBeTruthy();
  const trail = await actions(email);
  expect(trail.filter((action) => action === 'sign_in.failed')).toHaveLength(10);
  expect(trail.filter((action) => action === 'sign_in.blocked')).toHaveLength(1);
});

test('an address is closed after forty guesses at whatever accounts', async () => {
  const limits = createSignInLimits({ db: database.db, clock });
  const address = '192.0.2.77';
  for (let index = 0; index < signInLimits.address; index += 1) {
    await limits.take({ email: `nobody-${index}@example.com`, address });
  }
  await expect(limits.take({ email: 'next@example.com', address })).rejects.toMatchObject({
    code: 'ACCESS_TOO_MANY_ATTEMPTS',
  });
  await expect(limits.take({ email: 'next@example.com', address: '192.0.2.76' })).resolves.toBeUndefined();
});

test('what somebody without an account typed is not written down', async () => {
  await signIn('hunter2-as-name@example.com', 'wrong password', '192.0.2.78').catch(() => undefined);
  const rows = await database.db.query<{ text: string }>(
    'SELECT audit::text AS text FROM ledger_mirror.audit UNION ALL SELECT a::text FROM ledger_mirror.sign_in_attempts AS a',
  );
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.map((row) => row.text).join()).not.toContain('hunter2');
});

test('a session slides with use, ends a week after the last use, and after thirty days whatever happens', async () => {
  const day = 24 * 3_600_000;
  const { cookie } = await join();
  for (let used = 0; used < 4; used += 1) {
    await clock.advance(6 * day);
    expect(await byCookie(cookie)).toBeDefined();
  }
  await clock.advance(times.sessionTotalMs - 24 * day - 1);
  expect(await byCookie(cookie)).toBeDefined();
  await clock.advance(1);
  expect(await byCookie(cookie)).toBeUndefined();
  const { cookie: unused } = await join();
  await clock.advance(times.sessionIdleMs);
  expect(await byCookie(unused)).toBeUndefined();
});

test('browsers are listed and signed out one by one, by nobody else', async () => {
  const { user, email } = await join();
  const second = await signIn(email);
  const list = await access.sessions.list(user.id);
  expect(list).toHaveLength(2);
  expect(list[0]).toMatchObject({ address: '203.0.113.7', browser: 'Firefox' });
  const { sessionId = '' } = (await byCookie(second)) ?? {};
  const { user: stranger } = await join();
  await expect(access.sessions.revoke(stranger.id, sessionId)).rejects.toMatchObject({
    code: 'ACCESS_SESSION_UNKNOWN',
  });
  await access.sessions.revoke(user.id, sessionId);
  expect(await byCookie(second)).toBeUndefined();
  expect(await access.sessions.list(user.id)).toHaveLength(1);
});

test('a new role or limit counts from the next request on, and disabling signs out', async () => {
  const { user, cookie } = await join('admin');
  await access.users.change(user.id, { role: 'viewer', organizations: ['2'] }, owner);
  expect(await byCookie(cookie)).toMatchObject({ role: 'viewer', organizations: new Set(['2']) });
  await access.users.change(user.id, { organizations: null }, owner);
  expect((await byCookie(cookie))?.organizations).toBeUndefined();
  await access.users.change(user.id, { disabled: true }, owner);
  expect(await byCookie(cookie)).toBeUndefined();
  await expect(signIn(user.email)).rejects.toMatchObject({ code: 'ACCESS_SIGN_IN_REFUSED' });
});

test('nobody gives or touches more than they have', async () => {
  const { user: boss } = await join('owner');
  const { user: helper } = await join('admin');
  const admin: Principal = { ...owner, kind: 'user', role: 'admin' };
  const forbidden = { code: 'ACCESS_FORBIDDEN' };
  const all = { organizations: undefined };
  await expect(
    access.users.invite({ email: newEmail(), role: 'owner', ...all }, admin),
  ).rejects.toMatchObject(forbidden);
  await expect(access.users.createLink(boss.id, admin)).rejects.toMatchObject(forbidden);
  await expect(access.users.change(boss.id, { disabled: true }, admin)).rejects.toMatchObject(forbidden);
  await expect(access.users.change(helper.id, { role: 'owner' }, admin)).rejects.toMatchObject(forbidden);
  await expect(access.users.remove(boss.id, admin)).rejects.toMatchObject(forbidden);
  await expect(access.keys.create({ name: 'x', role: 'owner', ...all }, admin)).rejects.toMatchObject(
    forbidden,
  );
  await expect(
    access.users.invite({ email: newEmail(), role: 'owner', organizations: ['1'] }, owner),
  ).rejects.toMatchObject({ code: 'ACCESS_OWNER_IS_UNLIMITED' });
  await expect(
    access.users.invite({ email: newEmail(), role: 'viewer', organizations: ['999'] }, owner),
  ).rejects.toMatchObject({ code: 'ACCESS_ORGANIZATION_UNKNOWN' });
  await expect(
    access.users.invite({ email: helper.email, role: 'viewer', ...all }, owner),
  ).rejects.toMatchObject({ code: 'ACCESS_USER_EXISTS' });
});

test('two owners who remove each other at once leave one', async () => {
  const fresh = await openTestDatabase();
  const on = createAccess({ db: fresh.db, clock, passwordCost: cheap });
  expect(await on.hasOwner()).toBe(false);
  const token = await on.links.create('set_up', undefined);
  await on.signIn.acceptLink({ token, password, email: 'First@example.com' }, visitor, origin);
  expect(await on.hasOwner()).toBe(true);
  const first = await on.users.getByEmail('first@example.com');
  expect(first).toMatchObject({ role: 'owner', status: 'active' });
  const lastOwner = { code: 'ACCESS_LAST_OWNER' };
  await expect(on.users.remove(first.id, owner)).rejects.toMatchObject(lastOwner);
  await expect(on.users.change(first.id, { disabled: true }, owner)).rejects.toMatchObject(lastOwner);
  await expect(on.users.change(first.id, { role: 'admin' }, owner)).rejects.toMatchObject(lastOwner);
  const invited = await on.users.invite(
    { email: 'second@example.com', role: 'owner', organizations: undefined },
    owner,
  );
  // Somebody who has no password yet is no owner to rely on.
  await expect(on.users.remove(first.id, owner)).rejects.toMatchObject(lastOwner);
  await on.signIn.acceptLink({ token: invited.token, password }, visitor, origin);
  const both = await Promise.allSettled([
    on.users.remove(first.id, owner),
    on.users.remove(invited.user.id, owner),
  ]);
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  expect(await on.users.list()).toHaveLength(1);
  // A set-up link is of no use once there is an owner.
  const late = await on.links.create('set_up', undefined);
  await expect(
    on.signIn.acceptLink({ token: late, password, email: 'thief@example.com' }, visitor, origin),
  ).rejects.toMatchObject({ code: 'ACCESS_OWNER_EXISTS' });
  await fresh.close();
});

test('the first owner of the settings is made once, and not again after a new password', async () => {
  const fresh = await openTestDatabase();
  const on = createAccess({ db: fresh.db, clock });
  const made = await Promise.all([
    on.signIn.createFirstOwner({ email: 'boss@example.com', password }),
    on.signIn.createFirstOwner({ email: 'boss@example.com', password }),
  ]);
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await on.signIn.createFirstOwner({ email: 'other@example.com', password })).toBe(false);
  expect(await on.users.list()).toHaveLength(1);
  // At the full cost, which the other tests here do without.
  const [stored] = await fresh.db.query('SELECT password_hash AS hash FROM ledger_mirror.users');
  expect(stored).toEqual({ hash: expect.stringMatching(/^scrypt\$32768\$8\$3\$/) as string });
  await on.signIn.signIn({ email: 'boss@example.com', password }, visitor, origin);
  await fresh.close();
});

test('a key works until it is revoked or ends, and only whole', async () => {
  const expiresAt = new Date(clock.now().getTime() + 3_600_000);
  const { key, secret } = await access.keys.create(
    { name: 'reports', role: 'viewer', organizations: ['1'], expiresAt },
    owner,
  );
  const text = secret.reveal();
  expect(text.startsWith(`${key.prefix}_`)).toBe(true);
  expect(await byKey(text)).toMatchObject({ kind: 'key', name: 'reports', organizations: new Set(['1']) });
  for (const wrong of [text.slice(0, -1), `${text}x`, key.prefix, text.toLowerCase(), 'undefined', '*']) {
    if (wrong === text) continue;
    await expect(byKey(wrong)).rejects.toMatchObject({ code: 'ACCESS_KEY_REFUSED' });
  }
  await clock.advance(3_600_000);
  await expect(byKey(text)).rejects.toMatchObject({ code: 'ACCESS_KEY_REFUSED' });
  expect(await access.keys.list()).toContainEqual(
    expect.objectContaining({ id: key.id, status: 'expired', lastUsedFrom: '203.0.113.7' }),
  );
  const other = await access.keys.create({ name: 'short', role: 'viewer', organizations: undefined }, owner);
  await access.keys.revoke(other.key.id, owner);
  await expect(byKey(other.secret.reveal())).rejects.toMatchObject({ code: 'ACCESS_KEY_REFUSED' });
  await expect(access.keys.rotate(other.key.id, 0, owner)).rejects.toMatchObject({
    code: 'ACCESS_KEY_UNKNOWN',
  });
});

test('a rotated key leaves the old one working as long as was asked, and revoking ends both', async () => {
  const { key, secret: old } = await access.keys.create(
    { name: 'etl', role: 'admin', organizations: undefined },
    owner,
  );
  const { secret: next } = await access.keys.rotate(key.id, 60_000, owner);
  expect(await byKey(old.reveal())).toMatchObject({ id: key.id });
  expect(await byKey(next.reveal())).toMatchObject({ id: key.id });
  await clock.advance(60_000);
  await expect(byKey(old.reveal())).rejects.toMatchObject({ code: 'ACCESS_KEY_REFUSED' });
  const { secret: third } = await access.keys.rotate(key.id, 60_000, owner);
  await access.keys.revoke(key.id, owner);
  for (const secret of [next, third])
    await expect(byKey(secret.reveal())).rejects.toMatchObject({ code: 'ACCESS_KEY_REFUSED' });
  expect(await actions('etl')).toEqual([
    'key.created',
    'key.rotated',
    'key.used',
    'key.rotated',
    'key.revoked',
  ]);
});

test('the use of a key is in the trail once a day', async () => {
  const { secret } = await access.keys.create(
    { name: 'daily', role: 'viewer', organizations: undefined },
    owner,
  );
  await Promise.all(Array.from({ length: 5 }, () => byKey(secret.reveal())));
  await clock.advance(3_600_000);
  await byKey(secret.reveal());
  await clock.advance(24 * 3_600_000);
  await byKey(secret.reveal());
  expect((await actions('daily')).filter((action) => action === 'key.used')).toHaveLength(2);
});

test('the pre-shared key of the settings is the owner, and a wrong one nobody', async () => {
  expect(await byKey(adminApiKey.reveal())).toMatchObject({ kind: 'admin_key', role: 'owner' });
  await expect(byKey(`${adminApiKey.reveal()}x`)).rejects.toMatchObject({ code: 'ACCESS_KEY_REFUSED' });
  const without = createAccess({ db: database.db, clock });
  await expect(
    without.authenticate(
      { authorization: `Bearer ${adminApiKey.reveal()}`, sessionToken: undefined },
      origin,
    ),
  ).rejects.toMatchObject({ code: 'ACCESS_KEY_REFUSED' });
});

test('the tables hold no password, cookie, link or key in the clear', async () => {
  const { cookie, user } = await join();
  const link = await access.users.createLink(user.id, owner);
  const key = await access.keys.create({ name: 'clear?', role: 'viewer', organizations: undefined }, owner);
  const tables = ['users', 'sessions', 'access_links', 'api_keys', 'audit', 'sign_in_attempts'];
  const dumps = await Promise.all(
    tables.map((table) =>
      database.db.query<{ text: string }>(`SELECT t::text AS text FROM ledger_mirror.${table} AS t`),
    ),
  );
  const dump = JSON.stringify(dumps);
  expect(dump).toContain(user.email);
  for (const secret of [password, cookie, link.token, key.secret.reveal(), adminApiKey.reveal()]) {
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
  }
});
