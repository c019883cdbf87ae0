import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import type { TestDatabase } from '../../test/support/database.ts';
import { startScriptedServer, withTimePassing } from '../../test/support/scripted-server.ts';
import { TokenAuthority } from '../../test/support/token-authority.ts';
import { ManualClock, systemClock } from '../base/clock.ts';
import type { Clock } from '../base/clock.ts';
import { silentLogger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import { openDatabase } from '../postgres/database.ts';
import type { Database } from '../postgres/database.ts';
import { createOAuthClient, createTransport } from '../quickbooks/index.ts';
import type { TokenSet, Transport } from '../quickbooks/index.ts';
import { createCipher } from './cipher.ts';
import { createPostgresTokenStore } from './postgres-token-store.ts';
import { createTokenVault } from './token-vault.ts';
import type { TokenVault } from './token-vault.ts';

const realm = toRealmId('9130347957983456');
const SETTLE_MS = 150;

let test1: TestDatabase;
let intuit: TokenAuthority;
let clock: ManualClock;
let transport: Transport;
let stop: () => Promise<void>;
let vaultOn: (db: Database, key?: Secret, previous?: readonly Secret[], time?: Clock) => TokenVault;
let vault: TokenVault;
const key = new Secret(randomBytes(32).toString('base64'));

beforeAll(async () => {
  test1 = await openTestDatabase();
});
beforeEach(async () => {
  intuit = new TokenAuthority();
  clock = new ManualClock();
  transport = createTransport();
  const server = await startScriptedServer((request) => intuit.answer(request.url.pathname, request.body));
  stop = () => server.stop();
  const oauth = createOAuthClient({
    clientId: 'id',
    clientSecret: new Secret('secret'),
    redirectUri: 'http://localhost/callback',
    endpoints: {
      authorizeUrl: `${server.url}/authorize`,
      tokenUrl: `${server.url}/token`,
      revokeUrl: `${server.url}/revoke`,
    },
    transport,
    clock,
  });
  vaultOn = (db, current = key, previous = [], time = clock) =>
    createTokenVault({
      tokens: createPostgresTokenStore({ db, cipher: createCipher({ current, previous }) }),
      oauth,
      clock: time,
      logger: silentLogger,
      settleMs: SETTLE_MS,
    });
  vault = vaultOn(test1.db);
  await vault.store(realm, tokenSet(0));
});

afterEach(async () => {
  await vault.settle();
  await transport.close();
  await stop();
  await test1.db.execute('DELETE FROM ledger_mirror.tokens');
});
afterAll(() => test1.close());

function tokenSet(generation: number, secondsLeft = 3600): TokenSet {
  const inSeconds = (seconds: number): Date => new Date(clock.now().getTime() + seconds * 1000);
  return {
    accessToken: new Secret(`access-${generation}`),
    refreshToken: new Secret(`refresh-${generation}`),
    accessExpiresAt: inSeconds(secondsLeft),
    refreshExpiresAt: inSeconds(8_640_000),
    hardExpiresAt: undefined,
  };
}

/** Whoever meets a renewal of another vault sleeps a little; here that takes no time. */
const ask = async (from: TokenVault, rejected?: string): Promise<string> => {
  const asked = from.accessToken(realm, rejected === undefined ? {} : { rejected: new Secret(rejected) });
  return (await withTimePassing(clock, asked, 10)).reveal();
};

test('a token with time left is handed out without asking QuickBooks', async () => {
  expect(await ask(vault)).toBe('access-0');
  expect(intuit.refreshes).toBe(0);
});

test('nothing readable is stored', async () => {
  const [row] = await test1.db.query<{ sealed: Buffer }>('SELECT sealed FROM ledger_mirror.tokens');
  expect(row?.sealed.toString('latin1')).not.toMatch(/access-0|refresh-0/);
});

test('a row moved to another company does not open', async () => {
  await test1.db.query("UPDATE ledger_mirror.tokens SET realm_id = '42'");
  await expect(vault.accessToken(toRealmId('42'))).rejects.toMatchObject({ code: 'VAULT_SEAL_BROKEN' });
});

test('with less than a minute left the caller waits for a new token, which is stored first', async () => {
  clock.set(new Date(clock.now().getTime() + 3_541_000));
  expect(await ask(vault)).toBe('access-1');
  expect(await ask(vaultOn(test1.db))).toBe('access-1');
  expect(intuit.refreshes).toBe(1);
  expect((await vault.state(realm))?.hardExpiresAt).toEqual(new Date(clock.now().getTime() + 1_000_000_000));
});

test('with less than five minutes left the old token is handed out while a new one is fetched', async () => {
  clock.set(new Date(clock.now().getTime() + 3_400_000));
  expect(await ask(vault)).toBe('access-0');
  await vault.settle();
  expect(await ask(vault)).toBe('access-1');
  expect(intuit.refreshes).toBe(1);
});

test('an early refresh that fails is not tried with every call', async () => {
  clock.set(new Date(clock.now().getTime() + 3_400_000));
  let asked = 0;
  intuit.disturb = () => {
    asked += 1;
    return { status: 401, body: '{"error":"invalid_client"}' };
  };
  for (let call = 0; call < 5; call += 1) {
    expect(await ask(vault)).toBe('access-0');
    await vault.settle();
  }
  expect(asked).toBe(1);
});

test('early refreshes of many companies leave connections of the database to others while QuickBooks does not answer', async () => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  intuit.disturb = async () => {
    await promise;
    return { status: 401, body: '{"error":"invalid_client"}' };
  };
  try {
    for (let company = 1; company <= 10; company += 1) {
      await vault.store(toRealmId(String(company)), tokenSet(0, 200));
      expect((await vault.accessToken(toRealmId(String(company)))).reveal()).toBe('access-0');
    }
  } finally {
    resolve(undefined);
  }
});

