/** A number kept as the characters that stand in the document: `100.00` stays `100.00`. */
export type RawNumber = { readonly rawJSON: string };

export type Json = string | boolean | null | RawNumber | Json[] | JsonObject;
export type JsonObject = { [property: string]: Json };

// TypeScript has no types yet for "JSON.parse source text access" (Node 22 and later have it).
type SourceReviver = (
  this: unknown,
  key: string,
  value: unknown,
  context: { readonly source: string },
) => unknown;
const native = JSON as unknown as {
  parse(text: string, reviver: SourceReviver): Json;
  rawJSON(text: string): RawNumber;
  isRawJSON(value: unknown): value is RawNumber;
};

/** Parses without losing a digit: every number becomes a RawNumber. */
export function parseJson(text: string): Json {
  return native.parse(text, (_key, value, context) =>
    typeof value === 'number' ? native.rawJSON(context.source) : value,
  );
}

/** A number to be printed exactly as given. */
export function rawNumber(text: string): RawNumber {
  return native.rawJSON(text);
}

export function isRawNumber(value: unknown): value is RawNumber {
  return native.isRawJSON(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawNumber(value);
}

/** The object under `property`, or an empty one. */
export function objectAt(body: JsonObject, property: string): JsonObject {
  const value = body[property];
  return isObject(value) ? value : {};
}

/** The objects in the array under `property`; anything else in it is left out. */
export function objectsAt(body: JsonObject, property: string): JsonObject[] {
  const value = body[property];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The string, or the digits of the number, under `property`. */
export function textAt(body: JsonObject, property: string): string | undefined {
  const value = body[property];
  if (typeof value === 'string') return value;
  return isRawNumber(value) ? value.rawJSON : undefined;
}

/** The id a reference such as CustomerRef points to. */
export function refAt(body: JsonObject, property: string): string | undefined {
  return textAt(objectAt(body, property), 'value');
}

/** A deep copy; raw numbers are immutable and shared (structuredClone does not know them). */
export function cloneJson<T extends Json>(value: T): T {
  return cloneValue(value) as T;
}

function cloneValue(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneValue);
  if (isRawNumber(value)) return value;
  // A loop, because generating a large company spends a tenth of its time here with Object.entries.
  const copy: JsonObject = {};
  for (const property in value) {
    const child = value[property];
    if (child !== undefined) copy[property] = cloneValue(child);
  }
  return copy;
}
