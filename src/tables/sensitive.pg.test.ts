import { createOrganizations } from '../sync/index.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { toRealmId, type RealmId } from '../base/realm-id.ts';
import { columnsOf, entities, entityByName } from '../catalogue/index.ts';
import { writePage, type PageResult } from './page-writer.ts';
import { lackingSensitive, removeSensitive, type ExcludeOptions } from './sensitive.ts';
import { sensitiveColumns, sensitivePaths } from './sensitive-fields.ts';

let test_: TestDatabase;
let realms = 0;

beforeAll(async () => {
  test_ = await openTestDatabase();
});
afterAll(async () => {
  await test_.close();
});

async function newCompany(): Promise<RealmId> {
  const realmId = toRealmId(String(9_700_000_000_000 + (realms += 1)));
  await test_.db.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [realmId]);
  return realmId;
}

async function exclude(realmId: RealmId, options: ExcludeOptions = {}): Promise<number> {
  await createOrganizations(test_.db).changeSettings(realmId, { excludeSensitive: true });
  return removeSensitive(test_.db, realmId, options);
}

function write(realmId: RealmId, name: string, text: string, minute = 0): Promise<PageResult> {
  const entity = entityByName(name);
  if (entity === undefined) throw new Error(`No entity ${name}.`);
  const observedAt = new Date(Date.UTC(2026, 0, 1, 0, minute));
  return test_.db.transaction((tx) => writePage(tx, { entity, realmId, text, path: [], observedAt }));
}

const employee = (ssn: string, name = 'Ada'): string =>
  `[{"Id":"1","DisplayName":"${name}","SSN":"${ssn}","BirthDate":"1990-12-10","CostRate":55.50}]`;

const employees = async (realmId: RealmId): Promise<unknown> =>
  (
    await test_.db.execute(
      'SELECT display_name, ssn, birth_date, cost_rate, raw FROM quickbooks.employees WHERE realm_id = $1',
      [realmId],
    )
  ).rows;

const clean = {
  display_name: 'Ada',
  ssn: null,
  birth_date: null,
  cost_rate: null,
  raw: { Id: '1', DisplayName: 'Ada' },
};

test('a company that excludes sensitive fields stores them nowhere, and their changes are no changes', async () => {
  const realmId = await newCompany();
  await exclude(realmId);
  expect(await write(realmId, 'Employee', employee('123-45-6789'))).toMatchObject({ created: 1 });
  expect(await employees(realmId)).toEqual([clean]);
  expect(await write(realmId, 'Employee', employee('999-99-9999'), 1)).toMatchObject({ unchanged: 1 });
});

test('what was stored before is taken away, in batches, and comes back once it is allowed again', async () => {
  const realmId = await newCompany();
  await write(realmId, 'Employee', employee('123-45-6789'));
  await write(
    realmId,
    'Vendor',
    '[{"Id":"1"},{"Id":"2","TaxIdentifier":"12-3456789"},{"Id":"3","GSTIN":"29ABCDE1234F2Z5"}]',
  );
  const stamp = `SELECT max(synced_at) AS at FROM quickbooks.employees WHERE realm_id = '${realmId}'`;
  const [before] = await test_.db.query<{ at: Date }>(stamp);
  expect(await exclude(realmId, { batchSize: 1 })).toBe(3);
  const [after] = await test_.db.query<{ at: Date }>(stamp);
  // Answers kept by the newest stamp, with the values in them, are good no more.
  expect(after?.at.getTime()).toBeGreaterThan(before?.at.getTime() ?? Infinity);
  expect(await employees(realmId)).toEqual([clean]);
  const stored = await test_.db.query<{ text: string }>(
    'SELECT v::text AS text FROM quickbooks.vendors AS v WHERE realm_id = $1',
    [realmId],
  );
  expect(JSON.stringify(stored)).not.toMatch(/3456789|29ABCDE/);
  expect(await exclude(realmId)).toBe(0);
  // QuickBooks sends them again only when asked for everything.
  await createOrganizations(test_.db).changeSettings(realmId, { excludeSensitive: false });
  expect(await lackingSensitive(test_.db, realmId)).toEqual(['Vendor', 'Employee']);
  await write(realmId, 'Employee', employee('123-45-6789'), 1);
  expect(await employees(realmId)).toMatchObject([{ ssn: '123-45-6789', birth_date: '1990-12-10' }]);
});

test('a worker that writes meanwhile leaves nothing behind, and does not stop for it', async () => {
  const realmId = await newCompany();
  const ids = Array.from({ length: 30 }, (_, index) => String(index + 1));
  const page = (version: number): string =>
    JSON.stringify(ids.map((id) => ({ Id: id, DisplayName: `V${version}`, SSN: `123-45-${id}-${version}` })));
  await write(realmId, 'Employee', page(0));
  const written: number[] = [];
  let isDone = false;
  const worker = async (): Promise<void> => {
    for (let version = 1; !isDone || version < 4; version += 1) {
      const { updated } = await write(realmId, 'Employee', page(version), version);
      written.push(updated);
    }
  };
  const excluding = exclude(realmId, { batchSize: 3 }).finally(() => (isDone = true));
  await Promise.all([excluding, worker()]);
  expect(written.every((updated) => updated === 30)).toBe(true);
  const rows = await test_.db.query<{ text: string }>(
    'SELECT e::text AS text FROM quickbooks.employees AS e WHERE realm_id = $1',
    [realmId],
  );
  expect(rows).toHaveLength(30);
  expect(JSON.stringify(rows)).not.toContain('123-45-');
});

test('a rejected record and a recurring template do not keep them either', async () => {
  const realmId = await newCompany();
  await exclude(realmId);
  const { rejected } = await write(
    realmId,
    'Employee',
    '[{"Id":"7","SSN":"123-45-6789","HiredDate":"soon","DisplayName":"Bob"}]',
  );
  expect(rejected).toHaveLength(1);
  expect(JSON.stringify(rejected)).not.toContain('123-45-6789');
  expect(JSON.parse(rejected[0]?.document ?? '')).toEqual({ Id: '7', HiredDate: 'soon', DisplayName: 'Bob' });
  const template = '[{"SalesReceipt":{"Id":"3","CheckPayment":{"AcctNum":"000111","BankName":"B"}}}]';
  await write(realmId, 'RecurringTransaction', template);
  const [row] = await test_.db.query(
    'SELECT raw FROM quickbooks.recurring_transactions WHERE realm_id = $1',
    [realmId],
  );
  expect(row).toEqual({ raw: { SalesReceipt: { Id: '3', CheckPayment: { BankName: 'B' } } } });
});

test('another company keeps its sensitive fields', async () => {
  const [one, two] = [await newCompany(), await newCompany()];
  await exclude(one);
  await write(two, 'Employee', employee('123-45-6789'));
  expect(await employees(two)).toMatchObject([{ ssn: '123-45-6789', raw: { SSN: '123-45-6789' } }]);
});

test('every sensitive column is taken out of raw as well', () => {
  for (const entity of entities) {
    const paths = sensitivePaths(entity).map((path) => path.join('.'));
    const flagged = columnsOf(entity).filter(({ sensitive }) => sensitive);
    for (const { sources } of flagged) for (const path of sources) expect(paths).toContain(path.join('.'));
    expect(sensitiveColumns(entity).includes('raw')).toBe(paths.length > 0);
  }
});
