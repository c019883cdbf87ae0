import { BlockList, isIP } from 'node:net';
import { Agent, Pool, ProxyAgent, type Dispatcher } from 'undici';

/**
 * The proxies to go through, as HTTP_PROXY, HTTPS_PROXY and NO_PROXY name them; the environment is not read.
 * A proxy that opens TLS needs its certificate in NODE_EXTRA_CA_CERTS.
 */
export type ProxyOptions = {
  /** For addresses that begin with `http:`; a user name and password in it are sent to the proxy. */
  readonly httpUrl?: string | undefined;
  /** For addresses that begin with `https:`, through a tunnel, so that the proxy reads nothing. */
  readonly httpsUrl?: string | undefined;
  /**
   * What is reached directly, separated by commas or white space: names (with everything below them), addresses, ranges
   * such as 10.0.0.0/8, each with a port or without, or `*` for everything. This computer always is.
   */
  readonly bypass?: string | undefined;
};

export type Route = {
  readonly dispatcher: Dispatcher;
  /** Name and port of the proxy on this way, for messages. */
  readonly proxy: string | undefined;
};

export interface Routes {
  routeTo(url: string): Route;
  /** Ends every connection; requests under way fail. */
  close(): Promise<void>;
}

/** Kept-alive connections, by the way an address is reached. */
export function createRoutes(options: ProxyOptions, connectTimeoutMs: number): Routes {
  const direct: Route = {
    dispatcher: new Agent({ connect: { timeout: connectTimeoutMs } }),
    proxy: undefined,
  };
  const through = (url: string | undefined): Route =>
    url === undefined
      ? direct
      : {
          dispatcher: new ProxyAgent({
            uri: url,
            connectTimeout: connectTimeoutMs,
            // A proxy that takes the request for a tunnel and says nothing is one that does not connect.
            clientFactory: (origin, given) =>
              new Pool(origin, { ...given, headersTimeout: connectTimeoutMs }),
          }),
          proxy: new URL(url).host,
        };
  const http = through(options.httpUrl);
  const https = through(options.httpsUrl);
  const bypass = (options.bypass ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  const entries = ['localhost', '127.0.0.0/8', '::1', ...bypass];
  return {
    routeTo(address) {
      const url = new URL(address);
      if (entries.some((entry) => isMeant(entry, url))) return direct;
      return url.protocol === 'https:' ? https : http;
    },
    close: async () => {
      const all = new Set([direct, http, https].map(({ dispatcher }) => dispatcher));
      await Promise.all([...all].map((dispatcher) => dispatcher.destroy()));
    },
  };
}

/** Whether an entry of NO_PROXY means this address; the rules are those of curl and Go. */
function isMeant(entry: string, url: URL): boolean {
  const [, bare = entry, port] = /^\[(.*)\](?::(\d+))?$/.exec(entry) ?? /^([^:]*):(\d+)$/.exec(entry) ?? [];
  if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false;
  if (bare === '*') return true;
  const host = url.hostname.replace(/^\[(.*)\]$|\.$/g, '$1');
  if (isIP(host) > 0) return isInRange(host, bare);
  const name = bare.toLowerCase().replace(/^\*?\.|\.$/g, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** @param range an address, or one with a number of bits behind a slash; anything else holds no address */
function isInRange(address: string, range: string): boolean {
  const [network = '', bits] = range.split('/');
  if (isIP(network) === 0) return false;
  const widest = isIP(network) === 6 ? 128 : 32;
  const prefix = bits === undefined ? widest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (prefix < 0 || prefix > widest) return false;
  const list = new BlockList();
  list.addSubnet(network, prefix, family(network));
  return list.check(address, family(address));
}
