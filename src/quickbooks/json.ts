/**
 * JSON in which every number is the text QuickBooks wrote, so that `1234567890123.45` and `0.5306667` survive.
 * `JSON.parse` would make them floating point (facts#number-text).
 */
export type LosslessJson =
  | string
  | boolean
  | null
  | readonly LosslessJson[]
  | { readonly [key: string]: LosslessJson };

type ReviverContext = { readonly source?: string };
type ParseWithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: ReviverContext) => unknown,
) => unknown;

// TypeScript's library does not know the third argument yet (ECMAScript 2026, "JSON.parse source text access").
const parseWithSource = JSON.parse as ParseWithSource;

/**
 * Parses an answer's text without losing a digit: numbers become strings exactly as they were written.
 * @throws SyntaxError when the text is not JSON
 */
export function parseLossless<T = LosslessJson>(text: string): T {
  try {
    return parseWithSource(text, (_key, value, context) =>
      typeof value === 'number' ? context.source : value,
    ) as T;
  } catch {
    // The parser's own words quote the text, which is a customer's.
    throw new SyntaxError('The text is not JSON.');
  }
}
