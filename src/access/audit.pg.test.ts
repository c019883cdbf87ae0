import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createAuditTrail, type AuditTrail } from './audit.ts';

let database: TestDatabase;
let trail: AuditTrail;

beforeAll(async () => {
  database = await openTestDatabase();
  trail = createAuditTrail({ db: database.db });
});
afterAll(() => database.close());

test.each([
  `UPDATE ledger_mirror.audit SET action = 'x.y'`,
  `UPDATE ledger_mirror.audit SET action = 'x.y' WHERE false`,
  'DELETE FROM ledger_mirror.audit',
  'TRUNCATE ledger_mirror.audit',
  `SET session_replication_role = replica; DELETE FROM ledger_mirror.audit`,
  `INSERT INTO ledger_mirror.audit (id, actor_kind, action) OVERRIDING SYSTEM VALUE
     SELECT id, 'system', 'x.y' FROM ledger_mirror.audit LIMIT 1 ON CONFLICT (id) DO UPDATE SET action = 'x.y'`,
])('the database refuses to change the trail: %s', async (statement) => {
  await trail.record({ actor: { kind: 'system' }, action: 'encryption.rotated' });
  const count = async () => (await database.db.query('SELECT 1 FROM ledger_mirror.audit')).length;
  const before = await count();
  await expect(database.db.execute(statement)).rejects.toThrow(/append-only|permission denied/);
  expect(await count()).toBe(before);
});

test('the trail is filtered, read page by page, and exported whole', async () => {
  for (let index = 0; index < 1203; index += 1) {
    await trail.record({
      actor: { kind: 'user', id: 'u', name: 'Pager@example.com' },
      action: index % 2 === 0 ? 'data.exported' : 'reader.added',
      realmId: '77',
    });
  }
  const filter = { realmId: '77' };
  const first = await trail.list(filter, 500);
  const second = await trail.list({ ...filter, before: first.at(-1)?.id }, 500);
  expect(new Set([...first, ...second].map((entry) => entry.id)).size).toBe(1000);
  let exported = 0;
  for await (const page of trail.pages(filter)) exported += page.length;
  expect(exported).toBe(1203);
  expect(await trail.list({ action: 'reader', actor: 'pager', realmId: '77' }, 1000)).toHaveLength(601);
  expect(await trail.list({ from: new Date(Date.now() + 60_000) }, 10)).toEqual([]);
});

test('an entry is written whatever characters it tells of', async () => {
  const actor = { kind: 'command', name: 'a\0' } as const;
  await trail.record({
    actor,
    action: 'reader.added',
    realmId: '78',
    target: 'b\0',
    details: { of: ['c\0', 'd\ud800'] },
  });
  expect(await trail.list({ realmId: '78' }, 1)).toMatchObject([
    { actor: { name: 'a\u{fffd}' }, target: 'b\u{fffd}', details: { of: ['c\u{fffd}', 'd\u{fffd}'] } },
  ]);
});
