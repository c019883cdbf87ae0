import { expect, test } from 'vitest';

import { splitInput } from './sql-prompt.ts';

test('statements and backslash commands of a text are told apart', () => {
  const parts = splitInput('\\d invoices\n\nselect 1\nfrom a;\nselect 2;\n\\d\nselect 3\n\\q\nselect 4');
  expect(parts).toHaveLength(4);
  expect(parts[0]).toContain("'invoices'::regclass");
  expect(parts[1]).toBe('\nselect 1\nfrom a;\nselect 2;\n');
  expect(parts[2]).toContain('pg_class');
  // A backslash inside a statement is the statement's own.
  expect(parts[3]).toBe('select 3\n\\q\nselect 4\n');
  expect(splitInput('select 1;\n\\q\nselect 2;')).toEqual(['select 1;\n']);
  expect(splitInput('  ')).toEqual([]);
});

test('a backslash command we do not have is answered with the ones there are', () => {
  for (const text of ['\\dt', '\\dt+', '\\d+', '\\d+ invoices']) expect(splitInput(text)).toHaveLength(1);
  for (const text of ['\\x', '\\dn', '\\d a b'])
    expect(() => splitInput(text)).toThrow(expect.objectContaining({ code: 'CLI_USAGE' }));
});
