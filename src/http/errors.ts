import { defineErrors } from '../base/errors.ts';

export const httpError = defineErrors({
  HTTP_VALIDATION_FAILED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'The request does not fit what this address accepts.',
  },
  HTTP_BAD_REQUEST: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'The request could not be read.',
  },
  HTTP_CROSS_SITE: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 403,
    text: 'Another web site tried to change something here; only our own pages may.',
  },
  HTTP_NOT_FOUND: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 404,
    text: 'There is nothing at this address.',
  },
  HTTP_INTEGRATION_UNKNOWN: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 404,
    text: 'There is no integration of this name.',
  },
  HTTP_REQUEST_TOO_SLOW: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 408,
    text: 'The request did not arrive whole within 30 seconds.',
  },
  HTTP_HEADERS_TOO_LARGE: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 431,
    text: 'The address or the headers of the request are too large.',
  },
  HTTP_BODY_TOO_LARGE: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 413,
    text: 'The request is larger than this address accepts.',
  },
  HTTP_MEDIA_TYPE_UNKNOWN: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 415,
    text: 'The request has a content type this address does not read; send application/json.',
  },
  HTTP_HOST_UNKNOWN: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 421,
    text: 'This server does not answer under that name; open it at its PUBLIC_URL, or add the name to ALLOWED_HOSTS.',
  },
  HTTP_TOO_MANY_REQUESTS: {
    owner: 'customer',
    next: 'retry',
    httpStatus: 429,
    text: 'Too many requests in a short time. Wait a moment, then go on more slowly.',
  },
  HTTP_NAME_NOT_TYPED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 422,
    text: 'To erase a copy, give the name of the company exactly as it is shown.',
  },
  HTTP_TIMEOUT: {
    owner: 'operator',
    next: 'retry',
    httpStatus: 503,
    text: 'The request took too long and was given up.',
  },
  HTTP_TOO_MANY_STREAMS: {
    owner: 'operator',
    next: 'retry',
    httpStatus: 503,
    text: 'Too many pages are listening for events.',
  },
  HTTP_CALLER_STREAMS: {
    owner: 'customer',
    next: 'retry',
    httpStatus: 429,
    text: 'You are listening for events in too many places already; close some of them.',
  },
  HTTP_DASHBOARD_NOT_BUILT: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The dashboard has not been built; `npm run build -w dashboard` builds it.',
  },
  HTTP_NOT_LOOPBACK: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 500,
    text: 'HOST names an address other computers can reach, and the installation has no owner yet.',
  },
  HTTP_PORT_TAKEN: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 500,
    text: 'Another program listens on this port.',
  },
});

export const oauthError = defineErrors({
  OAUTH_REFUSED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 403,
    text: 'Access to the company was refused on the QuickBooks page.',
  },
  OAUTH_PROVIDER_REFUSED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 502,
    text: 'QuickBooks did not accept the request for access.',
  },
  OAUTH_ERROR_UNASKED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'An error of QuickBooks came here that answers no request of this browser.',
  },
  OAUTH_ANSWER_INCOMPLETE: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'The answer of QuickBooks is incomplete: it names no company or carries no code.',
  },
  OAUTH_OTHER_COMPANY: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 409,
    text: 'Another company was chosen than the one to be reconnected.',
  },
  OAUTH_WRONG_ENVIRONMENT: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 502,
    text: 'These keys do not open this company: they belong to the other environment.',
  },
});

export const webhookError = defineErrors({
  WEBHOOK_NOT_CONFIGURED: {
    owner: 'operator',
    next: 'retry',
    httpStatus: 503,
    text: 'Webhooks are not set up here; set QBO_WEBHOOK_VERIFIER_TOKEN to the verifier token of the Intuit app.',
  },
  WEBHOOK_SIGNATURE_REFUSED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 401,
    text: 'The signature of the delivery does not fit its content and QBO_WEBHOOK_VERIFIER_TOKEN.',
  },
});
