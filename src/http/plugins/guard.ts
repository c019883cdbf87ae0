import { isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../../base/addresses.ts';
import { httpError } from '../errors.ts';

export type GuardOptions = {
  readonly publicUrl: URL;
  /** Further names and addresses we may be called by; `*.` begins one that means all below it. */
  readonly allowedHosts: readonly string[];
};

/** What kubelets and load balancers ask for by the address they know; it tells another site's page nothing of worth. */
export const probes = new Set(['/v1/health', '/v1/health/live', '/v1/health/ready']);

/** Methods that change nothing. */
export const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Headers of which Node reads the first and forgets the others, and by which something is decided. */
const singular = ['host', 'authorization', 'content-type'];

/**
 * A proxy in front may have read the last one: what it let pass would not be what we answer. RFC 9112, 3.2, asks for
 * this answer to two Host headers.
 */
function checkHeaders({ raw: { rawHeaders } }: FastifyRequest): void {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const twice = singular.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) {
    throw httpError('HTTP_BAD_REQUEST', {
      text: `The header ${twice} stands in the request more than once.`,
    });
  }
}

/**
 * A page of another site can point its own name at 127.0.0.1 (DNS rebinding) and would then be "same origin" with us.
 * It cannot choose the Host header, which still carries its name.
 */
function checkHost(request: FastifyRequest, { publicUrl, allowedHosts }: GuardOptions): void {
  if (probes.has(request.url.split('?', 1)[0] ?? '')) return;
  const host = request.headers.host ?? '';
  const hostname = /^[\w.:[\]-]+$/.test(host) ? (URL.parse(`http://${host}`)?.hostname ?? '') : '';
  if (hostname !== '' && (isLoopback(hostname) || hostname === publicUrl.hostname)) return;
  const isAllowed = (name: string): boolean =>
    name.startsWith('*.') ? hostname.endsWith(name.slice(1)) : hostname === name;
  if (hostname !== '' && allowedHosts.some(isAllowed)) return;
  throw httpError('HTTP_HOST_UNKNOWN', { details: { publicUrl: publicUrl.origin } });
}

/**
 * A target may also be a whole address (RFC 9112, 3.2.2), which then counts instead of the Host header. Only proxies are
 * asked in that way; here it would let one name be checked and another one be used.
 */
function checkTarget(request: FastifyRequest): void {
  if (request.url.startsWith('/') || request.method === 'OPTIONS') return;
  throw httpError('HTTP_BAD_REQUEST', {
    text: 'The address of a request begins with / here: this is no proxy.',
  });
}

/**
 * Against changes that another site makes with the cookie of a signed-in browser. Browsers always say where a request
 * that changes something comes from; programs send neither header and carry no cookie that somebody else could use.
 */
function checkOrigin(request: FastifyRequest, publicUrl: URL): void {
  if (readOnly.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  // The name has been checked; who ends TLS in front of us does not tell by which scheme it was called.
  const host = request.headers.host ?? '';
  const ours = [publicUrl.origin, `http://${host}`, `https://${host}`];
  const sameSite = site === undefined || site === 'same-origin';
  const sameOrigin = origin === undefined || ours.includes(origin);
  if (!sameSite || !sameOrigin) throw httpError('HTTP_CROSS_SITE');
}

/** As the browser writes it into its address: small letters, the short form of an IPv6 address, in brackets. */
function asInUrls(name: string): string {
  return URL.parse(`http://${isIPv6(name) ? `[${name}]` : name}`)?.hostname ?? name.toLowerCase();
}

/** Stands before every route, the dashboard's files and 404 included. Who the caller is, is access.ts's question. */
export function installGuard(app: FastifyInstance, options: GuardOptions): void {
  const allowedHosts = options.allowedHosts.map(asInUrls);
  app.addHook('onRequest', (request, _reply, done) => {
    checkTarget(request);
    checkHeaders(request);
    checkHost(request, { ...options, allowedHosts });
    checkOrigin(request, options.publicUrl);
    done();
  });
}
