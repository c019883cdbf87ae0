import type { AuditAction, AuditEntry, AuditTrail } from '../access/audit.ts';
import type { Logger } from '../base/logger.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Waker } from '../jobs/wake-ups.ts';
import type {
  Organizations,
  OrganizationSettings,
  RequestedRetry,
  RequestedRun,
  Within,
} from '../sync/index.ts';
import { wakeOrWarn } from './wake.ts';

/** Everything that can be asked of a company, and what the engine answers. */
type Answers = {
  readonly sync: RequestedRun;
  readonly backfill: RequestedRun;
  readonly reconcile: RequestedRun;
  readonly reconcileDeep: RequestedRun;
  readonly retryRejected: RequestedRetry;
  readonly pause: void;
  readonly resume: void;
};

export type RequestName = keyof Answers;

type Row<Answer> = {
  readonly ask: (organizations: Organizations, realmId: RealmId, within: Within<Answer>) => Promise<Answer>;
  /** How the trail calls it. */
  readonly action: AuditAction;
  /** What else the trail says of it. */
  readonly details?: (answer: Answer) => AuditEntry['details'];
  /** Whether there is something for a worker to do, for which a person waits. */
  readonly wakes: boolean;
};

/** How each is asked, and what comes of it: one row each. */
const requests: { readonly [Name in RequestName]: Row<Answers[Name]> } = {
  sync: {
    ask: (organizations, realmId, within) => organizations.requestSync(realmId, within),
    action: 'organization.sync_requested',
    wakes: true,
  },
  backfill: {
    ask: (organizations, realmId, within) => organizations.requestBackfill(realmId, within),
    action: 'organization.backfill_requested',
    wakes: true,
  },
  reconcile: {
    ask: (organizations, realmId, within) => organizations.requestProof(realmId, within),
    action: 'organization.reconcile_requested',
    details: () => ({ deep: false }),
    wakes: true,
  },
  reconcileDeep: {
    ask: (organizations, realmId, within) => organizations.reconcileDeep(realmId, within),
    action: 'organization.reconcile_requested',
    details: () => ({ deep: true }),
    wakes: true,
  },
  retryRejected: {
    ask: (organizations, realmId, within) => organizations.retryRejected(realmId, within),
    action: 'organization.rejected_retried',
    details: ({ records }) => ({ records }),
    wakes: true,
  },
  pause: {
    ask: (organizations, realmId, within) => organizations.pause(realmId, within),
    action: 'organization.paused',
    wakes: false,
  },
  resume: {
    ask: (organizations, realmId, within) => organizations.resume(realmId, within),
    action: 'organization.resumed',
    wakes: true,
  },
};

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
  ): Promise<{ readonly realmId: RealmId } & Answers[Name]>;
  /**
   * Changes settings of a company and enters them in the trail, both or neither. Wakes the company where something is
   * due by that: sensitive fields are stored again, or left out.
   * @throws AppError SYNC_ORGANIZATION_UNKNOWN; then nothing was changed and nothing is in the trail
   */
  changeSettings(realmId: RealmId, settings: OrganizationSettings, by: Asker): Promise<void>;
}

/** The one way to ask for a run or to change settings, for the REST API and the command line alike. */
export function createRequests(options: {
  readonly organizations: Organizations;
  readonly audit: Pick<AuditTrail, 'record'>;
  readonly jobs: Waker;
  readonly logger: Logger;
  /** How urgently companies are woken. @default urgency.click: a person waits for this one */
  readonly urgency?: number;
}): Requests {
  const { organizations, audit, jobs, logger } = options;
  return {
    async ask(name, realmId, by) {
      const { ask, action, details, wakes } = requests[name];
      const answer = await ask(organizations, realmId, (tx, told) =>
        audit.record({ ...by, action, realmId, details: { ...details?.(told) } }, tx),
      );
      if (wakes) await wakeOrWarn(jobs, realmId, logger, options.urgency);
      return { realmId, ...answer };
    },
    async changeSettings(realmId, settings, by) {
      const action = 'organization.settings_changed';
      const { due } = await organizations.changeSettings(realmId, settings, (tx) =>
        audit.record({ ...by, action, realmId, details: settings }, tx),
      );
      if (due) await wakeOrWarn(jobs, realmId, logger, options.urgency);
    },
  };
}
