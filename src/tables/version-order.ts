import { times } from '../tuning/times.ts';

/*
 * Which of two versions of a record is the newer one. Of an answer and the row that is stored, the answer is, when
 *
 *  1. it was asked for after the row was stored (by the database's clock) and either asked for the record again, to know
 *     how it is now, or came more than five minutes before the answer that the row is from: then QuickBooks' clock was
 *     put back, and its stamps from before cannot be compared with those from after;
 *  2. else its SyncToken is higher: a number that grows with each edit, whatever the clock says. Of one record only: a
 *     company that was emptied counts its ids and tokens from the beginning, and what has one of its old ids was created
 *     at another time (facts#sync-token, facts#emptied-company);
 *  3. else, where the tokens are equal or missing, its LastUpdatedTime is later: balances move without the token
 *     (facts#balance-without-token);
 *  4. else, where these are equal too, its answer is at least as late by QuickBooks' clock: names follow other records
 *     without a stamp.
 *
 * An answer that arrives after a newer one was asked for before that one was stored, so 1 never brings it in.
 */

/** So much may the clocks of QuickBooks' servers differ; a clock that is earlier by more was put back. (facts#answer-time) */
const CLOCKS_DIFFER = `interval '${times.clocksDifferMs} milliseconds'`;

/** SQL of a SyncToken as a number; NULL where it is none. */
export const tokenNumber = (token: string): string =>
  `CASE WHEN ${token} ~ '^[0-9]{1,18}$' THEN (${token})::bigint END`;

/** Parameters of a statement that stores answers. */
export type AnswerParameters = {
  /** QuickBooks' clock at the answer. */
  readonly observedAt: string;
  /** The database's clock before the answer was asked for; NULL where nobody knows. */
  readonly askedAt: string;
  /** Whether the records were asked for again, to know how they are now. */
  readonly isReread: string;
};

/** SQL: whether the answer comes after the row `stored` whatever the stamps of both say (rule 1). */
export const isAfter = ({ observedAt, askedAt, isReread }: AnswerParameters): string =>
  `coalesce(${askedAt}::timestamptz > stored.synced_at AND (${isReread}::boolean OR stored.observed_at > ${observedAt}::timestamptz + ${CLOCKS_DIFFER}), false)`;

/** SQL: whether the version `page` of the answer replaces the row `stored` of the same record, were they different. */
export const replaces = (parameters: AnswerParameters): string => {
  const token = tokenNumber('stored.sync_token');
  return `(${isAfter(parameters)} OR CASE
             WHEN page.created_at IS NOT DISTINCT FROM stored.created_at AND page.token <> ${token} THEN page.token > ${token}
             ELSE (coalesce(page.updated_at, '-infinity'), ${parameters.observedAt}::timestamptz)
                  >= (coalesce(stored.updated_at, '-infinity'), stored.observed_at) END)`;
};
