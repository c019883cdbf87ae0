/** Where a request came from, for the audit trail and for keys that are bound to addresses. */
export type Origin = {
  readonly address?: string | undefined;
  readonly requestId?: string | undefined;
  /** The address is that of a proxy of the house which is not listed: everybody behind it has the same. */
  readonly throughUnlistedProxy?: boolean | undefined;
};
