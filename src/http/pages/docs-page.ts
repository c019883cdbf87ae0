import { escapeHtml } from './page.ts';

export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export type Operation = {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: Schema;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Content }>
  >;
};

export type OpenApiDocument = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
};

const style =
  ':root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem 1.25rem 6rem}' +
  'h1{font-size:1.6rem}h2{margin-top:2.5rem;border-bottom:1px solid #8886}h3{font-size:1rem;margin:1.5rem 0 .25rem}' +
  'table{border-collapse:collapse;width:100%;margin:.5rem 0}td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8883}' +
  'code{font-size:.9em}summary{cursor:pointer;padding:.3rem 0}details details{margin-left:1rem}.m{display:inline-block;min-width:4rem;font-weight:600}' +
  '.q{opacity:.7}nav a{margin-right:1rem}section>details{border-bottom:1px solid #8883}';

const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;
const anchor = (text: string): string => text.replaceAll(/[^A-Za-z0-9]+/g, '-');

/** Sentences of the document: code stands between backticks, everything else is text. */
function prose(text: string | undefined): string {
  if (text === undefined) return '';
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? code(part) : escapeHtml(part)))
    .join('');
}

/** A type in a few words, with a link where it has a name. */
function typeOf(schema: Schema | undefined): string {
  if (schema === undefined) return '';
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return `<a href="#${anchor(`schema-${name}`)}">${escapeHtml(name)}</a>`;
  }
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(' | ');
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.anyOf !== undefined) {
    const shown = schema.anyOf.slice(0, 8).map(typeOf);
    return schema.anyOf.length > shown.length
      ? `${shown.join(' | ')} and ${schema.anyOf.length - shown.length} more`
      : shown.join(' | ');
  }
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  const names = [schema.type ?? 'any'].flat().join(' or ');
  return escapeHtml(schema.format === undefined ? names : `${names} (${schema.format})`);
}

function limitsOf(schema: Schema | undefined): string {
  const facts = [
    schema?.minimum === undefined ? '' : `at least ${schema.minimum}`,
    schema?.maximum === undefined ? '' : `at most ${schema.maximum}`,
    schema?.default === undefined ? '' : `${code(JSON.stringify(schema.default))} when left out`,
    schema?.examples?.[0] === undefined
      ? ''
      : `such as ${code([schema.examples[0]].flat().map(String).join(' '))}`,
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? '' : ` <span class="q">${facts.join(', ')}</span>`;
}

function propertyTable(schema: Schema): string {
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const optional = schema.required?.includes(name) === true ? '' : ' <span class="q">optional</span>';
    return `<tr><td>${code(name)}${optional}</td><td>${typeOf(property)}</td><td>${prose(property.description)}${limitsOf(property)}</td></tr>`;
  });
  return rows.length === 0 ? '' : `<table>${rows.join('')}</table>`;
}

function contentOf(content: Content | undefined): string {
  return Object.entries(content ?? {})
    .map(
      ([type, { schema }]) =>
        `<p>${code(type)} ${typeOf(schema)}</p>${schema === undefined ? '' : propertyTable(schema)}`,
    )
    .join('');
}

function operationHtml(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    (one) =>
      `<tr><td>${code(one.name)}</td><td class="q">${escapeHtml(one.in)}${one.required === true ? '' : ', optional'}</td><td>${typeOf(one.schema)}</td><td>${prose(one.description)}${limitsOf(one.schema)}</td></tr>`,
  );
  const responses = Object.entries(operation.responses ?? {}).map(
    ([status, response]) =>
      `<tr><td>${code(status)}</td><td>${prose(response.description)}${contentOf(response.content)}</td></tr>`,
  );
  return [
    `<details id="${anchor(`${method}-${path}`)}"><summary><span class="m">${method.toUpperCase()}</span> ${code(path)} ${prose(operation.summary)}</summary>`,
    operation.description === undefined ? '' : `<p>${prose(operation.description)}</p>`,
    parameters.length === 0 ? '' : `<h3>Parameters</h3><table>${parameters.join('')}</table>`,
    operation.requestBody === undefined ? '' : `<h3>Body</h3>${contentOf(operation.requestBody.content)}`,
    `<h3>Answers</h3><table>${responses.join('')}</table></details>`,
  ].join('');
}

/** The whole document as one page: no script, no other file, so that the strictest policy lets it stand. */
export function renderDocs(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = (document.tags ?? []).map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags?.includes(name) === true);
    if (own.length === 0) return '';
    const items = own.map(({ method, path, operation }) => operationHtml(method, path, operation));
    return `<section><h2 id="${anchor(name)}">${escapeHtml(name)}</h2><p>${prose(description)}</p>${items.join('')}</section>`;
  });
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<details id="${anchor(`schema-${name}`)}"><summary>${code(name)} <span class="q">${prose(schema.description)}</span></summary>${propertyTable(schema)}${schema.properties === undefined ? `<p>${typeOf(schema)}</p>` : ''}</details>`,
  );
  const links = (document.tags ?? []).map(({ name }) => `<a href="#${anchor(name)}">${escapeHtml(name)}</a>`);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>API of ${escapeHtml(document.info.title)}</title><style>${style}</style></head><body>`,
    `<h1>${escapeHtml(document.info.title)} <span class="q">${escapeHtml(document.info.version)}</span></h1>`,
    `<p>${prose(document.info.description)} For programs: <a href="/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>`,
    '<p>Programs send an API key as <code>Authorization: Bearer ...</code>; browsers have their session. Errors are problem details ',
    `(RFC 9457), see <a href="#${anchor('schema-Problem')}">Problem</a>.</p>`,
    `<nav>${links.join('')}<a href="#schemas">schemas</a></nav>`,
    ...sections,
    `<section><h2 id="schemas">schemas</h2>${schemas.join('')}</section></body></html>`,
  ].join('\n');
}
