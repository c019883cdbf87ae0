import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { silentLogger } from '../../base/logger.ts';
import { openDatabase, type Database } from '../../postgres/database.ts';
import { refreshBudget } from './budget.ts';
import { createRation, type Ration } from './ration.ts';

let database: TestDatabase;
/** Connections of another process. */
let other: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  other = await openDatabase({ url: database.url, logger: silentLogger, maxConnections: 5 });
});
afterAll(async () => {
  await other.close();
  await database.close();
});
beforeEach(() =>
  database.db.execute('DELETE FROM ledger_mirror.call_budget; DELETE FROM ledger_mirror.api_calls'),
);

const two = (budget: number): readonly [Ration, Ration] => [
  createRation({ db: database.db, budget }),
  createRation({ db: other, budget }),
];

/** How many of so many calls are let go. */
async function letGo(ration: Ration, calls: number): Promise<number> {
  const asked = await Promise.allSettled(Array.from({ length: calls }, async () => ration.take()));
  for (const one of asked)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'SYNC_BUDGET_SPENT' });
  return asked.filter(({ status }) => status === 'fulfilled').length;
}

const row = async (): Promise<unknown> =>
  (await database.db.query('SELECT used, taken, state FROM ledger_mirror.call_budget'))[0];

test('I61: processes that ask at once make exactly as many calls as are allowed', async () => {
  const [one, another] = two(8);
  const made = await Promise.all([letGo(one, 7), letGo(another, 7)]);
  expect(made[0] + made[1]).toBe(8);
  await refreshBudget(database.db, 8);
  expect(await row()).toEqual({ used: 0, taken: 8, state: 'spent' });
});

test('I61: a call that was not metered is there for another process', async () => {
  const [one, another] = two(2);
  expect(await letGo(one, 3)).toBe(2);
  expect(await letGo(another, 1)).toBe(0);
  await one.giveBack();
  expect(await letGo(another, 2)).toBe(1);
  expect(await letGo(one, 1)).toBe(0);
});

test('I61: while there are plenty a statement serves many calls, and what is not used comes back at the end', async () => {
  let statements = 0;
  const { db } = database;
  const counting: Database = {
    ...db,
    execute: (text, values) => ((statements += 1), db.execute(text, values)),
    query: (text, values, options) => ((statements += 1), db.query(text, values, options)),
  };
  await refreshBudget(db, 500_000);
  const ration = createRation({ db: counting, budget: 500_000 });
  expect(await letGo(ration, 30)).toBe(30);
  await ration.giveBack();
  expect(await letGo(ration, 1)).toBe(1);
  expect(statements).toBe(2);
  await ration.close();
  expect(await row()).toMatchObject({ taken: 30 });
});

test('I61: calls that were counted before anybody took one are as good as taken, and those of another month are not', async () => {
  await database.db.query(
    `INSERT INTO ledger_mirror.api_calls VALUES
       ('elsewhere', date_trunc('hour', now()), 'query', true, 'ok', 5),
       ('elsewhere', date_trunc('month', now(), 'UTC') - interval '1 day', 'query', true, 'ok', 500)`,
  );
  const [one, another] = two(8);
  expect(await letGo(one, 5)).toBe(3);
  await database.db.query(`UPDATE ledger_mirror.call_budget SET month = '2020-01-01', taken = 8, used = 8`);
  await database.db.query(`DELETE FROM ledger_mirror.api_calls`);
  expect(await letGo(another, 9)).toBe(8);
});

test('without a limit nothing is taken', async () => {
  const [one] = two(0);
  expect(await letGo(one, 100)).toBe(100);
  await one.giveBack();
  await one.close();
  expect(await row()).toBeUndefined();
});
