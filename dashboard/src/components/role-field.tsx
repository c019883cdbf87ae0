import { Input } from '@mantine/core';
import type { Role } from '../../../src/api-contract/index.ts';
import { roleChoices } from './roles.ts';

/** Chooses what somebody may do. */
export function RoleField({ id, role: present = 'viewer' }: { id: string; role?: Role }) {
  return (
    <Input.Wrapper label="Role" id={id}>
      <Input component="select" id={id} name="role" defaultValue={present} pointer>
        {roleChoices(present).map(([role, text]) => (
          <option key={role} value={role}>
            {text}
          </option>
        ))}
      </Input>
    </Input.Wrapper>
  );
}

/** What was typed into a field of a form. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
