import { entityByName, knownFields, type EntityDefinition, type KnownFields } from '../catalogue/index.ts';

/**
 * The fields that QuickBooks sends and the catalogue does not know: `NewField` on the record, `Line.NewField` and
 * `Line.SalesItemLineDetail.NewField` on its lines. Nothing is lost meanwhile, since `raw` keeps every field.
 * @param records  as QuickBooks sent them; only names are looked at, so that it does no harm that numbers lost digits
 */
export function unknownFields(entity: EntityDefinition, records: readonly unknown[]): readonly string[] {
  const found = new Set<string>();
  for (const record of records) {
    if (!entity.wrapped) collect(record, knownOf(entity), '', found);
    else if (isObject(record)) {
      // A template is known by the fields of what it makes.
      for (const [type, inner] of Object.entries(record)) {
        const made = entityByName(type);
        const known = made === undefined ? knownOf(entity) : merged(knownOf(entity), knownOf(made));
        collect(inner, known, '', found);
      }
    }
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

const merged = (one: KnownFields, other: KnownFields): KnownFields => ({
  record: new Set([...one.record, ...other.record]),
  line: new Set([...one.line, ...other.line]),
  details: new Map([...one.details, ...other.details]),
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** QuickBooks' own extension points, arrays of name and value nobody documents (`PurchaseEx`, `LineEx`). */
const isExtension = (key: string): boolean => key.endsWith('Ex');

function collect(record: unknown, known: KnownFields, prefix: string, found: Set<string>): void {
  if (!isObject(record)) return;
  for (const key of Object.keys(record)) {
    if (!known.record.has(key) && !isExtension(key)) found.add(`${prefix}${key}`);
  }
  collectLines(record['Line'], known, found);
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
