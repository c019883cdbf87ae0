/** Every status a company can have; the words are part of the public interface. */
export const organizationStatuses = [
  'loading',
  'current',
  'late',
  'failed',
  'reconnect_required',
  'paused',
  'blocked_budget',
  'disconnected',
] as const;
export type OrganizationStatus = (typeof organizationStatuses)[number];

/** Every status an entity of a company can have. */
const entityStatuses = ['pending', 'backfilling', 'current', 'catching_up', 'failed', 'unavailable'] as const;
export type EntityStatus = (typeof entityStatuses)[number];

/** Everything that can happen to a company's status. */
export const organizationEvents = [
  'connected',
  'progressed',
  'succeeded',
  'failed_once',
  'failed_often',
  'grant_refused',
  'fell_behind',
  'paused',
  'resumed',
  'disconnected',
  'budget_spent',
  'budget_freed',
] as const;
export type OrganizationEvent = (typeof organizationEvents)[number];

/**
 * stay: nothing changes · unfinished: `late` where the company was loaded once, else `loading` ·
 * refused: the event is a person's request that makes no sense here.
 */
type Cell = OrganizationStatus | 'stay' | 'unfinished' | 'refused';

/** The whole machine. A missing cell does not compile. A worker's report never overrules a person. */
export const transitions: Readonly<Record<OrganizationStatus, Readonly<Record<OrganizationEvent, Cell>>>> = {
  loading: {
    connected: 'stay',
    progressed: 'stay',
    succeeded: 'current',
    failed_once: 'stay',
    failed_often: 'failed',
    grant_refused: 'reconnect_required',
    fell_behind: 'stay',
    paused: 'paused',
    resumed: 'stay',
    disconnected: 'disconnected',
    budget_spent: 'blocked_budget',
    budget_freed: 'stay',
  },
  current: {
    connected: 'stay',
    progressed: 'stay',
    succeeded: 'stay',
    failed_once: 'late',
    failed_often: 'failed',
    grant_refused: 'reconnect_required',
    fell_behind: 'late',
    paused: 'paused',
    resumed: 'stay',
    disconnected: 'disconnected',
    budget_spent: 'blocked_budget',
    budget_freed: 'stay',
  },
  late: {
    connected: 'stay',
    progressed: 'stay',
    succeeded: 'current',
    failed_once: 'stay',
    failed_often: 'failed',
    grant_refused: 'reconnect_required',
    fell_behind: 'stay',
    paused: 'paused',
    resumed: 'stay',
    disconnected: 'disconnected',
    budget_spent: 'blocked_budget',
    budget_freed: 'stay',
  },
  failed: {
    connected: 'unfinished',
    progressed: 'unfinished',
    succeeded: 'current',
    failed_once: 'stay',
    failed_often: 'stay',
    grant_refused: 'reconnect_required',
    fell_behind: 'stay',
    paused: 'paused',
    resumed: 'unfinished',
    disconnected: 'disconnected',
    budget_spent: 'blocked_budget',
    budget_freed: 'stay',
  },
  reconnect_required: {
    connected: 'unfinished',
    progressed: 'stay',
    succeeded: 'stay',
    failed_once: 'stay',
    failed_often: 'stay',
    grant_refused: 'stay',
    fell_behind: 'stay',
    paused: 'stay',
    resumed: 'stay',
    disconnected: 'disconnected',
    budget_spent: 'stay',
    budget_freed: 'stay',
  },
  paused: {
    connected: 'stay',
    progressed: 'stay',
    succeeded: 'stay',
    failed_once: 'stay',
    failed_often: 'stay',
    grant_refused: 'stay',
    fell_behind: 'stay',
    paused: 'stay',
    resumed: 'unfinished',
    disconnected: 'disconnected',
    budget_spent: 'stay',
    budget_freed: 'stay',
  },
  blocked_budget: {
    connected: 'stay',
    progressed: 'unfinished',
    succeeded: 'current',
    failed_once: 'stay',
    failed_often: 'stay',
    grant_refused: 'reconnect_required',
    fell_behind: 'stay',
    paused: 'paused',
    resumed: 'stay',
    disconnected: 'disconnected',
    budget_spent: 'stay',
    budget_freed: 'unfinished',
  },
  disconnected: {
    connected: 'unfinished',
    progressed: 'stay',
    succeeded: 'stay',
    failed_once: 'stay',
    failed_often: 'stay',
    grant_refused: 'stay',
    fell_behind: 'stay',
    paused: 'refused',
    resumed: 'refused',
    disconnected: 'stay',
    budget_spent: 'stay',
    budget_freed: 'stay',
  },
};

/**
 * The status after an event, or `refused` where a person's request makes no sense.
 * @param loaded  whether the company has been copied whole at least once
 */
export function nextStatus(
  status: OrganizationStatus,
  event: OrganizationEvent,
  loaded: boolean,
): OrganizationStatus | 'refused' {
  const cell = transitions[status][event];
  if (cell === 'stay') return status;
  if (cell === 'unfinished') return loaded ? 'late' : 'loading';
  return cell;
}

/** Statuses in which no worker touches the company. */
export const restingStatuses: readonly OrganizationStatus[] = [
  'paused',
  'reconnect_required',
  'disconnected',
];

/** An entity's status follows from what is stored: how far its listing is, and from when on it is current. */
export function entityStatusOf(facts: {
  readonly hasCursor: boolean;
  readonly hasPosition: boolean;
}): EntityStatus {
  if (facts.hasCursor) return facts.hasPosition ? 'catching_up' : 'current';
  return facts.hasPosition ? 'backfilling' : 'pending';
}
