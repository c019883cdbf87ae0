import { instantOf, samplesOf, stampOf } from './answers.ts';
import type { RecordStamp } from './answers.ts';
import { faultErrorOf, isObject, readAnswer, toError } from './faults.ts';
import type { HttpAnswer } from './transport.ts';

/** A deleted record comes with its id and the time of its deletion only (facts#cdc-deletion). */
export type ChangeStamp = RecordStamp & { readonly deleted: boolean };

/** The changed records of one entity. */
export type ChangeGroup = {
  /** JSON key of the array ('Invoice'). */
  readonly key: string;
  /** Where the array sits in the answer. */
  readonly path: readonly (string | number)[];
  /** Oldest change first, deletions after everything else (facts#cdc-order). */
  readonly records: readonly ChangeStamp[];
  /** Some of those that were not deleted, as they were parsed: see `samplesOf`. */
  readonly samples: readonly unknown[];
};

/** What changed since an instant, all entities in one answer. */
export type ChangesAnswer = {
  /** The body exactly as QuickBooks sent it. */
  readonly text: string;
  /** QuickBooks' clock when it answered. */
  readonly time: Date;
  /** One for each entity that changed. */
  readonly groups: readonly ChangeGroup[];
  /** Records in all: 1,000 or more means that the answer was cut, deletions first (facts#cdc-limit-scope). */
  readonly total: number;
};

/** @throws AppError QBO_UNREADABLE_ANSWER, and the error of a fault found in place of an entity's changes */
export function toChangesAnswer(answer: HttpAnswer, now: Date): ChangesAnswer {
  const { text, json } = readAnswer(answer, now);
  const time = instantOf(json['time']);
  const responses = json['CDCResponse'];
  if (time === undefined || !Array.isArray(responses))
    throw toError('QBO_UNREADABLE_ANSWER', answer, undefined, now);
  const groups: ChangeGroup[] = [];
  for (const [outer, response] of responses.entries()) {
    const list: unknown = isObject(response) ? response['QueryResponse'] : undefined;
    for (const [inner, element] of (Array.isArray(list) ? list : []).entries()) {
      if (!isObject(element)) continue;
      const fault = faultErrorOf(element, answer, now);
      if (fault !== undefined) throw fault;
      for (const [key, rows] of Object.entries(element)) {
        if (!Array.isArray(rows)) continue;
        groups.push({
          key,
          path: ['CDCResponse', outer, 'QueryResponse', inner, key],
          records: rows.map(changeOf),
          samples: samplesOf(rows.filter((row) => !isDeleted(row))),
        });
      }
    }
  }
  return { text, time, groups, total: groups.reduce((sum, group) => sum + group.records.length, 0) };
}

function changeOf(record: unknown): ChangeStamp {
  return { ...stampOf(record), deleted: isDeleted(record) };
}

const isDeleted = (record: unknown): boolean => isObject(record) && record['status'] === 'Deleted';
