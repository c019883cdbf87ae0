import {
  knownFields,
  type EntityDefinition,
  type KnownFields,
  type KnownInside,
} from '../catalogue/index.ts';

/**
 * The fields that QuickBooks sends and the catalogue does not know: `NewField` on the record, `BillAddr.NewField` in an
 * object of it, `Line.NewField` and `Line.SalesItemLineDetail.NewField` on its lines. Nothing is lost meanwhile, since
 * `raw` keeps every field.
 * @param records  as QuickBooks sent them; only names are looked at, so that it does no harm that numbers lost digits
 */
export function unknownFields(entity: EntityDefinition, records: readonly unknown[]): readonly string[] {
  const found = new Set<string>();
  for (const record of records) {
    if (!entity.wrapped) collect(record, knownOf(entity), found);
    else if (isObject(record))
      for (const inner of Object.values(record)) collect(inner, knownOf(entity), found);
  }
  return [...found].toSorted();
}

const cache = new Map<string, KnownFields>();

function knownOf(entity: EntityDefinition): KnownFields {
  let known = cache.get(entity.name);
  if (known === undefined) {
    known = knownFields(entity);
    cache.set(entity.name, known);
  }
  return known;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** QuickBooks' own extension points, arrays of name and value nobody documents (`PurchaseEx`, `LineEx`). */
const isExtension = (key: string): boolean => key.endsWith('Ex');

function collect(record: unknown, known: KnownFields, found: Set<string>): void {
  if (!isObject(record)) return;
  for (const [key, value] of Object.entries(record)) {
    if (!known.record.has(key)) {
      if (!isExtension(key)) found.add(key);
    } else collectInside(value, known.inside.get(key), key, found);
  }
  collectLines(record['Line'], known, found);
}

/** The objects inside a record whose fields have columns; what is kept whole is not looked into. */
function collectInside(
  value: unknown,
  known: ReturnType<KnownInside['get']>,
  path: string,
  found: Set<string>,
): void {
  if (known === undefined) return;
  for (const one of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
    if (!isObject(one)) continue;
    for (const [key, inner] of Object.entries(one)) {
      const at = `${path}.${key}`;
      if (known.fields.has(key)) collectInside(inner, known.inside.get(key), at, found);
      else if (!isExtension(key)) found.add(at);
    }
  }
}

function collectLines(lines: unknown, known: KnownFields, found: Set<string>): void {
  if (!Array.isArray(lines) || !known.record.has('Line')) return;
  for (const line of lines.filter(isObject)) {
    for (const [key, value] of Object.entries(line)) {
      const detail = known.details.get(key);
      if (detail === undefined) {
        if (!known.line.has(key) && !isExtension(key)) found.add(`Line.${key}`);
      } else if (isObject(value)) {
        for (const field of Object.keys(value)) {
          if (!detail.has(field) && !isExtension(field)) found.add(`Line.${key}.${field}`);
        }
        collectLines(value['Line'], known, found);
      }
    }
  }
}
