import { expect, test } from 'vitest';
import { pagesAgain } from './pages-again.ts';

const page = (entity: string, at?: string, more = ''): string =>
  `SELECT * FROM ${entity} WHERE Active IN (true, false)${at === undefined ? '' : ` AND MetaData.CreateTime >= '${at}'`}${more} ORDERBY MetaData.CreateTime ASC STARTPOSITION 1 MAXRESULTS 25`;
const [first, second, third] = [
  page('Item'),
  page('Item', '2026-01-01T00:00:00Z'),
  page('Item', '2026-02-01T00:00:00Z'),
];

const calls = (statements: readonly string[]) =>
  statements.map((statement) => ({ kind: 'page' as const, statement }));

test('the last page may be fetched again once for each kill', () => {
  expect(pagesAgain(calls([first, second, second, third]), 1)).toEqual({
    repeated: { Item: 1 },
    broken: [],
  });
  expect(pagesAgain(calls([first, second, second, second]), 2).broken).toEqual([]);
});

test('a page that is fetched again beyond the kills is reported', () => {
  expect(pagesAgain(calls([first, second, second, third]), 0).broken).toEqual([
    expect.stringContaining('Item: 1 pages fetched again after 0 kills'),
  ]);
  expect(pagesAgain(calls([first, second, second, second]), 1).broken).toHaveLength(1);
});

test('a worker that begins an entity anew after many kills is reported', () => {
  const { repeated, broken } = pagesAgain(calls([first, second, third, first, second]), 5);
  expect(repeated).toEqual({ Item: 2 });
  expect(broken[0]).toContain('Item went back to a page before its last');
});

test('pages of other entities, counts and readings by position are no pages again', () => {
  const oneSecond = page('Item', '2026-01-01T00:00:00Z', " AND MetaData.CreateTime < '2026-01-01T00:00:01Z'");
  const byPosition = 'SELECT * FROM Item ORDERBY Id ASC STARTPOSITION 1 MAXRESULTS 25';
  const statements = [first, page('Class'), oneSecond, oneSecond, byPosition, byPosition];
  expect(pagesAgain(calls(statements), 0)).toEqual({ repeated: {}, broken: [] });
  const counts = calls([first, first]).map((call) => ({ ...call, kind: 'count' as const }));
  expect(pagesAgain(counts, 0).repeated).toEqual({});
});
