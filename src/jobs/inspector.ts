import type { Queryable } from '../postgres/database.ts';
import { jobError } from './errors.ts';
import { visitQueue } from './visitor.ts';

export const jobStates = ['waiting', 'running', 'completed', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** A wake-up of a company as the queue holds it. */
export type QueuedJob = {
  readonly id: string;
  readonly queue: string;
  readonly state: JobState;
  readonly realmId: string | undefined;
  readonly priority: number;
  /** Attempts so far, beside the first. */
  readonly retries: number;
  readonly retryLimit: number;
  readonly createdAt: Date;
  /** A waiting one is not taken up before. */
  readonly startAfter: Date;
  readonly startedAt: Date | undefined;
  readonly finishedAt: Date | undefined;
  /** When its worker last said that it lives. */
  readonly heartbeatAt: Date | undefined;
  /** What the last failure said, for the operator. */
  readonly error: string | undefined;
};

export type JobFilter = {
  readonly state?: JobState | undefined;
  readonly realmId?: string | undefined;
  /** Only older ones than this: the last of the page before. */
  readonly before?: string | undefined;
};

/** Looks into the queue, whichever process works on it. */
export interface JobInspector {
  counts(): Promise<Readonly<Record<JobState, number>>>;
  /** The newest first. */
  list(filter: JobFilter, limit: number): Promise<QueuedJob[]>;
  /** @throws AppError JOB_UNKNOWN */
  get(id: string): Promise<QueuedJob>;
  /** Gives a failed one another attempt, now. @throws AppError JOB_UNKNOWN, JOB_NOT_FAILED */
  retry(id: string): Promise<QueuedJob>;
}

const STATE = `CASE state::text WHEN 'created' THEN 'waiting' WHEN 'retry' THEN 'waiting' WHEN 'active' THEN 'running'
  ELSE state::text END`;

const SELECT = `SELECT id::text, name AS queue, ${STATE} AS state, data ->> 'realmId' AS realm_id, priority,
    retry_count AS retries, retry_limit, created_on AS created_at, start_after, started_on AS started_at,
    completed_on AS finished_at, heartbeat_on AS heartbeat_at,
    CASE WHEN state IN ('failed', 'retry') THEN coalesce(output ->> 'message', output ->> 'value', output::text) END AS error
  FROM pgboss.job`;

type Row = { [Key in keyof QueuedJob]: QueuedJob[Key] | null };

const toJob = (row: Row): QueuedJob =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined])) as QueuedJob;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createJobInspector(db: Queryable): JobInspector {
  const get = async (id: string): Promise<QueuedJob> => {
    const [row] = uuid.test(id) ? await db.query<Row>(`${SELECT} WHERE id = $1::uuid`, [id]) : [];
    if (row === undefined) throw jobError('JOB_UNKNOWN', { details: { id } });
    return toJob(row);
  };

  return {
    get,

    async counts() {
      const rows = await db.query<{ state: JobState; count: number }>(
        `SELECT ${STATE} AS state, count(*) FROM pgboss.job GROUP BY 1`,
      );
      const found = new Map(rows.map(({ state, count }) => [state, count]));
      return Object.fromEntries(jobStates.map((state) => [state, found.get(state) ?? 0])) as Record<
        JobState,
        number
      >;
    },

    async list({ state, realmId, before }, limit) {
      // A job that is gone meanwhile cannot say where the page before ended.
      const last = before === undefined ? undefined : await get(before);
      const rows = await db.query<Row>(
        `${SELECT}
         WHERE ($1::text IS NULL OR ${STATE} = $1)
           AND ($2::text IS NULL OR data ->> 'realmId' = $2)
           AND ($3::uuid IS NULL OR (created_on, id) < ((SELECT created_on FROM pgboss.job WHERE id = $3), $3))
         ORDER BY created_on DESC, id DESC LIMIT $4`,
        [state ?? null, realmId ?? null, last?.id ?? null, limit],
      );
      return rows.map(toJob);
    },

    async retry(id) {
      const { state, queue } = await get(id);
      if (state !== 'failed') throw jobError('JOB_NOT_FAILED', { details: { id, state } });
      // pg-boss says how many it changed, though its types do not; our tests do.
      const { affected } = (await visitQueue(db, (boss) => boss.retry(queue, id))) as { affected?: number };
      const now = await get(id);
      // Somebody else was faster: it would run once all the same, but one of two answers would be untrue.
      if (affected !== 1) throw jobError('JOB_NOT_FAILED', { details: { id, state: now.state } });
      return now;
    },
  };
}
