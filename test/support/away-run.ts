import { systemClock, type Clock } from '../../src/base/clock.ts';
import type { RealmId } from '../../src/base/realm-id.ts';
import { changeKinds } from './changes.ts';
import {
  openInstallation,
  type Installation,
  type InstallationOptions,
  type ProofDatabase,
} from './installation.ts';

export type Absence = {
  readonly days: number;
  /** Records of one entity that change meanwhile. */
  readonly changes: number;
  /** Pairs of customers that become one each. */
  readonly merges: number;
  /** Whether the first copy has ended before; otherwise it is broken off in the middle. */
  readonly isCopied: boolean;
};

const day = 86_400;
/** Parts of the absence; something happens in each. */
const parts = 10;

/** Opens an installation whose QuickBooks lives so many days ago. */
export function openInThePast(
  database: ProofDatabase,
  days: number,
  options: InstallationOptions,
): Promise<Installation> {
  const ago = days * day * 1000;
  const clock: Clock = { now: () => new Date(Date.now() - ago), sleep: systemClock.sleep };
  return openInstallation(database, { ...options, clock, asOf: new Date(Date.now() - ago - day * 1000) });
}

/**
 * Copies a company, lets it change while nobody looks until QuickBooks has arrived in the present, then looks again.
 * @returns what is wrong afterwards, one line each
 */
export async function awayRun(
  installation: Installation,
  realmId: RealmId,
  { days, changes, merges, isCopied }: Absence,
): Promise<string[]> {
  const { organizations } = installation;
  await installation.connect(realmId);
  if (isCopied) await installation.sync(realmId);
  else await breakOff(installation, realmId);
  const broken: string[] = [];
  const before = (await organizations.get(realmId)).status;
  if (before !== (isCopied ? 'current' : 'loading')) broken.push(`the company was ${before} before`);
  await shiftIntoThePast(installation, days);
  for (let part = 0; part < parts; part += 1) {
    await installation.control('clock', { advanceSeconds: (days * day) / parts });
    for (const kind of changeKinds) await installation.change(realmId, 4, kind);
    await installation.change(realmId, 5, 'delete');
    await installation.change(realmId, Math.ceil(changes / parts), 'create');
  }
  await mergeCustomers(installation, realmId, merges);
  await installation.sync(realmId);
  // After a hundred days without a look the grant itself has ended.
  if ((await organizations.get(realmId)).status === 'reconnect_required') {
    if (days < 100) broken.push('the grant was lost');
    await installation.connect(realmId);
  }
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await organizations.requestSync(realmId);
    await installation.sync(realmId);
  }
  const { status, statusReason } = await organizations.get(realmId);
  if (status !== 'current') broken.push(`the company is ${status}: ${statusReason ?? 'no sentence'}`);
  broken.push(...(await installation.differences(realmId)));
  return broken;
}

/** What our own clock wrote happened so long ago; cursors are by the clock of QuickBooks, which did live then. */
export async function shiftIntoThePast({ db }: Installation, days: number): Promise<void> {
  const columns = await db.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'ledger_mirror' AND table_name IN ('organizations', 'entity_states', 'tokens', 'sync_runs')
       AND data_type = 'timestamp with time zone' AND column_name NOT IN ('cursor_at', 'current_through')`,
  );
  if (columns.length < 10) throw new Error('The control tables have no times.');
  for (const { table, column } of columns)
    await db.query(`UPDATE ledger_mirror.${table} SET ${column} = ${column} - make_interval(secs => $1)`, [
      days * day,
    ]);
}

/** A first copy whose worker is gone after some pages. */
async function breakOff(installation: Installation, realmId: RealmId): Promise<void> {
  const { proxy } = installation;
  const stop = new AbortController();
  let pages = 0;
  proxy.onCall = ({ kind }) => {
    if (kind === 'page' && (pages += 1) === 20) stop.abort();
    return undefined;
  };
  await installation.slice(realmId, stop.signal);
  proxy.onCall = undefined;
}

/** Merges pairs of customers, as people do it inside QuickBooks. */
async function mergeCustomers(
  { simulatorUrl, control }: Installation,
  realmId: RealmId,
  wanted: number,
): Promise<void> {
  const answer = await fetch(`${simulatorUrl}/simulator/companies/${realmId}/state/Customer`);
  const { records } = (await answer.json()) as { records: { Id: string; Active: boolean; Job?: boolean }[] };
  const names = records.filter(({ Active, Job }) => Active && Job !== true);
  let merged = 0;
  for (let index = 0; index + 1 < names.length && merged < wanted; index += 2) {
    const pair = { entity: 'Customer', from: names[index]?.Id, into: names[index + 1]?.Id };
    // Two that QuickBooks would not merge (jobs below them, other currencies) are passed over.
    await control(`companies/${realmId}/merges`, pair).then(
      () => (merged += 1),
      () => undefined,
    );
  }
  if (merged < wanted) throw new Error('No customers could be merged.');
}
