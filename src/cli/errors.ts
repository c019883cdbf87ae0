import { defineErrors } from '../base/errors.ts';

export const cliError = defineErrors({
  CLI_USAGE: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 400,
    text: 'The command was not understood. Add --help to see how it is used.',
  },
  CLI_ENVIRONMENT_MISMATCH: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 400,
    text: 'This database belongs to another QuickBooks environment. Use another DATABASE_URL or DATA_DIR, or set QBO_ENVIRONMENT back.',
  },
  CLI_PORT_TAKEN: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The port of the web server is in use by another program. Stop that program, or choose another port with PORT.',
  },
  CLI_ALREADY_RUNNING: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 409,
    text: 'Ledger Mirror already runs on this data folder. Stop it first, or set DATA_DIR to another folder.',
  },
  CLI_NOT_RUNNING: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'Ledger Mirror does not run on this data folder. Start it with `npm start`, then try again.',
  },
  CLI_DATABASE_BEHIND: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The database is not at the version of this program yet. `start` or `ledger-mirror migrate` brings it there; processes of an older version have to be stopped before.',
  },
  CLI_DATA_DIR_UNUSABLE: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The data folder cannot be used. Check that it exists, is yours and is not full, or set DATA_DIR to another folder.',
  },
  CLI_OPEN_TO_ALL: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'Everybody on this machine may write to the data folder or to the encryption key, and so may have replaced what is there. Take that right away (chmod o-w), after looking at what is there.',
  },
  CLI_LOG_FILE_UNUSABLE: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'LOG_FILE cannot be written. Name a file in a folder where this user may write, or unset it.',
  },
  CLI_KEY_DAMAGED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The file with the encryption key in the data folder is damaged. Restore it from a backup; without it the stored QuickBooks access cannot be read and every company must be connected again.',
  },
  CLI_KEY_COMMAND_FAILED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'ENCRYPTION_KEY_COMMAND gave no key. Run it by hand and see what it says.',
  },
  CLI_KEY_OTHER: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'The stored access to QuickBooks was encrypted with another ENCRYPTION_KEY.',
  },
  CLI_UNHEALTHY: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 503,
    text: 'Something would keep Ledger Mirror from working; the lines marked ✗ say what.',
  },
  CLI_DEMO_CONNECT_FAILED: {
    owner: 'developer',
    next: 'give-up',
    httpStatus: 500,
    text: 'A demo company could not be connected to the simulator.',
  },
  CLI_SYNC_FAILED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 502,
    text: 'Not every run succeeded.',
  },
  CLI_SQL_FAILED: {
    owner: 'operator',
    next: 'give-up',
    httpStatus: 422,
    text: 'PostgreSQL refused the statement.',
  },
});
