/** What people and keys may do, weakest first: each role may do all that the ones before it may. */
export const roles = ['viewer', 'operator', 'admin', 'owner'] as const;
export type Role = (typeof roles)[number];

/** How a caller proved who they are. */
export type PrincipalKind = 'user' | 'key' | 'admin_key' | 'demo' | 'command';

/** Somebody who is known: a person, a key, or this computer in the demo. */
export type Principal = {
  readonly kind: PrincipalKind;
  /** Id of the user or key; a fixed word for the others. */
  readonly id: string;
  /** E-mail address of a person, name of a key. */
  readonly name: string;
  readonly role: Role;
  /** The companies the caller is limited to; undefined for all of them, those to come included. */
  readonly organizations: ReadonlySet<string> | undefined;
  /** The browser's session, when that is how the caller came in. */
  readonly sessionId?: string | undefined;
};

/** Whether a role is at least as strong as another. */
export function isAtLeast(role: Role, minimum: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(minimum);
}

/** Whether the caller may know of a company at all. */
export function sees(principal: Pick<Principal, 'organizations'>, realmId: string): boolean {
  return principal.organizations === undefined || principal.organizations.has(realmId);
}
