import { createAddressList, isAddressOrRange } from '../base/addresses.ts';
import { accessError } from './errors.ts';

/** @throws AppError ACCESS_ADDRESS_INVALID unless each is an address or a range, and there is one */
export function requireAddresses(addresses: readonly string[]): void {
  if (addresses.length === 0 || !addresses.every(isAddressOrRange))
    throw accessError('ACCESS_ADDRESS_INVALID');
}

/** Whether a caller with this address may use what is bound to these; a caller without one comes from nowhere. */
export function isBoundTo(addresses: readonly string[], address: string | undefined): boolean {
  return address !== undefined && createAddressList(addresses)(address);
}
