import type { Role } from '../../../src/api-contract/index.ts';

// A role that is added on the server does not compile here until it has its words.
const words: Record<Role, string> = {
  viewer: 'Viewer: reads',
  operator: 'Operator: also syncs and pauses',
  admin: 'Admin: also connects companies, manages people',
  owner: 'Owner: everything',
};

/**
 * What can be chosen, weakest first. The present role is always among them, as it is, even if this page is older than
 * the server and has no words for it: saving something else must not take it away.
 */
export function roleChoices(present?: string): [role: string, text: string][] {
  const known: [string, string][] = Object.entries(words);
  return present === undefined || Object.hasOwn(words, present) ? known : [...known, [present, present]];
}

/** The chosen role of a form, as it is; the server says whether there is such a one. */
export function roleOf(form: FormData): Role {
  const role = form.get('role');
  if (typeof role !== 'string' || role === '') throw new Error('This form asks for no role.');
  return role as Role;
}
