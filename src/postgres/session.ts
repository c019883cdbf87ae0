/**
 * What this program relies on in its sessions, whatever the server, the database or the role say. They may say otherwise
 * for others' sake; a date that is written the German way would be read as none here, and nothing would be copied.
 */
const PINNED = {
  // How values are written and read.
  client_encoding: 'UTF8',
  DateStyle: "'ISO, MDY'",
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  transform_null_equals: 'off',
  quote_all_identifiers: 'off',
  // What a transaction sees. Whoever waited for a lock has to see what was committed meanwhile.
  default_transaction_isolation: "'read committed'",
  // What is cut short is work done again and again: our own limits stand beside the statements they are meant for.
  statement_timeout: '0',
  lock_timeout: '0',
  idle_session_timeout: '0',
};

/** What a person's own statements need as well: values as the documents show them, in the time zone the person has. */
const PINNED_FOR_PEOPLE = {
  client_encoding: 'UTF8',
  // The order of day and month in what a person writes stays their own.
  DateStyle: 'ISO',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
};

const toStatements = (settings: Readonly<Record<string, string>>, set: 'SET' | 'SET LOCAL'): string[] =>
  Object.entries(settings).map(([name, value]) => `${set} ${name} = ${value}`);

/** Statements that make a session of the program what the program relies on. A `RESET ALL` undoes them: repeat them. */
export const sessionPins = `${toStatements(PINNED, 'SET').join('; ')};
  SELECT set_config('transaction_timeout', '0', false) WHERE current_setting('transaction_timeout', true) IS NOT NULL`;

/** The same for one transaction, where a pooler lends the session for no longer. They come first in it. */
export const transactionPins = [
  'SET TRANSACTION ISOLATION LEVEL READ COMMITTED',
  ...toStatements(PINNED, 'SET LOCAL'),
].join('; ');

/** The same for a session in which a person writes the statements. */
export const personalPins = toStatements(PINNED_FOR_PEOPLE, 'SET').join('; ');

/** And for one transaction of such a session, one by one. */
export const personalTransactionPins = toStatements(PINNED_FOR_PEOPLE, 'SET LOCAL');
