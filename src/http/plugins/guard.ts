import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../../base/addresses.ts';
import { httpError } from '../errors.ts';

export type GuardOptions = { readonly publicUrl: URL };

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A page of another site can point its own name at 127.0.0.1 (DNS rebinding) and would then be "same origin" with us.
 * It cannot choose the Host header, which still carries its name.
 */
function checkHost(request: FastifyRequest, publicUrl: URL): void {
  const host = request.headers.host ?? '';
  const hostname = /^[\w.:[\]-]+$/.test(host) ? (URL.parse(`http://${host}`)?.hostname ?? '') : '';
  if (hostname !== '' && (isLoopback(hostname) || hostname === publicUrl.hostname)) return;
  throw httpError('HTTP_HOST_UNKNOWN', { details: { publicUrl: publicUrl.origin } });
}

/**
 * Against changes that another site makes with the cookie of a signed-in browser. Browsers always say where a request
 * that changes something comes from; programs send neither header and carry no cookie that somebody else could use.
 */
function checkOrigin(request: FastifyRequest, publicUrl: URL): void {
  if (readOnly.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const ours = [publicUrl.origin, `http://${request.headers.host ?? ''}`];
  const sameSite = site === undefined || site === 'same-origin';
  const sameOrigin = origin === undefined || ours.includes(origin);
  if (!sameSite || !sameOrigin) throw httpError('HTTP_CROSS_SITE');
}

/** Stands before every route, the dashboard's files and 404 included. Who the caller is, is access.ts's question. */
export function installGuard(app: FastifyInstance, options: GuardOptions): void {
  app.addHook('onRequest', (request, _reply, done) => {
    checkHost(request, options.publicUrl);
    checkOrigin(request, options.publicUrl);
    done();
  });
}
