import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openSyncBench, type SyncBench } from '../../../test/support/sync-bench.ts';
import { silentLogger } from '../../base/logger.ts';
import { dispatch } from '../run/dispatcher.ts';

let database: TestDatabase;
let bench: SyncBench;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  bench = await openSyncBench({ shared: database });
  await bench.connect();
  await bench.sync();
});
afterEach(() => bench.close());

/** What is stored when the database's clock was a day ahead and is right again. */
async function setBack(): Promise<void> {
  await bench.db.execute(
    `UPDATE ledger_mirror.organizations
     SET looked_at = looked_at + interval '1 day', last_success_at = last_success_at + interval '1 day',
         next_run_at = next_run_at + interval '1 day';
     UPDATE ledger_mirror.entity_states SET last_synced_at = last_synced_at + interval '1 day'`,
  );
}

const jobs = { wakeAll: async (): Promise<void> => undefined };

test('I47: what a person asks for after the database’s clock was set back is looked for', async () => {
  await setBack();
  const [customer] = await bench.truth('Customer');
  await bench.write('Customer', { ...customer, sparse: true, Notes: 'after the clock was set back' });
  await bench.organizations.requestSync(bench.realmId);
  await dispatch(bench.db, jobs, silentLogger);
  await bench.slice();
  expect(await bench.differences()).toEqual([]);
});

test('I47: a company is due at once after the database’s clock was set back, and once only', async () => {
  await setBack();
  expect(await dispatch(bench.db, jobs, silentLogger)).toBe(1);
  const { runs } = bench.organizations;
  const before = bench.statements.length;
  await bench.slice();
  expect(bench.statements.length).toBeGreaterThan(before);
  expect((await runs(bench.realmId))[0]).toMatchObject({ status: 'succeeded' });
  expect(await dispatch(bench.db, jobs, silentLogger)).toBe(0);
});

test('I47: a run that began before the database’s clock was set back comes to its end', async () => {
  await bench.organizations.requestSync(bench.realmId);
  await setBack();
  await bench.db.execute(
    `UPDATE ledger_mirror.sync_runs SET status = 'running', started_at = now() + interval '1 day' WHERE status = 'queued'`,
  );
  await dispatch(bench.db, jobs, silentLogger);
  const before = bench.statements.length;
  expect(await bench.slice()).toEqual({ kind: 'done' });
  expect(bench.statements.length).toBeGreaterThan(before);
  expect(bench.statements.length - before).toBeLessThan(10);
});

test('I47: nothing waits longer than it would have because the database’s clock was set back', async () => {
  const { db, realmId } = bench;
  const later = "now() + interval '60 days'";
  await db.execute(
    `UPDATE ledger_mirror.organizations SET looked_at = ${later}, prove_at = ${later}, repaired_at = ${later},
       last_event_at = ${later}, unannounced_at = ${later}, rate_limited_since = ${later};
     UPDATE ledger_mirror.entity_states SET capture_refused_until = ${later}, capture_refusal = 'not_offered' WHERE entity = 'Account';
     INSERT INTO ledger_mirror.rejected_records (realm_id, entity, record_id, reason, document, retry_at) VALUES ('${realmId}', 'Invoice', '1', 'r', '{}', ${later});
     INSERT INTO ledger_mirror.merge_suspects (realm_id, entity, record_id, ask_at) VALUES ('${realmId}', 'Customer', '1', ${later});
     INSERT INTO ledger_mirror.outdated_records (realm_id, entity, record_id, noticed_at, ask_at) VALUES ('${realmId}', 'Customer', '1', now(), ${later});
     INSERT INTO ledger_mirror.sought_references (realm_id, entity, record_id, found, sought_at) VALUES ('${realmId}', 'Customer', '2', false, ${later})`,
  );
  await dispatch(db, jobs, silentLogger);
  const [waits] = await db.query<Record<string, number>>(
    `SELECT extract(epoch FROM prove_at - now())::float8 AS proof, extract(epoch FROM repaired_at - now())::float8 AS repair,
            extract(epoch FROM last_event_at - now())::float8 AS event, extract(epoch FROM unannounced_at - now())::float8 AS unannounced,
            extract(epoch FROM rate_limited_since - now())::float8 AS limited,
            (SELECT extract(epoch FROM max(capture_refused_until) - now())::float8 FROM ledger_mirror.entity_states) AS capture,
            (SELECT extract(epoch FROM max(retry_at) - now())::float8 FROM ledger_mirror.rejected_records) AS rejected,
            (SELECT extract(epoch FROM max(ask_at) - now())::float8 FROM ledger_mirror.merge_suspects) AS suspect,
            (SELECT extract(epoch FROM max(ask_at) - now())::float8 FROM ledger_mirror.outdated_records) AS outdated,
            (SELECT extract(epoch FROM max(sought_at) - now())::float8 FROM ledger_mirror.sought_references) AS sought
     FROM ledger_mirror.organizations`,
  );
  const day = 86_400;
  const most = {
    proof: day,
    repair: 1,
    event: 1,
    unannounced: 1,
    limited: 1,
    capture: 7 * day,
    rejected: day,
    suspect: 900,
    outdated: 3600,
    sought: 1,
  };
  for (const [what, seconds] of Object.entries(most))
    expect(waits?.[what], what).toBeLessThanOrEqual(seconds + 1);
});

test('I47: what was announced before the database’s clock was set back is followed once, not every second', async () => {
  const { db, realmId } = bench;
  await db.execute(
    `INSERT INTO ledger_mirror.webhook_events (dedupe_key, realm_id, entity, record_id, verb, event_at, received_at)
     VALUES ('e', '${realmId}', 'Customer', '1', 'updated', now() - interval '1 minute', now() + interval '1 day')`,
  );
  await setBack();
  await dispatch(db, jobs, silentLogger);
  await bench.sync();
  const wait = (await bench.organizations.get(realmId)).nextRunAt.getTime() - Date.now();
  // The record is asked for by its id.
  expect(wait).toBeGreaterThan(2_000);
  const [open] = await db.query<{ late: boolean }>(
    `SELECT received_at > now() AS late FROM ledger_mirror.webhook_events`,
  );
  expect(open?.late).toBe(false);
});
