import fc from 'fast-check';
import { expect, test } from 'vitest';

import { generateCompanies } from '../data/generate.ts';
import { entityNamed } from '../entities/entities.ts';
import { Fault } from '../base/fault.ts';
import { mergeNames } from './merge.ts';
import { checkBooks } from '../../test/support/check-books.ts';
import { checkReports } from '../../test/support/check-reports.ts';
import { type Bench, type Json, startBench } from '../../test/support/harness.ts';

const LINE = {
  Amount: 100,
  DetailType: 'SalesItemLineDetail',
  SalesItemLineDetail: { ItemRef: { value: '1' } },
};

async function make(bench: Bench, entity: string, body: object): Promise<Json> {
  const answer = (await bench.write(entity.toLowerCase(), body)).json();
  return answer[entity] as Json;
}

/** Two customers; the first has an invoice of 100 and a job. */
async function twoCustomers(
  bench: Bench,
): Promise<{ loser: Json; survivor: Json; invoice: Json; job: Json }> {
  const loser = await make(bench, 'Customer', { DisplayName: 'Old Name' });
  const survivor = await make(bench, 'Customer', { DisplayName: 'New Name' });
  const ParentRef = { value: loser['Id'] };
  const job = await make(bench, 'Customer', { DisplayName: 'Roof', ParentRef, Job: true });
  const CustomerRef = { value: loser['Id'] };
  const invoice = await make(bench, 'Invoice', { CustomerRef, Line: [LINE] });
  await bench.clock.advance(60_000);
  return { loser, survivor, invoice, job };
}

const merge = (bench: Bench, entity: string, from: Json, into: Json): Promise<Json> =>
  bench.control(`companies/${bench.realmId}/merges`, { entity, from: from['Id'], into: into['Id'] });

const read = async (bench: Bench, entity: string, { Id }: Json): Promise<Json> =>
  (await bench.call(`${entity.toLowerCase()}/${Id}`)).json()[entity] as Json;

test('a merge points everything at the survivor without a new time, moves the balance, and makes the loser inactive', async () => {
  await using bench = await startBench();
  const { loser, survivor, invoice, job } = await twoCustomers(bench);
  const open = (await read(bench, 'Customer', loser))['Balance'] as number;
  await merge(bench, 'Customer', loser, survivor);
  const moved = await read(bench, 'Invoice', invoice);
  expect(moved).toMatchObject({
    CustomerRef: { value: survivor['Id'], name: 'New Name' },
    SyncToken: '0',
    MetaData: invoice['MetaData'],
  });
  expect(await read(bench, 'Customer', job)).toMatchObject({
    ParentRef: { value: survivor['Id'] },
    FullyQualifiedName: 'New Name:Roof',
  });
  expect(await read(bench, 'Customer', survivor)).toMatchObject({ Balance: open, SyncToken: '1' });
  expect(await read(bench, 'Customer', loser)).toMatchObject({
    Active: false,
    DisplayName: 'Old Name (deleted)',
    Balance: 0,
  });
  const changes = await bench.call('cdc?entities=Invoice,Customer&changedSince=2026-06-15T12:00:30-07:00');
  const [invoices, customers] = changes.json()['CDCResponse'][0]['QueryResponse'] as Json[];
  expect(invoices).toEqual({});
  expect(customers['Customer'].map(({ Id }: Json) => Id as string)).toEqual(
    expect.arrayContaining([survivor['Id'], loser['Id']]),
  );
});

test('by switch a merge restamps what it moved and the loser is gone', async () => {
  await using bench = await startBench();
  await bench.control('switches', { merges: { restamp: true, loser: 'deleted' } });
  const { loser, survivor, invoice } = await twoCustomers(bench);
  await merge(bench, 'Customer', loser, survivor);
  const moved = await read(bench, 'Invoice', invoice);
  expect(moved['MetaData']['LastUpdatedTime']).toBe('2026-06-15T12:01:00-07:00');
  expect((await bench.call(`customer/${loser['Id']}`)).status).toBe(400);
});

