import { defineErrors } from '../base/errors.ts';

export const accessError = defineErrors({
  ACCESS_KEY_REFUSED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 401,
    text: 'The API key was not accepted.',
  },
  OAUTH_STATE_MISSING: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'The answer does not say which request it belongs to.',
  },
  OAUTH_STATE_UNKNOWN: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'The answer belongs to no request that was made here.',
  },
  OAUTH_STATE_EXPIRED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'More than ten minutes passed between the request and the answer.',
  },
  OAUTH_STATE_USED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'This answer was used before; each one works once.',
  },
  OAUTH_STATE_OTHER_BROWSER: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'The request was made in another browser than the one that brought the answer.',
  },
});
