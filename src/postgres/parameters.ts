/** What stands in for a character that PostgreSQL's text cannot hold, here and in the pages of QuickBooks. */
const REPLACEMENT = '\u{fffd}';

/**
 * Parameters as PostgreSQL can take them: it refuses a statement for the sake of one NUL in one text (22021), wherever
 * that came from: an id of QuickBooks, a name a person typed, a word of an error. The driver turns half a pair of
 * surrogates into U+FFFD by itself; NUL becomes the same.
 */
export function toStorable(values: readonly unknown[]): unknown[] {
  return values.map((value) => {
    if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', REPLACEMENT) : value;
    return Array.isArray(value) ? toStorable(value as readonly unknown[]) : value;
  });
}

/** JSON for a column of type jsonb, which holds no more than text does, and refuses the escapes as well. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed().replaceAll('\0', REPLACEMENT) : inner,
  );
}
