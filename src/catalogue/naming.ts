/**
 * The one rule from QuickBooks' names to ours: words are parted at a capital that follows a small letter or a
 * digit, and before the last capital of a run that starts a word (`ARAccount` → `ar_account`).
 */
export function toSnakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** `CustomerRef` → `customer`: a reference's columns are named after what it points at. */
export function referenceStem(name: string): string {
  return toSnakeCase(name.replace(/Ref$/, ''));
}
