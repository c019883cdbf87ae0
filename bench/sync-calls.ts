// How many calls a company costs while it is followed: one quiet look, and a day of looks as a month is made of, with
// everything the program does besides (slow polls, the daily comparison, the daily repair).
import { openBenchDatabase } from '../test/support/bench-database.ts';
import { createWebhookReceiver } from '../src/sync/announce/receiver.ts';
import { openEndpoint } from '../src/sync/company/index.ts';
import { silentLogger } from '../src/base/logger.ts';
import type { RealmId } from '../src/base/realm-id.ts';
import { Secret } from '../src/base/secret.ts';
import { createTestApp } from '../test/support/http-app.ts';
import { openInThePast, shiftIntoThePast } from '../test/support/away-run.ts';
import { type Installation, until } from '../test/support/installation.ts';
import { versionsOf } from '../test/support/sync-bench.ts';
import type { Measure } from './main.ts';

const DAYS_OF_A_MONTH = 30.4;
const DAY_SECONDS = 86_400;
const SIZE = 300;

export async function run(): Promise<readonly Measure[]> {
  const polled = await withCompany(async (installation, realmId) => {
    const quiet = await quietLook(installation, realmId);
    const day = await aDay(installation, realmId);
    return { quiet, day };
  });
  const announced = await withCompany(async (installation, realmId) => {
    const stop = await announce(installation, realmId);
    try {
      return await aDay(installation, realmId);
    } finally {
      await stop();
    }
  });
  return [
    { name: 'a quiet look', value: polled.quiet.calls, unit: 'calls', basis: 'aim 1' },
    {
      name: 'rows of the copy it writes',
      value: polled.quiet.isUntouched ? 0 : 1,
      unit: 'tables changed',
      basis: 'aim 0',
    },
    {
      name: 'calls a month, polled every 180 s',
      value: polled.day.billable * DAYS_OF_A_MONTH,
      unit: 'calls',
      basis: `${polled.day.looks} runs and ${polled.day.billable} billable calls in a day of one company; aim below 16,000`,
    },
    {
      name: 'calls a month, announced, safety interval 1,800 s',
      value: announced.billable * DAYS_OF_A_MONTH,
      unit: 'calls',
      basis: `${announced.looks} runs and ${announced.billable} billable calls in a day of one company; aim below 2,000`,
    },
  ];
}

/** A company two days ago that has been copied. */
async function withCompany<T>(
  work: (installation: Installation, realmId: RealmId) => Promise<T>,
): Promise<T> {
  const installation = await openInThePast(await openBenchDatabase(), 2, { seed: 4, size: SIZE });
  const [realmId] = installation.realmIds;
  if (realmId === undefined) throw new Error('The simulator has no company.');
  try {
    await installation.connect(realmId);
    await installation.sync(realmId);
    // The look that follows a first copy sees what changed meanwhile, and lets everybody join.
    await installation.sync(realmId);
    return await work(installation, realmId);
  } finally {
    await installation.close();
  }
}

async function quietLook(
  { db, slice, simulatorUrl }: Installation,
  realmId: RealmId,
): Promise<{ calls: number; isUntouched: boolean }> {
  const before = await versionsOf(db);
  await clearCalls(simulatorUrl);
  await db.query('UPDATE ledger_mirror.organizations SET next_run_at = now()');
  while ((await slice(realmId)).kind === 'again');
  const { total } = await callsOf(simulatorUrl);
  return { calls: total, isUntouched: (await versionsOf(db)) === before };
}

/** A day of both clocks, from one moment at which the company is due to the next. */
async function aDay(
  installation: Installation,
  realmId: RealmId,
): Promise<{ looks: number; billable: number }> {
  const { db, slice, control, simulatorUrl } = installation;
  await clearCalls(simulatorUrl);
  let passed = 0;
  let looks = 0;
  while (passed < DAY_SECONDS) {
    const [due] = await db.query<{ seconds: number }>(
      'SELECT greatest(0, extract(epoch FROM next_run_at - clock_timestamp()))::float8 AS seconds FROM ledger_mirror.organizations WHERE realm_id = $1',
      [realmId],
    );
    const seconds = Math.ceil(due?.seconds ?? 0);
    await shiftIntoThePast(installation, seconds / DAY_SECONDS);
    await control('clock', { advanceSeconds: seconds });
    passed += seconds;
    while ((await slice(realmId)).kind === 'again');
    looks += 1;
  }
  return { looks, billable: (await callsOf(simulatorUrl)).billable };
}

/** Lets QuickBooks announce what changes, once. @returns what takes the announcing down */
async function announce(installation: Installation, realmId: RealmId): Promise<() => Promise<void>> {
  const { db, verifierToken, control, change } = installation;
  const app = await createTestApp({
    db,
    webhooks: {
      verifierToken: new Secret(verifierToken),
      storeEvents: createWebhookReceiver({
        db,
        jobs: { wake: () => Promise.resolve() },
        logger: silentLogger,
      }),
    },
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  await openEndpoint(db);
  await control('switches', { webhooks: { aggregationSeconds: 0 } });
  await control('webhooks', { url: `${url}/v1/webhooks/qbo`, verifierToken });
  await change(realmId, 1, 'create-customer');
  const isStored = async (): Promise<boolean> =>
    (await db.query('SELECT FROM ledger_mirror.webhook_events')).length > 0;
  await until(isStored, 20_000, 'the event is stored');
  await installation.sync(realmId);
  return () => app.close();
}

async function callsOf(simulatorUrl: string): Promise<{ total: number; billable: number }> {
  return (await (await fetch(`${simulatorUrl}/simulator/calls`)).json()) as {
    total: number;
    billable: number;
  };
}

async function clearCalls(simulatorUrl: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${simulatorUrl}/simulator/calls`, { method: 'DELETE', headers });
}
