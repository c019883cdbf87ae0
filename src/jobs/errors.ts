import { defineErrors } from '../base/errors.ts';

export const jobError = defineErrors({
  JOB_LEASE_LOST: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 503,
    text: 'Another worker has taken over this company; what this one had in hand was rolled back.',
  },
  JOB_QUEUE_STOPPED: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 503,
    text: 'The job queue is not running.',
  },
  JOB_UNKNOWN: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 404,
    text: 'The queue has no job of this id; finished ones are kept for ten minutes.',
  },
  JOB_NOT_FAILED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 409,
    text: 'Only a job that has failed can be tried again.',
  },
});