test('however many companies need a new token while QuickBooks does not answer, the others have connections of the database', async () => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let hanging = 0;
  intuit.disturb = async () => {
    hanging += 1;
    await promise;
    return { status: 401, body: '{"error":"invalid_client"}' };
  };
  const companies = Array.from({ length: 16 }, (_, index) => toRealmId(String(index + 1)));
  for (const company of companies) await vault.store(company, tokenSet(0, 10));
  const asked = Promise.allSettled(companies.map((company) => vault.accessToken(company)));
  try {
    await expect.poll(() => hanging, { timeout: 20_000 }).toBeGreaterThanOrEqual(4);
    for (let times = 0; times < 20; times += 1)
      expect(await test1.db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(hanging).toBe(4);
  } finally {
    resolve(undefined);
  }
  // Those that waited have their turn: each is told what became of its own.
  expect((await asked).map(({ status }) => status)).toEqual(companies.map(() => 'rejected'));
  expect(hanging).toBe(16);
});

test('many callers, through vaults that share nothing but the database, cause one refresh', async () => {
  const second = await openDatabase({ url: test1.url, logger: silentLogger, maxConnections: 10 });
  try {
    const vaults = [vault, vaultOn(second), vaultOn(test1.db)];
    const got = await Promise.all(
      Array.from({ length: 30 }, (_, index) => ask(vaults[index % 3] ?? vault, 'access-0')),
    );
    expect(new Set(got)).toEqual(new Set(['access-1']));
    expect(intuit.refreshes).toBe(1);
  } finally {
    await second.close();
  }
});

test('under constant rotation, with connections of their own, two refreshes never meet and no grant is lost', async () => {
  const others = await Promise.all(
    [1, 2, 3].map(() => openDatabase({ url: test1.url, logger: silentLogger, maxConnections: 10 })),
  );
  try {
    await Promise.all(
      [test1.db, ...others].map(async (db) => {
        const own = vaultOn(db);
        let rejected = 'access-0';
        for (let round = 0; round < 25; round += 1) rejected = await ask(own, rejected);
      }),
    );
    expect(intuit.mostInFlight).toBe(1);
    expect(intuit.invalidGrants).toBe(0);
    expect(intuit.refreshes).toBeGreaterThanOrEqual(25);
  } finally {
    await Promise.all(others.map((db) => db.close()));
  }
});

test('a lost answer is asked for once more, and then given up without calling the grant dead', async () => {
  let lost = 1;
  intuit.disturb = () => (lost-- > 0 ? { status: 502, body: '' } : undefined);
  expect(await ask(vault, 'access-0')).toBe('access-1');
  intuit.disturb = () => ({ status: 502, body: '' });
  await expect(ask(vault, 'access-1')).rejects.toMatchObject({
    code: 'QBO_UNAVAILABLE',
  });
  intuit.disturb = undefined;
  expect(await ask(vault, 'access-1')).toBe('access-2');
});

