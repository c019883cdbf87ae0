import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ListingTable, inSeconds } from '../../test/support/listing-table.ts';
import type { RecordStamp } from './answers.ts';
import { advanceListing, listingStatement, startListing } from './listing.ts';
import type { Listing, ListingOptions } from './listing.ts';

/** Walks a listing; `between` runs after every page. The state goes through JSON, as it does when it is stored. */
function walk(
  table: ListingTable,
  options: Omit<ListingOptions, 'entity' | 'select'>,
  between: () => void = () => undefined,
): Set<string> {
  const yielded = new Set<string>();
  let listing = startListing({ entity: 'Invoice', select: '*', ...options });
  for (;;) {
    const answer = table.answer(listingStatement(listing));
    for (const record of answer.records) yielded.add(record.id);
    const next = advanceListing(listing, answer);
    if (next === 'done') return yielded;
    listing = JSON.parse(JSON.stringify(next)) as Listing;
    between();
    if (table.queries > 10_000) throw new Error('the listing does not end');
  }
}

test('the statement asks for the range, the order and the page', () => {
  const listing = startListing({
    entity: 'Customer',
    select: '*',
    where: 'Active IN (true, false)',
    by: 'MetaData.LastUpdatedTime',
    from: new Date('2026-01-15T12:00:00.700Z'),
    before: new Date('2026-01-15T13:00:00.900Z'),
  });
  expect(listingStatement(listing)).toBe(
    "SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime >= '2026-01-15T12:00:00Z'" +
      " AND MetaData.LastUpdatedTime < '2026-01-15T13:00:00Z' ORDERBY MetaData.LastUpdatedTime ASC STARTPOSITION 1 MAXRESULTS 1000",
  );
});

test('an empty table ends with the first page, and a small one with the second', () => {
  const table = new ListingTable();
  expect(walk(table, { by: 'MetaData.CreateTime' }).size).toBe(0);
  expect(table.queries).toBe(1);
  for (const second of [1, 1, 2]) table.create(second);
  table.queries = 0;
  expect(walk(table, { by: 'MetaData.CreateTime' }).size).toBe(3);
  expect(table.queries).toBe(2);
});

test('a page shorter than asked for does not end the listing', () => {
  const table = new ListingTable();
  for (let second = 0; second < 30; second += 1) table.create(second);
  const stingy = { answer: (statement: string) => table.answer(statement).records.slice(0, 7) };
  let listing: Listing | 'done' = startListing({ entity: 'Invoice', select: '*', by: 'MetaData.CreateTime' });
  const yielded = new Set<string>();
  while (listing !== 'done') {
    const records = stingy.answer(listingStatement(listing));
    for (const record of records) yielded.add(record.id);
    listing = advanceListing(listing, { records });
  }
  expect(yielded.size).toBe(30);
});

test('a second that holds 2,500 records is read whole, though rows leave it while it is read', () => {
  const table = new ListingTable();
  for (let index = 0; index < 700; index += 1) table.create(1);
  const crowd = Array.from({ length: 2500 }, () => table.create(5));
  for (let index = 0; index < 700; index += 1) table.create(9);
  let pages = 0;
  const deleted = new Set<string>();
  const yielded = walk(table, { by: 'MetaData.CreateTime' }, () => {
    pages += 1;
    const victim = crowd[pages];
    if (pages < 6 && victim !== undefined && table.rows.delete(victim)) deleted.add(victim);
  });
  expect(deleted.size).toBe(5);
  expect([...table.rows.keys()].filter((id) => !yielded.has(id))).toEqual([]);
  expect(table.queries).toBeLessThan(25);
});

test('a row that hides behind a shift in two passes running is still found', () => {
  const table = new ListingTable();
  const [mover, hidden] = ['1', '3'];
  for (let tie = 0; tie < 4; tie += 1) table.create(1, tie);
  let page = 0;
  const yielded = walk(table, { by: 'MetaData.CreateTime', pageSize: 2 }, () => {
    page += 1;
    // Page 1 finds the second too full. Of each of the next two passes, the first page is followed by an edit that
    // moves a row it has brought to the end; before the next pass it is moved back.
    const row = table.rows.get(mover);
    if (row !== undefined) row.tie = page === 2 || page === 5 ? 9 : page === 4 ? 0 : row.tie;
  });
  expect(yielded).toContain(hidden);
});

