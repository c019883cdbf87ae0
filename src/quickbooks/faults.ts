/**
 * Reads what QuickBooks answers by its shape, not by its status alone: faults come as two kinds of JSON, as XML even
 * when JSON was asked for, as HTML of a load balancer, and inside a 200 (facts#faults).
 *
 * Only codes, never messages, leave this file: a message can hold the token (facts#gateway-fault) or a customer's name.
 */
import { times } from '../tuning/times.ts';
import { isUtf8 } from 'node:buffer';
import type { AppError } from '../base/errors.ts';
import { quickbooksError } from './errors.ts';
import type { QuickBooksErrorCode } from './errors.ts';
import { parseRetryAfterMs } from './retry.ts';
import type { HttpAnswer } from './transport.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Codes and message of a fault; the message serves only to tell apart what shares a code. */
type Fault = { readonly codes: readonly string[]; readonly message: string };

type Body = {
  readonly json: JsonObject | undefined;
  readonly text: string;
  readonly fault: Fault | undefined;
};

/**
 * The text and parsed envelope of a good answer.
 * @throws AppError the row of `errors.ts` that fits the answer
 */
export function readAnswer(answer: HttpAnswer, now: Date): { text: string; json: JsonObject } {
  const { json, text, fault } = readBody(answer);
  const good = answer.status >= 200 && answer.status < 300 && fault === undefined;
  if (good && json !== undefined) return { text, json };
  throw toError(good ? unreadable(text) : codeOf(answer.status, fault), answer, fault, now);
}

/**
 * The text of a good answer that is not JSON.
 * @throws AppError as above
 */
export function readText(answer: HttpAnswer, now: Date): string {
  const { json, text, fault } = readBody(answer);
  const good = answer.status >= 200 && answer.status < 300 && fault === undefined;
  if (good && json === undefined && !/^\s*</.test(text)) return text;
  throw toError(good ? unreadable(text) : codeOf(answer.status, fault), answer, fault, now);
}

/** The error for an answer known to be bad; `code` overrides what status and body say. */
export function toError(
  code: QuickBooksErrorCode,
  answer: HttpAnswer,
  fault: Fault | undefined,
  now: Date,
): AppError {
  const details: Record<string, unknown> = { status: answer.status };
  const tid = intuitTidOf(answer);
  if (tid !== undefined) details['intuitTid'] = tid;
  if (fault !== undefined && fault.codes.length > 0) details['code'] = fault.codes.join(', ');
  const retryAfterMs =
    code === 'QBO_RATE_LIMITED' || code === 'QBO_UNAVAILABLE'
      ? parseRetryAfterMs(answer.headers['retry-after'], now)
      : undefined;
  return quickbooksError(code, {
    details,
    retryAfterMs: retryAfterMs ?? (code === 'QBO_RATE_LIMITED' ? times.rateLimitWaitMs : undefined),
  });
}

/** The error for a fault that stands in place of one part of an answer (CDC, batch). */
export function faultErrorOf(part: JsonObject, answer: HttpAnswer, now: Date): AppError | undefined {
  const fault = jsonFault(part);
  return fault === undefined ? undefined : toError(codeOf(answer.status, fault), answer, fault, now);
}

/** Intuit's id of the request, which its support asks for. */
export function intuitTidOf(answer: HttpAnswer): string | undefined {
  const tid = answer.headers['intuit_tid'] ?? answer.headers['intuit-tid'];
  return tid !== undefined && /^[\w-]{1,80}$/.test(tid) ? tid : undefined;
}

