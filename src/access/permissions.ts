import { accessError } from './errors.ts';
import type { Principal } from './principal.ts';
import { isAtLeast, type Role } from './roles.ts';

/**
 * What a route asks of its caller:
 * - `anyone`: nothing; nobody is even asked who they are;
 * - a role: at least that role. A caller who is limited to some companies gets through; the route answers about those
 *   only, and a route with `:realmId` in its address exists only for the caller's companies;
 * - `everywhere`: at least that role, and not limited to some companies: the route concerns the whole installation.
 */
export type Permission = 'anyone' | Role | { readonly everywhere: Role };

/** `METHOD address` → what it asks. */
export type Permissions = Readonly<Record<string, Permission>>;

/**
 * Who may do what: the one place. A route that is not here refuses to be registered, and a row without a route fails a
 * test.
 */
export const permissions: Permissions = {
  // What must work before anybody is known: probes, Intuit's calls, and the files and calls of the sign-in page.
  'GET /v1/health': 'anyone',
  'GET /v1/health/live': 'anyone',
  'GET /v1/health/ready': 'anyone',
  'GET /v1/oauth/callback/:integration': 'anyone',
  'GET /v1/webhooks/:integration': 'anyone',
  'POST /v1/webhooks/:integration': 'anyone',
  'POST /v1/auth/sign-in': 'anyone',
  'POST /v1/auth/sign-out': 'anyone',
  'POST /v1/auth/link': 'anyone',
  'POST /v1/auth/link/accept': 'anyone',
  'GET /*': 'anyone',

  // One's own account.
  'GET /v1/auth/session': 'viewer',
  'GET /v1/auth/sessions': 'viewer',
  'DELETE /v1/auth/sessions/:sessionId': 'viewer',
  'POST /v1/auth/password': 'viewer',
  'POST /v1/auth/confirm': 'viewer',

  // Reading.
  'GET /v1/installation': 'viewer',
  'GET /v1/openapi.json': 'viewer',
  'GET /v1/docs': 'viewer',
  'GET /v1/events': 'viewer',
  'GET /v1/organizations': 'viewer',
  'GET /v1/organizations/:realmId': 'viewer',
  'GET /v1/organizations/:realmId/entities': 'viewer',
  'GET /v1/organizations/:realmId/runs': 'viewer',
  'GET /v1/organizations/:realmId/rejected': 'viewer',
  'GET /v1/organizations/:realmId/usage': 'viewer',
  'GET /v1/organizations/:realmId/reconciliations': 'viewer',
  'GET /v1/organizations/:realmId/records': 'viewer',
  'GET /v1/organizations/:realmId/records/:entity': 'viewer',
  'GET /v1/organizations/:realmId/records/:entity/:id': 'viewer',

  // Running.
  'POST /v1/organizations/:realmId/sync': 'operator',
  'POST /v1/organizations/:realmId/backfill': 'operator',
  'POST /v1/organizations/:realmId/reconcile': 'operator',
  'POST /v1/organizations/:realmId/rejected/retry': 'operator',
  'POST /v1/organizations/:realmId/pause': 'operator',
  'POST /v1/organizations/:realmId/resume': 'operator',
  'GET /v1/jobs': { everywhere: 'operator' },
  'GET /v1/jobs/:id': { everywhere: 'operator' },
  'POST /v1/jobs/:id/retry': { everywhere: 'operator' },

  // Companies and who sees them. A limited administrator may reconnect a company of theirs; the route sees to it.
  'GET /v1/oauth/authorize/:integration': 'admin',
  'GET /v1/oauth/reconnect/:integration': 'admin',
  'GET /v1/oauth/disconnected/:integration': 'viewer',
  'PATCH /v1/organizations/:realmId': 'admin',
  'DELETE /v1/organizations/:realmId': 'admin',
  'GET /v1/users': { everywhere: 'admin' },
  'POST /v1/users': { everywhere: 'admin' },
  'GET /v1/users/:userId': { everywhere: 'admin' },
  'PATCH /v1/users/:userId': { everywhere: 'admin' },
  'DELETE /v1/users/:userId': { everywhere: 'admin' },
  'POST /v1/users/:userId/link': { everywhere: 'admin' },
  'GET /v1/users/:userId/sessions': { everywhere: 'admin' },
  'DELETE /v1/users/:userId/sessions': { everywhere: 'admin' },
  'GET /v1/keys': { everywhere: 'admin' },
  'POST /v1/keys': { everywhere: 'admin' },
  'POST /v1/keys/:keyId/rotate': { everywhere: 'admin' },
  'DELETE /v1/keys/:keyId': { everywhere: 'admin' },
  'GET /v1/audit': { everywhere: 'admin' },
};

/** The row of a route; HEAD is GET without the answer. */
export function permissionOf(table: Permissions, method: string, url: string): Permission | undefined {
  const name = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** @throws AppError ACCESS_SIGN_IN_REQUIRED, ACCESS_FORBIDDEN */
export function requirePermission(permission: Permission, principal: Principal | undefined): void {
  if (permission === 'anyone') return;
  if (principal === undefined) throw accessError('ACCESS_SIGN_IN_REQUIRED');
  const minimum = typeof permission === 'string' ? permission : permission.everywhere;
  const reaches = typeof permission === 'string' || principal.organizations === undefined;
  if (!isAtLeast(principal.role, minimum) || !reaches) {
    throw accessError('ACCESS_FORBIDDEN', { details: { role: principal.role, needed: minimum } });
  }
}

/**
 * What a person does only when they typed the password lately: a browser that was left open, or a stolen cookie, must not
 * become a key, a person or a login that stays, nor take a company away. Exports of sensitive fields ask by themselves.
 */
export const confirmedRoutes: ReadonlySet<string> = new Set([
  'DELETE /v1/organizations/:realmId',
  'POST /v1/users',
  'PATCH /v1/users/:userId',
  'DELETE /v1/users/:userId',
  'POST /v1/users/:userId/link',
  'DELETE /v1/users/:userId/sessions',
  'POST /v1/keys',
  'POST /v1/keys/:keyId/rotate',
  'DELETE /v1/keys/:keyId',
]);

/** Programs and the demo have no password to type. @throws AppError ACCESS_CONFIRMATION_REQUIRED */
export function requireConfirmed(principal: Pick<Principal, 'confirmed'> | undefined): void {
  if (principal?.confirmed === false) throw accessError('ACCESS_CONFIRMATION_REQUIRED');
}

/** Tax ids, bank numbers, salaries and what QuickBooks sent as a whole are for those who run the installation. */
export function maySeeSensitive(principal: Pick<Principal, 'role'>): boolean {
  return isAtLeast(principal.role, 'admin');
}
