/** Collects the values of one statement; the text only ever says `$1`, `$2`. */
export interface Parameters {
  readonly values: readonly unknown[];
  /** @returns the placeholder, with the type PostgreSQL is to read it as */
  add(value: unknown, type: string): string;
}

export function createParameters(): Parameters {
  const values: unknown[] = [];
  return {
    values,
    add(value, type) {
      values.push(value);
      return `$${values.length}::${type}`;
    },
  };
}
