import type { Database, Transaction } from '../../postgres/database.ts';
import { times } from '../../tuning/times.ts';

/*
 * Whether webhooks can arrive. The web processes know whether they take any and the workers decide how often a company
 * is polled, so it is told in a row that they share.
 */

/** SQL, of a row of `ledger_mirror.webhook_endpoint`: one whose time is further off was written by a process that is gone, or by a clock that was set back. */
export const endpointOpen = `open_at BETWEEN clock_timestamp() - make_interval(secs => ${times.endpointGoneMs / 1000})
                            AND clock_timestamp() + make_interval(secs => ${times.toleratedClockMs / 1000})`;

/** SQL: whether webhooks arrive, as far as anybody can tell. */
const arrive = `EXISTS (SELECT FROM ledger_mirror.webhook_endpoint WHERE ${endpointOpen} AND NOT silent)`;

/**
 * SQL, beside a row of `ledger_mirror.organizations`: whether what changes in the company is announced, so that polling
 * is only for safety. Its announcements have kept up with what changed, and others can still arrive. (I26)
 */
export const isAnnounced = `(coalesce(last_event_at > coalesce(unannounced_at, '-infinity'), false) AND ${arrive})`;

/**
 * A web process says that it takes webhooks; it says so again before `times.endpointGoneMs` are over. Where nobody had
 * said so for longer, what was announced meanwhile may be lost or come much later, so every company is looked at soon.
 */
export async function openEndpoint(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.query<{ wasOpen: boolean }>(
      `SELECT coalesce(${endpointOpen}, false) AS was_open FROM ledger_mirror.webhook_endpoint FOR UPDATE`,
    );
    await tx.query(
      `INSERT INTO ledger_mirror.webhook_endpoint (open_at) VALUES (clock_timestamp())
       ON CONFLICT (singleton) DO UPDATE SET open_at = excluded.open_at`,
    );
    if (row?.wasOpen !== true) await pollSoon(tx);
  });
}

/** A web process says that it takes no webhooks. Its word holds until one that does says otherwise. */
export async function closeEndpoint(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO ledger_mirror.webhook_endpoint (open_at) VALUES (NULL)
       ON CONFLICT (singleton) DO UPDATE SET open_at = NULL`,
    );
    await pollSoon(tx);
  });
}

/**
 * Notes whether announcements arrive of any company at all, and where they cannot, calls back those that wait for the
 * safety interval. A change that one company was not told of says the same of all others, until something arrives.
 * @returns whether they arrive
 */
export async function checkEndpoint(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.query(
      `UPDATE ledger_mirror.webhook_endpoint AS endpoint SET silent = now_silent
       FROM (
         SELECT coalesce(max(unannounced_at) < clock_timestamp() - make_interval(secs => $1)
                     AND max(unannounced_at) > max(last_event_at), false) AS now_silent
         FROM ledger_mirror.organizations WHERE status <> 'disconnected'
       ) AS found
       WHERE endpoint.silent <> now_silent`,
      [times.sendingMs / 1000],
    );
    const [row] = await tx.query<{ arrive: boolean }>(`SELECT ${arrive} AS arrive`);
    if (row?.arrive !== true) await pollSoon(tx);
    return row?.arrive === true;
  });
}

/**
 * Makes companies that wait longer than their interval, because their changes used to be announced, due within it, one
 * after the other. What short calls have stretched (`call_budget`) stays stretched. One whose row is locked is being
 * looked at, and decides by itself how long it waits.
 */
async function pollSoon(tx: Transaction): Promise<void> {
  await tx.query(
    `WITH relaxed AS (
       SELECT realm_id, usual.seconds
       FROM ledger_mirror.organizations AS organization
       LEFT JOIN ledger_mirror.call_budget AS budget
         ON budget.month = (date_trunc('month', clock_timestamp(), 'UTC') AT TIME ZONE 'UTC')::date,
       LATERAL (SELECT greatest(interval_seconds, least(interval_seconds * coalesce(stretch, 1), $1)) AS seconds) AS usual
       WHERE status = 'current' AND last_event_at IS NOT NULL
         AND next_run_at > clock_timestamp() + make_interval(secs => 1.1 * usual.seconds)
       FOR NO KEY UPDATE OF organization SKIP LOCKED
     )
     UPDATE ledger_mirror.organizations AS organization
     SET next_run_at = clock_timestamp() + make_interval(secs => relaxed.seconds * random())
     FROM relaxed WHERE organization.realm_id = relaxed.realm_id`,
    [times.longestPaceMs / 1000],
  );
}
