import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  isCapture,
  isPage,
  openSyncBench,
  type SyncBench,
  versionsOf,
} from '../../../test/support/sync-bench.ts';

let database: TestDatabase;
let bench: SyncBench;
let fetched = 0;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  // The company whose invoices have more custom fields than the classic three.
  bench = await openSyncBench({
    shared: database,
    company: 1,
    entities: ['CompanyInfo', 'Account', 'Customer', 'Item', 'Invoice'],
  });
  await bench.connect();
  await bench.sync();
  fetched = 0;
});
afterEach(() => bench.close());

/** Change data capture as it may be: blind for custom fields beyond the classic ones. */
function captureClassicFieldsOnly(): void {
  bench.disturb = async (request) => {
    if (isPage(request, 'Invoice')) fetched += 1;
    if (!isCapture(request)) return undefined;
    const url = new URL(request.url);
    url.searchParams.delete('include');
    const { body } = await bench.forward({ ...request, url });
    expect(body).not.toMatch(/"DefinitionId":"\d{10,}"/);
    return { body };
  };
}

const longFields = async (id: unknown): Promise<number> => {
  const [row] = await bench.db.query<{ number: number }>(
    `SELECT count(*)::int AS number FROM quickbooks.custom_fields
     WHERE entity = 'Invoice' AND record_id = $1 AND length(definition_id) > 9`,
    [id],
  );
  return row?.number ?? 0;
};

test('I44: an edit or a new record that change data capture brings without its custom fields is fetched whole, once', async () => {
  const [invoice] = await bench.truth('Invoice');
  expect(await longFields(invoice?.['Id'])).toBe(4);
  captureClassicFieldsOnly();
  await bench.control('clock', { advanceSeconds: 2 });
  await bench.write('Invoice', { ...invoice, PrivateNote: 'edited' });
  const { CustomerRef, Line, CustomField } = invoice ?? {};
  const made = await bench.write('Invoice', { CustomerRef, Line, CustomField });
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  expect(await longFields(invoice?.['Id'])).toBe(4);
  expect(await longFields(made['Id'])).toBeGreaterThan(0);
  expect(fetched).toBe(1);
  // The overlap shows the same changes again.
  const versions = await versionsOf(bench.db);
  await bench.sync();
  expect(fetched).toBe(1);
  expect(await versionsOf(bench.db)).toBe(versions);
});

test('I44: where change data capture brings all custom fields, nothing is fetched beside it', async () => {
  bench.disturb = (request) => {
    if (isPage(request, 'Invoice')) fetched += 1;
    return undefined;
  };
  const [invoice] = await bench.truth('Invoice');
  await bench.write('Invoice', { ...invoice, PrivateNote: 'edited' });
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
  expect(fetched).toBe(0);
});
