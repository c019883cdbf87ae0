import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../support/database.ts';
import { toRealmId } from '../../src/base/realm-id.ts';
import { entityByName } from '../../src/catalogue/index.ts';
import { writePage } from '../../src/tables/page-writer.ts';
import { exactly } from './sample.ts';

let test_: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  test_ = await openTestDatabase();
});
afterAll(async () => {
  await test_.close();
});

const invoices = entityByName('Invoice');
if (invoices === undefined) throw new Error('The catalogue has no Invoice.');
const entity = invoices;

let realms = 0;

/** Writes one invoice for each value, and reads a column of each back as text, in order. */
async function roundTrip(field: string, column: string, values: readonly unknown[]): Promise<unknown[]> {
  const realmId = toRealmId(String(9_200_000_000_000 + (realms += 1)));
  const text = JSON.stringify(values.map((value, index) => ({ Id: String(index), [field]: value })));
  const result = await test_.db.transaction((tx) =>
    writePage(tx, { entity, realmId, text, path: [], observedAt: new Date() }),
  );
  expect(result.rejected).toEqual([]);
  const { rows } = await test_.db.execute<{ value: string | null }>(
    `SELECT ${column}::text AS value FROM quickbooks.invoices WHERE realm_id = $1 ORDER BY id::integer`,
    [realmId],
  );
  return rows.map(({ value }) => value);
}

const digits = (max: number) => fc.bigInt({ min: 0n, max: 10n ** BigInt(max) - 1n }).map(String);
const sign = fc.constantFrom('', '-');
const plainDecimal = fc
  .tuple(sign, digits(15), fc.array(fc.nat(9), { maxLength: 7 }))
  .map(([minus, whole, fraction]) => `${minus}${whole}${fraction.length > 0 ? `.${fraction.join('')}` : ''}`);

/** The number itself, apart from how it is written: sign, digits without zeros at either end, power of ten. */
function magnitude(text: string): string {
  const [, minus = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const all = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = all.replace(/0+$/, '');
  return kept === ''
    ? '0'
    : `${minus}${kept}e${Number(exponent) - fraction.length + (all.length - kept.length)}`;
}

const options = { numRuns: 20 };
const manyOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 100 });

test('amounts of 15 digits and prices of 7 decimals come back digit by digit', async () => {
  await fc.assert(
    fc.asyncProperty(manyOf(plainDecimal), async (amounts) => {
      const expected = amounts.map((amount) => amount.replace(/^-(0(\.0*)?)$/, '$1'));
      expect(await roundTrip('TotalAmt', 'total_amt', amounts.map(exactly))).toEqual(expected);
      expect(await roundTrip('TotalAmt', 'total_amt', amounts)).toEqual(expected);
    }),
    options,
  );
});

test('numbers with exponents keep their value', async () => {
  const withExponent = fc
    .tuple(plainDecimal, fc.constantFrom('e', 'E'), fc.constantFrom('', '+', '-'), fc.nat(20))
    .map(([number, letter, plus, power]) => `${number}${letter}${plus}${power}`);
  await fc.assert(
    fc.asyncProperty(manyOf(withExponent), async (numbers) => {
      const stored = await roundTrip('Balance', 'balance', numbers.map(exactly));
      expect(stored.map((value) => magnitude(String(value)))).toEqual(
        numbers.map((number) => magnitude(number).replace(/^-0$/, '0')),
      );
    }),
    options,
  );
});

/** What PostgreSQL cannot hold is replaced, everything else stays. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');

test('any text comes back, with NUL and lone surrogates replaced', async () => {
  const codeUnits = fc
    .array(
      fc.oneof(
        fc.nat(0xff_ff),
        fc.constantFrom(0, 0x5c, 0x22, 0x75, 0xd8_3d, 0xde_00, 0xd8_00, 0xdf_ff, 0x0a, 0x7f),
      ),
      { maxLength: 40 },
    )
    .map((units) => String.fromCharCode(...units));
  await fc.assert(
    fc.asyncProperty(manyOf(fc.oneof(codeUnits, fc.string({ unit: 'grapheme' }))), async (notes) => {
      expect(await roundTrip('PrivateNote', 'private_note', notes)).toEqual(notes.map(storable));
    }),
    options,
  );
});

test('notes of 4,000 characters and emoji come back whole', async () => {
  const notes = ['x'.repeat(4000), '😀'.repeat(2000), 'é'.repeat(4000), '👩‍👩‍👧‍👦 \\u0000 is not an escape', ''];
  expect(await roundTrip('PrivateNote', 'private_note', notes)).toEqual(notes);
});
