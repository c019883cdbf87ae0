/** Where the browser goes to connect a company; with a realm id, to sign in to that same company again. */
export function connectUrl(realmId?: string): string {
  const path = '/v1/oauth/authorize/qbo';
  return realmId === undefined ? path : `${path}?realmId=${encodeURIComponent(realmId)}`;
}
