import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';
import { auditKinds } from '../../dashboard/src/components/audit-kinds.ts';
import { auditActions } from './audit.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
const declared: readonly string[] = auditActions;
const groups = new Set(declared.map((action) => action.split('.', 1)[0] ?? ''));

/** Texts in the form of an action. A type that names them writes none. */
function actionsIn(path: string, source: string): string[] {
  const types = new Set<unknown>();
  const texts: string[] = [];
  new Visitor({
    TSLiteralType: ({ literal }) => {
      types.add(literal);
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && !types.has(node)) texts.push(node.value);
    },
  }).visit(parseSync(path, source).program);
  return texts.filter((text) => /^[a-z_]+\.[a-z_]+$/.test(text));
}

/** Texts of the program in the form of an action, where they stand. */
function written(): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.endsWith('.test.ts') || path === 'access/audit.ts') continue;
    for (const action of actionsIn(path, readFileSync(`${src}/${path}`, 'utf8'))) found.set(action, path);
  }
  return found;
}

test('every action of the trail is written somewhere, and every written one is declared', () => {
  const texts = written();
  expect(texts.size).toBeGreaterThan(25);
  expect(declared.filter((action) => !texts.has(action))).toEqual([]);
  const undeclared = [...texts].filter(
    ([action]) => groups.has(action.split('.', 1)[0] ?? '') && !declared.includes(action),
  );
  expect(undeclared).toEqual([]);
});

test('a text is an action, a comment and a type are none', () => {
  const source = "type A = 'user.joined' | 'user.left'; // 'key.used'\nconst action: A = 'user.joined';";
  expect(actionsIn('x.ts', source)).toEqual(['user.joined']);
});

test('the page of the trail offers every kind of action there is, and no other', () => {
  expect(Object.keys(auditKinds).toSorted()).toEqual([...groups].toSorted());
});
