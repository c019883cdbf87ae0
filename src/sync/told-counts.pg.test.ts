import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { openSyncBench, type SyncBench } from '../../test/support/sync-bench.ts';

let database: TestDatabase;
let bench: SyncBench;
/** Ids of invoices that come with a date that is none. */
let spoilt: Set<string>;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database });
  spoilt = new Set();
  bench.disturb = async (request) => {
    const answer = await bench.forward(request);
    if (spoilt.size === 0 || !answer.body.includes('"Invoice"')) return answer;
    const spoil = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const record = value as Record<string, unknown>;
      if ('DueDate' in record && spoilt.has(String(record['Id']))) record['DueDate'] = 'soon';
      for (const inner of Object.values(record)) spoil(inner);
    };
    const parsed = JSON.parse(answer.body) as unknown;
    spoil(parsed);
    return { ...answer, body: JSON.stringify(parsed) };
  };
  await bench.connect();
});
afterEach(() => bench.close());

/** What is told of the invoices, and of the company beside the rest of it. */
async function told(): Promise<unknown> {
  const invoices = (await bench.organizations.entities(bench.realmId)).find(
    ({ entity }) => entity === 'Invoice',
  );
  const company = await bench.organizations.get(bench.realmId);
  const [listed] = await bench.organizations.list();
  expect(listed).toEqual(company);
  const others = company.rows - (invoices?.rows ?? 0);
  return {
    invoices: [invoices?.rows, invoices?.expectedRows, invoices?.rejected],
    company: [company.rows - others, (company.expectedRows ?? 0) - others, company.rejected],
    status: company.status,
    reason: company.statusReason,
  };
}

const isTold = (rows: number, expected: number, rejected: number): object => ({
  invoices: [rows, expected, rejected],
  company: [rows, expected, rejected],
  status: 'current',
  reason:
    rejected === 0
      ? undefined
      : (expect.stringMatching(
          rejected === 1 ? /^1 record is kept aside/ : new RegExp(`^${rejected} records are kept aside`),
        ) as string),
});

test('I13: records kept aside are told with the company and its table, and counts follow what comes and goes', async () => {
  const [first, second, third, fourth] = await bench.truth('Invoice');
  const all = (await bench.truth('Invoice')).length;
  spoilt = new Set([first, second].map((one) => String(one?.['Id'])));
  await bench.sync();
  expect(await told()).toEqual(isTold(all - 2, all, 2));
  // One that was stored goes.
  await bench.write('Invoice', { Id: third?.['Id'], SyncToken: third?.['SyncToken'] }, 'delete');
  await bench.sync();
  expect(await told()).toEqual(isTold(all - 3, all - 1, 2));
  // An edit that cannot be stored: the record is here as it was before.
  spoilt.add(String(fourth?.['Id']));
  await bench.write('Invoice', { ...fourth, PrivateNote: 'edited' });
  await bench.sync();
  expect(await told()).toEqual(isTold(all - 3, all - 1, 3));
  // One that was kept aside goes.
  await bench.write('Invoice', { Id: first?.['Id'], SyncToken: first?.['SyncToken'] }, 'delete');
  await bench.sync();
  expect(await told()).toEqual(isTold(all - 3, all - 2, 2));
  // The others can be stored after all.
  spoilt.clear();
  await bench.organizations.retryRejected(bench.realmId);
  await bench.sync();
  expect(await told()).toEqual(isTold(all - 2, all - 2, 0));
  expect(await bench.differences()).toEqual([]);
});

test('I29: the daily comparison renews how many records QuickBooks has', async () => {
  const all = (await bench.truth('Invoice')).length;
  await bench.sync();
  // As a count that was taken long ago.
  await bench.db.query('UPDATE ledger_mirror.entity_states SET expected_rows = expected_rows + 3');
  expect(await told()).toMatchObject({ invoices: [all, all + 3, 0] });
  await bench.organizations.requestProof(bench.realmId);
  await bench.sync();
  const states = await bench.organizations.entities(bench.realmId);
  // What there is once is not counted.
  for (const { entity, rows, expectedRows } of states.filter((one) => one.status === 'current'))
    if (entity !== 'CompanyInfo') expect(expectedRows, entity).toBe(rows);
});

/** Compares anew, as ten minutes later, and says why the invoices' count differs. */
async function compareAgain(): Promise<unknown> {
  await bench.db.query("UPDATE ledger_mirror.organizations SET prove_at = now() - interval '1 second'");
  await bench.sync();
  const [newest] = await bench.db.query<{ reason: string | null }>(
    `SELECT reason FROM ledger_mirror.reconciliations WHERE measure = 'count' AND entity = 'Invoice'
     ORDER BY id DESC LIMIT 1`,
  );
  return newest?.reason;
}

test('I13, I29: what is missing because nobody can name it explains a count, and is not told again beside its names', async () => {
  const spoiltOnes = [(await bench.truth('Invoice'))[1], (await bench.truth('Invoice'))[4]];
  for (const one of spoiltOnes)
    await bench.control(`companies/${bench.realmId}/poison`, { entity: 'Invoice', id: one?.['Id'] });
  const all = (await bench.truth('Invoice')).length;
  await bench.sync();
  expect(await compareAgain()).toBe('searching');
  expect(await compareAgain()).toBe('rejected');
  // Another road, such as the list of transactions, gives them their names.
  await bench.db.query(
    `INSERT INTO ledger_mirror.rejected_records (realm_id, entity, record_id, reason, document, retry_at)
     SELECT $1, 'Invoice', id, 'cannot be rendered', '{}', now() + interval '1 day' FROM unnest($2::text[]) AS id`,
    [bench.realmId, spoiltOnes.map((one) => String(one?.['Id']))],
  );
  expect(await compareAgain()).toBe('rejected');
  expect(await told()).toEqual(isTold(all - 2, all, 2));
});

test('I13, I29: an edit kept aside of a record that is stored as it was before is not one that is missing', async () => {
  const [first, second] = await bench.truth('Invoice');
  spoilt = new Set([String(first?.['Id'])]);
  await bench.sync();
  spoilt.add(String(second?.['Id']));
  await bench.write('Invoice', { ...second, PrivateNote: 'edited' });
  await bench.sync();
  expect(await compareAgain()).toBe('rejected');
});
