/** Where a request came from, for the audit trail. */
export type Origin = { readonly address?: string | undefined; readonly requestId?: string | undefined };
