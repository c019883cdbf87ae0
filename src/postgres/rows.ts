type ArrayResult = {
  readonly fields: readonly { readonly name: string }[];
  readonly rows: readonly unknown[][];
};

const known = new Map<string, string>();

/** `current_through` → `currentThrough`. */
export function toCamelCase(name: string): string {
  let changed = known.get(name);
  if (changed === undefined) {
    changed = name.replace(/(?<=[a-z0-9])_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    known.set(name, changed);
  }
  return changed;
}

/** The only place where the names of columns become the names of properties. */
export function toCamelCaseRows<R>(result: ArrayResult): R[] {
  const names = result.fields.map((field) => toCamelCase(field.name));
  return result.rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (const [index, name] of names.entries()) row[name] = values[index];
    return row as R;
  });
}