test('a revoked grant is an error that asks for a reconnect, and QuickBooks is not asked again', async () => {
  intuit.revoked = true;
  for (const from of [vault, vault, vaultOn(test1.db)]) {
    await expect(ask(from, 'access-0')).rejects.toMatchObject({
      code: 'QBO_GRANT_REVOKED',
      row: { next: 'reauthorize' },
    });
  }
  expect(intuit.invalidGrants).toBe(1);
  expect(await ask(vault)).toBe('access-0');
});

test('a reconnect brings a refused company back', async () => {
  intuit.revoked = true;
  await expect(ask(vault, 'access-0')).rejects.toMatchObject({ code: 'QBO_GRANT_REVOKED' });
  intuit.revoked = false;
  intuit.generation = 5;
  await vault.store(realm, tokenSet(5));
  expect(await ask(vault, 'access-5')).toBe('access-6');
});

test('a refresh that a killed process left behind is let settle before the next', async () => {
  const begun = Promise.withResolvers<void>();
  const dying: Database = {
    ...test1.db,
    async transaction(work) {
      const result = await test1.db.transaction(work);
      if ((result as { kind?: string }).kind !== 'begun') return result;
      begun.resolve();
      return new Promise(() => undefined);
    },
  };
  void vaultOn(dying).accessToken(realm, { rejected: new Secret('access-0') });
  await begun.promise;
  const began = performance.now();
  expect(await ask(vault, 'access-0')).toBe('access-1');
  expect(performance.now() - began).toBeGreaterThan(SETTLE_MS / 2);
});

test('invalid_grant is not final while a new grant is being stored', async () => {
  // The reconnect waits for the row that the refresh has locked, and is there when the refresh has failed.
  let reconnect: Promise<void> | undefined;
  intuit.disturb = async () => {
    intuit.disturb = undefined;
    intuit.generation = 7;
    reconnect = vaultOn(test1.db).store(realm, tokenSet(7));
    await expect
      .poll(() =>
        test1.db.query(
          "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        ),
      )
      .toHaveLength(1);
    return undefined;
  };
  // On the machine's own time, since the other one waits in the database.
  const asking = vaultOn(test1.db, key, [], systemClock);
  const token = await asking.accessToken(realm, { rejected: new Secret('access-0') });
  expect(token.reveal()).toMatch(/^access-[78]$/);
  await reconnect;
});

test('a database that fails at the wrong moment does not lose the rotated token', async () => {
  let failures = 2;
  const shaky: Database = {
    ...test1.db,
    transaction: (work) =>
      test1.db.transaction(async (tx) => {
        const result = await work(tx);
        const isStored = (result as { kind?: string } | undefined)?.kind !== 'begun';
        if (isStored && failures-- > 0) throw new Error('the connection broke before COMMIT');
        return result;
      }),
  };
  expect(await ask(vaultOn(shaky), 'access-0')).toBe('access-1');
  expect(await ask(vault)).toBe('access-1');
  expect(await ask(vault, 'access-1')).toBe('access-2');
});

test('an abort ends the wait but not the refresh', async () => {
  const abort = new AbortController();
  intuit.disturb = () => {
    abort.abort(new Error('stopping'));
    return undefined;
  };
  await expect(
    vault.accessToken(realm, { rejected: new Secret('access-0'), signal: abort.signal }),
  ).rejects.toThrow('stopping');
  await vault.settle();
  expect(await ask(vault)).toBe('access-1');
});

test('a refresh seals with the current key what a previous one had sealed', async () => {
  const newKey = new Secret(randomBytes(32).toString('base64'));
  expect(await ask(vaultOn(test1.db, newKey, [key]), 'access-0')).toBe('access-1');
  expect(await ask(vaultOn(test1.db, newKey))).toBe('access-1');
  await expect(ask(vault)).rejects.toMatchObject({ code: 'VAULT_KEY_UNKNOWN' });
});

test('storing takes part in the caller’s transaction', async () => {
  const other = toRealmId('43');
  await expect(
    test1.db.transaction(async (tx) => {
      await vault.store(other, tokenSet(3), tx);
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  expect(await vault.state(other)).toBeUndefined();
});

test('a company without tokens must be connected, and revoking ends the grant and forgets it', async () => {
  await vault.revoke(realm);
  expect(intuit.revoked).toBe(true);
  expect(await vault.state(realm)).toBeUndefined();
  await vault.revoke(realm);
  await vault.remove(realm);
  await expect(vault.accessToken(realm)).rejects.toMatchObject({ code: 'VAULT_NOT_CONNECTED' });
});
