import type { Role } from './roles.ts';

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
  /** Of a person: whether they typed the password within the last ten minutes, in this browser. */
  readonly confirmed?: boolean | undefined;
};

/** Whether the caller may know of a company at all. */
export function sees(principal: Pick<Principal, 'organizations'>, realmId: string): boolean {
  return principal.organizations === undefined || principal.organizations.has(realmId);
}
