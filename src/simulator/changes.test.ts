import fc from 'fast-check';
import { expect, test } from 'vitest';

import { changesSince } from './cdc.ts';
import { changeKinds, makeChange } from './changes.ts';
import { type Company } from './company.ts';
import { generateCompanies } from './data/generate.ts';
import { Fault } from './fault.ts';
import { runQuery } from './query/run.ts';
import { toCents } from './store/decimal.ts';
import { type JsonObject, refAt, textAt } from './store/json.ts';
import { stamp } from './store/pacific-time.ts';
import { defaultSwitches } from './switches.ts';

const AS_OF = new Date('2026-06-15T00:00:00Z');
const START = AS_OF.getTime() / 1_000;
const ENTITIES = ['Account', 'Customer', 'Item', 'Invoice', 'Payment'];

/** Records by entity and id, without what a rename changes elsewhere unannounced. */
function state(company: Company): Map<string, string> {
  const found = new Map<string, string>();
  for (const entity of ENTITIES) {
    for (const record of company.table(entity).records())
      found.set(`${entity} ${record.id}`, comparable(record.text));
  }
  return found;
}

function comparable(text: string): string {
  return text
    .replace(/("value":"[^"]*"),"name":"(?:[^"\\]|\\.)*"/g, '$1')
    .replace(/"FullyQualifiedName":"(?:[^"\\]|\\.)*",/, '');
}

function bodies(company: Company, entity: string): JsonObject[] {
  return [...company.table(entity).records()].map((record) => record.body);
}

function checkBooks(company: Company): void {
  const open = new Map<string, number>();
  const add = (id: string | undefined, cents: number): void =>
    void open.set(id ?? '', (open.get(id ?? '') ?? 0) + cents);
  for (const invoice of bodies(company, 'Invoice')) {
    add(refAt(invoice, 'CustomerRef'), toCents(invoice['Balance']));
    expect(toCents(invoice['Balance'])).toBeGreaterThanOrEqual(0);
    expect(toCents(invoice['Balance'])).toBeLessThanOrEqual(toCents(invoice['TotalAmt']));
  }
  for (const payment of bodies(company, 'Payment'))
    add(refAt(payment, 'CustomerRef'), -toCents(payment['UnappliedAmt']));
  for (const customer of bodies(company, 'Customer')) {
    expect(toCents(customer['Balance'])).toBe(open.get(textAt(customer, 'Id') ?? '') ?? 0);
  }
  const receivable = bodies(company, 'Account').find(
    (account) => account['AccountSubType'] === 'AccountsReceivable',
  );
  expect(toCents(receivable?.['CurrentBalance'])).toBe(
    [...open.values()].reduce((sum, cents) => sum + cents, 0),
  );
}

test('whatever happens, the books agree, and change data capture replayed over the old state gives the new one', () => {
  const switches = { ...defaultSwitches, cdcMaxObjects: 1_000_000 };
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.array(fc.constantFrom(...changeKinds), { maxLength: 60 }),
      (seed, kinds) => {
        const [generated] = generateCompanies(seed, 'tiny', AS_OF);
        if (generated === undefined) throw new Error('No company was generated.');
        const { company, blueprint } = generated;
        checkBooks(company);
        const replica = state(company);
        let now = START;
        for (const kind of kinds) makeChange(seed, company, blueprint, (now += 7), kind);
        checkBooks(company);
        const context = { clock: { nowSeconds: now }, switches, chance: () => 0.5 };
        const text = changesSince(company, ENTITIES.join(','), stamp(START), context);
        type Group = Record<string, { Id: string; status?: string }[]>;
        const groups = (JSON.parse(text) as { QueryResponse: Group[] }).QueryResponse;
        for (const [index, entity] of ENTITIES.entries()) {
          for (const row of groups[index]?.[entity] ?? []) {
            const key = `${entity} ${row.Id}`;
            if (row.status === 'Deleted') replica.delete(key);
            else replica.set(key, key);
          }
        }
        const current = state(company);
        expect([...replica.keys()].sort()).toEqual([...current.keys()].sort());
        // What change data capture did not name must be as it was.
        for (const [key, value] of replica) if (value !== key) expect(current.get(key)).toBe(value);
      },
    ),
    { numRuns: 40 },
  );
});

test('no statement, however broken, gets anything but an answer or a fault', () => {
  const [generated] = generateCompanies(1, 'tiny', AS_OF);
  if (generated === undefined) throw new Error('No company was generated.');
  const parts = [
    'select',
    '*',
    ',',
    'Id',
    'count(*)',
    'from',
    'Invoice',
    'Customer',
    'where',
    'Active',
    '=',
    'IN',
    '(',
    ')',
    "'a\\'b'",
    "'",
    'and',
    '12',
    '2026-01-01',
    'orderby',
    'order by',
    'MetaData.CreateTime',
    'desc',
    'startposition',
    'maxresults',
    '5',
    '>=',
    'LIKE',
    "'%'",
    'true',
    '!=',
    '€',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 16 }), (words) => {
      try {
        JSON.parse(
          runQuery(generated.company, words.join(' '), { nowSeconds: START, rules: defaultSwitches }).text,
        );
      } catch (error) {
        expect(error).toBeInstanceOf(Fault);
      }
    }),
    { numRuns: 3_000 },
  );
});
