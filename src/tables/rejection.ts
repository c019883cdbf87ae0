import {
  childListsOf,
  columnsOf,
  lineColumnsOf,
  taxLineColumns,
  type Column,
  type EntityDefinition,
  type Path,
} from '../catalogue/index.ts';
import type { Transaction } from '../postgres/database.ts';

/*
 * Says in words why PostgreSQL refused a record: which field, and what stands in it. PostgreSQL's own message names
 * no column, and its language depends on the server, so the values are cast once more, a type at a time.
 */

/** A value that is cast, with where it stands in the record. */
type Typed = {
  readonly path: string;
  readonly type: string;
  readonly text: string;
  readonly secret: boolean;
};

const WORDS: Readonly<Record<string, string>> = {
  numeric: 'which is not a number',
  integer: 'which is not a whole number',
  boolean: 'which is neither true nor false',
  date: 'which is not a date',
  timestamp: 'which is not a date and time',
  timestamptz: 'which is not a date and time',
};

const stamp = (field: string): Column => ({
  name: field,
  type: 'timestamptz',
  sources: [['MetaData', field]],
  comment: '',
  sensitive: false,
});
const stamps = [stamp('CreateTime'), stamp('LastUpdatedTime')];

/** Longer values are cut in the sentence. */
const MAX_SHOWN = 80;

/**
 * A sentence for the person who looks at the quarantine, such as
 * `Invoice 12: TotalAmt is "ten dollars", which is not a number`.
 * @param document  the record as it came
 * @param reason    PostgreSQL's words, used when no field explains them
 */
export async function explainRejection(
  tx: Transaction,
  entity: EntityDefinition,
  document: string,
  reason: string,
): Promise<string> {
  const record = unwrap(entity, parse(document));
  const id = identityOf(entity, record);
  if (id === undefined) return `${entity.name}: it has no ${entity.identity.join(', ')} to be stored under`;
  const bad = await firstRefused(tx, typedValues(entity, record));
  if (bad === undefined) return `${entity.name} ${id}: ${reason}`;
  const words = WORDS[bad.type] ?? `which is not of type ${bad.type}`;
  return bad.secret
    ? `${entity.name} ${id}: ${bad.path} holds a value ${words.replace(/^which/, 'that')}`
    : `${entity.name} ${id}: ${bad.path} is ${shown(bad.text)}, ${words}`;
}

/** The id a record would be stored under; undefined where a part of it is missing. */
export function recordId(entity: EntityDefinition, document: string): string | undefined {
  return identityOf(entity, unwrap(entity, parse(document)));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** JSON with its numbers as they were written. */
function parse(document: string): unknown {
  // The third argument of a reviver (the source text) is not in TypeScript's library yet.
  const reviver = (_: string, value: unknown, context: { readonly source: string }): unknown =>
    typeof value === 'number' ? context.source : value;
  return JSON.parse(document, reviver as (key: string, value: unknown) => unknown);
}

function unwrap(entity: EntityDefinition, record: unknown): unknown {
  if (!entity.wrapped || !isObject(record) || 'Id' in record) return record;
  return Object.values(record).find((inner) => isObject(inner) && 'Id' in inner) ?? record;
}

function identityOf(entity: EntityDefinition, record: unknown): string | undefined {
  const parts = entity.identity.map((field) => at(record, [field]));
  return parts.every((part) => typeof part === 'string') ? parts.join(':') : undefined;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

const arrayAt = (value: unknown, path: Path): readonly unknown[] => {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
};

function valuesOf(columns: readonly Column[], document: unknown, where: string): Typed[] {
  return columns.flatMap(({ type, sources, sensitive }) => {
    if (type === 'text' || type === 'jsonb') return [];
    return sources.flatMap((path) => {
      const value = at(document, path);
      if (value === undefined || value === null || value === '') return [];
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return [{ path: `${where}${path.join('.')}`, type, text, secret: sensitive }];
    });
  });
}

/** Every value that the page statement casts, in the order a person reads the record. */
function typedValues(entity: EntityDefinition, record: unknown): Typed[] {
  const lineColumns = lineColumnsOf(entity);
  const lines = arrayAt(record, ['Line']).flatMap((line, index) => {
    const where = `Line ${index + 1}, `;
    const inner = arrayAt(line, ['GroupLineDetail', 'Line']).flatMap((component, position) =>
      valuesOf(lineColumns, component, `${where}component ${position + 1}, `),
    );
    return [...valuesOf(lineColumns, line, where), ...inner];
  });
  const lists = childListsOf(entity).flatMap(({ lists: own, columns }) =>
    own.flatMap(({ path }) =>
      arrayAt(record, path).flatMap((element, index) =>
        valuesOf(columns, element, `${path.join('.')} ${index + 1}, `),
      ),
    ),
  );
  const taxLines = arrayAt(record, ['TxnTaxDetail', 'TaxLine']).flatMap((line, index) =>
    valuesOf(taxLineColumns, line, `TxnTaxDetail.TaxLine ${index + 1}, `),
  );
  return [
    ...valuesOf([...columnsOf(entity), ...stamps], record, ''),
    ...lines,
    ...lists,
    ...(entity.taxLines ? taxLines : []),
  ];
}

async function firstRefused(tx: Transaction, values: readonly Typed[]): Promise<Typed | undefined> {
  for (const type of Object.keys(WORDS)) {
    let suspects = values.filter((value) => value.type === type);
    if (suspects.length === 0 || (await casts(tx, suspects, type))) continue;
    // Halve the suspects until one is left.
    while (suspects.length > 1) {
      const half = suspects.slice(0, Math.ceil(suspects.length / 2));
      suspects = (await casts(tx, half, type)) ? suspects.slice(half.length) : half;
    }
    return suspects[0];
  }
  return undefined;
}

async function casts(tx: Transaction, values: readonly Typed[], type: string): Promise<boolean> {
  await tx.execute('SAVEPOINT cast_values');
  try {
    await tx.execute(`SELECT $1::text[]::${type}[]`, [values.map(({ text }) => text)]);
    await tx.execute('RELEASE SAVEPOINT cast_values');
    return true;
  } catch {
    await tx.execute('ROLLBACK TO SAVEPOINT cast_values');
    return false;
  }
}

function shown(text: string): string {
  const cut = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  return JSON.stringify(cut);
}
