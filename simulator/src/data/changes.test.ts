import fc from 'fast-check';
import { expect, test } from 'vitest';

import { changesSince } from '../query/cdc.ts';
import { changeKinds, makeChange } from './changes.ts';
import { type Company } from '../company/company.ts';
import { generateCompany } from './generate.ts';
import { entities } from '../entities/entities.ts';
import { Fault } from '../base/fault.ts';
import { runQuery } from '../query/run.ts';
import { RecentRecords } from '../company/record.ts';
import { updateRecord } from '../operations/operations.ts';
import { stamp } from '../values/pacific-time.ts';
import { defaultSwitches } from '../world/switches.ts';
import { checkBooks } from '../../test/support/check-books.ts';
import { checkReports } from '../../test/support/check-reports.ts';

const AS_OF = new Date('2026-06-15T00:00:00Z');
const START = AS_OF.getTime() / 1_000;
// A rate has no Id, so change data capture cannot name one; rates do not change here.
const CAPTURED = entities.filter(({ cdc, keyOf }) => cdc && keyOf === undefined).map(({ name }) => name);

/** Records by entity and id, without what a rename changes elsewhere unannounced. */
function state(company: Company): Map<string, string> {
  const found = new Map<string, string>();
  for (const entity of CAPTURED) {
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

test('changes go on after the accounts they need were renamed, whatever was looked up before', () => {
  for (const isOther of [false, true]) {
    const generated = generateCompany(1, 'tiny', AS_OF, 0);
    // As in a company that was copied: nothing has been looked up in it.
    const company = generated.company.copy(new RecentRecords());
    for (const { entity, id, syncToken, body } of company.table('Account').records()) {
      const Name = isOther ? `Other ${id}` : `${body['Name'] as string} (new name 7)`;
      const change = { Id: id, SyncToken: String(syncToken), sparse: true, Name };
      updateRecord(company, entity, change, { atSeconds: START });
    }
    const made = changeKinds.flatMap((kind) =>
      makeChange(1, company, generated.blueprint, START + 60, kind) === undefined ? [] : [kind],
    );
    expect(made).toContain('edit');
    if (!isOther) expect(made).toContain('create-money');
  }
});

test('whatever happens, the books agree, and change data capture replayed over the old state gives the new one', () => {
  const switches = { ...defaultSwitches, cdcMaxObjects: 1_000_000 };
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 0, max: 3 }),
      fc.array(fc.constantFrom(...changeKinds), { maxLength: 80 }),
      (seed, which, kinds) => {
        const { company, blueprint } = generateCompany(seed, 'tiny', AS_OF, which);
        checkBooks(company);
        const replica = state(company);
        let now = START;
        for (const kind of kinds) makeChange(seed, company, blueprint, (now += 7), kind);
        checkBooks(company);
        checkReports(company, now);
        const context = { clock: { nowSeconds: now }, switches, chance: () => 0.5 };
        const wanted = CAPTURED.filter((entity) => !company.profile.hiddenEntities.includes(entity));
        const text = changesSince(company, wanted.join(','), stamp(START), context);
        type Group = Record<string, Record<string, unknown>[]>;
        const groups = (JSON.parse(text) as { QueryResponse: Group[] }).QueryResponse;
        for (const [index, entity] of wanted.entries()) {
          for (const row of groups[index]?.[entity] ?? []) {
            const inside =
              entity === 'RecurringTransaction' && row['Id'] === undefined ? Object.values(row)[0] : row;
            const key = `${entity} ${String((inside as { Id?: string }).Id)}`;
            if (row['status'] === 'Deleted') replica.delete(key);
            else replica.set(key, key);
          }
        }
        const current = state(company);
        expect([...replica.keys()].sort()).toEqual([...current.keys()].sort());
        // What change data capture did not name must be as it was.
        for (const [key, value] of replica) if (value !== key) expect(current.get(key)).toBe(value);
      },
    ),
    { numRuns: 12 },
  );
});

test('a copy of a company is the same and goes its own way', () => {
  const { company, blueprint } = generateCompany(3, 'tiny', AS_OF, 2);
  const before = state(company);
  const copy = company.copy();
  expect(state(copy)).toEqual(before);
  for (let turn = 0; turn < 60; turn += 1) makeChange(3, copy, blueprint, START + turn);
  checkBooks(copy);
  checkReports(copy, START + 60);
  expect(state(copy)).not.toEqual(before);
  expect(state(company)).toEqual(before);
  checkBooks(company);
});

test('no statement, however broken, gets anything but an answer or a fault', () => {
  const generated = generateCompany(1, 'tiny', AS_OF, 0);
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
