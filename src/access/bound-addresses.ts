import { createAddressList, isAddressOrRange } from '../base/addresses.ts';
import { accessError } from './errors.ts';
import type { Origin } from './origin.ts';

/** @throws AppError ACCESS_ADDRESS_INVALID unless each is an address or a range, and there is one */
export function requireAddresses(addresses: readonly string[]): void {
  if (addresses.length === 0 || !addresses.every(isAddressOrRange))
    throw accessError('ACCESS_ADDRESS_INVALID');
}

/** Whether a caller from there may use what is bound to these; of whom the address is not known comes from nowhere. */
export function isBoundTo(addresses: readonly string[], origin: Origin): boolean {
  const { address, throughUnlistedProxy } = origin;
  if (address === undefined || throughUnlistedProxy === true) return false;
  return createAddressList(addresses)(address);
}

/** What the trail says of a use from elsewhere. */
export function refusalDetails(addresses: readonly string[], origin: Origin): Record<string, unknown> {
  return { addresses, ...(origin.throughUnlistedProxy === true && { throughUnlistedProxy: true }) };
}
