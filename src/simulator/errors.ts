import { defineErrors } from '../base/errors.ts';

/** Failures of the simulator as a program. What it answers as QuickBooks is a Fault (fault.ts), not an error of ours. */
export const simulatorError = defineErrors({
  SIMULATOR_PORT_TAKEN: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 500,
    text: 'Another program already listens on the port of the QuickBooks simulator.',
  },
  SIMULATOR_STATE_MISMATCH: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 500,
    text: 'The state folder of the simulator was made with another seed, size or number of companies; use another folder or the same ones.',
  },
  SIMULATOR_STATE_UNREADABLE: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 500,
    text: 'The state folder of the simulator cannot be read; move it away to start afresh.',
  },
});
