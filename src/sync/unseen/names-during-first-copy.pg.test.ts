import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { fault, isPage, openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';

// Families of names, names made during the first copy, and a first copy that is in trouble while names are merged.

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({
    shared: database,
    pageSize: 5,
    entities: ['CompanyInfo', 'Customer', 'Invoice'],
  });
  await bench.connect();
});
afterEach(() => bench.close());

type Json = Record<string, unknown>;

const customerNamed = async (name: string): Promise<Json | undefined> =>
  (await bench.truth('Customer')).find((one) => one['DisplayName'] === name);

async function make(name: string, parent?: Json): Promise<Json> {
  const below = parent === undefined ? {} : { Job: true, ParentRef: { value: parent['Id'] } };
  return bench.write('Customer', { DisplayName: name, ...below });
}

/** An invoice as there are others, to somebody else. */
async function bill(customer: Json): Promise<void> {
  const [invoice] = await bench.truth('Invoice');
  await bench.write('Invoice', { Line: invoice?.['Line'], CustomerRef: { value: customer['Id'] } });
}

const rename = async (name: string, to: string): Promise<void> => {
  await bench.write('Customer', { ...(await customerNamed(name)), DisplayName: to });
};

/** Long enough ago that no look at changes comes upon it. */
async function longAgo(work: () => Promise<void>): Promise<void> {
  await bench.control('clock', { jumpSeconds: -7200 });
  await work();
  await bench.control('clock', { jumpSeconds: 7200 });
}

/** How invoices call a customer. */
const namesShown = async (name: string): Promise<string[]> => {
  const rows = await bench.db.query<{ shown: string }>(
    `SELECT DISTINCT customer_name AS shown FROM quickbooks.invoices WHERE customer_id = $1`,
    [(await customerNamed(name))?.['Id']],
  );
  return rows.map(({ shown }) => shown);
};

const invoicesAreCopied = (): Promise<void> =>
  vi.waitFor(
    async () => {
      const copied = await bench.db.query(
        `SELECT FROM ledger_mirror.entity_states WHERE entity = 'Invoice' AND cursor_at IS NOT NULL`,
      );
      expect(copied).toHaveLength(1);
    },
    { timeout: 10_000, interval: 20 },
  );

/** Does something before a page of customers is asked for. */
function beforePage(work: (page: number) => Promise<void>): void {
  let pages = 0;
  bench.disturb = async (request) => {
    if (!isPage(request, 'Customer')) return undefined;
    pages += 1;
    await work(pages);
    return undefined;
  };
}

test('I46: so does it where what lies between them was copied with the new name already', async () => {
  const oldest = (await bench.truth('Customer'))
    .filter((one) => one['ParentRef'] === undefined)
    .toSorted((a, b) => createdAt(a).localeCompare(createdAt(b)));
  await longAgo(async () => {
    const middle = await make('Middle', await make('House'));
    await bench.write('Customer', { ...oldest[0], Job: true, ParentRef: { value: middle['Id'] } });
  });
  beforePage(async (page) => {
    if (page === 2) await rename('House', 'Home');
  });
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});

test('I33: the full name of one below reaches what was copied before, also if it was copied with its parent', async () => {
  await longAgo(async () => bill(await make('Middle', await make('House'))));
  beforePage(async (page) => {
    if (page > 1) return;
    await invoicesAreCopied();
    await rename('House', 'Home');
  });
  await bench.sync();
  expect(await namesShown('Middle')).toEqual(['Home:Middle']);
});

test('I33: so does it where its parent was renamed after its own copy, and before that of those below', async () => {
  await longAgo(async () => {
    const house = await make('House');
    for (const name of ['A', 'B', 'C', 'D', 'E']) await make(`Somebody ${name}`);
    await bill(await make('Middle', house));
  });
  let isRenamed = false;
  beforePage(async (page) => {
    if (page === 1) await invoicesAreCopied();
    const stored = await bench.db.query(
      `SELECT FROM quickbooks.customers WHERE fully_qualified_name = 'House'`,
    );
    if (stored.length === 0 || isRenamed) return;
    isRenamed = true;
    expect(await bench.db.query(`SELECT FROM quickbooks.customers WHERE display_name = 'Middle'`)).toEqual(
      [],
    );
    await rename('House', 'Home');
  });
  await bench.sync();
  expect(isRenamed).toBe(true);
  expect(await namesShown('Middle')).toEqual(['Home:Middle']);
});

