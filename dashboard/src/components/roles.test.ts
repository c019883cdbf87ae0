import { expect, test } from 'vitest';
import { roles } from '../../../src/access/roles.ts';
import { roleChoices, roleOf } from './roles.ts';

const chosen = (role: string): FormData => {
  const form = new FormData();
  form.set('role', role);
  return form;
};

test('every role of the server can be chosen, weakest first, and is sent as it was chosen', () => {
  expect(roleChoices().map(([role]) => role)).toEqual(roles);
  expect(roleChoices('admin')).toEqual(roleChoices());
  for (const role of roles) expect(roleOf(chosen(role))).toBe(role);
});

test('a role that this page has no words for is shown as it is and kept, and never becomes another', () => {
  expect(roleChoices('auditor').at(-1)).toEqual(['auditor', 'auditor']);
  expect(roleChoices('toString')).toHaveLength(roles.length + 1);
  expect(roleOf(chosen('auditor'))).toBe('auditor');
  expect(() => roleOf(new FormData())).toThrow('no role');
});
