import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { systemClock } from '../base/clock.ts';
import { createAccess, type Access } from './access.ts';
import type { Principal } from './principal.ts';

const password = 'a long enough password';
const owner: Principal = { kind: 'command', id: '', name: 'test', role: 'owner', organizations: undefined };
let database: TestDatabase;
let access: Access;
let people = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.db.query(`INSERT INTO ledger_mirror.organizations (realm_id) VALUES ('1'), ('2')`);
  access = createAccess({ db: database.db, clock: systemClock, passwordCost: { n: 16, r: 8, p: 1 } });
});
afterAll(() => database.close());

async function join(role: Principal['role'] = 'viewer', organizations?: string[]) {
  const email = `person-${(people += 1)}@example.com`;
  const { user, token } = await access.users.invite({ email, role, organizations }, owner);
  return { user, email, cookie: await access.signIn.acceptLink({ token, password }, {}, {}) };
}

test('a link ends with a new password, with being disabled, and when its account may do more than when it was made', async () => {
  const { user, cookie } = await join('viewer', ['1']);
  const link = async (): Promise<string> => (await access.users.createLink(user.id, owner)).token;
  const look = (token: string) =>
    access.links.look(token).then(
      () => 'works',
      () => 'ended',
    );
  const old = await link();
  const person = await access.authenticate({ authorization: undefined, sessionToken: cookie }, {});
  await access.signIn.changePassword(
    person as Principal,
    { current: password, wanted: 'another good password' },
    {},
  );
  expect(await look(old)).toBe('ended');
  const left = await link();
  await access.users.change(user.id, { disabled: true }, owner);
  await access.users.change(user.id, { disabled: false }, owner);
  expect(await look(left)).toBe('ended');
  for (const change of [{ organizations: ['1', '2'] }, { organizations: null }, { role: 'admin' as const }]) {
    const lesser = await link();
    await access.users.change(user.id, { name: 'Ada' }, owner);
    expect(await look(lesser)).toBe('works');
    await access.users.change(user.id, change, owner);
    expect(await look(lesser), JSON.stringify(change)).toBe('ended');
  }
  const greater = await link();
  await access.users.change(user.id, { role: 'operator' }, owner);
  expect(await look(greater)).toBe('works');
});

test('the settings that make somebody the first owner end a link that was made for the same person before', async () => {
  const { user, email } = await join();
  const { token } = await access.users.createLink(user.id, owner);
  await database.db.query(`UPDATE ledger_mirror.users SET disabled_at = now() WHERE role = 'owner'`);
  expect(await access.signIn.createFirstOwner({ email, password: 'yet another good password' })).toBe(true);
  await expect(access.links.look(token)).rejects.toMatchObject({ code: 'ACCESS_LINK_REFUSED' });
});
