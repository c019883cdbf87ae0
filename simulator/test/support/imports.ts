import { parseSync, Visitor } from 'oxc-parser';

export type ImportsOf = {
  /** What is named in `import … from`, `export … from`, `import(…)`, `import x = require(…)`, types included. */
  readonly specifiers: readonly string[];
  /** What is opened beside the file: the first word of `new URL('…', import.meta.url)`. */
  readonly opened: readonly string[];
  /** `import(…)` of what only the running program knows, as it is written. */
  readonly unknown: readonly string[];
};

/** Read from the syntax tree: comments and texts that look like imports are none. */
export function importsOf(path: string, source: string): ImportsOf {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const found = { specifiers: [] as string[], opened: [] as string[], unknown: [] as string[] };
  const add = (node: { readonly source: { readonly value: string } | null }): void => {
    if (node.source !== null) found.specifiers.push(node.source.value);
  };
  new Visitor({
    ImportDeclaration: add,
    ExportAllDeclaration: add,
    ExportNamedDeclaration: add,
    TSImportType: add,
    ImportExpression: ({ source: what }) => {
      const text = what.type === 'TemplateLiteral' && what.quasis.length === 1 ? what.quasis[0] : undefined;
      if (what.type === 'Literal' && typeof what.value === 'string') found.specifiers.push(what.value);
      else if (text !== undefined) found.specifiers.push(text.value.raw);
      else found.unknown.push(source.slice(what.start, what.end));
    },
    TSExternalModuleReference: ({ expression }) => {
      found.specifiers.push(expression.value);
    },
    NewExpression: ({ callee, arguments: [what] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'URL' || what?.type !== 'Literal') return;
      if (typeof what.value === 'string' && what.value.startsWith('.')) found.opened.push(what.value);
    },
  }).visit(program);
  return found;
}
