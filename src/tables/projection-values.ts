import type { Column, Path } from '../catalogue/index.ts';
import { SCHEMA } from './ddl.ts';

/*
 * The words the page statement is made of: values taken out of a JSON document, and the upsert of a table.
 */

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A source whose rows have a JSON document, with the objects inside it taken out. */
export type Opened = {
  /** What to select from. */
  readonly from: string;
  /** A column's value with its type. Empty strings are kept in text and mean "no value" everywhere else. */
  readonly valueOf: (column: Column) => string;
};

/**
 * Opens the objects that the columns look into, each once, from the outside in. An object that a record does not
 * have is NULL, and PostgreSQL does not even call the operators for what would be inside it: most records lack most
 * groups, and this made the first load of invoices a good deal faster than a path for every column. OFFSET 0 keeps
 * the planner from putting the expressions back where they are used.
 */
export function openDocument(source: string, alias: string, columns: readonly Column[]): Opened {
  const levels: string[][] = [];
  const names = new Map<string, string>();
  const nameOf = (prefix: Path): string => {
    const last = prefix.at(-1);
    if (last === undefined) return 'doc';
    const id = prefix.join('.');
    let name = names.get(id);
    if (name === undefined) {
      const outer = nameOf(prefix.slice(0, -1));
      name = `o${names.size}`;
      names.set(id, name);
      (levels[prefix.length - 1] ??= []).push(`${outer} -> ${quoted(last)} AS ${name}`);
    }
    return name;
  };
  for (const { sources } of columns) for (const path of sources) nameOf(path.slice(0, -1));
  const nested = levels.reduce(
    (inner, objects, depth) => `(SELECT *, ${objects.join(', ')} FROM ${inner} OFFSET 0) AS d${depth}`,
    source,
  );
  const valueAt = (path: Path, arrow: string): string =>
    `${alias}.${nameOf(path.slice(0, -1))} ${arrow} ${quoted(path.at(-1) ?? '')}`;
  return {
    from: levels.length === 0 ? `${source} AS ${alias}` : nested.replace(/d\d+$/, alias),
    valueOf(column) {
      const values = column.sources.map(
        (path) => `(${valueAt(path, column.type === 'jsonb' ? '->' : '->>')})`,
      );
      const value = values.length === 1 ? (values[0] ?? 'NULL') : `coalesce(${values.join(', ')})`;
      if (column.type === 'text') return value;
      if (column.type === 'jsonb') return `nullif(${value}, 'null')`;
      return `nullif(${value}, '')::${column.type}`;
    },
  };
}

/** An array inside a document; an empty one where it is missing or something else. */
export function arrayAt(document: string, path: readonly string[]): string {
  const value = `${document} #> ${quoted(`{${path.join(',')}}`)}`;
  return `CASE WHEN jsonb_typeof(${value}) = 'array' THEN ${value} ELSE '[]' END`;
}

export type Assignment = readonly [column: string, value: string];

export function upsert(
  table: string,
  keys: readonly string[],
  assignments: readonly Assignment[],
  from: string,
): string {
  const names = assignments.map(([name]) => name);
  const updates = names.filter((name) => !keys.includes(name)).map((name) => `${name} = excluded.${name}`);
  return `INSERT INTO ${SCHEMA}.${table} (${names.join(', ')})
    SELECT ${assignments.map(([, value]) => value).join(', ')}
    FROM ${from}
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${updates.join(', ')}`;
}
