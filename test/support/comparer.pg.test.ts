import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Queryable } from '../../src/postgres/database.ts';
import { compareCompany, describe, tablesByEntity, type Difference } from './comparer.ts';
import { openSyncBench, type SyncBench } from './sync-bench.ts';

let bench: SyncBench;

const compare = (db: Queryable = bench.db): Promise<Difference[]> =>
  compareCompany({ db, simulatorUrl: bench.address.simulatorUrl, realmId: bench.realmId });

beforeAll(async () => {
  bench = await openSyncBench({ size: 'tiny', entities: 'all' });
  // QuickBooks does not let everybody read these; what can be read is what can be compared.
  await bench.control('switches', { inventoryAdjustments: true });
  await bench.connect();
  await bench.sync();
});
afterAll(() => bench.close());

/** What the comparison says while the copy is damaged; the damage is undone. */
async function differencesAfter(statement: string): Promise<string[]> {
  let found: string[] = [];
  const undo = new Error('The damage is undone.');
  const damaged = bench.db.transaction(async (tx) => {
    expect(await tx.query(`${statement} RETURNING 1 AS changed`)).toHaveLength(1);
    found = (await compare(tx)).map(describe);
    throw undo;
  });
  await expect(damaged).rejects.toBe(undo);
  return found;
}

const first = async (table: string, where = 'true'): Promise<string> => {
  const [row] = await bench.db.query<{ id: string }>(
    `SELECT id FROM quickbooks.${table} WHERE deleted_at IS NULL AND ${where} ORDER BY id LIMIT 1`,
  );
  if (row === undefined) throw new Error(`There is nothing in ${table}.`);
  return row.id;
};

test('an untouched copy of all forty entities has no difference', async () => {
  expect((await compare()).map(describe)).toEqual([]);
  expect(Object.keys(tablesByEntity)).toHaveLength(40);
});

test('a record that is missing is reported', async () => {
  const id = await first('terms');
  expect(await differencesAfter(`DELETE FROM quickbooks.terms WHERE id = '${id}'`)).toEqual([
    `Term ${id} row: "a record" in QuickBooks, nothing in the copy`,
  ]);
});

test('a record that QuickBooks does not have is reported, also one that is marked as deleted', async () => {
  const columns = `SELECT t.* FROM jsonb_populate_record`;
  const insert = (change: string): string =>
    `INSERT INTO quickbooks.terms ${columns}((SELECT one FROM quickbooks.terms AS one LIMIT 1), '${change}') AS t`;
  expect(await differencesAfter(insert('{"id": "4711"}'))).toEqual([
    'Term 4711 row: nothing in QuickBooks, "a record" in the copy',
  ]);
  expect(await differencesAfter(insert('{"id": "4711", "deleted_at": "2026-01-01T00:00:00Z"}'))).toEqual([
    'Term 4711 row: nothing in QuickBooks, "a deleted record" in the copy',
  ]);
});

test('a wrong amount, a lost scale and a lost text are reported by column', async () => {
  const id = await first('invoices', "private_note IS NULL AND total_amt::text LIKE '%.%0'");
  const change = async (what: string): Promise<string[]> =>
    differencesAfter(`UPDATE quickbooks.invoices SET ${what} WHERE id = '${id}'`);
  expect(await change('total_amt = total_amt + 0.01')).toEqual([
    expect.stringMatching(
      new RegExp(`^Invoice ${id} total_amt: [\\d.]+ in QuickBooks, [\\d.]+ in the copy$`),
    ),
  ]);
  expect(await change('total_amt = trim_scale(total_amt), customer_name = NULL')).toEqual([
    expect.stringMatching(/customer_name: ".+" in QuickBooks, nothing in the copy/),
    expect.stringMatching(/total_amt: [\d.]+0 in QuickBooks, [\d.]+ in the copy/),
  ]);
  expect(await change(`private_note = 'nobody wrote this'`)).toEqual([
    `Invoice ${id} private_note: nothing in QuickBooks, "nobody wrote this" in the copy`,
  ]);
  expect(await change('is_voided = NOT is_voided')).toEqual([
    `Invoice ${id} is_voided: false in QuickBooks, true in the copy`,
  ]);
});

test('a document that is not what QuickBooks sent is reported by path', async () => {
  const id = await first('invoices', 'total_amt > 1');
  const change = `raw = jsonb_set(raw, '{Line,0,Amount}', '0.01') || '{"TxnDate": "1999-01-01"}'`;
  expect(await differencesAfter(`UPDATE quickbooks.invoices SET ${change} WHERE id = '${id}'`)).toEqual([
    expect.stringMatching(/raw\.TxnDate: "20.+" in QuickBooks, "1999-01-01" in the copy/),
    expect.stringMatching(/raw\.Line\.0\.Amount: [\d.]+ in QuickBooks, 0.01 in the copy/),
  ]);
});

test('a line that is wrong, missing or too many is reported', async () => {
  const id = await first('invoices', 'total_amt > 1');
  const line = `invoice_id = '${id}' AND line_index = 0`;
  expect(
    await differencesAfter(`UPDATE quickbooks.invoice_lines SET item_id = '99999' WHERE ${line}`),
  ).toEqual([expect.stringMatching(/invoice_lines\[0\]\.item_id: "\d+" in QuickBooks, "99999" in the copy/)]);
  expect(await differencesAfter(`DELETE FROM quickbooks.invoice_lines WHERE ${line}`)).toEqual([
    `Invoice ${id} invoice_lines[0]: "a row" in QuickBooks, nothing in the copy`,
  ]);
  expect(await differencesAfter(`UPDATE quickbooks.invoice_lines SET line_index = 77 WHERE ${line}`)).toEqual(
    [
      `Invoice ${id} invoice_lines[0]: "a row" in QuickBooks, nothing in the copy`,
      `Invoice ${id} invoice_lines[77]: nothing in QuickBooks, "a row" in the copy`,
    ],
  );
});

test('a link that leads elsewhere is reported', async () => {
  const [link] = await bench.db.query<{ recordId: string }>(
    `SELECT record_id FROM quickbooks.linked_transactions WHERE entity = 'Invoice' ORDER BY 1 LIMIT 1`,
  );
  const where = `entity = 'Invoice' AND record_id = '${link?.recordId}'`;
  expect(
    await differencesAfter(
      `UPDATE quickbooks.linked_transactions SET txn_id = '99999' WHERE ctid = (SELECT min(ctid) FROM quickbooks.linked_transactions WHERE ${where})`,
    ),
  ).toEqual([
    expect.stringMatching(/^Invoice \d+ linked_transactions\[.+\]\.txn_id: "\d+" in QuickBooks, "99999"/),
  ]);
});

test('a record wrongly marked as deleted, and one that was deleted and is not marked, are reported', async () => {
  const id = await first('invoices');
  expect(
    await differencesAfter(`UPDATE quickbooks.invoices SET deleted_at = now() WHERE id = '${id}'`),
  ).toEqual([`Invoice ${id} deleted_at: nothing in QuickBooks, "deleted" in the copy`]);
  const [unpaid] = await bench.db.query<{ raw: Record<string, unknown> }>(
    'SELECT raw FROM quickbooks.time_activities WHERE deleted_at IS NULL ORDER BY id LIMIT 1',
  );
  const doomed = unpaid?.raw ?? {};
  await bench.write('TimeActivity', doomed, 'delete');
  expect((await compare()).map(describe)).toEqual([
    `TimeActivity ${String(doomed['Id'])} row: "deleted" in QuickBooks, "a record" in the copy`,
  ]);
});
