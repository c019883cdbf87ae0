import { expect, test } from 'vitest';
import { toRealmId, type RealmId } from '../../src/base/realm-id.ts';
import { Secret } from '../../src/base/secret.ts';
import type { TokenSet } from '../../src/quickbooks/index.ts';
import type { HeldTokens, TokenStore } from '../../src/vault/token-store.ts';

/** What a store under test is opened with, and how its keys change. */
export type TokenStoreUnderTest = {
  /** A store over the same tokens, as another process would open it. */
  open(): TokenStore;
  /** From now on another key seals; what was sealed before still opens. */
  changeKey(): void;
};

const tokens = (name: string, hardEndsIn?: number): TokenSet => ({
  accessToken: new Secret(`access-${name}`),
  refreshToken: new Secret(`refresh-${name}`),
  accessExpiresAt: new Date('2030-01-01T01:00:00Z'),
  refreshExpiresAt: new Date('2030-04-11T00:00:00Z'),
  hardExpiresAt: hardEndsIn === undefined ? undefined : new Date(hardEndsIn),
});

let companies = 0;
const aCompany = (): RealmId => toRealmId(String(9_000_000 + (companies += 1)));

/** A promise, and the function that keeps it. */
function gate(): { readonly passed: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: () => resolve() };
}

const namesOf = async (from: { load(): ReturnType<HeldTokens['load']> }): Promise<string | undefined> =>
  (await from.load())?.accessToken.reveal();

