import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An IPv4 or IPv6 address as numbers. */
export type Address = ReturnType<typeof ipaddr.process>;

/**
 * Reads an address in its usual notation. IPv4 inside IPv6 (`::ffff:10.0.0.1`, as a server that listens on both sees its
 * callers) is the IPv4 address it means.
 * @returns undefined for anything else, names included
 */
export function parseAddress(text: string): Address | undefined {
  // ipaddr.js alone also reads what only old programs mean by 127.1 and 0177.0.0.1.
  if (isIP(text) === 0) return undefined;
  // And it takes the long deprecated ::10.0.0.1 for ::ffff:10.0.0.1.
  return ipaddr.process(text.replace(/^::(?=\d+\.)/, '0::'));
}

/** True for names and addresses, in brackets or not, that only this computer can reach. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || parseAddress(name)?.range() === 'loopback';
}
