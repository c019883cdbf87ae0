import { defineErrors } from '../../base/errors.ts';

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
