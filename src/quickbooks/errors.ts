import { defineErrors } from '../base/errors.ts';

/**
 * Everything that can go wrong between us and QuickBooks. `details` of these errors carry QuickBooks' code, the HTTP
 * status and `intuitTid` (the id Intuit's support asks for), never a body, a token or a customer's data.
 */
export const quickbooksError = defineErrors({
  QBO_UNREACHABLE: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 502,
    text: 'QuickBooks could not be reached; it is tried again by itself.',
  },
  QBO_TIMEOUT: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 504,
    text: 'QuickBooks did not answer in time; it is tried again by itself.',
  },
  QBO_CERTIFICATE_REJECTED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 502,
    text: 'The certificate of the QuickBooks address is not trusted here. Check for a proxy that opens TLS, and the QBO_*_URL settings.',
  },
  QBO_PROXY_REFUSED: {
    owner: 'operator',
    next: 'retry',
    httpStatus: 502,
    text: 'The proxy of HTTPS_PROXY or HTTP_PROXY does not let us through to QuickBooks; it is tried again by itself.',
  },
  QBO_ANSWER_TOO_LARGE: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 502,
    text: 'QuickBooks sent an answer larger than we accept. Ask for fewer records at once.',
  },
  QBO_UNREADABLE_ANSWER: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 502,
    text: 'QuickBooks sent an empty, cut or unreadable answer; it is tried again by itself.',
  },
  QBO_UNAVAILABLE: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 503,
    text: 'QuickBooks is temporarily out of service; it is tried again by itself.',
  },
  QBO_SYSTEM_FAULT: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 502,
    text: 'QuickBooks reported an internal failure; it is tried again by itself.',
  },
  QBO_RATE_LIMITED: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 503,
    text: 'QuickBooks asked us to slow down; reading goes on after a pause.',
  },
  QBO_TOKEN_REJECTED: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 502,
    text: 'QuickBooks did not accept an access token it had just issued; it is tried again by itself.',
  },
  QBO_GRANT_REVOKED: {
    owner: 'customer',
    next: 'reauthorize',
    httpStatus: 409,
    text: 'QuickBooks access was revoked or has expired. Connect the company again; the copied data stays.',
  },
  QBO_CODE_REJECTED: {
    owner: 'customer',
    next: 'reauthorize',
    httpStatus: 400,
    text: 'QuickBooks did not accept the sign-in: it took too long or was used twice. Start connecting again.',
  },
  QBO_CLIENT_REJECTED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 502,
    text: 'QuickBooks does not accept this installation’s client id and secret. Check QBO_CLIENT_ID and QBO_CLIENT_SECRET.',
  },
  QBO_OAUTH_REJECTED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 502,
    text: 'QuickBooks refused the sign-in request. Check that QBO_REDIRECT_URI is exactly the one registered with Intuit.',
  },
  QBO_ACCESS_DENIED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 502,
    text: 'QuickBooks does not let this app read the company. Sign in to QuickBooks and check that the company’s subscription is active, then connect the company again as one of its administrators. If that does not help, whoever runs this installation must check that its keys and QBO_ENVIRONMENT belong together: development keys read sandbox companies only, production keys real ones.',
  },
  QBO_COMPANY_UNAVAILABLE: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 409,
    text: 'QuickBooks says this company cannot be used: its subscription has ended, or the company was closed. Sign in to QuickBooks and renew the subscription under Account and settings, Billing; reading then goes on by itself.',
  },
  QBO_FEATURE_UNAVAILABLE: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 409,
    text: 'This company’s QuickBooks plan, or the role of the user who connected it, does not offer these records. Everything else is read; nothing needs to be done unless you expect them.',
  },
  QBO_RECORD_NOT_FOUND: {
    owner: 'nobody',
    next: 'skip-record',
    httpStatus: 404,
    text: 'QuickBooks has no such record (any more).',
  },
  QBO_PAGE_UNREADABLE: {
    owner: 'nobody',
    next: 'skip-record',
    httpStatus: 502,
    text: 'QuickBooks cannot render one of the records asked for; smaller pages find which one.',
  },
  QBO_BATCH_TOO_LARGE: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 502,
    text: 'QuickBooks takes fewer queries in one batch than were sent.',
  },
  QBO_QUERY_REJECTED: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 502,
    text: 'QuickBooks did not understand a query.',
  },
  QBO_OPERATION_UNSUPPORTED: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 502,
    text: 'QuickBooks does not support this operation for this kind of record.',
  },
  QBO_CDC_WINDOW_EXCEEDED: {
    owner: 'nobody',
    next: 'give-up',
    httpStatus: 502,
    text: 'The changes asked for lie further back than QuickBooks remembers; a full comparison takes their place.',
  },
  QBO_REQUEST_REJECTED: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 502,
    text: 'QuickBooks refused a request.',
  },
  QBO_ADDRESS_WRONG: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 502,
    text: 'The configured address does not answer as QuickBooks does. Check the QBO_*_URL settings.',
  },
  QBO_WEBHOOK_UNREADABLE: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 400,
    text: 'A notification carried QuickBooks’ signature but is in no known form.',
  },
  QBO_LISTING_DISORDERED: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 502,
    text: 'QuickBooks returned records outside the order or range asked for, or other ones each time they were listed, so the listing cannot be trusted.',
  },
});

/** The codes of `quickbooksError.rows`; each row says who must act, what happens next, and in which words. */
export type QuickBooksErrorCode = keyof typeof quickbooksError.rows;
