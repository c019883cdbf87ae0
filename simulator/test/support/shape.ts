import { type Json } from './harness.ts';

/**
 * The shape of an answer: what it holds of what kind, in which order, without a value.
 * Written as `{Id:s,Line:[{Amount:n,LineNum?:n}]}`; `?` may be absent, `+` was added after the recordings were made,
 * `@Name` is a shape of the vocabulary.
 */
type Shape =
  | { readonly kind: 'object'; readonly properties: readonly Property[] }
  | { readonly kind: 'array'; readonly of: Shape | undefined }
  | { readonly kind: 'leaf'; readonly of: string };
type Property = { readonly name: string; readonly mark: string; readonly shape: Shape };

/** Kinds of values: text, number, true or false, null, and texts that are times or dates. */
const leaves: Readonly<Record<string, (value: Json) => boolean>> = {
  s: (value) => typeof value === 'string',
  n: (value) => typeof value === 'number',
  b: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  stamp: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[78]:00$/.test(String(value)),
  time: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-0[78]:00$/.test(String(value)),
};

/** Reads a shape. @throws Error for one that is written wrongly. */
export function parseShape(text: string, vocabulary: Readonly<Record<string, string>>): Shape {
  const tokens = text.match(/@?\w+|[{}[\]:,?+]/g) ?? [];
  let next = 0;
  const take = (): string => tokens[next++] ?? '';
  const expectToken = (wanted: string): void => {
    const found = take();
    if (found !== wanted) throw new Error(`${wanted} is expected instead of ${found} in the shape ${text}`);
  };
  const shape = (): Shape => {
    const token = take();
    if (token.startsWith('@')) return parseShape(vocabulary[token.slice(1)] ?? token, vocabulary);
    if (token === '[') {
      const of = tokens[next] === ']' ? undefined : shape();
      expectToken(']');
      return { kind: 'array', of };
    }
    if (token !== '{') {
      if (leaves[token] === undefined)
        throw new Error(`There is no kind of value ${token} in the shape ${text}`);
      return { kind: 'leaf', of: token };
    }
    const properties: Property[] = [];
    while (tokens[next] !== '}') {
      if (properties.length > 0) expectToken(',');
      const name = take();
      const mark = tokens[next] === '?' || tokens[next] === '+' ? take() : '';
      expectToken(':');
      properties.push({ name, mark, shape: shape() });
    }
    expectToken('}');
    return { kind: 'object', properties };
  };
  return shape();
}

/** Everything in which the value is not of the shape, as sentences; nothing when it is. */
export function mismatches(value: Json, shape: Shape, path = 'answer'): string[] {
  if (shape.kind === 'leaf')
    return leaves[shape.of]?.(value) === true ? [] : [`${path} is no ${shape.of}: ${JSON.stringify(value)}`];
  if (shape.kind === 'array') {
    if (!Array.isArray(value)) return [`${path} is no array`];
    const { of } = shape;
    if (of === undefined) return value.length === 0 ? [] : [`${path} is not empty`];
    return (value as Json[]).flatMap((element, index) => mismatches(element, of, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
  const names = Object.keys(value as object);
  const known = shape.properties.filter(({ name }) => names.includes(name));
  const found = names.filter((name) => known.some((property) => property.name === name));
  const isOrdered = known.every(({ name }, index) => name === found[index]);
  return [
    ...names.filter((name) => !found.includes(name)).map((name) => `${path} has ${name} too`),
    ...shape.properties
      .filter(({ name, mark }) => mark === '' && !names.includes(name))
      .map(({ name }) => `${path} has no ${name}`),
    ...(isOrdered ? [] : [`${path} is in the order ${found.join()}`]),
    ...known.flatMap(({ name, shape: inner }) =>
      mismatches((value as Record<string, Json>)[name], inner, `${path}.${name}`),
    ),
  ];
}
