import type { Column, Path } from '../catalogue/index.ts';
import { quoted } from '../postgres/quoted.ts';
import { storedTable } from './stored.ts';

/*
 * The words the page statement is made of: values taken out of a JSON document, and the upsert of a table.
 */

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

/**
 * page: a newer version replaces the old one whole · fill: the same version is projected anew, for the columns of a
 * later catalogue; rows that are complete already are not written, and names that followed a rename stay · new: no
 * row is expected to be there, one that is makes the statement fail. Without ON CONFLICT the first load takes 8 % less
 * of the server's time and 6 % less WAL (each such row is first inserted on trial and confirmed after).
 */
export type Mode = 'page' | 'fill' | 'new';

/** True for the column that shows the name of a reference. */
const isShownName = (column: string, all: readonly string[]): boolean =>
  column.endsWith('_name') && all.includes(column.replace(/_name$/, '_id'));

/** The new value of a column: `old` is the row, `fresh` where the projected values are. */
export function valueIn(
  mode: Mode,
  column: string,
  all: readonly string[],
  old: string,
  fresh: string,
): string {
  const value = `${fresh}.${column}`;
  return mode === 'fill' && isShownName(column, all) ? `coalesce(${old}.${column}, ${value})` : value;
}

export function upsert(
  table: string,
  keys: readonly string[],
  assignments: readonly Assignment[],
  from: string,
  mode: Mode = 'page',
  /** A column of the rows that were written, for the parts of the statement that need to know which. */
  returning?: string,
): string {
  const names = assignments.map(([name]) => name);
  const updated = names.filter((name) => !keys.includes(name));
  const values = updated.map((name) => valueIn(mode, name, names, 'old', 'excluded'));
  const changed =
    mode === 'fill'
      ? ` WHERE ROW(${updated.map((name) => `old.${name}`).join(', ')}) IS DISTINCT FROM ROW(${values.join(', ')})`
      : '';
  const onConflict =
    mode === 'new'
      ? ''
      : `
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${updated.map((name, index) => `${name} = ${values[index]}`).join(', ')}${changed}`;
  return `INSERT INTO ${storedTable(table)} AS old (${names.join(', ')})
    SELECT ${assignments.map(([, value]) => value).join(', ')}
    FROM ${from}${onConflict}${returning === undefined ? '' : `\n    RETURNING ${returning} AS id`}`;
}
