import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ownAddress, type Problem } from '../api-contract/index.ts';
import { isAppError, toAppError, type AppError } from '../base/errors.ts';
import { httpError } from './errors.ts';
import type { FailureLog } from './failure-log.ts';

type ValidationErrors = readonly { readonly path: string; readonly message: string }[];

/** Fastify's own refusals, in our words. Whatever is not here and not an AppError is a bug. */
function fromFastify(error: FastifyError): AppError | undefined {
  if (error.validation !== undefined) return httpError('HTTP_VALIDATION_FAILED', { cause: error });
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return httpError('HTTP_BODY_TOO_LARGE', { cause: error });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return httpError('HTTP_MEDIA_TYPE_UNKNOWN', { cause: error });
    case 'FST_ERR_HANDLER_TIMEOUT':
      return httpError('HTTP_TIMEOUT', { cause: error });
    case 'FST_ERR_NOT_FOUND':
      return httpError('HTTP_NOT_FOUND', { cause: error });
    default:
  }
  // Malformed JSON, a wrong content length and the like: the caller's doing, although nothing is thrown as ours.
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? httpError('HTTP_BAD_REQUEST', { cause: error }) : undefined;
}

/** Anything a route threw, as an AppError with a row to act on. */
export function fromThrown(error: unknown): AppError {
  if (isAppError(error)) return error;
  return (error instanceof Error ? fromFastify(error as FastifyError) : undefined) ?? toAppError(error);
}

function validationErrors(error: unknown): ValidationErrors | undefined {
  const cause = isAppError(error) ? error.cause : error;
  const { validation, validationContext } = (cause ?? {}) as Partial<FastifyError>;
  return validation?.map((one) => ({
    path: `${validationContext ?? ''}${one.instancePath}`,
    message: one.message ?? 'does not fit',
  }));
}

/** The problem details (RFC 9457) of an error. Holds sentences and safe facts, never a stack or a cause. */
export function toProblem(error: AppError): Problem {
  const errors = validationErrors(error);
  return {
    type: `urn:ledger-mirror:error:${error.code}`,
    code: error.code,
    title: error.row.text,
    status: error.row.httpStatus,
    detail: error.message,
    ...(Object.keys(error.details).length > 0 && { details: error.details }),
    ...(errors !== undefined && { errors: [...errors] }),
  };
}

/** Sends an error as problem details. */
export function sendProblem(reply: FastifyReply, error: AppError): FastifyReply {
  const { httpStatus } = error.row;
  if (httpStatus === 401) void reply.header('www-authenticate', 'Bearer');
  if (error.retryAfterMs !== undefined) {
    void reply.header('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
  }
  const status = STATUS_CODES[httpStatus] === undefined ? 500 : httpStatus;
  return reply.code(status).type('application/problem+json').send(toProblem(error));
}

/** A person who followed a link or typed an address, as opposed to a program or a page that asks for data. */
function isNavigation(request: FastifyRequest): boolean {
  const mode = request.headers['sec-fetch-mode'];
  return (
    request.method === 'GET' &&
    (request.headers.accept?.includes('text/html') ?? false) &&
    (mode === undefined || mode === 'navigate')
  );
}

/** The sign-in page, which leads back to what was asked for if that is an address of ours. */
function signInAddress(request: FastifyRequest, publicUrl: URL): string {
  const next = ownAddress(request.url, publicUrl.origin);
  return next === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** The error handler of the whole server. */
export function createErrorHandler({ logFailure, publicUrl }: { logFailure: FailureLog; publicUrl: URL }) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const error = fromThrown(thrown);
    if (error.code === 'ACCESS_SIGN_IN_REQUIRED' && isNavigation(request)) {
      void reply.redirect(signInAddress(request, publicUrl));
      return;
    }
    logFailure(request, error);
    void sendProblem(reply, error);
  };
}
