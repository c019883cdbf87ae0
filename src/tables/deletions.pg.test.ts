import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { type RealmId, toRealmId } from '../base/realm-id.ts';
import { entityByName } from '../catalogue/index.ts';
import { markDeleted } from './deletions.ts';
import { type PageResult, writePage } from './page-writer.ts';

const invoice = entityByName('Invoice');
if (invoice === undefined) throw new Error('The catalogue has no Invoice.');
const entity = invoice;
const PATH = ['CDCResponse', 0, 'QueryResponse', 0, 'Invoice'];

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
});

let realms = 0;
const newRealm = (): RealmId => toRealmId(String(8_000_000_000 + (realms += 1)));

function write(realmId: RealmId, at: string, ...records: string[]): Promise<PageResult> {
  const text = `{"CDCResponse":[{"QueryResponse":[{"Invoice":[${records.join(',')}]}]}],"time":"${at}"}`;
  return database.db.transaction((tx) =>
    writePage(tx, { entity, realmId, text, path: PATH, observedAt: new Date(at) }),
  );
}

function remove(realmId: RealmId, at: string, ...ids: string[]): Promise<readonly string[]> {
  return removeAsked(realmId, at, {}, ...ids);
}

function removeAsked(
  realmId: RealmId,
  at: string,
  asked: { readonly askedAt?: Date },
  ...ids: string[]
): Promise<readonly string[]> {
  const deletions = ids.map((id) => ({ id, deletedAt: undefined }));
  return database.db.transaction((tx) =>
    markDeleted(tx, { entity, realmId, deletions, observedAt: new Date(at), ...asked }),
  );
}

const record = (id: string) =>
  `{"Id":"${id}","TotalAmt":5.00,"MetaData":{"LastUpdatedTime":"2026-02-01T00:00:00-08:00"}}`;
const stored = async (realmId: RealmId) =>
  (
    await database.db.execute(
      'SELECT id, deleted_at, total_amt, raw IS NOT NULL AS has_raw FROM quickbooks.invoices WHERE realm_id = $1 ORDER BY id',
      [realmId],
    )
  ).rows;

test('a deleted record keeps its row and what QuickBooks sent', async () => {
  const realm = newRealm();
  await write(realm, '2026-03-01T00:00:00Z', record('1'), record('2'));
  expect(await remove(realm, '2026-03-02T00:00:00Z', '1')).toEqual(['1']);
  expect(await stored(realm)).toEqual([
    { id: '1', deleted_at: new Date('2026-03-02T00:00:00Z'), total_amt: '5.00', has_raw: true },
    { id: '2', deleted_at: null, total_amt: '5.00', has_raw: true },
  ]);
});

test('marking again changes nothing', async () => {
  const realm = newRealm();
  await write(realm, '2026-03-01T00:00:00Z', record('1'));
  await remove(realm, '2026-03-02T00:00:00Z', '1', '1');
  const before = await stored(realm);
  expect(await remove(realm, '2026-03-05T00:00:00Z', '1')).toEqual([]);
  expect(await stored(realm)).toEqual(before);
});

test('a deletion of an id never stored keeps an older answer from bringing it into being', async () => {
  const realm = newRealm();
  await remove(realm, '2026-03-02T00:00:00Z', '7');
  await write(realm, '2026-03-01T00:00:00Z', record('7'));
  expect(await stored(realm)).toEqual([
    { id: '7', deleted_at: new Date('2026-03-02T00:00:00Z'), total_amt: null, has_raw: false },
  ]);
  await write(realm, '2026-03-03T00:00:00Z', record('7'));
  expect(await stored(realm)).toEqual([{ id: '7', deleted_at: null, total_amt: '5.00', has_raw: true }]);
});

test('news of a deletion older than what is stored deletes nothing', async () => {
  const realm = newRealm();
  await write(realm, '2026-03-02T00:00:00Z', record('1'));
  expect(await remove(realm, '2026-03-01T00:00:00Z', '1')).toEqual([]);
  expect(await stored(realm)).toMatchObject([{ id: '1', deleted_at: null }]);
});

test('a change answer’s deleted entries are not mistaken for records', async () => {
  const realm = newRealm();
  const gone =
    '{"domain":"QBO","status":"Deleted","Id":"2","MetaData":{"LastUpdatedTime":"2026-02-01T00:00:00-08:00"}}';
  expect(await write(realm, '2026-03-01T00:00:00Z', record('1'), gone)).toMatchObject({
    created: 1,
    rejected: [],
  });
  expect(await stored(realm)).toMatchObject([{ id: '1' }]);
});

test('a confirmation by a clock that was put back counts against what was stored before it was asked for', async () => {
  const realm = newRealm();
  await write(realm, '2026-03-02T00:00:00Z', record('1'));
  const at = '2026-03-01T00:00:00Z';
  expect(await removeAsked(realm, at, { askedAt: new Date(Date.now() - 60_000) }, '1')).toEqual([]);
  expect(await removeAsked(realm, at, { askedAt: new Date(Date.now() + 60_000) }, '1')).toEqual(['1']);
});