test('a second that never keeps still is an error, not calls without end', () => {
  const table = new ListingTable();
  for (let index = 0; index < 10; index += 1) table.create(1);
  const replaceOne = (): void => {
    table.rows.delete(table.create(1));
    table.rows.delete([...table.rows.keys()][0] ?? '');
    table.create(1);
  };
  expect(() => walk(table, { by: 'MetaData.CreateTime', pageSize: 3 }, replaceOne)).toThrow(
    expect.objectContaining({ code: 'QBO_LISTING_DISORDERED' }),
  );
});

/** Chance that repeats (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test.each(Array.from({ length: 8 }, (_, index) => index))(
  'a second with more records than a page is read whole although their order differs from call to call (%i)',
  (seed) => {
    const table = new ListingTable();
    table.chance = chanceOf(seed);
    for (let index = 0; index < 30; index += 1) table.create(1);
    for (let index = 0; index < 2500; index += 1) table.create(5);
    for (let index = 0; index < 30; index += 1) table.create(9);
    expect(walk(table, { by: 'MetaData.CreateTime' }).size).toBe(2560);
    expect(table.queries).toBeLessThan(150);
  },
);

test('by position: the same in an order of chance, and where ties are many pages long', () => {
  const table = new ListingTable();
  table.chance = chanceOf(1);
  for (let index = 0; index < 1_000; index += 1) table.create(1);
  expect(walk(table, { by: 'position', pageSize: 100 }).size).toBe(1_000);
  expect(walk(table, { by: 'MetaData.LastUpdatedTime', pageSize: 100 }).size).toBe(1_000);
});

test('rows that are counted and never come end a listing with an error, after ten passes that brought nothing', () => {
  const table = new ListingTable();
  for (let index = 0; index < 10; index += 1) table.create(1);
  table.countsApart = true;
  const hides = {
    answer: (statement: string) => {
      table.apart = new Map(/COUNT/.test(statement) ? [['TAX', inSeconds(0)]] : []);
      return table.answer(statement);
    },
  };
  let listing: Listing | 'done' = startListing({ entity: 'Invoice', select: '*', by: 'position' });
  expect(() => {
    while (listing !== 'done') listing = advanceListing(listing, hides.answer(listingStatement(listing)));
  }).toThrow(
    expect.objectContaining({
      code: 'QBO_LISTING_DISORDERED',
      details: expect.objectContaining({ disorder: 'lacking' }),
    }),
  );
  expect(table.queries).toBe(11 * 3);
});

const apart = ['TAX', 'NON', 'CustomSalesTax'];
const whole = Array.from({ length: 10 }, (_, index) => String(index + 1));

function withRowsApart(countsApart: boolean): ListingTable {
  const table = new ListingTable();
  for (let second = 0; second < 10; second += 1) table.create(second);
  // In an order of their own, after all others and before them.
  table.apart = new Map(apart.map((id, index) => [id, inSeconds([50, -3, 7][index] ?? 0)]));
  table.countsApart = countsApart;
  return table;
}

test.each<[ListingOptions['by'], boolean]>([
  ['MetaData.CreateTime', true],
  ['MetaData.LastUpdatedTime', false],
  ['position', true],
  ['position', false],
])(
  'by %s: rows known to come first on every page, whatever it asks for, are let through and mislead nobody (counted: %s)',
  (by, countsApart) => {
    const table = withRowsApart(countsApart);
    const range = by === 'position' ? {} : { from: inSeconds(0), before: inSeconds(40) };
    const yielded = walk(table, { by, apart, pageSize: 4, ...range });
    expect([...yielded].toSorted()).toEqual([...whole, ...apart].toSorted());
    expect(table.queries).toBeLessThan(12);
  },
);

test('by position: rows apart that stand where others do are no end, though a page has nothing else', () => {
  const rows = ['2', '3', ...apart, '4'].map((id) => ({ id }) as RecordStamp);
  let listing: Listing | 'done' = startListing({
    entity: 'TaxCode',
    select: '*',
    by: 'position',
    apart,
    pageSize: 2,
  });
  const yielded = new Set<string>();
  for (let queries = 0; listing !== 'done' && queries < 50; queries += 1) {
    const statement = listingStatement(listing);
    const from = Number(/STARTPOSITION (\d+)/.exec(statement)?.[1]) - 1;
    const records = statement.includes('COUNT') ? [] : rows.slice(from, from + 2);
    for (const { id } of records) yielded.add(id);
    listing = advanceListing(listing, { records, totalCount: rows.length });
  }
  expect(listing).toBe('done');
  expect([...yielded].toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
});

test('by position: rows nobody knows of come first on every page, and it ends all the same', () => {
  for (const countsApart of [true, false]) {
    const table = withRowsApart(countsApart);
    expect(walk(table, { by: 'position', orderBy: 'Id', pageSize: 4 }).size).toBe(13);
  }
});

type Change =
  | { readonly kind: 'create'; readonly second: number; readonly tie: number }
  | { readonly kind: 'edit' | 'delete'; readonly pick: number; readonly tie: number };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), second: fc.nat(12), tie: fc.nat(3) }),
  fc.record({ kind: fc.constantFrom('edit' as const, 'delete' as const), pick: fc.nat(200), tie: fc.nat(3) }),
);

/** As above, among thousands. */
const crowdChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), second: fc.integer({ min: 4, max: 7 }), tie: fc.nat(3) }),
  fc.record({
    kind: fc.constantFrom('edit' as const, 'delete' as const),
    pick: fc.nat(4_000),
    tie: fc.nat(3),
  }),
);

