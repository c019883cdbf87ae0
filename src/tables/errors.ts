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
  TABLES_PIN_INVALID: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 400,
    text: 'This custom field cannot be pinned under this name.',
  },
});
