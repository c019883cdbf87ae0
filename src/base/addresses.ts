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

/** Whether a text is an address, or a range such as `10.0.0.0/8`. */
export function isAddressOrRange(text: string): boolean {
  return isIP(text) > 0 || ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text);
}

/**
 * Whether an address is one of a list of addresses and ranges (`10.0.0.0/8`).
 * @param list  in the notation that TRUSTED_PROXIES takes; a range of IPv4 inside IPv6 is the one of IPv4 it means
 */
export function createAddressList(list: readonly string[]): (address: string) => boolean {
  const ranges = list.map((text) => {
    const [address, bits] = text.includes('/')
      ? ipaddr.parseCIDR(text)
      : ([ipaddr.parse(text), undefined] as const);
    const isMapped = 'parts' in address && address.isIPv4MappedAddress() && (bits ?? 128) >= 96;
    const meant = isMapped ? address.toIPv4Address() : address;
    const all = 'parts' in meant ? 128 : 32;
    return [meant, bits === undefined ? all : bits - (isMapped ? 96 : 0)] as const;
  });
  return (text) => {
    const address = parseAddress(text);
    return address !== undefined && ranges.some(([range, bits]) => isIn(address, range, bits));
  };
}

function isIn(address: Address, range: Address, bits: number): boolean {
  return address.kind() === range.kind() && address.match(range, bits);
}
