/**
 * Several queries in one call. A batch costs one call of the budget (facts#batch-accounting) and answers each query by
 * itself: one that fails does not take the others with it.
 */
import type { AppError } from '../base/errors.ts';
import { instantOf, rowsOf } from './answers.ts';
import type { QueryAnswer } from './answers.ts';
import { faultErrorOf, isObject, readAnswer, toError } from './faults.ts';
import type { HttpAnswer } from './transport.ts';

/** The answer to one query of a batch. */
export type BatchAnswer = QueryAnswer & {
  /** Where the array sits in `text`, which all answers of one call share; undefined without rows. */
  readonly path: readonly (string | number)[] | undefined;
  /**
   * The call brought 1,000 records or more in all, which is where Intuit cuts a batch: what is missing at the end of
   * any of its answers is unknown until the query is asked alone.
   */
  readonly mayBeCut: boolean;
};

/** A query that failed, though the batch did not. */
export type BatchFailure = { readonly error: AppError };

/** What became of one query of a batch: tell them apart by `'error' in item`. */
export type BatchItem = BatchAnswer | BatchFailure;

/** Intuit's cap on the records of one batch, all queries together (facts#batch-records). */
const MOST_RECORDS = 1_000;

/**
 * One item for each query, in the order of the queries; QuickBooks answers in any order (facts#batch-order) and may
 * leave one out.
 * @throws AppError the error the whole answer stands for
 */
export function toBatchItems(count: number, answer: HttpAnswer, now: Date): BatchItem[] {
  const { text, json } = readAnswer(answer, now);
  const time = instantOf(json['time']);
  const responses: unknown = json['BatchItemResponse'];
  if (time === undefined || !Array.isArray(responses))
    throw toError('QBO_UNREADABLE_ANSWER', answer, undefined, now);
  const items: BatchItem[] = Array.from({ length: count }, () => ({
    error: toError('QBO_UNREADABLE_ANSWER', answer, undefined, now),
  }));
  for (const [place, response] of responses.entries()) {
    const index = isObject(response) ? Number(response['bId']) : Number.NaN;
    if (!isObject(response) || !(index in items)) continue;
    const fault = faultErrorOf(response, answer, now);
    const list = response['QueryResponse'];
    if (fault !== undefined) items[index] = { error: fault };
    else if (isObject(list)) {
      const rows = rowsOf(list);
      const path =
        rows.key === undefined ? undefined : ['BatchItemResponse', place, 'QueryResponse', rows.key];
      items[index] = { text, time, ...rows, path, mayBeCut: false };
    }
  }
  const records = items.reduce((sum, item) => sum + ('error' in item ? 0 : item.records.length), 0);
  return records < MOST_RECORDS
    ? items
    : items.map((item) => ('error' in item ? item : { ...item, mayBeCut: true }));
}