/** The body as an object, where it is whole, valid JSON in valid UTF-8. */
export function parseBody(answer: HttpAnswer): JsonObject | undefined {
  return readBody(answer).json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readBody(answer: HttpAnswer): Body {
  const text = answer.body.toString('utf8');
  const json = isUtf8(answer.body) ? parseObject(text) : undefined;
  return { json, text, fault: json === undefined ? xmlFault(text) : jsonFault(json) };
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function jsonFault(json: JsonObject): Fault | undefined {
  const fault = json['Fault'] ?? json['fault'];
  if (!isObject(fault)) return undefined;
  const list = fault['Error'] ?? fault['error'];
  const errors = (Array.isArray(list) ? list : [list]).filter(isObject);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    codes: errors.flatMap((error) => cleanCode(error['code'])),
    message: errors
      .map(
        (error) =>
          `${text(error['Message'] ?? error['message'])} ${text(error['Detail'] ?? error['detail'])}`,
      )
      .join(' '),
  };
}

/** A fault of the gateway; matched by pattern, since a parser would be a dependency for three attributes. */
function xmlFault(text: string): Fault | undefined {
  if (!/<Fault[\s>]/.test(text)) return undefined;
  const codes = [...text.matchAll(/<Error\b[^>]*?\bcode="([^"]*)"/g)].flatMap((match) => cleanCode(match[1]));
  return { codes, message: text };
}

/** `003200` and `3200` are the same code; anything but a number is dropped, since a fault can echo whatever it likes. */
function cleanCode(code: unknown): string[] {
  const text = typeof code === 'number' ? String(code) : code;
  return typeof text === 'string' && /^-?\d{1,9}$/.test(text) ? [text.replace(/^0+(?=.)/, '')] : [];
}

const byCode: Readonly<Record<string, QuickBooksErrorCode>> = {
  '130': 'QBO_UNAVAILABLE', // "Accessing Wrong Cluster": passes by itself, also when it comes as 401 (facts#wrong-cluster)
  '500': 'QBO_OPERATION_UNSUPPORTED',
  '610': 'QBO_RECORD_NOT_FOUND',
  '1040': 'QBO_BATCH_TOO_LARGE',
  '3001': 'QBO_RATE_LIMITED', // came as 403 in 2016
  '3100': 'QBO_ACCESS_DENIED',
  '3200': 'QBO_TOKEN_REJECTED',
  '4000': 'QBO_QUERY_REJECTED',
  '4001': 'QBO_QUERY_REJECTED',
  '4002': 'QBO_PAGE_UNREADABLE',
  '5020': 'QBO_FEATURE_UNAVAILABLE',
  '5030': 'QBO_FEATURE_UNAVAILABLE',
  '6002': 'QBO_UNAVAILABLE', // gateway timeout
  '6190': 'QBO_COMPANY_UNAVAILABLE',
  '10000': 'QBO_SYSTEM_FAULT',
};

/** A maintenance page can come with status 200 (facts#maintenance-page). */
function unreadable(text: string): QuickBooksErrorCode {
  return /^\s*<(!doctype\s+html|html)/i.test(text) ? 'QBO_UNAVAILABLE' : 'QBO_UNREADABLE_ANSWER';
}

function codeOf(status: number, fault: Fault | undefined): QuickBooksErrorCode {
  if (status === 429) return 'QBO_RATE_LIMITED';
  const known = fault?.codes.map((code) => byCode[code]).find((code) => code !== undefined);
  if (status >= 500)
    return known === 'QBO_SYSTEM_FAULT' || known === 'QBO_COMPANY_UNAVAILABLE' ? known : 'QBO_UNAVAILABLE';
  if (known === 'QBO_OPERATION_UNSUPPORTED' && /changedSince.*older than/s.test(fault?.message ?? ''))
    return 'QBO_CDC_WINDOW_EXCEEDED';
  if (known !== undefined) return known;
  if (status === 401) return 'QBO_TOKEN_REJECTED';
  if (status === 403) return 'QBO_ACCESS_DENIED';
  if (status === 408) return 'QBO_UNAVAILABLE';
  if (fault !== undefined) return 'QBO_REQUEST_REJECTED';
  // Nobody who answers 3xx, 404 or a plain 4xx without a fault is QuickBooks (facts#record-not-found).
  return status >= 300 && status < 500 ? 'QBO_ADDRESS_WRONG' : 'QBO_UNREADABLE_ANSWER';
}
