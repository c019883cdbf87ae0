/**
 * Takes from an answer the few fields a caller needs. Ids are strings (facts#ids-are-text) and stamps are text, so
 * `JSON.parse` is exact for them; amounts are not looked at, they travel on in `text`.
 */
import { createHash } from 'node:crypto';
import { isObject, readAnswer, toError } from './faults.ts';
import type { JsonObject } from './faults.ts';
import type { HttpAnswer } from './transport.ts';

/** What the caller must know of a record without parsing it. */
export type RecordStamp = {
  /** QuickBooks' Id; where it gives none (ExchangeRate), `~` and a digest of the content. */
  readonly id: string;
  readonly createdAt: Date | undefined;
  readonly updatedAt: Date | undefined;
};

/** What one statement brought. */
export type QueryAnswer = {
  /** The body exactly as QuickBooks sent it. */
  readonly text: string;
  /** QuickBooks' clock when it answered. */
  readonly time: Date;
  /** JSON key of the array below `QueryResponse` ('Invoice'), not always the name asked for; undefined without rows. */
  readonly key: string | undefined;
  /** In the order of the answer. */
  readonly records: readonly RecordStamp[];
  /** Some of the records as they were parsed: see `samplesOf`. */
  readonly samples: readonly unknown[];
  /** The number a count asked for. Plain queries carry one for some entities only, so do not rely on it there (facts#total-count). */
  readonly totalCount: number | undefined;
};

/** One record, or one of the company's singletons. */
export type ReadAnswer = {
  /** The body exactly as QuickBooks sent it; the record sits below `key`. */
  readonly text: string;
  /** QuickBooks' clock when it answered. */
  readonly time: Date;
  /** JSON key of the record ('Invoice'). */
  readonly key: string;
  readonly record: RecordStamp;
};

/** @throws AppError the error it stands for, QBO_UNREADABLE_ANSWER when it is JSON but not the answer to a query */
export function toQueryAnswer(answer: HttpAnswer, now: Date): QueryAnswer {
  const { text, json } = readAnswer(answer, now);
  const time = instantOf(json['time']);
  const response = json['QueryResponse'];
  if (time === undefined || !isObject(response))
    throw toError('QBO_UNREADABLE_ANSWER', answer, undefined, now);
  return { text, time, ...rowsOf(response) };
}

/** What a `QueryResponse` holds. */
export function rowsOf(
  response: JsonObject,
): Pick<QueryAnswer, 'key' | 'records' | 'samples' | 'totalCount'> {
  const [key, rows] =
    Object.entries(response).find((entry): entry is [string, unknown[]] => Array.isArray(entry[1])) ?? [];
  const totalCount = response['totalCount'];
  return {
    key,
    records: (rows ?? []).map(stampOf),
    samples: samplesOf(rows ?? []),
    totalCount: typeof totalCount === 'number' ? totalCount : undefined,
  };
}

/** @throws AppError as above */
export function toCount(answer: HttpAnswer, now: Date): { readonly count: number; readonly time: Date } {
  const { time, totalCount } = toQueryAnswer(answer, now);
  if (totalCount === undefined) throw toError('QBO_UNREADABLE_ANSWER', answer, undefined, now);
  return { count: totalCount, time };
}

/** @throws AppError the error it stands for, QBO_UNREADABLE_ANSWER when it is JSON but not the answer to a read */
export function toReadAnswer(answer: HttpAnswer, now: Date): ReadAnswer {
  const { text, json } = readAnswer(answer, now);
  const time = instantOf(json['time']);
  const [key, record] = Object.entries(json).find(([, value]) => isObject(value)) ?? [];
  if (time === undefined || key === undefined || key.endsWith('Response'))
    throw toError('QBO_UNREADABLE_ANSWER', answer, undefined, now);
  return { text, time, key, record: stampOf(record) };
}

/** Records handed on as they were parsed: a new field comes to all of an entity at about the same time (facts#new-fields). */
const SAMPLES = 25;

/**
 * The first, the last and some records between, for whoever looks at the names of fields: to parse an answer again for
 * that would take as long as here. Their numbers have lost digits, so values are to be taken from the text.
 */
export function samplesOf(records: readonly unknown[]): readonly unknown[] {
  const step = Math.max(1, Math.ceil(records.length / SAMPLES));
  return records.filter((_, index) => index % step === 0 || index === records.length - 1);
}

/** The id and times of one record. */
export function stampOf(record: unknown): RecordStamp {
  const content = isObject(record) ? unwrap(record) : {};
  const id = content['Id'];
  const metaData = isObject(content['MetaData']) ? content['MetaData'] : {};
  return {
    id:
      typeof id === 'string'
        ? id
        : `~${createHash('sha256').update(JSON.stringify(record)).digest('base64url')}`,
    createdAt: instantOf(metaData['CreateTime']),
    updatedAt: instantOf(metaData['LastUpdatedTime']),
  };
}

/** A RecurringTransaction comes as `{"Invoice": {...}}`: its Id and times are those of the record inside. */
function unwrap(record: JsonObject): JsonObject {
  const values = Object.values(record);
  return values.length === 1 && isObject(values[0]) ? values[0] : record;
}

/**
 * A time without an offset is read as UTC, never as the time of the machine we run on. One that no calendar of four
 * digits has is none: JavaScript knows times that PostgreSQL refuses.
 */
export function instantOf(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const date = new Date(/T[\d:.]+$/.test(value) ? `${value}Z` : value);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date : undefined;
}
