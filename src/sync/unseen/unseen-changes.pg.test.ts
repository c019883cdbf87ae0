import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { fault, isCapture, isPage, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { toRealmId } from '../../base/realm-id.ts';
import { storeEvents } from '../announce/intake.ts';
import { retryAfterUpgrade } from '../store/rejected.ts';

// What no look at changes shows: names, merges, missing parents, rejected records, fields we do not know.

// What refers to customers and vendors in one way or another, and what those refer to.
const copied =
  'CompanyInfo Preferences Term Account Vendor Customer Item Estimate Invoice SalesReceipt Purchase Payment Attachable'.split(
    ' ',
  );

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database, entities: copied });
  await bench.connect();
  await bench.sync();
});
afterEach(() => bench.close());

const rejected = (): Promise<{ entity: string; recordId: string | null; attempts: number }[]> =>
  bench.db.query('SELECT entity, record_id, attempts FROM ledger_mirror.rejected_records');

/** Syncs until no wake-up is due at once. */
async function syncTwice(): Promise<void> {
  await bench.sync();
  await bench.sync();
}

async function askedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = bench.statements.length;
  await work();
  return bench.statements.slice(before);
}

/** The two customers with the most invoices, of one kind, so that QuickBooks lets them be merged. */
async function mergeable(): Promise<[string, string]> {
  const rows = await bench.db.query<{ id: string }>(
    `SELECT c.id FROM quickbooks.customers AS c JOIN quickbooks.invoices AS i ON i.customer_id = c.id
     WHERE c.active AND c.parent_id IS NULL GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 2`,
  );
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error('There are no two customers to merge.');
  return [first.id, second.id];
}

test('I33: a rename reaches the rows that refer to the name, which count as stored anew', async () => {
  const [id] = await mergeable();
  const customer = (await bench.truth('Customer')).find((one) => one['Id'] === id);
  const [before] = await bench.db.query<{ at: Date }>('SELECT max(synced_at) AS at FROM quickbooks.invoices');
  await bench.write('Customer', { ...customer, DisplayName: 'Another name' });
  await bench.sync();
  const names = await bench.db.query<{ name: string; at: Date }>(
    'SELECT DISTINCT customer_name AS name, min(synced_at) AS at FROM quickbooks.invoices WHERE customer_id = $1 GROUP BY 1',
    [id],
  );
  expect(names.map(({ name }) => name)).toEqual(['Another name']);
  expect(names[0]?.at.getTime()).toBeGreaterThan(before?.at.getTime() ?? Infinity);
});

/** An account, one below it and one below that: old enough that no look at changes comes upon them. */
async function family(): Promise<{ readonly top: Record<string, unknown>; readonly ids: readonly string[] }> {
  const [row] = await bench.db.query<{ ids: [string, string, string] }>(
    `SELECT ARRAY[top.id, middle.id, low.id] AS ids FROM quickbooks.accounts AS low
     JOIN quickbooks.accounts AS middle ON middle.id = low.parent_id
     JOIN quickbooks.accounts AS top ON top.id = middle.parent_id AND top.parent_id IS NULL
     WHERE EXISTS (SELECT FROM quickbooks.purchase_lines AS line WHERE line.account_id = low.id) LIMIT 1`,
  );
  const top = (await bench.truth('Account')).find((one) => one['Id'] === row?.ids[0]);
  if (row === undefined || top === undefined) throw new Error('There is no account so deep.');
  return { top, ids: row.ids };
}

const paths = async (ids: readonly string[]): Promise<string[]> => {
  const rows = await bench.db.query<{ path: string }>(
    'SELECT fully_qualified_name AS path FROM quickbooks.accounts WHERE id = ANY ($1::text[]) ORDER BY length(fully_qualified_name)',
    [ids],
  );
  return rows.map(({ path }) => path);
};
const isReadAgain = (statement: string): boolean => /FROM Account WHERE Id IN/.test(statement);

