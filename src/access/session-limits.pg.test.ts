import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestApp } from '../../test/support/http-app.ts';
import { ManualClock } from '../base/clock.ts';
import { createAccess, type Access } from './access.ts';
import type { SessionLimits } from './sessions.ts';

const minute = 60_000;
const password = 'a long enough password';
const email = 'owner@example.com';
let database: TestDatabase;
let clock: ManualClock;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  clock = new ManualClock('2026-01-15T12:00:00Z');
  await database.db.execute('DELETE FROM ledger_mirror.sessions');
});
afterAll(() => database.close());

async function accessWith(sessionLimits?: SessionLimits): Promise<Access> {
  const passwordCost = { n: 16, r: 8, p: 1 };
  const access = createAccess({ db: database.db, clock, passwordCost, sessionLimits });
  await access.signIn.createFirstOwner({ email, password });
  return access;
}
const limits: SessionLimits = { idleMs: 15 * minute, totalMs: 60 * minute };

test('a browser is signed out after as long without use, and in all, as is set', async () => {
  const { sessions, users } = await accessWith(limits);
  const { id } = await users.getByEmail(email);
  const unused = await sessions.open(id, {});
  await clock.advance(15 * minute - 1);
  const used = await sessions.open(id, {});
  await clock.advance(1);
  expect(await sessions.find(unused)).toBeUndefined();
  for (let asked = 0; asked < 6; asked += 1) {
    expect(await sessions.find(used)).toBeDefined();
    await clock.advance(9 * minute);
  }
  expect(await sessions.find(used)).toBeDefined();
  await clock.advance(6 * minute);
  expect(await sessions.find(used)).toBeUndefined();
});

test('limits that are shortened hold for browsers that are signed in already, and for their list', async () => {
  const before = await accessWith();
  const { id } = await before.users.getByEmail(email);
  const token = await before.sessions.open(id, {});
  await clock.advance(20 * minute);
  const { sessions } = await accessWith(limits);
  expect(await sessions.list(id)).toEqual([]);
  expect(await sessions.find(token)).toBeUndefined();
  const fresh = await before.sessions.open(id, {});
  const [listed] = await sessions.list(id);
  expect(listed?.expiresAt).toEqual(new Date(clock.now().getTime() + limits.idleMs));
  expect(await sessions.find(fresh)).toBeDefined();
});

test('a cookie is kept no longer than a session can last', async () => {
  const access = await accessWith(limits);
  await using app = await createTestApp({ db: database.db, access, demoSignIn: false });
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/auth/sign-in',
    payload: { email, password },
  });
  expect(String(answer.headers['set-cookie'])).toContain('Max-Age=3600;');
});
