import type { AuditAction, AuditEntry, AuditTrail } from '../access/audit.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Waker } from '../jobs/wake-ups.ts';
import type { Organizations, Within } from '../sync/index.ts';
import { wakeForClick } from './wake.ts';

/** What the engine can be told to do with a company. */
type Verb =
  | 'requestSync'
  | 'requestBackfill'
  | 'requestProof'
  | 'reconcileDeep'
  | 'retryRejected'
  | 'pause'
  | 'resume';
type AnswerOf<V extends Verb> = Awaited<ReturnType<Organizations[V]>>;

type Row<V extends Verb> = {
  readonly verb: V;
  /** How the trail calls it. */
  readonly action: AuditAction;
  /** What else the trail says of it. */
  readonly details?: (answer: AnswerOf<V>) => AuditEntry['details'];
  /** Whether there is something for a worker to do, for which a person waits. */
  readonly wakes: boolean;
};
const row = <V extends Verb>(of: Row<V>): Row<V> => of;

/** Everything that can be asked of a company: one row each. */
const requests = {
  sync: row({ verb: 'requestSync', action: 'organization.sync_requested', wakes: true }),
  backfill: row({ verb: 'requestBackfill', action: 'organization.backfill_requested', wakes: true }),
  reconcile: row({
    verb: 'requestProof',
    action: 'organization.reconcile_requested',
    details: () => ({ deep: false }),
    wakes: true,
  }),
  reconcileDeep: row({
    verb: 'reconcileDeep',
    action: 'organization.reconcile_requested',
    details: () => ({ deep: true }),
    wakes: true,
  }),
  retryRejected: row({
    verb: 'retryRejected',
    action: 'organization.rejected_retried',
    details: ({ records }) => ({ records }),
    wakes: true,
  }),
  pause: row({ verb: 'pause', action: 'organization.paused', wakes: false }),
  resume: row({ verb: 'resume', action: 'organization.resumed', wakes: true }),
};

export type RequestName = keyof typeof requests;

/** The company, and what its verb answers: the id of the run that takes the request up, for most. */
export type RequestAnswer<Name extends RequestName> = { readonly realmId: RealmId } & (AnswerOf<
  (typeof requests)[Name]['verb']
> extends infer Answer extends object
  ? Answer
  : unknown);

/** Who asks, and from where, as the trail keeps it. */
export type Asker = Pick<AuditEntry, 'actor' | 'address' | 'requestId'>;

export interface Requests {
  /**
   * Asks for something of a company: notes it for the engine and enters it in the trail, both or neither, then wakes
   * the company. The run it answers may be under way already; it takes the request up.
   * @throws AppError what the verb of `Organizations` throws; then nothing was asked and nothing is in the trail
   */
  ask<Name extends RequestName>(
    name: Name,
    realmId: RealmId,
    by: Asker,
    /** What else the trail is to say. */
    more?: AuditEntry['details'],
  ): Promise<RequestAnswer<Name>>;
}

/** The one way to ask for a run, for the REST API and the command line alike. */
export function createRequests(options: {
  readonly organizations: Pick<Organizations, Verb>;
  readonly audit: Pick<AuditTrail, 'record'>;
  readonly jobs: Waker;
  readonly logger: Logger;
  /** How urgently companies are woken. @default urgency.click: a person waits for this one */
  readonly urgency?: number;
}): Requests {
  const { organizations, audit, jobs, logger } = options;
  return {
    async ask<Name extends RequestName>(
      name: Name,
      realmId: RealmId,
      by: Asker,
      more?: AuditEntry['details'],
    ) {
      type Answer = AnswerOf<(typeof requests)[Name]['verb']>;
      const { verb, action, details, wakes } = requests[name] as Row<Verb>;
      const ask = organizations[verb] as (
        realmId: RealmId,
        within: Within<AnswerOf<Verb>>,
      ) => Promise<Answer>;
      const answer = await ask(realmId, (tx, told) =>
        audit.record({ ...by, action, realmId, details: { ...more, ...details?.(told) } }, tx),
      );
      if (wakes) await wakeForClick(jobs, realmId, logger, options.urgency);
      return { realmId, ...(answer as object | undefined) } as RequestAnswer<Name>;
    },
  };
}
