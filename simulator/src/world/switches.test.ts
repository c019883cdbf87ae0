import { expect, test } from 'vitest';

import { type Bench, type Json, startBench } from '../../test/support/harness.ts';

const CODES = "select * from TaxCode where Id in ('TAX', 'NON', 'CustomSalesTax')";

async function ids(bench: Bench, statement: string): Promise<string[]> {
  const entity = /from (\w+)/i.exec(statement)?.[1] ?? '';
  return (await bench.records(statement, entity)).map((row) => row['Id'] as string);
}

const code = async (answer: Promise<Json>): Promise<string> =>
  ((await answer).json()['Fault']?.['Error']?.[0]?.['code'] ?? 'none') as string;

test('ids compare and sort as numbers or as text', async () => {
  await using bench = await startBench({ size: 300 });
  const numeric = await ids(bench, 'select Id from Customer orderby Id maxresults 1000');
  expect(numeric).toEqual(numeric.toSorted((a, b) => Number(a) - Number(b)));
  expect(await code(bench.query("select Id from Customer where Id > '9'"))).toBe('4001');
  await bench.control('switches', { allowIdRanges: true });
  const above = await ids(bench, "select Id from Customer where Id > '9' orderby Id maxresults 1000");
  expect(above).toEqual(numeric.filter((id) => Number(id) > 9));
  await bench.control('switches', { idOrder: 'lexical' });
  const lexical = await ids(bench, 'select Id from Customer orderby Id maxresults 1000');
  expect(lexical).toEqual(numeric.toSorted());
  const later = await ids(bench, "select Id from Customer where Id > '9' orderby Id maxresults 1000");
  expect(later).toEqual(lexical.filter((id) => id > '9'));
});

test('more than a thousand results are a fault or a thousand', async () => {
  await using bench = await startBench();
  expect(await code(bench.query('select * from Account maxresults 1001'))).toBe('4001');
  await bench.control('switches', { maxResultsAbove1000: 'cut' });
  expect((await bench.query('select * from Account maxresults 5000')).status).toBe(200);
});

test('the pseudo codes can be left out of TaxCode', async () => {
  await using bench = await startBench();
  const shown = await ids(bench, CODES);
  expect(shown.length).toBeGreaterThan(0);
  await bench.control('switches', { taxPseudoCodes: false });
  expect(await ids(bench, CODES)).toEqual([]);
});

test('the pseudo codes can come before all others, outside order, page and condition, counted or not', async () => {
  await using bench = await startBench();
  const own = (await ids(bench, 'select * from TaxCode orderby MetaData.CreateTime maxresults 1000')).filter(
    (id) => /^\d+$/.test(id),
  );
  const pseudo = ['TAX', 'NON', 'CustomSalesTax'];
  const set = (pseudoCodes: object): Promise<Json> => bench.control('switches', { pseudoCodes });
  const count = async (where = ''): Promise<number> =>
    (await bench.query(`select count(*) from TaxCode${where}`)).json()['QueryResponse'][
      'totalCount'
    ] as number;
  await set({ first: true });
  const page = 'orderby MetaData.CreateTime startposition 2 maxresults 1';
  const [first, ...rest] = [await ids(bench, `select * from TaxCode ${page}`)].flat().toReversed();
  expect(first).toBe(own[1]);
  expect(rest.toSorted()).toEqual(pseudo.toSorted());
  expect(await ids(bench, 'select * from TaxCode where Active = true')).toEqual(own);
  expect(await count()).toBe(own.length + 3);
  expect(await count(' where Active = true')).toBe(own.length);
  await set({ ignoreWhere: true, counted: 'never' });
  expect(await ids(bench, 'select * from TaxCode where Active = true')).toHaveLength(own.length + 3);
  expect(await count()).toBe(own.length);
  await set({ counted: 'always' });
  expect(await count(' where Active = false')).toBe(3);
});

test('records with equal keys come by id, or in another order at every call', async () => {
  await using bench = await startBench({ size: 300 });
  const statement = 'select Id from Customer orderby Active maxresults 1000';
  const byId = await ids(bench, statement);
  expect(await ids(bench, statement)).toEqual(byId);
  await bench.control('switches', { tieOrder: 'random' });
  const [once, again] = [await ids(bench, statement), await ids(bench, statement)];
  expect(once).not.toEqual(again);
  expect(once.toSorted()).toEqual(byId.toSorted());
  const ordered = await ids(bench, 'select Id from Customer orderby Id maxresults 1000');
  expect(ordered).toEqual(byId);
});

test('inventory adjustments are out of reach unless switched on, and time activities can be captured', async () => {
  await using bench = await startBench();
  const since = 'changedSince=2026-06-14';
  const capture = (entity: string): Promise<Json> => bench.call(`cdc?entities=${entity}&${since}`);
  expect(await code(capture('TimeActivity'))).toBe('500');
  expect(await code(bench.query('select * from InventoryAdjustment'))).toBe('4001');
  expect(await code(capture('InventoryAdjustment'))).toBe('500');
  await bench.control('switches', { cdcTimeActivity: true, inventoryAdjustments: true });
  expect(await code(capture('TimeActivity'))).toBe('none');
  expect(await code(bench.query('select * from InventoryAdjustment'))).toBe('none');
  expect(await code(capture('InventoryAdjustment'))).toBe('none');
});

test('a capture is cut over all or for each entity, and calls living records deleted by chance', async () => {
  await using bench = await startBench({ size: 300 });
  for (const kind of ['create-customer', 'create'])
    await bench.control(`companies/${bench.realmId}/changes`, { kind, count: 2 });
  const sizes = async (): Promise<number[]> => {
    const answer = await bench.call('cdc?entities=Customer,Invoice&changedSince=2026-05-20');
    const groups = answer.json()['CDCResponse'][0]['QueryResponse'] as Json[];
    return groups.map((group) => (group['maxResults'] ?? 0) as number);
  };
  await bench.control('switches', { cdcMaxObjects: 1 });
  expect(await sizes()).toEqual([1, 0]);
  await bench.control('switches', { cdcCap: 'entity' });
  expect(await sizes()).toEqual([1, 1]);
  await bench.control('switches', { cdcMaxObjects: 1_000, spuriousDeletes: 1 });
  const answer = await bench.call('cdc?entities=Vendor&changedSince=2026-06-15T11:59:59-07:00');
  const [wrong] = answer.json()['CDCResponse'][0]['QueryResponse'][0]['Vendor'] as Json[];
  expect(wrong['status']).toBe('Deleted');
  expect((await bench.call(`vendor/${wrong['Id']}`)).status).toBe(200);
});

test('changes of others are seen late by chance', async () => {
  await using bench = await startBench();
  await bench.control('switches', { lateCommits: 1 });
  const path = `companies/${bench.realmId}/changes`;
  expect(await bench.control(path, { kind: 'create-customer', count: 3 })).toEqual({ changes: [] });
  const count = async (): Promise<number> =>
    (await bench.query('select count(*) from Customer')).json()['QueryResponse']['totalCount'] as number;
  const before = await count();
  await bench.clock.advance(121_000);
  await expect.poll(count, { interval: 2 }).toBe(before + 3);
});