test('by switch what lies below the loser stays there, and all else is moved', async () => {
  await using bench = await startBench();
  await bench.control('switches', { merges: { below: 'kept' } });
  const { loser, survivor, invoice, job } = await twoCustomers(bench);
  await merge(bench, 'Customer', loser, survivor);
  expect(await read(bench, 'Invoice', invoice)).toMatchObject({ CustomerRef: { value: survivor['Id'] } });
  expect(await read(bench, 'Customer', job)).toMatchObject({ ParentRef: { value: loser['Id'] } });
});

test('accounts and items merge too, and what QuickBooks would refuse is refused', async () => {
  await using bench = await startBench();
  const income = (Name: string): Promise<Json> => make(bench, 'Account', { Name, AccountType: 'Income' });
  const [from, into] = [await income('Sales A'), await income('Sales B')];
  const IncomeAccountRef = { value: from['Id'] };
  const item = await make(bench, 'Item', { Name: 'Thing', Type: 'Service', IncomeAccountRef });
  const other = await make(bench, 'Item', { Name: 'Other Thing', Type: 'Service', IncomeAccountRef });
  await merge(bench, 'Account', from, into);
  expect(await read(bench, 'Item', item)).toMatchObject({
    IncomeAccountRef: { value: into['Id'], name: 'Sales B' },
  });
  await merge(bench, 'Item', item, other);
  expect(await read(bench, 'Item', item)).toMatchObject({ Active: false, Name: 'Thing (deleted)' });
  const bank = await make(bench, 'Account', { Name: 'A bank', AccountType: 'Bank' });
  for (const [loser, survivor] of [
    [bank, into],
    [into, into],
    [from, into],
    [{ Id: '999999' }, into],
  ] as Json[][])
    expect(await merge(bench, 'Account', loser, survivor)).toHaveProperty('error');
});

test('a name that goes inactive again gets a number', async () => {
  await using bench = await startBench();
  const names: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { Id } = await make(bench, 'Customer', { DisplayName: 'Come and Go' });
    const gone = await make(bench, 'Customer', { Id, SyncToken: '0', sparse: true, Active: false });
    names.push(gone['DisplayName'] as string);
  }
  expect(names).toEqual(['Come and Go (deleted)', 'Come and Go (deleted 1)', 'Come and Go (deleted 2)']);
  const [last] = await bench.records(
    "select * from Customer where DisplayName = 'Come and Go (deleted 2)' and Active = false",
    'Customer',
  );
  const back = { Id: last?.['Id'], SyncToken: '1', sparse: true, Active: true };
  expect(await make(bench, 'Customer', back)).toMatchObject({
    DisplayName: 'Come and Go',
    FullyQualifiedName: 'Come and Go',
  });
});

test('whatever is merged, the books agree and the reports say the same', () => {
  const asOf = new Date('2026-06-15T00:00:00Z');
  const atSeconds = asOf.getTime() / 1_000;
  const pair = fc.record({
    name: fc.constantFrom('Account', 'Customer', 'Vendor', 'Item', 'Class'),
    from: fc.nat({ max: 60 }),
    into: fc.nat({ max: 60 }),
    restamp: fc.boolean(),
    loser: fc.constantFrom('inactive' as const, 'deleted' as const),
    below: fc.constantFrom('moved' as const, 'kept' as const),
  });
  const companies = generateCompanies(7, 'tiny', asOf).map(({ company }) => company);
  let merged = 0;
  fc.assert(
    fc.property(fc.nat({ max: companies.length - 1 }), fc.array(pair, { maxLength: 8 }), (which, pairs) => {
      const company = companies[which];
      if (company === undefined) throw new Error('There is no such company.');
      for (const { name, from, into, restamp, loser, below } of pairs) {
        const rows = [...company.table(name).records()].filter(({ active }) => active);
        const idAt = (index: number): string => rows[index % rows.length]?.id ?? '';
        const [loserId, survivorId] = [idAt(from), idAt(into)];
        try {
          const rules = { restamp, loser, below };
          mergeNames(company, entityNamed(name), { loserId, survivorId, rules, atSeconds });
          merged += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
        }
      }
      checkBooks(company);
      checkReports(company, atSeconds);
    }),
    { numRuns: 20, seed: 4711 },
  );
  expect(merged).toBeGreaterThan(5);
});
