import { urgency } from './urgency.ts';
import { PgBoss } from 'pg-boss';
import type { Job, QueueOptions } from 'pg-boss';
import { toAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import { type RealmId, toRealmId } from '../base/realm-id.ts';
import type { Service } from '../base/service.ts';
import { openDatabase, type Database } from '../postgres/database.ts';
import { takeTurn } from '../postgres/turns.ts';
import { jobError } from './errors.ts';
import { inOwnTurns } from './own-turns.ts';
import { startPump, type Pump } from './pump.ts';
import { createWakeUps, wakeQueue, type WakeUp, type WakeUps } from './wake-ups.ts';

/** What became of a wake-up: finished, run again at once, or run again later. None of them is a failure. */
export type Outcome =
  | { readonly kind: 'done' }
  /** @param urgency of the next wake-up. @default urgency.firstCopy */
  | { readonly kind: 'again'; readonly urgency?: number }
  | { readonly kind: 'snooze'; readonly ms: number };

/** Works on one company; `signal` says to come to an end soon, because the process stops. */
type Handler = (realmId: RealmId, signal: AbortSignal) => Promise<Outcome>;

export interface Jobs extends Service, Omit<WakeUps, 'send'> {
  /**
   * Lets this process work: at most `concurrency` companies at once, and never one company twice at a time across
   * all processes, but for the seconds in which a worker is thought dead: what writes must hold a lease.
   * A handler that throws is called again for errors whose row says `retry`; others are logged and given up.
   */
  work(handler: Handler, options: { concurrency: number }): Promise<void>;
}

export type JobsOptions = {
  /** pg-boss works through this pool; its tables are in schema `pgboss`. */
  db: Database;
  logger: Logger;
  /** How long a worker may be silent before it is thought dead. At least 10. @default 10 */
  heartbeatSeconds?: number;
  /** How often silent workers are looked for. @default 5 */
  superviseSeconds?: number;
  /** How often work is looked for when no notification arrives. @default 2 */
  pollSeconds?: number;
  /** How long `stop` waits for handlers that were told to end. @default 8000 */
  stopTimeoutMs?: number;
};

/**
 * The wake-ups of companies, on pg-boss. They carry no data but the company's id: what is to be done, and when next,
 * is in the tables of the sync engine, so that a lost wake-up costs time and nothing else.
 */
export function createJobs(options: JobsOptions): Jobs {
  const { db, logger } = options;
  const poll = options.pollSeconds ?? 2;
  const heartbeatSeconds = options.heartbeatSeconds ?? 10;
  const boss = new PgBoss({
    db: {
      executeSql: (text, values) => db.execute(inOwnTurns(text), values),
      listen: (channel, onPayload, onReconnect) => listen(db, channel, onPayload, onReconnect, poke),
    },
    schema: 'pgboss',
    schedule: false,
    useListenNotify: true,
    // pg-boss looks for silent workers once a minute unless told otherwise: that, and not the heartbeat, decides
    // how soon a killed worker's job runs again.
    superviseIntervalSeconds: options.superviseSeconds ?? 5,
    monitorIntervalSeconds: options.superviseSeconds ?? 5,
    maintenanceIntervalSeconds: 300,
  });
  boss.on('error', (error) => logger.error({ error }, 'job queue failed'));
  boss.on('warning', (warning) => logger.warn({ warning: warning.message }, 'job queue warns'));
  const wakeUps = createWakeUps(boss, db);
  const stopping = new AbortController();
  const pumps: Pump[] = [];
  const poke = (): void => {
    for (const pump of pumps) pump.poke();
  };
  let started: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;

  async function start(): Promise<void> {
    await inTurn(db, logger, prepare);
  }

  async function prepare(): Promise<void> {
    await boss.start();
    const settings: QueueOptions = {
      heartbeatSeconds,
      expireInSeconds: 300,
      retryLimit: 5,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 60,
      // Ten thousand companies leave five million finished wake-ups a day; nobody reads them.
      deleteAfterSeconds: 600,
    };
    await boss.createQueue(wakeQueue, { ...settings, policy: 'short', notify: true });
    await boss.updateQueue(wakeQueue, { ...settings, notify: true });
  }

  async function stop(): Promise<void> {
    stopping.abort(new Error('stopping'));
    if (started === undefined) return;
    await started.catch(() => undefined);
    await Promise.all(pumps.map((pump) => pump.stop(options.stopTimeoutMs ?? 8000)));
    await boss.stop({ graceful: true });
  }

  function assertRunning(): void {
    if (started === undefined || stopped !== undefined) throw jobError('JOB_QUEUE_STOPPED');
  }

  async function handle(job: Job<WakeUp>, handler: Handler, claim: AbortSignal): Promise<void> {
    const realmId = toRealmId(job.data.realmId);
    let outcome: Outcome;
    try {
      outcome = await handler(realmId, AbortSignal.any([claim, stopping.signal]));
    } catch (thrown) {
      if (stopping.signal.aborted) outcome = { kind: 'again' };
      else {
        const error = toAppError(thrown);
        if (error.row.next === 'retry') throw error;
        logger.error({ realmId, error }, 'wake-up failed');
        return;
      }
    }
    // Sent while this one still counts as running: the next one starts when this one has ended.
    if (outcome.kind === 'again') await wakeUps.send(realmId, outcome.urgency ?? urgency.firstCopy, 0);
    if (outcome.kind === 'snooze') await wakeUps.send(realmId, urgency.firstCopy, outcome.ms / 1000);
  }

  return {
    name: 'jobs',
    start: () => (started ??= start()),
    stop: () => (stopped ??= stop()),
    async wake(realmId, wakeOptions) {
      assertRunning();
      await wakeUps.wake(realmId, wakeOptions);
    },
    async wakeAll(many) {
      assertRunning();
      await wakeUps.wakeAll(many);
    },
    async work(handler, { concurrency }) {
      assertRunning();
      const pump = startPump<WakeUp>({
        boss,
        queue: wakeQueue,
        slots: concurrency,
        pollMs: poll * 1000,
        touchMs: (heartbeatSeconds * 1000) / 2,
        handle: (job, claim) => handle(job, handler, claim),
        logger,
      });
      pumps.push(pump);
    },
  };
}

/**
 * Lets processes that start together create the queue's tables one after the other: pg-boss's own lock does not keep
 * their CREATE SCHEMA IF NOT EXISTS apart. On a connection of its own, so that processes which share a small pool do
 * not wait for each other's connections.
 */
async function inTurn(db: Database, logger: Logger, work: () => Promise<void>): Promise<void> {
  const own = await openDatabase({
    url: db.url,
    logger,
    maxConnections: 1,
    applicationName: 'ledger-mirror jobs start',
  });
  try {
    await own.transaction(async (tx) => {
      // Longer than the upgrade of a large queue takes; a process that hangs in here does not keep the others out.
      await tx.execute("SET LOCAL idle_in_transaction_session_timeout = '10min'");
      await takeTurn(tx, 'start of the queue');
      await work();
    });
  } finally {
    await own.close();
  }
}

async function listen(
  db: Database,
  channel: string,
  onPayload: (payload: string) => void,
  onReconnect: () => void,
  poke: () => void,
): Promise<{ close(): Promise<void> }> {
  const close = await db.listen(
    channel,
    (payload) => {
      onPayload(payload);
      if (payload === wakeQueue) poke();
    },
    () => {
      onReconnect();
      poke();
    },
  );
  return { close };
}
