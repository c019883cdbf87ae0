import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppError } from '../base/errors.ts';
import { fromThrown, sendProblem, toProblem } from './error-handler.ts';
import { httpError } from './errors.ts';
import { protectiveHeaders } from './plugins/security-headers.ts';

/** What the router refuses before any hook or route runs: an address that cannot be decoded, for example. */
export function answerFrameworkError(error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(reply.headers(protectiveHeaders), fromThrown(error));
}

/** What Node refuses before there is a request: headers too large, a request that never ends, no HTTP at all. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  // The client has gone: nobody is there to be answered.
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(toHttp(toRefusal(error.code)));
  socket.destroy(error);
}

function toRefusal(code: string | undefined): AppError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return httpError('HTTP_REQUEST_TOO_SLOW');
  return httpError(code === 'HPE_HEADER_OVERFLOW' ? 'HTTP_HEADERS_TOO_LARGE' : 'HTTP_BAD_REQUEST');
}

function toHttp(error: AppError): string {
  const { httpStatus } = error.row;
  const body = JSON.stringify(toProblem(error));
  const headers = {
    ...protectiveHeaders,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${httpStatus} ${STATUS_CODES[httpStatus] ?? ''}`, ...lines, '', body].join('\r\n');
}
