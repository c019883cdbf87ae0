import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { entityByName } from '../catalogue/index.ts';
import { writePage } from './page-writer.ts';

let test_: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test_ = await openTestDatabase();
});
afterAll(async () => {
  await test_.close();
});

async function refusal(
  name: string,
  record: string,
): Promise<{ recordId: string | undefined; reason: string }> {
  const entity = entityByName(name);
  if (entity === undefined) throw new Error(`No entity ${name}.`);
  const result = await test_.db.transaction((tx) =>
    writePage(tx, {
      entity,
      realmId: toRealmId('9130000000000777'),
      text: `[${record}]`,
      path: [],
      observedAt: new Date(),
    }),
  );
  const [rejection] = result.rejected;
  if (rejection === undefined) throw new Error('The record was stored.');
  return { recordId: rejection.recordId, reason: rejection.reason };
}

test.each([
  [
    'Invoice',
    '{"Id":"12","TotalAmt":"ten dollars"}',
    'Invoice 12: TotalAmt is "ten dollars", which is not a number',
  ],
  [
    'Invoice',
    '{"Id":"12","TxnDate":"31.01.2026 "}',
    'Invoice 12: TxnDate is "31.01.2026 ", which is not a date',
  ],
  [
    'Invoice',
    '{"Id":"12","ApplyTaxAfterDiscount":"maybe"}',
    'Invoice 12: ApplyTaxAfterDiscount is "maybe", which is neither true nor false',
  ],
  [
    'Invoice',
    '{"Id":"12","MetaData":{"LastUpdatedTime":"soon"}}',
    'Invoice 12: MetaData.LastUpdatedTime is "soon", which is not a date and time',
  ],
  [
    'Invoice',
    '{"Id":"12","Line":[{},{"GroupLineDetail":{"Line":[{"LineNum":1.5}]}}]}',
    'Invoice 12: Line 2, component 1, LineNum is "1.5", which is not a whole number',
  ],
  [
    'Invoice',
    '{"Id":"12","Line":[{"SalesItemLineDetail":{"Qty":{"value":3}}}]}',
    String.raw`Invoice 12: Line 1, SalesItemLineDetail.Qty is "{\"value\":\"3\"}", which is not a number`,
  ],
  [
    'Invoice',
    '{"Id":"12","TxnTaxDetail":{"TaxLine":[{"Amount":"x"}]}}',
    'Invoice 12: TxnTaxDetail.TaxLine 1, Amount is "x", which is not a number',
  ],
  [
    'Budget',
    '{"Id":"1","BudgetDetail":[{},{"Amount":"1,000"}]}',
    'Budget 1: BudgetDetail 2, Amount is "1,000", which is not a number',
  ],
  [
    'RecurringTransaction',
    '{"Bill":{"Id":"5","RecurringInfo":{"ScheduleInfo":{"NextDate":"never"}}}}',
    'RecurringTransaction 5: RecurringInfo.ScheduleInfo.NextDate is "never", which is not a date',
  ],
  [
    'ExchangeRate',
    '{"SourceCurrencyCode":"EUR","AsOfDate":"2026-01-31"}',
    'ExchangeRate: it has no SourceCurrencyCode, TargetCurrencyCode, AsOfDate to be stored under',
  ],
])('%s %s is refused in words', async (name, record, reason) => {
  expect((await refusal(name, record)).reason).toBe(reason);
});

test('a sensitive value is not repeated', async () => {
  expect((await refusal('Employee', '{"Id":"3","BirthDate":"the first of May"}')).reason).toBe(
    'Employee 3: BirthDate holds a value that is not a date',
  );
});

test('a long value is cut', async () => {
  const { reason } = await refusal('Invoice', `{"Id":"12","TotalAmt":"${'9x'.repeat(200)}"}`);
  expect(reason.length).toBeLessThan(160);
});

test('what no field explains is told in the words of PostgreSQL', async () => {
  const { reason, recordId } = await refusal(
    'Invoice',
    `{"Id":"12","DepartmentRef":{"value":"${randomText(9_000)}"}}`,
  );
  expect(reason).toMatch(/^Invoice 12: index row/);
  expect(recordId).toBe('12');
});

/** Text that does not compress, so that it is too long for an index. */
function randomText(length: number): string {
  let state = 42;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCodePoint(0x4e_00 + (state % 20_000));
  }).join('');
}
