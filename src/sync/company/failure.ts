import { toAppError, type AppError } from '../../base/errors.ts';
import type { Logger } from '../../base/logger.ts';
import { loggableWords } from '../../postgres/errors.ts';
import { times } from '../../tuning/times.ts';

/** After so many failures in a row a company or entity is called failed; it is still tried again. */
export const failuresUntilFailed = 5;

/**
 * How long to wait after the nth failure in a row: doubling with full jitter, so that companies that failed together
 * do not come back together; never less than QuickBooks asked for.
 */
export function retryDelayMs(error: AppError, failures: number, random: () => number = Math.random): number {
  const ceiling = Math.min(times.longestRetryMs, times.firstRetryMs * 2 ** Math.max(0, failures - 1));
  const delay = error.row.next === 'retry' ? ceiling * (0.5 + random() / 2) : times.probeMs;
  return Math.round(Math.max(delay, error.retryAfterMs ?? 0));
}

/** Whom a failure concerns: one entity, which is set aside while the others go on, or the whole company. */
export type FailureScope = 'entity-unavailable' | 'entity' | 'company';

/** QuickBooks does not offer these records to this company. */
const unavailable = new Set(['QBO_FEATURE_UNAVAILABLE', 'QBO_OPERATION_UNSUPPORTED']);

/** Failures that say nothing about the next entity's chances. Everything else concerns the company. */
const oneEntity = new Set([
  'INTERNAL',
  'QBO_ANSWER_TOO_LARGE',
  'QBO_LISTING_DISORDERED',
  'QBO_PAGE_UNREADABLE',
  'QBO_QUERY_REJECTED',
  'QBO_RECORD_NOT_FOUND',
  'QBO_REQUEST_REJECTED',
  'QBO_SYSTEM_FAULT',
  'QBO_TIMEOUT',
  'QBO_UNREADABLE_ANSWER',
  'SYNC_STATE_UNREADABLE',
]);

/** Decides whom an error met while reading an entity concerns. */
export function failureScope(error: AppError): FailureScope {
  if (unavailable.has(error.code)) return 'entity-unavailable';
  return oneEntity.has(error.code) ? 'entity' : 'company';
}

/**
 * Whether an entity in trouble cannot be listed, for all that was tried: at once where its answers are in no order,
 * else after so many failures that a company would be called failed. It keeps the company from nothing, is tried on,
 * and the daily comparison tries another road.
 */
export function cannotBeListed(state: {
  readonly status: string;
  readonly errorCode: string | undefined;
  readonly failures: number;
}): boolean {
  if (state.status !== 'failed' || state.errorCode?.startsWith('QBO_') !== true) return false;
  return state.errorCode === 'QBO_LISTING_DISORDERED' || state.failures >= failuresUntilFailed;
}

/**
 * An error that concerns one entity or less, for whoever goes on without it.
 * @throws what concerns the whole company, and whatever comes while the slice is being broken off
 */
export function smallTrouble(slice: { readonly signal: AbortSignal }, thrown: unknown): AppError {
  const error = toAppError(thrown);
  if (slice.signal.aborted || failureScope(error) === 'company') throw error;
  return error;
}

/** Logs a failure at the level its owner deserves. */
export function logFailure(
  logger: Logger,
  error: AppError,
  failures: number,
  facts: Readonly<Record<string, unknown>>,
): void {
  const { owner } = error.row;
  const fields = { ...facts, code: error.code, failures, details: error.details };
  if (owner === 'nobody') {
    if (failures < 3) logger.info(fields, 'sync failed for now');
    else logger.warn(fields, 'sync failed for now');
  } else if (owner === 'customer') {
    logger.warn(fields, 'sync needs a person');
  } else {
    logger.error({ ...fields, cause: describeCause(error.cause) }, 'sync failed');
  }
}

/** The words of a bug's cause; known errors say what they have to say themselves. */
function describeCause(cause: unknown): string | undefined {
  return cause instanceof Error ? `${cause.name}: ${loggableWords(cause)}` : undefined;
}