test('I46, L15: the new name of a parent reaches all that lie below it, and what refers to those', async () => {
  const { top, ids } = await family();
  const before = await paths(ids);
  const name = String(top['Name']);
  const after = before.map((path) => path.replace(name, 'Roof'));
  const [last] = await bench.db.query<{ at: Date }>('SELECT max(synced_at) AS at FROM quickbooks.accounts');
  await bench.write('Account', { ...top, Name: 'Roof' });
  const asked = await askedBy(() => bench.sync());
  expect(asked.filter(isReadAgain)).toHaveLength(2);
  expect(await paths(ids)).toEqual(after);
  expect(
    await bench.db.query(
      'SELECT DISTINCT account_name AS name FROM quickbooks.purchase_lines WHERE account_id = $1',
      [ids[2]],
    ),
  ).toEqual([{ name: after[2] }]);
  const [first] = await bench.db.query<{ at: Date }>(
    'SELECT min(synced_at) AS at FROM quickbooks.accounts WHERE id = ANY ($1::text[])',
    [ids],
  );
  expect(first?.at.getTime()).toBeGreaterThan(last?.at.getTime() ?? Infinity);
  expect(await bench.differences()).toEqual([]);
  expect((await askedBy(() => bench.sync())).filter(isReadAgain)).toEqual([]);
});

test('I46: what could not be read again is read an hour later, and keeps the company from nothing', async () => {
  const { top, ids } = await family();
  const before = await paths(ids);
  await bench.write('Account', { ...top, Name: 'Roof' });
  bench.disturb = (request) => (isPage(request, 'Account') ? fault('4001') : undefined);
  await bench.sync();
  expect(await paths(ids)).toEqual(['Roof', ...before.slice(1)]);
  expect(await bench.organizations.get(toRealmId(bench.realmId))).toMatchObject({ status: 'current' });
  bench.disturb = undefined;
  expect((await askedBy(() => bench.sync())).filter(isReadAgain)).toEqual([]);
  await bench.db.query("UPDATE ledger_mirror.outdated_records SET ask_at = ask_at - interval '1 hour'");
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});

for (const loser of ['inactive', 'deleted'] as const) {
  test(`I34, L13: what referred to a merged name, now ${loser}, is read again although nothing stamped it`, async () => {
    await bench.control('switches', { merges: { restamp: false, loser } });
    const [from, into] = await mergeable();
    await bench.control(`companies/${bench.realmId}/merges`, { entity: 'Customer', from, into });
    await syncTwice();
    expect(await bench.differences()).toEqual([]);
    expect(await bench.db.query('SELECT record_id FROM ledger_mirror.merge_suspects')).toEqual([]);
    const [left] = await bench.db.query(
      'SELECT count(*)::int AS left FROM quickbooks.invoices WHERE customer_id = $1 AND deleted_at IS NULL',
      [from],
    );
    expect(left).toEqual({ left: 0 });
  });
}

test('I34: a name that was only made inactive costs one record of each kind that refers to it', async () => {
  const [, id] = await mergeable();
  const customer = (await bench.truth('Customer')).find((one) => one['Id'] === id);
  const vendor = await bench.db.query<{ id: string }>(
    `SELECT v.id FROM quickbooks.vendors AS v WHERE balance = 0 AND EXISTS (SELECT FROM quickbooks.purchases WHERE entity_id = v.id) LIMIT 1`,
  );
  expect(customer).toBeDefined();
  const idle = (await bench.truth('Vendor')).find((one) => one['Id'] === vendor[0]?.id);
  await bench.write('Vendor', { ...idle, Active: false });
  const asked = await askedBy(syncTwice);
  expect(
    asked.filter((statement) => /WHERE Id IN/.test(statement) && !/FROM Item/.test(statement)).length,
  ).toBeLessThanOrEqual(1);
  expect(await bench.db.query('SELECT record_id FROM ledger_mirror.merge_suspects')).toEqual([]);
});

test('I34: an announced merge is followed also where the look at changes shows nothing of it', async () => {
  const [from, into] = await mergeable();
  const hangsOn = [{ EntityRef: { type: 'Customer', value: from }, IncludeOnSend: false }];
  await bench.write('Attachable', { Note: 'A note.', AttachableRef: hangsOn });
  await bench.sync();
  await bench.control(`companies/${bench.realmId}/merges`, { entity: 'Customer', from, into });
  bench.disturb = (request) =>
    isCapture(request)
      ? { body: JSON.stringify({ CDCResponse: [{ QueryResponse: [{}] }], time: new Date().toISOString() }) }
      : undefined;
  await bench.db.transaction((tx) =>
    storeEvents(tx, [
      {
        id: 'merge',
        realmId: bench.realmId,
        entity: 'Customer',
        recordId: into,
        verb: 'merged',
        mergedId: from,
        at: new Date(),
      },
    ]),
  );
  await bench.sync();
  await bench.db.query('UPDATE ledger_mirror.webhook_events SET ask_at = now() WHERE settled_at IS NULL');
  await bench.sync();
  const [left] = await bench.db.query(
    'SELECT count(*)::int AS left FROM quickbooks.invoices WHERE customer_id = $1 AND deleted_at IS NULL',
    [from],
  );
  expect(left).toEqual({ left: 0 });
  expect(
    await bench.db.query('SELECT record_id FROM quickbooks.attachable_references WHERE entity = $1', [
      'Customer',
    ]),
  ).toEqual([{ recordId: into }]);
});

