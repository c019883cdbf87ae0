/**
 * Takes from an answer the few fields a caller needs. Ids are strings and stamps are text, so `JSON.parse` is exact
 * for them; amounts are not looked at, they travel on in `text`.
 */
import { createHash } from 'node:crypto';
import { isObject, toError } from './faults.ts';
import type { JsonObject } from './faults.ts';
import type { HttpAnswer } from './transport.ts';

/** What the caller must know of a record without parsing it. */
export type RecordStamp = {
  /** QuickBooks' Id; where it gives none (ExchangeRate), `~` and a digest of the content. */
  readonly id: string;
  readonly createdAt: Date | undefined;
  readonly updatedAt: Date | undefined;
};

export type QueryAnswer = {
  /** The body exactly as QuickBooks sent it. */
  readonly text: string;
  /** QuickBooks' clock when it answered. */
  readonly time: Date;
  /** JSON key of the array below `QueryResponse` ('Invoice'), not always the name asked for; undefined without rows. */
  readonly key: string | undefined;
  /** In the order of the answer. */
  readonly records: readonly RecordStamp[];
  readonly totalCount: number | undefined;
};

export type ReadAnswer = {
  readonly text: string;
  readonly time: Date;
  /** JSON key of the record ('Invoice'). */
  readonly key: string;
  readonly record: RecordStamp;
};

type Parsed = { readonly text: string; readonly json: JsonObject };

/** @throws AppError QBO_UNREADABLE_ANSWER when it is JSON but not the answer to a query */
export function toQueryAnswer({ text, json }: Parsed, answer: HttpAnswer, now: Date): QueryAnswer {
  const time = instantOf(json['time']);
  const response = json['QueryResponse'];
  if (time === undefined || !isObject(response))
    throw toError('QBO_UNREADABLE_ANSWER', answer, undefined, now);
  const [key, rows] =
    Object.entries(response).find((entry): entry is [string, unknown[]] => Array.isArray(entry[1])) ?? [];
  const totalCount = response['totalCount'];
  return {
    text,
    time,
    key,
    records: (rows ?? []).map(stampOf),
    totalCount: typeof totalCount === 'number' ? totalCount : undefined,
  };
}

/** @throws AppError QBO_UNREADABLE_ANSWER when it is JSON but not the answer to a read */
export function toReadAnswer({ text, json }: Parsed, answer: HttpAnswer, now: Date): ReadAnswer {
  const time = instantOf(json['time']);
  const [key, record] = Object.entries(json).find(([, value]) => isObject(value)) ?? [];
  if (time === undefined || key === undefined || key.endsWith('Response'))
    throw toError('QBO_UNREADABLE_ANSWER', answer, undefined, now);
  return { text, time, key, record: stampOf(record) };
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

/** A time without an offset is read as UTC, never as the time of the machine we run on. */
export function instantOf(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const date = new Date(/T[\d:.]+$/.test(value) ? `${value}Z` : value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
