import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { ManualClock } from '../base/clock.ts';
import { toRealmId } from '../base/realm-id.ts';
import { connectStateSeconds, createConnectStates, type ConnectStates } from './connect-states.ts';
import { randomToken } from './random-token.ts';

const integration = 'qbo';
const browser = randomToken();
const clock = new ManualClock();
let database: TestDatabase;
let states: ConnectStates;

beforeAll(async () => {
  database = await openTestDatabase();
  states = createConnectStates({ db: database.db, clock });
});
afterAll(() => database.close());

test('a state comes back once, with the company that was asked for', async () => {
  const expectedRealmId = toRealmId('4620816365');
  const actor = { kind: 'user' as const, id: '7', name: 'ada@example.com' };
  const sessionId = randomUUID();
  const by = { ...actor, role: 'admin' as const, organizations: undefined, sessionId };
  const state = await states.issue({ integration, browser, expectedRealmId, by });
  expect(state).toMatch(/^[\w-]{43}$/);
  await expect(states.consume({ integration, browser, state })).resolves.toEqual({
    expectedRealmId,
    actor,
    sessionId,
  });
  await expect(states.consume({ integration, browser, state })).rejects.toMatchObject({
    code: 'OAUTH_STATE_USED',
  });
});

test('of many answers with one state, exactly one gets through', async () => {
  const state = await states.issue({ integration, browser });
  const answers = await Promise.allSettled(
    Array.from({ length: 8 }, () => states.consume({ integration, browser, state })),
  );
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
});

test.each([
  ['without a state', undefined, 'OAUTH_STATE_MISSING'],
  ['with an empty state', '', 'OAUTH_STATE_MISSING'],
  ['with a state we never issued', randomToken(), 'OAUTH_STATE_UNKNOWN'],
  ['with a state that would break SQL', "' OR true --", 'OAUTH_STATE_UNKNOWN'],
])('an answer %s is refused', async (_how, state, code) => {
  await states.issue({ integration, browser });
  await expect(states.consume({ integration, browser, state })).rejects.toMatchObject({ code });
});

test('another browser is refused and does not spoil the state for the right one', async () => {
  const state = await states.issue({ integration, browser });
  for (const other of [undefined, '', randomToken()]) {
    await expect(states.consume({ integration, browser: other, state })).rejects.toMatchObject({
      code: 'OAUTH_STATE_OTHER_BROWSER',
    });
  }
  await expect(states.consume({ integration, browser, state })).resolves.toBeDefined();
});

test('a state of one integration is unknown to another', async () => {
  const state = await states.issue({ integration, browser });
  await expect(states.consume({ integration: 'xero', browser, state })).rejects.toMatchObject({
    code: 'OAUTH_STATE_UNKNOWN',
  });
});

test('a state is good for ten minutes, explained for a day and then forgotten', async () => {
  const state = await states.issue({ integration, browser });
  const inTime = await states.issue({ integration, browser });
  await clock.advance(connectStateSeconds * 1000 - 1);
  await expect(states.consume({ integration, browser, state: inTime })).resolves.toBeDefined();
  await clock.advance(1);
  await expect(states.consume({ integration, browser, state })).rejects.toMatchObject({
    code: 'OAUTH_STATE_EXPIRED',
  });
  await clock.advance(25 * 3_600_000);
  await states.issue({ integration, browser });
  await expect(states.consume({ integration, browser, state })).rejects.toMatchObject({
    code: 'OAUTH_STATE_UNKNOWN',
  });
});

test('a discarded state cannot be used any more, and discarding nonsense is no error', async () => {
  const state = await states.issue({ integration, browser });
  await states.discard({ integration, browser, state });
  await states.discard({ integration, browser, state: undefined });
  await states.discard({ integration, browser: undefined, state: 'nonsense' });
  await expect(states.consume({ integration, browser, state })).rejects.toMatchObject({
    code: 'OAUTH_STATE_USED',
  });
});

test('the table holds neither a state nor a cookie in the clear', async () => {
  const state = await states.issue({ integration, browser });
  const rows = await database.db.query('SELECT * FROM ledger_mirror.oauth_states');
  expect(rows.length).toBeGreaterThan(0);
  const dump = JSON.stringify(
    rows.map((row) =>
      Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value)),
    ),
  );
  for (const secret of [state, browser]) {
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(secret, 'base64url').toString('latin1'));
  }
});
