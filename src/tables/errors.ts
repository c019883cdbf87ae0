import { defineErrors } from '../base/errors.ts';

export const tablesError = defineErrors({
  TABLES_NAME_INVALID: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 400,
    text: 'A name for the database begins with a small letter and has small letters, digits and underscores only.',
  },
  TABLES_READER_EXISTS: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 409,
    text: 'There is a database login of this name already.',
  },
  TABLES_READER_UNKNOWN: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 404,
    text: 'There is no database reader of this name.',
  },
  TABLES_READER_SCHEMA: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 400,
    text: 'A schema of plain views needs a new name, and a reader of exactly one company.',
  },
  TABLES_READER_NO_COMPANY: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 400,
    text: 'A database reader needs at least one company.',
  },
  TABLES_READER_SERVER: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 409,
    text: 'One query of a database reader could crash this PostgreSQL server, and with it the sessions of everybody: its libxml2 is older than 2.9.11. Update the server first; for the embedded database, install the server of a maintained PostgreSQL and set POSTGRES_BIN_DIR to its programs.',
  },
  TABLES_PIN_INVALID: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 400,
    text: 'This custom field cannot be pinned under this name.',
  },
});

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
  RECORDS_BUSY: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 503,
    text: 'So many questions about records are under way that the turn of this one did not come. Try again in a few seconds, with fewer at a time.',
  },
  RECORDS_EXPORTS_BUSY: {
    owner: 'nobody',
    next: 'retry',
    httpStatus: 503,
    text: 'As many exports are under way as this process serves at once, or as are your share of them. Wait until one ends.',
  },
});
