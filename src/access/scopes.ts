import type { Transaction } from '../postgres/database.ts';
import { accessError } from './errors.ts';
import type { Principal } from './principal.ts';
import { isAtLeast, type Role } from './roles.ts';

/** What somebody may do, and where: undefined organizations are all of them. */
export type Scope = { readonly role: Role; readonly organizations: readonly string[] | undefined };

const known = `SELECT $1, realm_id FROM ledger_mirror.organizations WHERE realm_id = ANY($2) RETURNING realm_id`;

// Each table by its name: who writes what is found by reading, and held by a test.
const scoped = {
  user: {
    from: 'ledger_mirror.user_organizations WHERE user_id',
    clear: 'DELETE FROM ledger_mirror.user_organizations WHERE user_id = $1',
    add: `INSERT INTO ledger_mirror.user_organizations (user_id, realm_id) ${known}`,
  },
  key: {
    from: 'ledger_mirror.api_key_organizations WHERE key_id',
    clear: 'DELETE FROM ledger_mirror.api_key_organizations WHERE key_id = $1',
    add: `INSERT INTO ledger_mirror.api_key_organizations (key_id, realm_id) ${known}`,
  },
} as const;

/** SQL that reads the companies of a row as an array; `id` is the row's id column. */
export function organizationsSql(kind: keyof typeof scoped, id: string): string {
  return `(SELECT coalesce(array_agg(realm_id ORDER BY realm_id), '{}') FROM ${scoped[kind].from} = ${id})`;
}

/** Replaces the companies somebody is limited to. @throws AppError ACCESS_ORGANIZATION_UNKNOWN */
export async function writeOrganizations(
  tx: Transaction,
  kind: keyof typeof scoped,
  id: string,
  organizations: readonly string[] | undefined,
): Promise<void> {
  const { clear, add } = scoped[kind];
  const wanted = [...new Set(organizations ?? [])];
  await tx.query(clear, [id]);
  const added = await tx.query(add, [id, wanted]);
  if (added.length !== wanted.length) throw accessError('ACCESS_ORGANIZATION_UNKNOWN');
}

/** Whether a scope allows anything that another one does not. */
export function adds(scope: Scope, to: Scope): boolean {
  if (!isAtLeast(to.role, scope.role)) return true;
  const had = to.organizations;
  return had !== undefined && (scope.organizations?.some((realmId) => !had.includes(realmId)) ?? true);
}

/** @throws AppError ACCESS_OWNER_IS_UNLIMITED */
export function requirePossible(scope: Scope): void {
  if (scope.role === 'owner' && scope.organizations !== undefined)
    throw accessError('ACCESS_OWNER_IS_UNLIMITED');
}

/**
 * Nobody gives, takes or touches more than they have: an administrator neither makes owners nor changes them.
 * @throws AppError ACCESS_FORBIDDEN
 */
export function requireRank(by: Principal, role: Role): void {
  if (!isAtLeast(by.role, role) || by.organizations !== undefined) throw accessError('ACCESS_FORBIDDEN');
}
