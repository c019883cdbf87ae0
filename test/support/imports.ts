import { parseSync, Visitor } from 'oxc-parser';

export type ImportsOf = {
  /** What is named in `import … from`, `export … from`, `import(…)`, `import x = require(…)`, types included. */
  readonly specifiers: readonly string[];
  /** Those of them whose names are given on: `export … from`, or imported and exported again. */
  readonly givenOn: readonly string[];
  /** `import(…)` of what only the running program knows, as it is written. */
  readonly unknown: readonly string[];
};

export function importsOf(path: string, source: string): ImportsOf {
  const { program, module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const [specifiers, unknown]: [string[], string[]] = [[], []];
  const origin = new Map(
    module.staticImports.flatMap(({ entries, moduleRequest }) =>
      entries.map(({ localName }) => [localName.value, moduleRequest.value]),
    ),
  );
  const givenOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(
      ({ moduleRequest, localName }) => moduleRequest?.value ?? origin.get(localName.name ?? '') ?? [],
    ),
  );
  const add = (node: { readonly source: { readonly value: string } | null }): void => {
    if (node.source !== null) specifiers.push(node.source.value);
  };
  new Visitor({
    ImportDeclaration: add,
    ExportAllDeclaration: add,
    ExportNamedDeclaration: add,
    TSImportType: add,
    ImportExpression: ({ source: what }) => {
      if (what.type === 'Literal' && typeof what.value === 'string') specifiers.push(what.value);
      else if (what.type === 'TemplateLiteral' && what.quasis.length === 1)
        specifiers.push(what.quasis[0]?.value.raw ?? '');
      else unknown.push(source.slice(what.start, what.end));
    },
    TSExternalModuleReference: ({ expression }) => {
      specifiers.push(expression.value);
    },
  }).visit(program);
  return { specifiers, givenOn, unknown };
}
