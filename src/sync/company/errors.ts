import { defineErrors } from '../../base/errors.ts';

/** What the sync refuses or reports. */
export const syncError = defineErrors({
  SYNC_ORGANIZATION_UNKNOWN: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 404,
    text: 'No company with this id is connected.',
  },
  SYNC_PAUSED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 409,
    text: 'The company is paused; resume it first.',
  },
  SYNC_RECONNECT_REQUIRED: {
    owner: 'customer',
    next: 'reauthorize',
    httpStatus: 409,
    text: 'QuickBooks no longer accepts our access to this company; reconnect it.',
  },
  SYNC_DISCONNECTED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 409,
    text: 'The company is disconnected; connect it again first.',
  },
  SYNC_BEING_ERASED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 409,
    text: 'The copy of this company is being erased; connect it again when that is done.',
  },
  SYNC_BUDGET_SPENT: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'This month’s calls to QuickBooks are used up. Raise QBO_MONTHLY_CALL_BUDGET, or wait for the first of the next month (UTC).',
  },
  SYNC_TOO_FEW_CONNECTIONS: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 500,
    text: 'The engine would work on as many companies at once as it has connections to the database, or more.',
  },
  SYNC_STATE_UNREADABLE: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 500,
    text: 'A stored position of the sync cannot be read. This is a bug; please report it with the log.',
  },
});
