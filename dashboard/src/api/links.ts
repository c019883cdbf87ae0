import { ownAddress } from '../../../src/api-contract/own-address.ts';

/** Where the browser goes to connect a company; with a realm id, to sign in to that same company again. */
export function connectUrl(realmId?: string): string {
  const path = '/v1/oauth/authorize/qbo';
  return realmId === undefined ? path : `${path}?realmId=${encodeURIComponent(realmId)}`;
}

/** The sign-in page, which leads back to where the browser is now. */
export function signInUrl(): string {
  const { pathname, search } = window.location;
  return `/sign-in?next=${encodeURIComponent(pathname + search)}`;
}

/** Where to go after signing in: an address of our own, whatever the link that led here says. */
export function placeAfterSignIn(search: string, origin: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return ownAddress(next, origin) ?? '/';
}