/** What the vault relies on, whatever the tokens are kept in. Call it once in a test file. */
export function testTokenStore(subject: () => TokenStoreUnderTest): void {
  const open = (): TokenStore => subject().open();

  test('what is stored comes back, in another process too, and the last consent counts', async () => {
    const realmId = aCompany();
    expect(await open().load(realmId)).toBeUndefined();
    await open().store(realmId, tokens('a', 1e12));
    await open().store(realmId, tokens('b'));
    expect(await open().load(realmId)).toEqual({
      accessToken: new Secret('access-b'),
      refreshToken: new Secret('refresh-b'),
      accessExpiresAt: tokens('').accessExpiresAt,
      renewal: undefined,
      refused: false,
    });
    expect(await namesOf({ load: () => open().load(realmId) })).toBe('access-b');
    const [entry] = await open().list(realmId);
    expect(entry?.hardExpiresAt).toBeUndefined();
  });

  test('whoever holds a company holds it alone, and the next one sees what was written', async () => {
    const realmId = aCompany();
    await open().store(realmId, tokens('0'));
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 12 }, () =>
        open().exclusive(realmId, async (held) => {
          most = Math.max(most, (inside += 1));
          const generation = Number((await namesOf(held))?.replace('access-', ''));
          await new Promise((resolve) => setImmediate(resolve));
          await held.replace(tokens(String(generation + 1)));
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(await namesOf({ load: () => open().load(realmId) })).toBe('access-12');
  });

  test('holding one company keeps nobody from another', async () => {
    const [one, other] = [aCompany(), aCompany()];
    await open().store(one, tokens('one'));
    await open().store(other, tokens('other'));
    const name = await open().exclusive(one, () => open().exclusive(other, namesOf));
    expect(name).toBe('access-other');
  });

  test('work that fails leaves everything as it was, and the company free', async () => {
    const realmId = aCompany();
    await open().store(realmId, tokens('kept'));
    const failing = open().exclusive(realmId, async (held) => {
      await held.replace(tokens('lost'));
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await open().exclusive(realmId, namesOf)).toBe('access-kept');
  });

  test('a company can be read while it is held, as it was before', async () => {
    const realmId = aCompany();
    await open().store(realmId, tokens('before'));
    await open().exclusive(realmId, async (held) => {
      await held.replace(tokens('after'));
      expect(await namesOf({ load: () => open().load(realmId) })).toBe('access-before');
    });
    expect(await namesOf({ load: () => open().load(realmId) })).toBe('access-after');
  });

  test('a consent that comes while the company is held waits, and counts in the end', async () => {
    const realmId = aCompany();
    await open().store(realmId, tokens('old'));
    const [entered, leave] = [gate(), gate()];
    const order: string[] = [];
    const holding = open().exclusive(realmId, async (held) => {
      entered.open();
      await leave.passed;
      await held.replace(tokens('renewed'));
      order.push('renewed');
    });
    await entered.passed;
    const consent = open()
      .store(realmId, tokens('consent'))
      .then(() => order.push('consent'));
    leave.open();
    await Promise.all([holding, consent]);
    expect(order).toEqual(['renewed', 'consent']);
    expect(await namesOf({ load: () => open().load(realmId) })).toBe('access-consent');
  });

  test('a renewal that was begun is seen with its age until the tokens are replaced', async () => {
    const realmId = aCompany();
    await open().store(realmId, tokens('a'));
    await open().exclusive(realmId, async (held) => {
      const stored = await held.load();
      if (stored !== undefined) await held.note(stored, { renewalId: 'r1' });
    });
    const noted = await open().load(realmId);
    expect(noted).toMatchObject({ renewal: { id: 'r1' }, refused: false });
    expect(noted?.accessToken.reveal()).toBe('access-a');
    expect(noted?.renewal?.ageMs).toBeGreaterThanOrEqual(0);
    expect(noted?.renewal?.ageMs).toBeLessThan(60_000);
    await open().exclusive(realmId, (held) => held.replace(tokens('b')));
    expect((await open().load(realmId))?.renewal).toBeUndefined();
  });

  test('a refusal is remembered until there is a new consent', async () => {
    const realmId = aCompany();
    await open().store(realmId, tokens('a'));
    await open().exclusive(realmId, async (held) => {
      const stored = await held.load();
      if (stored !== undefined) await held.note(stored, 'refused');
    });
    expect(await open().load(realmId)).toMatchObject({ refused: true, renewal: undefined });
    await open().store(realmId, tokens('b'));
    expect(await open().load(realmId)).toMatchObject({ refused: false });
  });

  test('a company that was removed stays so, whatever a refresh brings', async () => {
    const realmId = aCompany();
    await open().store(realmId, tokens('a'));
    await open().exclusive(realmId, (held) => held.remove());
    await open().exclusive(realmId, async (held) => {
      expect(await held.load()).toBeUndefined();
      await held.replace(tokens('late'));
      await held.reseal();
    });
    expect(await open().load(realmId)).toBeUndefined();
    expect(await open().list(realmId)).toEqual([]);
    await open().store(realmId, tokens('b'));
    await open().remove(realmId);
    expect(await open().list(realmId)).toEqual([]);
  });

  test('the end of a grant that a refresh does not name stays known', async () => {
    const realmId = aCompany();
    await open().store(realmId, tokens('a', 1e12));
    await open().exclusive(realmId, (held) => held.replace(tokens('b')));
    const [entry] = await open().list(realmId);
    expect(entry).toMatchObject({ realmId, hardExpiresAt: new Date(1e12), isCurrentKey: true });
    expect(entry?.refreshExpiresAt).toEqual(tokens('').refreshExpiresAt);
    expect(entry?.idleMs).toBeLessThan(60_000);
  });

  test('after a change of keys everything still opens, and sealing anew ends the use of the old one', async () => {
    const realmId = aCompany();
    await open().store(realmId, tokens('a'));
    const [before] = await open().list(realmId);
    subject().changeKey();
    expect(await namesOf({ load: () => open().load(realmId) })).toBe('access-a');
    expect((await open().list(realmId))[0]).toMatchObject({ keyId: before?.keyId, isCurrentKey: false });
    await open().exclusive(realmId, (held) => held.reseal());
    const [after] = await open().list(realmId);
    expect(after?.isCurrentKey).toBe(true);
    expect(after?.keyId).not.toBe(before?.keyId);
    expect(await namesOf({ load: () => open().load(realmId) })).toBe('access-a');
  });
}