const sceneOf = (seconds: number, changes: number) =>
  fc.record({
    rows: fc.array(fc.record({ second: fc.nat(seconds), tie: fc.nat(3) }), { maxLength: 60 }),
    pageSize: fc.integer({ min: 1, max: 8 }),
    changes: fc.array(fc.array(change, { maxLength: 5 }), { maxLength: changes }),
  });
/** Few records a second, and so many that each second needs several pages. */
const scene = fc.oneof(sceneOf(12, 40), sceneOf(1, 12));
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

/** `moving`: edits change the order of the rows that are read by position. */
type Order = 'MetaData.CreateTime' | 'MetaData.LastUpdatedTime' | 'position by Id' | 'position, moving';

/** @param seed  where it is given, records of one second come in another order at every call */
function play(order: Order, { rows, pageSize, changes }: Scene, seed?: number): void {
  const table = new ListingTable();
  if (seed !== undefined) table.chance = chanceOf(seed);
  const steady = new Set(rows.map(({ second, tie }) => table.create(second, tie)));
  const byChange = order === 'MetaData.LastUpdatedTime';
  let page = 0;
  const between = (): void => {
    for (const one of changes[page] ?? []) {
      if (one.kind === 'create') {
        // A record may appear late with an early time: QuickBooks takes up to two minutes to commit.
        table.create(byChange ? 100 + page : one.second, one.tie);
        continue;
      }
      const id = [...table.rows.keys()][one.pick % Math.max(1, table.rows.size)];
      const row = id === undefined ? undefined : table.rows.get(id);
      if (row === undefined) continue;
      if (one.kind === 'delete') {
        table.rows.delete(row.id);
        steady.delete(row.id);
        continue;
      }
      row.updatedAt = inSeconds(100 + page);
      row.tie = one.tie;
      // An edited record leaves a range that ended before the edit; the next range brings it.
      if (byChange) steady.delete(row.id);
    }
    page += 1;
  };
  const options: Omit<ListingOptions, 'entity' | 'select'> =
    order === 'MetaData.CreateTime' || order === 'MetaData.LastUpdatedTime'
      ? { by: order, before: byChange ? inSeconds(50) : undefined }
      : { by: 'position', orderBy: order === 'position by Id' ? 'Id' : undefined };
  const yielded = walk(table, { ...options, pageSize }, between);
  expect([...steady].filter((id) => !yielded.has(id))).toEqual([]);
}

test.each<[Order, string]>([
  ['MetaData.CreateTime', 'what existed throughout is yielded'],
  ['MetaData.LastUpdatedTime', 'what was not touched meanwhile is yielded, before a fixed instant'],
  ['position by Id', 'what existed throughout is yielded'],
  ['position, moving', 'what existed throughout is yielded'],
])('by %s: whatever is created, edited and deleted between pages, %s, and the listing ends', (order) => {
  fc.assert(
    fc.property(scene, (one) => play(order, one)),
    { numRuns: 3000 },
  );
});

test.each<Order>(['MetaData.CreateTime', 'MetaData.LastUpdatedTime', 'position, moving'])(
  'by %s: the same where records of one second come in another order at every call',
  (order) => {
    // Pages of one row would need more passes than anybody has patience for.
    const shuffled = fc.record({ one: scene.filter(({ pageSize }) => pageSize > 3), seed: fc.nat() });
    fc.assert(
      fc.property(shuffled, ({ one, seed }) => play(order, one, seed)),
      { numRuns: 1000 },
    );
  },
);

