import type { FastifyInstance, FastifyRequest } from 'fastify';
import { countedAddress } from '../../access/sign-in-limits.ts';
import { parseAddress } from '../../base/addresses.ts';
import type { Logger } from '../../base/logger.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Its address is that of a proxy of our own networks which is not listed; whose it is, nobody knows. */
    throughUnlistedProxy: boolean;
  }
}

export type ForwardedOptions = {
  /** Whether an address is one of the proxies in front. */
  readonly isProxy: (address: string) => boolean;
  readonly logger: Logger;
};

/** What proxies and tunnels write into a request, each some of them. */
const written = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'cf-ray'];

/** So many unlisted proxies of our own networks are told of; nobody has more, and the list must not grow. */
const MOST_TOLD = 20;

/** `203.0.113.5`, `203.0.113.5:4711` or `[2001:db8::1]:443`, as proxies write them, in one notation. */
function readEntry(entry: string): string | undefined {
  const text = entry.trim();
  const [, bracketed] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text) ?? [];
  const [, withPort] = /^([\d.]+):\d{1,5}$/.exec(text) ?? [];
  const address = bracketed ?? withPort ?? text;
  // A zone names a network card of whoever wrote it.
  return address.includes('%') ? undefined : parseAddress(address)?.toString();
}

/**
 * What can be used of an X-Forwarded-For: its addresses from the end, where the nearest proxy wrote, up to what is none.
 * In front of that stands whatever somebody has made up.
 */
function readable(header: string): string {
  const entries: string[] = [];
  for (const entry of header.split(',').toReversed()) {
    const address = readEntry(entry);
    if (address === undefined) break;
    entries.unshift(address);
  }
  return entries.join(', ');
}

/** Ranges of addresses that only computers of one house or one hoster have. */
const nearRanges = ['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat'];

/** From a network that the internet does not reach: a proxy of the house, not a caller who made the header up. */
function isNear(address: string): boolean {
  return nearRanges.includes(parseAddress(address)?.range() ?? '');
}

/**
 * Whose address a request has. Fastify believes X-Forwarded-For from the listed proxies; this leaves nothing but addresses
 * in it before anybody reads one, since limits count by them and the trail keeps them. And it tells of a proxy that is
 * not listed, behind which all callers are one: forty wrong passwords of a stranger would lock everybody out.
 */
export function installForwarded(app: FastifyInstance, options: ForwardedOptions): void {
  const { isProxy, logger } = options;
  const told = new Set<string>();

  const noteProxy = (request: FastifyRequest): void => {
    const { remoteAddress } = request.socket;
    const peer = remoteAddress === undefined ? undefined : parseAddress(remoteAddress)?.toString();
    if (peer === undefined || isProxy(peer)) return;
    request.throughUnlistedProxy = isNear(peer);
    // Anybody out there can send such a header: all of them together are told of once.
    const one = isNear(peer) ? countedAddress(peer) : 'far';
    if (told.has(one) || told.size > MOST_TOLD) return;
    told.add(one);
    logger.warn(
      { from: peer },
      'requests come through a proxy that TRUSTED_PROXIES does not list: all behind it count as one caller',
    );
  };

  app.decorateRequest('throughUnlistedProxy', false);
  app.addHook('onRequest', (request, _reply, done) => {
    const { headers } = request.raw;
    if (written.some((name) => headers[name] !== undefined)) noteProxy(request);
    const header = headers['x-forwarded-for'];
    if (header !== undefined) headers['x-forwarded-for'] = readable([header].flat().join(','));
    done();
  });
}
