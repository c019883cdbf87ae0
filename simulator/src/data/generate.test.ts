import { expect, test } from 'vitest';

import { type Company } from '../company/company.ts';
import { type JsonObject, objectsAt, refAt, textAt } from '../values/json.ts';
import { checkBooks } from '../../test/support/check-books.ts';
import { generateCompanies } from './generate.ts';

const AS_OF = new Date('2026-06-15T00:00:00Z');

const bodies = (company: Company, entity: string): JsonObject[] =>
  [...company.table(entity).records()].map(({ body }) => body);

const note = (body: JsonObject): string => textAt(body, 'PrivateNote') ?? '';

/** What bears the same second as many others of its kind. */
function mostInOneSecond(company: Company, entity: string): number {
  const counts = new Map<number, number>();
  for (const { createdAt } of company.table(entity).records())
    counts.set(createdAt, (counts.get(createdAt) ?? 0) + 1);
  return Math.max(...counts.values());
}

/** Every awkward thing a mirror must survive, and how to find it in a company. */
const awkward: Readonly<Record<string, (company: Company) => boolean>> = {
  'a voided transaction': (company) =>
    bodies(company, 'Invoice').some(
      (body) => note(body).startsWith('Voided') && textAt(body, 'TotalAmt') === '0',
    ),
  'a deleted transaction': (company) => company.table('Invoice').tombstones.size > 0,
  'an inactive customer': (company) =>
    bodies(company, 'Customer').some(
      (body) => body['Active'] === false && textAt(body, 'DisplayName') === 'Former Customer (deleted)',
    ),
  'an inactive vendor, employee and item': (company) =>
    ['Vendor', 'Employee', 'Item'].every((entity) =>
      bodies(company, entity).some((body) => body['Active'] === false),
    ),
  'a merged customer, whose transactions point at the other one': (company) => {
    const named = (name: string): string =>
      textAt(bodies(company, 'Customer').find((body) => body['DisplayName'] === name) ?? {}, 'Id') ?? '';
    const billed = (id: string): number =>
      bodies(company, 'Invoice').filter((body) => refAt(body, 'CustomerRef') === id).length;
    const loser = named('The Orchard House (deleted)');
    return loser !== '' && billed(loser) === 0 && billed(named('Orchard House')) >= 2;
  },
  'an id of 19 digits': (company) =>
    [...company.table('Customer').records()].some(({ id }) => id.length === 19),
  'a payment of nothing that links a credit to a charge': (company) =>
    bodies(company, 'Payment').some((body) => {
      const links = objectsAt(body, 'Line').flatMap((line) => objectsAt(line, 'LinkedTxn'));
      const types = links.map((link) => textAt(link, 'TxnType'));
      return (
        textAt(body, 'TotalAmt') === '0' &&
        note(body) === 'Created by QB Online to link credits to charges.' &&
        types.includes('Invoice') &&
        types.includes('CreditMemo')
      );
    }),
  'text beyond the Latin alphabet': (company) =>
    ['Invoice', 'Bill', 'Purchase', 'SalesReceipt', 'JournalEntry', 'Customer'].some((entity) =>
      [...company.table(entity).records()].some(({ text }) =>
        /\p{Script=Han}|\p{Script=Arabic}|\p{Emoji_Presentation}/u.test(text),
      ),
    ),
  'a note of 4,000 characters': (company) =>
    bodies(company, 'Invoice').some((body) => note(body).length === 4_000),
  'a record changed after it was made': (company) =>
    [...company.table('Invoice').records()].some(({ syncToken }) => syncToken > 0),
  'a job below a customer': (company) => bodies(company, 'Customer').some((body) => body['Job'] === true),
  'a bundle and a category': (company) =>
    ['Group', 'Category'].every((type) => bodies(company, 'Item').some((body) => body['Type'] === type)),
};

test.each([
  ['tiny', 12],
  ['small', 2_000],
] as const)(
  'in every %s company are all the awkward records that a mirror must survive, and %i made in one second',
  (size, together) => {
    const generated = generateCompanies(1, size, AS_OF);
    expect(generated).toHaveLength(4);
    for (const { company } of generated) {
      const { name } = company.profile;
      const missing = Object.entries(awkward).flatMap(([what, isThere]) => (isThere(company) ? [] : [what]));
      expect(missing, name).toEqual([]);
      expect(mostInOneSecond(company, 'Invoice'), name).toBeGreaterThanOrEqual(together);
      checkBooks(company);
    }
  },
);

test('the four companies are an American landscaper, a generator service, a Canadian consultancy and a British retailer', () => {
  const [landscaping, generators, consultancy, retailer] = generateCompanies(1, 'tiny', AS_OF).map(
    ({ company }) => company,
  );
  expect(landscaping?.profile).toMatchObject({ country: 'US', tax: 'us', multiCurrency: false });
  expect(generators?.profile.customFields.slice(0, 2)).toMatchObject([
    { name: 'Generator Model' },
    { name: 'Engine Model' },
  ]);
  expect(consultancy?.profile).toMatchObject({
    country: 'CA',
    currency: { value: 'CAD' },
    multiCurrency: true,
  });
  expect(retailer?.profile).toMatchObject({
    country: 'GB',
    currency: { value: 'GBP' },
    tax: 'international',
  });
  const currencies = new Set(
    consultancy && bodies(consultancy, 'Invoice').map((body) => refAt(body, 'CurrencyRef')),
  );
  expect(currencies.size).toBeGreaterThan(1);
  expect(retailer && bodies(retailer, 'TaxRate').map((body) => textAt(body, 'RateValue'))).toContain('20');
});
