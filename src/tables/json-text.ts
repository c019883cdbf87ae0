/*
 * Work on JSON as text, for the records PostgreSQL refuses: parsing them in JavaScript would lose digits.
 */

/** What stands in for a character that PostgreSQL cannot store. (facts#unstorable-characters) */
const REPLACEMENT = '\\ufffd';

const ESCAPES = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\./g;
const UNSTORABLE = /^\\u(?:0000|[dD][89a-fA-F][0-9a-fA-F]{2})$/;

/**
 * Replaces what jsonb cannot hold, NUL and surrogates without their partner, by U+FFFD.
 * @returns the text, and how many characters were replaced
 */
export function replaceUnstorable(json: string): { readonly text: string; readonly replaced: number } {
  let replaced = 0;
  const text = json.replace(ESCAPES, (escape) => {
    if (!UNSTORABLE.test(escape)) return escape;
    replaced += 1;
    return REPLACEMENT;
  });
  return { text, replaced };
}

const OPENING = new Set(['{', '[']);
const CLOSING = new Set(['}', ']']);

/** Position just after the JSON value that begins at `start` (white space before it allowed). */
function endOfValue(json: string, start: number): number {
  let depth = 0;
  for (let at = start; at < json.length; at += 1) {
    const character = json.charAt(at);
    if (character === '"') {
      at += 1;
      while (json.charAt(at) !== '"') at += json.charAt(at) === '\\' ? 2 : 1;
      if (depth === 0) return at + 1;
    } else if (OPENING.has(character)) {
      depth += 1;
    } else if (CLOSING.has(character)) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && character === ',') {
      return at;
    }
  }
  return json.length;
}

const skipSpace = (json: string, at: number): number => {
  let next = at;
  while (/\s/.test(json.charAt(next))) next += 1;
  return next;
};

/** The members of the object or the elements of the array that begins at `start`: their key (or index) and text. */
function* children(json: string, start: number): Generator<readonly [key: string, from: number, to: number]> {
  const isObject = json.charAt(start) === '{';
  let index = 0;
  let at = skipSpace(json, start + 1);
  while (at < json.length && !CLOSING.has(json.charAt(at))) {
    let key = String(index);
    if (isObject) {
      const end = endOfValue(json, at);
      key = JSON.parse(json.slice(at, end)) as string;
      at = skipSpace(json, skipSpace(json, end) + 1);
    }
    const end = endOfValue(json, at);
    yield [key, at, end];
    index += 1;
    at = skipSpace(json, end);
    if (json.charAt(at) === ',') at = skipSpace(json, at + 1);
  }
}

/**
 * The texts of the array's elements at `path`, exactly as they stand in the document; none where there is no array.
 * The document must be valid JSON (the client has parsed it).
 */
export function splitArray(json: string, path: readonly (string | number)[]): string[] {
  let start = skipSpace(json, 0);
  for (const step of path) {
    let found: number | undefined;
    for (const [key, from] of children(json, start)) {
      if (key === String(step)) found = from;
    }
    if (found === undefined) return [];
    start = found;
  }
  if (json.charAt(start) !== '[') return [];
  return [...children(json, start)].map(([, from, to]) => json.slice(from, to).trim());
}
