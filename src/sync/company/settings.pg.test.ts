import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { connectCompany, storeRecords } from '../../../test/support/record-app.ts';
import { silentLogger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { createOrganizations } from '../organizations.ts';
import { removeExcluded } from '../store/sensitive.ts';
import { changeSettings } from './settings.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const employee = { Id: '1', DisplayName: 'Ada', SSN: '123-45-6789', BirthDate: '1990-12-10' };

const stored = async (realmId: RealmId): Promise<string> =>
  JSON.stringify(
    (
      await database.db.execute('SELECT ssn, birth_date, raw FROM quickbooks.employees WHERE realm_id = $1', [
        realmId,
      ])
    ).rows,
  );
const stateOf = async (realmId: RealmId): Promise<string> =>
  (await createOrganizations(database.db).get(realmId)).sensitiveFields;

test('leaving sensitive fields out says that they are being removed until none is stored, and is taken back at once', async () => {
  const { db } = database;
  const realmId = await connectCompany(db, '101');
  const other = await connectCompany(db, '102');
  for (const company of [realmId, other]) await storeRecords(db, company, 'Employee', [employee]);
  expect(await stateOf(realmId)).toBe('stored');
  await changeSettings(db, realmId, { excludeSensitive: true });
  expect(await stateOf(realmId)).toBe('removing');
  await removeExcluded(db, { logger: silentLogger });
  expect(await stateOf(realmId)).toBe('excluded');
  expect(await stored(realmId)).not.toMatch(/123-45|1990/);
  expect(await stored(other)).toContain('123-45-6789');
  // Said again, nothing is looked for again.
  await changeSettings(db, realmId, { excludeSensitive: true, intervalSeconds: 60 });
  expect(await stateOf(realmId)).toBe('excluded');
  await changeSettings(db, realmId, { excludeSensitive: false });
  expect(await stateOf(realmId)).toBe('stored');
  await storeRecords(db, realmId, 'Employee', [employee]);
  expect(await stored(realmId)).toContain('123-45-6789');
});

test('records of which not even an id is known lose what they hold too, however many there are', async () => {
  const { db } = database;
  const realmId = await connectCompany(db, '105');
  await db.query(
    `INSERT INTO ledger_mirror.rejected_records (realm_id, entity, record_id, reason, document)
     VALUES ($1, 'Employee', NULL, 'broken', '{"SSN":"123-45-6789"'), ($1, 'Employee', NULL, 'broken', '{"SSN":"987-65-4321"'),
            ($1, 'Employee', '7', 'broken', '{"Id":"7","SSN":"555-55-5555"')`,
    [realmId],
  );
  await changeSettings(db, realmId, { excludeSensitive: true });
  await removeExcluded(db, { logger: silentLogger });
  expect(await stateOf(realmId)).toBe('excluded');
  const kept = await db.query<{ recordId: string | null; document: string }>(
    'SELECT record_id, document FROM ledger_mirror.rejected_records WHERE realm_id = $1 ORDER BY record_id',
    [realmId],
  );
  expect(kept.map(({ recordId }) => recordId)).toEqual(['7', null, null]);
  expect(JSON.stringify(kept)).not.toMatch(/\d{3}-\d{2}-\d{4}/);
});

test('a removal that is interrupted is begun again, and one that is not wanted any more removes nothing', async () => {
  const { db } = database;
  const realmId = await connectCompany(db, '103');
  await storeRecords(db, realmId, 'Employee', [employee]);
  await changeSettings(db, realmId, { excludeSensitive: true });
  await removeExcluded(db, { logger: silentLogger, signal: AbortSignal.abort() });
  expect(await stateOf(realmId)).toBe('removing');
  await changeSettings(db, realmId, { excludeSensitive: false });
  await removeExcluded(db, { logger: silentLogger });
  expect(await stored(realmId)).toContain('123-45-6789');
});

test('sensitive fields that are stored again come back because what lacks them is read once more, and nothing else', async () => {
  const { db } = database;
  const realmId = await connectCompany(db, '104');
  await storeRecords(db, realmId, 'Employee', [employee]);
  await db.query(
    `UPDATE ledger_mirror.entity_states SET status = 'current', cursor_at = now() WHERE realm_id = $1`,
    [realmId],
  );
  const pending = async (): Promise<unknown> =>
    db.query(
      `SELECT entity FROM ledger_mirror.entity_states WHERE realm_id = $1 AND status = 'pending' ORDER BY 1`,
      [realmId],
    );
  await changeSettings(db, realmId, { excludeSensitive: false });
  expect(await pending()).toEqual([]);
  await changeSettings(db, realmId, { excludeSensitive: true });
  expect(await pending()).toEqual([]);
  await changeSettings(db, realmId, { excludeSensitive: false });
  expect(await pending()).toEqual([{ entity: 'Employee' }]);
});
