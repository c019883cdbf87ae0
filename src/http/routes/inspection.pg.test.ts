import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createTestApp } from '../../../test/support/http-app.ts';
import { connectCompany } from '../../../test/support/record-app.ts';
import { createAccess } from '../../access/access.ts';
import type {
  EntityStateList,
  Organization,
  OrganizationList,
  QueuedJobList,
  RejectedRecordList,
  UsageList,
} from '../../api-contract/index.ts';
import { systemClock } from '../../base/clock.ts';
import { silentLogger } from '../../base/logger.ts';
import type { RealmId } from '../../base/realm-id.ts';
import { createJobs, type Jobs } from '../../jobs/jobs.ts';

let database: TestDatabase;
let app: FastifyInstance;
let jobs: Jobs;
let realmId: RealmId;
const keys = new Map<string, string>();

beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  jobs = createJobs({ db, logger: silentLogger });
  await jobs.start();
  realmId = await connectCompany(db, '1');
  const access = createAccess({ db, clock: systemClock });
  app = await createTestApp({ db, access, jobs, demoSignIn: false });
  const by = { kind: 'command', id: '', name: '', role: 'owner', organizations: undefined } as const;
  for (const role of ['viewer', 'operator', 'admin'] as const) {
    const { secret } = await access.keys.create({ name: role, role, organizations: undefined }, by);
    keys.set(role, secret.reveal());
  }
  for (let id = 1; id <= 5; id += 1) {
    await db.query(
      `INSERT INTO ledger_mirror.rejected_records (realm_id, entity, record_id, reason, document)
       VALUES ($1, $2, $3, 'a date that is none', '{"TxnDate":"0000-00-00"}')`,
      [realmId, id === 5 ? 'Bill' : 'Invoice', String(id)],
    );
  }
  await db.query(
    `INSERT INTO ledger_mirror.api_calls (realm_id, hour_at, kind, billable, outcome, calls) VALUES
       ($1, '2026-01-31T22:00:00Z', 'query', true, 'ok', 5), ($1, '2026-01-31T23:00:00Z', 'query', true, 'ok', 7),
       ($1, '2026-02-01T00:00:00Z', 'query', true, 'ok', 1), ($1, '2026-01-31T23:00:00Z', 'token', false, 'ok', 2)`,
    [realmId],
  );
});
afterAll(async () => {
  await app.close();
  await jobs.stop();
  await database.close();
});

const ask = (role: string, url: string, method: 'GET' | 'POST' = 'GET') =>
  app.inject({ method, url, headers: { authorization: `Bearer ${keys.get(role) ?? ''}` } });

test('the quarantine is read page by page, its documents only by those who may see them', async () => {
  const url = `/v1/organizations/${realmId}/rejected`;
  const first = (await ask('viewer', `${url}?limit=2`)).json<RejectedRecordList>();
  expect(first.items.map(({ recordId }) => recordId)).toEqual(['5', '4']);
  const second = (
    await ask('viewer', `${url}?limit=3&cursor=${first.nextCursor}`)
  ).json<RejectedRecordList>();
  expect(second.items.map(({ recordId }) => recordId)).toEqual(['3', '2', '1']);
  expect(second.nextCursor).toBeUndefined();
  expect((await ask('viewer', `${url}?entity=Bill`)).json<RejectedRecordList>().items).toHaveLength(1);
  expect((await ask('operator', `${url}?documents=true`)).body).not.toContain('0000-00-00');
  const shown = (await ask('admin', `${url}?documents=true&limit=1`)).json<RejectedRecordList>();
  expect(shown.items[0]?.document).toBe('{"TxnDate":"0000-00-00"}');
  const trail = await database.db.query(
    `SELECT actor_name, target, details FROM ledger_mirror.audit WHERE action = 'data.sensitive_read'`,
  );
  expect(trail).toEqual([
    { actorName: 'admin', target: 'rejected_records', details: { columns: ['document'] } },
  ]);
});

test('how much is in quarantine is told where the company is told, one by one and in the list', async () => {
  const one = (await ask('viewer', `/v1/organizations/${realmId}`)).json<Organization>();
  const list = (await ask('viewer', '/v1/organizations')).json<OrganizationList>();
  expect([one.rejected, ...list.items.map(({ rejected }) => rejected)]).toEqual([5, 5]);
  const { items } = (await ask('viewer', `/v1/organizations/${realmId}/entities`)).json<EntityStateList>();
  const told = items.filter(({ rejected }) => rejected > 0).map(({ entity, rejected }) => [entity, rejected]);
  expect(Object.fromEntries(told)).toEqual({ Invoice: 4, Bill: 1 });
});

test('calls are added up by hour, day or month in UTC', async () => {
  const url = `/v1/organizations/${realmId}/usage?from=2026-01-01T00:00:00Z&until=2026-02-02T00:00:00Z`;
  const byDay = (await ask('viewer', `${url}&by=day`)).json<UsageList>();
  expect(byDay.items).toEqual([
    { from: '2026-02-01T00:00:00.000Z', kind: 'query', billable: true, outcome: 'ok', calls: 1 },
    { from: '2026-01-31T00:00:00.000Z', kind: 'query', billable: true, outcome: 'ok', calls: 12 },
    { from: '2026-01-31T00:00:00.000Z', kind: 'token', billable: false, outcome: 'ok', calls: 2 },
  ]);
  expect(byDay.totals).toEqual({ calls: 15, billable: 13 });
  const byMonth = (await ask('viewer', `${url}&by=month`)).json<UsageList>();
  expect(byMonth.items.map(({ calls }) => calls)).toEqual([1, 12, 2]);
  const tooLong = await ask('viewer', `/v1/organizations/${realmId}/usage?by=hour&from=2000-01-01T00:00:00Z`);
  expect(tooLong.statusCode).toBe(400);
});

test('the queue can be looked into, and a failed job tried again, which is written down', async () => {
  await jobs.wake(realmId);
  await database.db.execute(`UPDATE pgboss.job SET state = 'failed', completed_on = now()`);
  const list = (await ask('operator', '/v1/jobs?state=failed')).json<QueuedJobList>();
  expect(list.counts).toMatchObject({ failed: 1, waiting: 0 });
  expect(list.items).toMatchObject([{ realmId, state: 'failed' }]);
  const id = list.items[0]?.id ?? '';
  expect((await ask('viewer', '/v1/jobs')).statusCode).toBe(403);
  expect((await ask('viewer', `/v1/jobs/${id}/retry`, 'POST')).statusCode).toBe(403);
  expect((await ask('operator', `/v1/jobs/${id}/retry`, 'POST')).statusCode).toBe(202);
  expect((await ask('operator', `/v1/jobs/${id}`)).json()).toMatchObject({ state: 'waiting' });
  expect((await ask('operator', `/v1/jobs/${id}/retry`, 'POST')).statusCode).toBe(409);
  const trail = await database.db.query(
    `SELECT target FROM ledger_mirror.audit WHERE action = 'job.retried'`,
  );
  expect(trail).toEqual([{ target: id }]);
});
