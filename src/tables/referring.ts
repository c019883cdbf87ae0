import {
  childListsOf,
  childTable,
  columnsOf,
  entities,
  lineColumnsOf,
  parentColumn,
  wholeLists,
  type Column,
  type EntityDefinition,
} from '../catalogue/index.ts';
import { storedTable } from './stored.ts';
import { quoted } from '../postgres/quoted.ts';

/** A table that refers to records, with the names of its keys. */
export type Referring = {
  readonly entity: string;
  readonly table: string;
  readonly idColumn: string;
  readonly columns: readonly Column[];
  /** For the rows of a list: columns of the record itself that keep the list whole. */
  readonly wholes: readonly string[];
  /** Conditions on `r` that leave out rows of deleted records. */
  readonly live: string;
};

/**
 * Every table with references, children included; what all entities share is apart.
 * @param place  How a table is named in `live`. @default where its rows are, which only the program may read
 */
export function referringTables(
  from: readonly EntityDefinition[],
  place: (table: string) => string = storedTable,
): Referring[] {
  return from.flatMap((entity): Referring[] => {
    const { name, table } = entity;
    const column = parentColumn(entity);
    const liveParent = (key: string): string =>
      `EXISTS (SELECT FROM ${place(table)} AS p WHERE p.realm_id = r.realm_id AND p.id = r.${key} AND p.deleted_at IS NULL)`;
    const child = { entity: name, idColumn: column, wholes: [], live: liveParent(column) };
    return [
      { ...child, table, idColumn: 'id', columns: columnsOf(entity), live: 'r.deleted_at IS NULL' },
      ...(entity.lines.length > 0
        ? [{ ...child, table: childTable(entity).table, columns: lineColumnsOf(entity) }]
        : []),
      ...childListsOf(entity).map((list) => ({
        ...child,
        table: list.child.table,
        columns: list.columns,
        wholes: wholeLists(entity, list),
      })),
    ];
  });
}

/** What a reference that says itself what it points at (`x_type`) can point at. */
const PEOPLE = ['Customer', 'Vendor', 'Employee'];
/** What one that hangs on anything can, as far as it shows a name. */
const NAMED = entities.filter(({ nameField }) => nameField !== null).map(({ name }) => name);

/** The entities a column can refer to, each with the condition on `r` under which it does. */
export function referencesTo(column: Column): readonly (readonly [target: string, condition: string])[] {
  if (column.typeColumn !== undefined) {
    const targets = column.pointsAnywhere === true ? NAMED : PEOPLE;
    return targets.map((type) => [type, ` AND r.${String(column.typeColumn)} = ${quoted(type)}`] as const);
  }
  // Currencies are referred to by their code, and the home currency is no row anywhere.
  if (typeof column.references !== 'string' || column.references === 'CompanyCurrency') return [];
  return [[column.references, '']];
}

/** `customer_id` → `customer_name`. */
export const nameColumn = (idColumn: string): string => idColumn.replace(/_id$/, '_name');