test('I33: so does the name of one that was made during the first copy, and renamed before it was copied', async () => {
  // A first copy that takes two hours.
  await bench.control('clock', { jumpSeconds: -7200 });
  beforePage(async (page) => {
    if (page > 2) return;
    await bench.control('clock', { jumpSeconds: 3600 });
    if (page === 2) return rename('Newcomer', 'Regular');
    await bill(await make('Newcomer'));
    await invoicesAreCopied();
    // Before the next page the changes of invoices are looked at.
    await bench.db.query(`UPDATE ledger_mirror.organizations SET looked_at = now() - interval '1 hour'`);
  });
  await bench.sync();
  expect(await namesShown('Regular')).toEqual(['Regular']);
});

test('I34: what a broken off first copy had copied before a name was merged is read again when it goes on', async () => {
  await bench.control('switches', { merges: { restamp: false, loser: 'inactive' } });
  const invoices = (await bench.truth('Invoice')).toSorted((a, b) =>
    createdAt(a).localeCompare(createdAt(b)),
  );
  const from = ((invoices[0] ?? {})['CustomerRef'] as { value: string }).value;
  const into = (await bench.truth('Customer')).find(
    (one) => one['Id'] !== from && one['Active'] === true && one['ParentRef'] === undefined,
  );
  let pages = 0;
  let isMerged = false;
  bench.disturb = async (request) => {
    if (isPage(request, 'Invoice')) {
      pages += 1;
      return pages === 1 ? undefined : fault('10000', 500);
    }
    if (isPage(request, 'Customer') && !isMerged) {
      isMerged = true;
      await vi.waitFor(() => expect(pages).toBeGreaterThan(1), { timeout: 10_000, interval: 20 });
      await bench.control(`companies/${bench.realmId}/merges`, {
        entity: 'Customer',
        from,
        into: into?.['Id'],
      });
    }
    return undefined;
  };
  await bench.sync();
  expect(
    (await bench.db.query('SELECT FROM quickbooks.invoices WHERE customer_id = $1', [from])).length,
  ).toBeGreaterThan(0);
  bench.disturb = undefined;
  await bench.db.query(`UPDATE ledger_mirror.entity_states SET retry_at = now() WHERE retry_at IS NOT NULL`);
  await bench.sync();
  await bench.db.query('UPDATE ledger_mirror.merge_suspects SET ask_at = now()');
  await bench.sync();
  expect(await bench.differences()).toEqual([]);
});

test('I9: a first copy that began by a clock far ahead is followed by changes from two minutes ahead at most', async () => {
  await bench.control('clock', { jumpSeconds: 86_400 });
  await bench.sync();
  const [company] = await bench.db.query(
    `SELECT backfill_began_at <= now() + interval '2 minutes' AS capped FROM ledger_mirror.organizations`,
  );
  expect(company).toEqual({ capped: true });
  expect(await bench.differences()).toEqual([]);
});

test('I34: a record that does not come, deleted or spoilt, does not tell that a name was not merged', async () => {
  await bench.sync();
  await bench.control('switches', { merges: { restamp: false, loser: 'inactive' } });
  const [most] = await bench.db.query<{ id: string }>(
    `SELECT customer_id AS id FROM quickbooks.invoices JOIN quickbooks.customers AS c ON c.id = customer_id AND parent_id IS NULL
     WHERE NOT EXISTS (SELECT FROM quickbooks.customers AS job WHERE job.parent_id = c.id)
     GROUP BY 1 HAVING count(*) > 1 LIMIT 1`,
  );
  const into = (await bench.truth('Customer')).find(
    (one) => one['Id'] !== most?.id && one['Active'] === true && one['ParentRef'] === undefined,
  );
  await bench.control(`companies/${bench.realmId}/merges`, {
    entity: 'Customer',
    from: most?.id,
    into: into?.['Id'],
  });
  let asked = 0;
  bench.disturb = (request) => {
    if (!/FROM Invoice WHERE Id IN \('\d+'\)/.test(request.url.searchParams.get('query') ?? ''))
      return undefined;
    asked += 1;
    return asked > 1
      ? undefined
      : { body: JSON.stringify({ QueryResponse: {}, time: new Date().toISOString() }) };
  };
  await bench.sync();
  await bench.sync();
  expect(asked).toBe(1);
  expect(await bench.differences()).toEqual([]);
});

const createdAt = (one: Json): string => (one['MetaData'] as { CreateTime: string }).CreateTime;