test.each<Order>(['MetaData.CreateTime', 'MetaData.LastUpdatedTime', 'position by Id', 'position, moving'])(
  'by %s: the same where thousands share a second and a page brings 1,000',
  (order) => {
    const crowd = fc.record({
      rows: fc
        .tuple(fc.integer({ min: 1_900, max: 3_200 }), fc.nat(1_500), fc.nat(40))
        .map(([many, more, few]) => [
          ...Array.from({ length: many }, (_, index) => ({ second: 5, tie: index % 4 })),
          ...Array.from({ length: more }, (_, index) => ({ second: 6, tie: index % 3 })),
          ...Array.from({ length: few }, (_, index) => ({ second: index % 12, tie: 0 })),
        ]),
      pageSize: fc.constant(1_000),
      changes: fc.array(fc.array(crowdChange, { maxLength: 5 }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(crowd, (one) => play(order, one)),
      { numRuns: 15 },
    );
  },
);

test('by position: an empty table is one call, and a quiet one is read twice and counted', () => {
  const table = new ListingTable();
  expect(walk(table, { by: 'position' }).size).toBe(0);
  expect(table.queries).toBe(1);
  for (let second = 0; second < 25; second += 1) table.create(second);
  table.queries = 0;
  expect(walk(table, { by: 'position', orderBy: 'Id', pageSize: 10 }).size).toBe(25);
  expect(table.queries).toBe(2 * (3 + 1) + 1);
});

test('by position: two passes that both missed the same row are found out by the count', () => {
  const table = new ListingTable();
  for (let second = 0; second < 4; second += 1) table.create(second);
  const mover = table.rows.get('1');
  let page = 0;
  const yielded = walk(table, { by: 'position', pageSize: 2 }, () => {
    page += 1;
    // In each of two passes, after its first page, the first row goes behind the others and comes back unseen.
    if (mover !== undefined && page < 7) mover.updatedAt = inSeconds(page === 1 || page === 4 ? 9 : 0);
  });
  expect(yielded).toContain('3');
});

test('by position: a range of time makes no sense, and neither does a count without a number', () => {
  expect(() => startListing({ entity: 'Term', select: '*', by: 'position', from: inSeconds(0) })).toThrow(
    TypeError,
  );
  const listing = startListing({ entity: 'Term', select: '*', by: 'position' });
  const counting = {
    ...listing,
    scan: { position: 3, pass: ['1'], previous: ['1'], passes: 1, counting: true },
  };
  expect(listingStatement(counting)).toBe('SELECT COUNT(*) FROM Term');
  expect(() => advanceListing(counting, { records: [] })).toThrow(
    expect.objectContaining({ code: 'QBO_LISTING_DISORDERED' }),
  );
});

test('two ranges that meet bring every record, also those edited while the first was read', () => {
  const table = new ListingTable();
  const ids = Array.from({ length: 40 }, (_, index) => table.create(index));
  let page = 0;
  const first = walk(table, { by: 'MetaData.LastUpdatedTime', before: inSeconds(50), pageSize: 5 }, () => {
    const row = table.rows.get(ids[39 - page] ?? '');
    if (row !== undefined) row.updatedAt = inSeconds(60 + page);
    page += 1;
  });
  const second = walk(table, {
    by: 'MetaData.LastUpdatedTime',
    from: inSeconds(50),
    before: inSeconds(500),
    pageSize: 5,
  });
  expect(first.size).toBeLessThan(40);
  expect(ids.filter((id) => !first.has(id) && !second.has(id))).toEqual([]);
});

test('an answer outside the order or the range is refused instead of losing records', () => {
  const record = (second: number): RecordStamp => ({
    id: String(second),
    createdAt: inSeconds(second),
    updatedAt: undefined,
  });
  const listing = startListing({
    entity: 'Invoice',
    select: '*',
    by: 'MetaData.CreateTime',
    from: inSeconds(10),
    before: inSeconds(20),
  });
  const refused = [
    [record(12), record(11)],
    [record(9), record(12)],
    [record(12), record(20)],
    [{ id: '1', createdAt: undefined, updatedAt: inSeconds(12) }],
  ];
  for (const records of refused) {
    expect(() => advanceListing(listing, { records })).toThrow(
      expect.objectContaining({ code: 'QBO_LISTING_DISORDERED' }),
    );
  }
});
