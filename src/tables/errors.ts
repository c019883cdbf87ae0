import { defineErrors } from '../base/errors.ts';

export const recordsError = defineErrors({
  RECORDS_TABLE_UNKNOWN: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 404,
    text: 'The copy has no table of this name.',
  },
  RECORDS_NOT_FOUND: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 404,
    text: 'The copy holds no record of this id.',
  },
  RECORDS_QUERY_INVALID: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'The question cannot be understood.',
  },
  RECORDS_FORM_UNKNOWN: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 406,
    text: 'Records come as application/json, application/x-ndjson or text/csv; the request accepts none of them.',
  },
  RECORDS_CURSOR_INVALID: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 400,
    text: 'This cursor does not belong to this question; begin again without one.',
  },
  RECORDS_COLUMN_MASKED: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 403,
    text: 'This column holds sensitive data, which your role may not see.',
  },
  RECORDS_TOO_SLOW: {
    owner: 'customer',
    next: 'give-up',
    httpStatus: 503,
    text: 'The question took the database too long. Filter or sort by an indexed column, such as a date or an id.',
  },
  RECORDS_EXPORTS_BUSY: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 503,
    text: 'As many exports are under way as this process serves at once.',
  },
});
