import { isIPv6 } from 'node:net';

import { parseAddress } from '../base/addresses.ts';

/** How this computer reaches a server of ours that listens on `host`; of all addresses, by one of its own. */
export function localUrl({ host, port }: { readonly host: string; readonly port: number }): string {
  const isAll = parseAddress(host)?.range() === 'unspecified';
  if (isIPv6(host)) return `http://[${isAll ? '::1' : host}]:${port}`;
  return `http://${isAll ? '127.0.0.1' : host}:${port}`;
}
