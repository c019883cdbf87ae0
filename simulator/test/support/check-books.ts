import { expect } from 'vitest';

import { type Company } from '../../src/company/company.ts';
import { unappliedCents } from '../../src/books/posting-payments.ts';
import { UNITS } from '../../src/ledger/entry.ts';
import { toCents } from '../../src/values/decimal.ts';
import { type JsonObject, objectsAt, refAt, textAt } from '../../src/values/json.ts';
import { type StoredRecord } from '../../src/company/record.ts';

function bodies(company: Company, entity: string): JsonObject[] {
  return [...company.table(entity).records()].map((record) => record.body);
}

/** What is open by the transactions alone, by whose it is: what they owe, less what they have to their credit. */
function openByName(company: Company, person: 'CustomerRef' | 'VendorRef'): Map<string, number> {
  const [charge, credit, payment] =
    person === 'CustomerRef' ? ['Invoice', 'CreditMemo', 'Payment'] : ['Bill', 'VendorCredit', 'BillPayment'];
  const open = new Map<string, number>();
  const add = (body: JsonObject, cents: number): void => {
    const id = refAt(body, person) ?? '';
    open.set(id, (open.get(id) ?? 0) + cents);
  };
  for (const body of bodies(company, charge ?? '')) add(body, toCents(body['Balance']));
  for (const body of bodies(company, credit ?? '')) add(body, -toCents(body['Balance']));
  for (const body of bodies(company, payment ?? '')) add(body, -unappliedCents(body));
  return open;
}

function checkBalanceSheetAccounts(company: Company): void {
  const sums = new Map<string, { cents: number; foreign: number; units: number }>();
  const add = (key: string, cents: number, foreign: number, units: number): void => {
    const sum = sums.get(key) ?? { cents: 0, foreign: 0, units: 0 };
    sums.set(key, { cents: sum.cents + cents, foreign: sum.foreign + foreign, units: sum.units + units });
  };
  for (const table of company.tables.values()) {
    for (const record of table.records()) {
      expect(
        record.entries.reduce((sum, { cents }) => sum + cents, 0),
        describe(record),
      ).toBe(0);
      for (const { account, cents, foreign, item, units } of record.entries) {
        add(`Account ${account}`, cents, foreign, 0);
        if (item !== undefined) add(`Item ${item}`, 0, 0, units);
      }
    }
  }
  for (const body of bodies(company, 'Account')) {
    const sum = sums.get(`Account ${textAt(body, 'Id')}`);
    const isShown = ['Asset', 'Liability', 'Equity'].includes(textAt(body, 'Classification') ?? '');
    const isHome = refAt(body, 'CurrencyRef') === company.profile.currency.value;
    const expected = !isShown ? 0 : isHome ? sum?.cents : sum?.foreign;
    expect(toCents(body['CurrentBalance']), textAt(body, 'Name')).toBe(expected ?? 0);
  }
  for (const body of bodies(company, 'Item')) {
    if (body['TrackQtyOnHand'] !== true) continue;
    expect(Number(textAt(body, 'QtyOnHand')) * UNITS).toBeCloseTo(
      sums.get(`Item ${textAt(body, 'Id')}`)?.units ?? 0,
      3,
    );
  }
}

/** Every link is to be seen from both sides, and leads somewhere. */
function checkLinks(company: Company): void {
  for (const table of company.tables.values()) {
    for (const record of table.records()) {
      const lines = objectsAt(record.body, 'Line').flatMap((line) => objectsAt(line, 'LinkedTxn'));
      for (const link of [...objectsAt(record.body, 'LinkedTxn'), ...lines]) {
        const other = company.findTransaction(textAt(link, 'TxnType') ?? '', textAt(link, 'TxnId') ?? '');
        expect(other, `${describe(record)} to ${JSON.stringify(link)}`).toBeDefined();
        if (
          other?.entity.properties.includes('LinkedTxn') === true ||
          other?.entity.properties.includes('Line') === true
        )
          expect(other.text, describe(record)).toContain(`"TxnId":${JSON.stringify(record.id)}`);
      }
    }
  }
}

const describe = (record: StoredRecord): string => `${record.entity.name} ${record.id}`;

/** That debits equal credits in every transaction, that balances are the sums of what was posted, and that ageing is what is open. */
export function checkBooks(company: Company): void {
  expect(company.ledger.total).toBe(0);
  for (const [entity, person] of [
    ['Customer', 'CustomerRef'],
    ['Vendor', 'VendorRef'],
  ] as const) {
    const open = openByName(company, person);
    for (const body of bodies(company, entity))
      expect(toCents(body['Balance']), textAt(body, 'DisplayName')).toBe(
        open.get(textAt(body, 'Id') ?? '') ?? 0,
      );
  }
  for (const entity of ['Invoice', 'Bill', 'CreditMemo', 'VendorCredit']) {
    for (const body of bodies(company, entity)) {
      expect(toCents(body['Balance'])).toBeGreaterThanOrEqual(0);
      expect(toCents(body['Balance'])).toBeLessThanOrEqual(toCents(body['TotalAmt']));
    }
  }
  checkBalanceSheetAccounts(company);
  checkLinks(company);
}
