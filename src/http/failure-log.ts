import type { FastifyRequest } from 'fastify';
import { countedAddress } from '../access/sign-in-limits.ts';
import { systemClock, type Clock } from '../base/clock.ts';
import type { AppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import { createWindows } from './plugins/windows.ts';

/** Writes an error to the log at the level its row asks for. */
export type FailureLog = (request: FastifyRequest, error: AppError) => void;

/**
 * Lines a minute about one kind of refusal of one address. Who tries keys or goes beyond the limits gets a single one:
 * the next ones say the same, and anybody can make thousands of them a second.
 */
const linesOf = (error: AppError): number => ([401, 429].includes(error.row.httpStatus) ? 1 : 20);

/** What the caller did wrong is no more than information, and is not said again and again. */
export function createFailureLog(options: { readonly logger: Logger; readonly clock?: Clock }): FailureLog {
  const { logger, clock = systemClock } = options;
  const told = createWindows({ clock, lengthMs: 60_000 });

  return (request, error) => {
    const { httpStatus, owner } = error.row;
    const facts = { requestId: request.id, route: request.routeOptions.url, code: error.code, err: error };
    if (httpStatus >= 500 && owner !== 'nobody') {
      if (owner === 'customer') logger.warn(facts, 'request failed');
      else logger.error(facts, 'request failed');
      return;
    }
    const most = linesOf(error);
    const { count, before } = told.take(`${error.code} ${countedAddress(request.ip)}`);
    if (count > most) return;
    // What the minute before had beyond its lines.
    const alike = count === 1 ? Math.max(0, before - most) : 0;
    logger.info({ ...facts, address: request.ip, ...(alike > 0 && { alike }) }, 'request refused');
  };
}
