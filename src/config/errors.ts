import { defineErrors } from '../base/errors.ts';

export const configError = defineErrors({
  CONFIG_INVALID: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 400,
    text: 'Some settings are missing or wrong.',
  },
});
