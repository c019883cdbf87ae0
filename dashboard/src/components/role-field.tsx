import { Input } from '@mantine/core';
import type { Role } from '../../../src/api-contract/index.ts';

const words: Record<Role, string> = {
  viewer: 'Viewer: reads',
  operator: 'Operator: also syncs and pauses',
  admin: 'Admin: also connects companies, manages people',
  owner: 'Owner: everything',
};

/** Chooses what somebody may do. */
export function RoleField({ id, role: present = 'viewer' }: { id: string; role?: Role }) {
  return (
    <Input.Wrapper label="Role" id={id}>
      <Input component="select" id={id} name="role" defaultValue={present} pointer>
        {Object.entries(words).map(([role, text]) => (
          <option key={role} value={role}>
            {text}
          </option>
        ))}
      </Input>
    </Input.Wrapper>
  );
}

/** The chosen role of a form. */
export function roleOf(form: FormData): Role {
  const role = form.get('role');
  return role === 'owner' || role === 'admin' || role === 'operator' ? role : 'viewer';
}

/** What was typed into a field of a form. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
