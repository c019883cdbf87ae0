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
});