test('I35: a missing parent is asked for once before the reference is called dangling', async () => {
  const [id] = await mergeable();
  await bench.db.query('DELETE FROM quickbooks_store.customers WHERE id = $1', [id]);
  await bench.db.query("UPDATE quickbooks.invoices SET sales_term_id = '9999' WHERE customer_id = $1", [id]);
  await bench.organizations.requestProof(bench.realmId);
  const asked = await askedBy(() => bench.sync());
  expect(asked.filter((statement) => /FROM Customer WHERE Id IN/.test(statement))).toHaveLength(1);
  expect(await bench.db.query('SELECT id FROM quickbooks.customers WHERE id = $1', [id])).toHaveLength(1);
  expect(
    await bench.db.query("SELECT found FROM ledger_mirror.sought_references WHERE record_id = '9999'"),
  ).toEqual([{ found: false }]);
  await bench.organizations.requestProof(bench.realmId);
  const again = await askedBy(() => bench.sync());
  expect(again.filter((statement) => /FROM Term WHERE Id IN/.test(statement))).toEqual([]);
});

test('I36: rejected records are tried again by a person, by a new version, and once a day', async () => {
  const [spoilt, gone] = await bench.truth('Invoice');
  let isSpoilt = true;
  bench.disturb = async (request) => {
    if (!isPage(request, 'Invoice') && !isCapture(request)) return undefined;
    const answer = await bench.forward(request);
    return isSpoilt ? { body: answer.body.replaceAll(/"DueDate":"[^"]+"/g, '"DueDate":"soon"') } : answer;
  };
  for (const invoice of [spoilt, gone]) await bench.write('Invoice', { ...invoice, PrivateNote: 'edited' });
  await bench.sync();
  const ids = (await rejected()).map(({ recordId }) => recordId);
  expect(ids).toEqual(expect.arrayContaining([spoilt?.['Id'], gone?.['Id']]));
  // Still refused: counted, and left alone until tomorrow.
  const { records } = await bench.organizations.retryRejected(bench.realmId);
  expect(records).toBe(ids.length);
  await bench.sync();
  expect((await rejected())[0]?.attempts).toBeGreaterThan(1);
  const quiet = await askedBy(() => bench.sync());
  expect(quiet.filter((statement) => /WHERE Id IN/.test(statement))).toEqual([]);
  isSpoilt = false;
  await bench.write(
    'Invoice',
    (await bench.truth('Invoice')).find((one) => one['Id'] === gone?.['Id']),
    'delete',
  );
  bench.disturb = (request) =>
    isCapture(request)
      ? { body: JSON.stringify({ CDCResponse: [{ QueryResponse: [{}] }], time: new Date().toISOString() }) }
      : undefined;
  await retryAfterUpgrade(bench.db, '2.0.0');
  await bench.sync();
  expect(await rejected()).toEqual([]);
  bench.disturb = undefined;
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});

test('I37: a field that is new to us is told once, and raw keeps it', async () => {
  bench.disturb = async (request) => {
    if (!isCapture(request)) return undefined;
    const answer = await bench.forward(request);
    return { body: answer.body.replaceAll('"domain":"QBO"', '"domain":"QBO","Novelty":1') };
  };
  const [customer] = await bench.truth('Customer');
  for (const notes of ['first', 'second']) {
    await bench.write('Customer', {
      ...customer,
      SyncToken: (await bench.truth('Customer'))[0]?.['SyncToken'],
      Notes: notes,
    });
    await bench.sync();
  }
  const told = await bench.db.query(
    `SELECT field, first_realm_id, first_seen_at FROM ledger_mirror.unknown_fields WHERE entity = 'Customer'`,
  );
  expect(told).toEqual([{ field: 'Novelty', firstRealmId: bench.realmId, firstSeenAt: expect.any(Date) }]);
  const [row] = await bench.db.query(
    "SELECT raw ->> 'Novelty' AS kept FROM quickbooks.customers WHERE id = $1",
    [customer?.['Id']],
  );
  expect(row).toEqual({ kept: '1' });
});

test('a company shows the currency its books are kept in', async () => {
  expect(await bench.organizations.get(toRealmId(bench.realmId))).toMatchObject({ homeCurrency: 'USD' });
});
