import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Position } from '../../src/sync/company/position.ts';
import { openTestDatabase } from './database.ts';
import { positionsSetBack, watchPositions } from './positions.ts';

let test_: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test_ = await openTestDatabase();
  await watchPositions(test_.db);
  await test_.db.query(`INSERT INTO ledger_mirror.organizations (realm_id) VALUES ('1')`);
  await test_.db.query(`INSERT INTO ledger_mirror.entity_states (realm_id, entity) VALUES ('1', 'Item')`);
});
afterAll(async () => {
  await test_.close();
});
beforeEach(async () => {
  await move(null, null);
  await test_.db.query('DELETE FROM proof.set_back');
});

const [early, late] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'];

async function move(position: Position | null, cursorAt: string | null): Promise<void> {
  const status =
    position === null
      ? cursorAt === null
        ? 'pending'
        : 'current'
      : cursorAt === null
        ? 'backfilling'
        : 'catching_up';
  await test_.db.query('UPDATE ledger_mirror.entity_states SET status = $1, position = $2, cursor_at = $3', [
    status,
    position === null ? null : JSON.stringify(position),
    cursorAt,
  ]);
}

type Listing = Extract<Position, { readonly kind: 'backfill' }>['listing'];

const listing = (at: string | null, more: Partial<Listing> = {}): Listing => ({
  entity: 'Item',
  select: '*',
  where: null,
  by: 'MetaData.CreateTime',
  orderBy: 'MetaData.CreateTime',
  before: null,
  pageSize: 25,
  at,
  scan: null,
  ...more,
});
const backfill = (at: string | null, more: Partial<Listing> = {}): Position => ({
  kind: 'backfill',
  listing: listing(at, more),
});
const changes = (from: string, at: string | null): Position => ({
  kind: 'changes',
  from,
  through: at === null ? null : late,
  listing: at === null ? null : listing(at, { by: 'MetaData.LastUpdatedTime' }),
});
const sweep: Position = { kind: 'sweep', through: late, ranges: [] };
const scan = (passes: number, position: number): Partial<Listing> => ({
  scan: { passes, position, pass: [], previous: null, counting: false },
});

test('an entity that only moves on is not noted', async () => {
  await move(backfill(null), null);
  await move(backfill(early), null);
  await move(backfill(early, scan(0, 1)), null);
  await move(backfill(early, scan(0, 26)), null);
  await move(backfill(early, scan(1, 1)), null);
  await move(backfill(late), null);
  // The next part of its listing, and one by position because its times are not known.
  await move(backfill(null, { where: 'Active = false' }), null);
  await move(backfill(early, { where: 'Active = false' }), null);
  await move(backfill(null, { where: 'Active = false', by: 'position', ...scan(0, 1) }), null);
  await move(null, early);
  await move(changes(early, null), early);
  await move(changes(early, early), early);
  await move(changes(early, late), early);
  await move(sweep, early);
  await move(null, late);
  await move(changes(late, null), late);
  await test_.db.query('UPDATE ledger_mirror.organizations SET cursor_at = $1', [early]);
  await test_.db.query('UPDATE ledger_mirror.organizations SET cursor_at = $1', [late]);
  expect(await positionsSetBack(test_.db)).toEqual([]);
});

test.each<[what: string, before: [Position | null, string | null], after: [Position | null, string | null]]>([
  ['Item cursor', [null, late], [null, early]],
  ['Item cursor lost', [null, late], [null, null]],
  ['Item listing', [backfill(late), null], [backfill(early), null]],
  ['Item listing', [backfill(late), null], [backfill(null), null]],
  ['Item listing', [backfill(early, scan(0, 26)), null], [backfill(early, scan(0, 1)), null]],
  ['Item listing', [backfill(early, scan(1, 1)), null], [backfill(early), null]],
  ['Item listing', [changes(early, late), early], [changes(early, null), early]],
  ['Item first copy', [backfill(early), null], [null, null]],
  ['Item search for deletions', [sweep, early], [changes(early, null), early]],
])('%s: what moves back is noted (%#)', async (what, before, after) => {
  await move(...before);
  await move(...after);
  expect(await positionsSetBack(test_.db)).toEqual([expect.stringContaining(`${what}:`)]);
});

test.each([early, null])('a company whose cursor moves back to %s is noted', async (cursorAt) => {
  await test_.db.query('UPDATE ledger_mirror.organizations SET cursor_at = $1', [late]);
  await test_.db.query('UPDATE ledger_mirror.organizations SET cursor_at = $1', [cursorAt]);
  expect(await positionsSetBack(test_.db)).toEqual([expect.stringContaining('company cursor:')]);
});
