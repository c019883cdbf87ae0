type OptionalKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
type WireValue<T> = T extends Date ? string : T;

/** A row as it crosses the wire: instants as ISO strings, unknown values absent. */
export type Wire<T> = { [K in Exclude<keyof T, OptionalKeys<T>>]: WireValue<T[K]> } & {
  [K in OptionalKeys<T>]?: WireValue<Exclude<T[K], undefined>>;
};

/** Turns a flat row into its form on the wire; the route's schema then drops what the contract does not name. */
export function toWire<T extends object>(row: T): Wire<T> {
  const entries = Object.entries(row)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]: [string, unknown]) => [key, value instanceof Date ? value.toISOString() : value]);
  return Object.fromEntries(entries) as Wire<T>;
}
