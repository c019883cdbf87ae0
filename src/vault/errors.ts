import { defineErrors } from '../base/errors.ts';

export const vaultError = defineErrors({
  VAULT_KEY_INVALID: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 500,
    text: 'An encryption key is not 32 bytes in base64. Check ENCRYPTION_KEY and ENCRYPTION_KEY_PREVIOUS.',
  },
  VAULT_KEY_UNKNOWN: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 500,
    text: 'The stored tokens were encrypted with a key this installation does not have. Restore it as ENCRYPTION_KEY or ENCRYPTION_KEY_PREVIOUS, or connect the company again.',
  },
  VAULT_SEAL_BROKEN: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 500,
    text: 'The stored tokens of a company were damaged or belong to another company. Connect the company again.',
  },
  VAULT_NOT_CONNECTED: {
    owner: 'customer',
    next: 'reauthorize',
    httpStatus: 409,
    text: 'There is no access to this company in QuickBooks. Connect it.',
  },
});
