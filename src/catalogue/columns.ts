import type { EntityDefinition } from './entity.ts';
import type { ChildTable, Field, Fields, ScalarType } from './fields.ts';
import { lineDetails, lineFields, taxLineFields } from './line-details.ts';
import { referenceStem, toSnakeCase } from './naming.ts';

/** A path in a record: the keys from the record down to the value. */
export type Path = readonly string[];

/** One column of a table, with where its value stands in the record. */
export type Column = {
  readonly name: string;
  readonly type: ScalarType;
  /** Usually one path; several where kinds of line share a column, of which at most one is present in a line. */
  readonly sources: readonly Path[];
  readonly comment: string;
  readonly sensitive: boolean;
  /** For `x_id`: the entity it refers to, null where there is none or the record says it itself; else absent. */
  readonly references?: string | null;
  /** For `x_id` of a reference that says itself what it points at: the column that holds it. */
  readonly typeColumn?: string;
  /** Whether such a reference can point at anything that has a name, and not at people only. */
  readonly pointsAnywhere?: true;
};

function columnsOfField(name: string, field: Field, parents: Path, prefix: string): Column[] {
  const path = [...parents, name];
  const column = (field.kind === 'scalar' ? field.column : undefined) ?? `${prefix}${toSnakeCase(name)}`;
  switch (field.kind) {
    case 'scalar':
      return [
        {
          name: column,
          type: field.type,
          sources: [path],
          comment: field.doc,
          sensitive: field.sensitive,
          ...(field.typeColumn === undefined ? {} : { typeColumn: field.typeColumn, pointsAnywhere: true }),
        },
      ];
    case 'wrapped':
      return [
        {
          name: column,
          type: 'text',
          sources: [[...path, field.key]],
          comment: field.doc,
          sensitive: field.sensitive,
        },
      ];
    case 'reference': {
      const stem = field.column ?? `${prefix}${referenceStem(name)}`;
      const text = { type: 'text', sensitive: false } as const;
      const columns: Column[] = [
        {
          ...text,
          name: `${stem}_id`,
          sources: [[...path, 'value']],
          comment: `${field.doc} (id)`,
          references: field.target,
          ...(field.typed ? { typeColumn: `${stem}_type` } : {}),
        },
        { ...text, name: `${stem}_name`, sources: [[...path, 'name']], comment: `${field.doc} (name)` },
      ];
      if (field.typed)
        columns.push({
          ...text,
          name: `${stem}_type`,
          sources: [[...path, 'type']],
          comment: `${field.doc} (type)`,
        });
      return columns;
    }
    case 'group':
      return columnsOfFields(
        field.fields,
        path,
        field.column === undefined ? `${column}_` : field.column === '' ? '' : `${field.column}_`,
      );
    case 'list':
      return field.doc === null
        ? []
        : [{ name: column, type: 'jsonb', sources: [path], comment: field.doc, sensitive: false }];
  }
}

function columnsOfFields(fields: Fields, parents: Path, prefix: string): Column[] {
  return Object.entries(fields).flatMap(([name, field]) => columnsOfField(name, field, parents, prefix));
}

/** Columns that several kinds of line declare become one, with all their sources. */
function merge(columns: readonly Column[]): Column[] {
  const byName = new Map<string, Column>();
  for (const column of columns) {
    const known = byName.get(column.name);
    if (known !== undefined && known.type !== column.type) {
      throw new TypeError(`Column ${column.name} is declared both as ${known.type} and as ${column.type}.`);
    }
    byName.set(
      column.name,
      known === undefined ? column : { ...known, sources: [...known.sources, ...column.sources] },
    );
  }
  return [...byName.values()];
}

/** The columns of an entity's own fields, without those every table has (ids, stamps, raw). */
export function columnsOf(entity: EntityDefinition): readonly Column[] {
  return merge(columnsOfFields(entity.fields, [], ''));
}

/** The columns of its lines, without the keys; empty where it has no lines. Paths start at the line. */
export function lineColumnsOf(entity: EntityDefinition): readonly Column[] {
  if (entity.lines.length === 0) return [];
  return merge([
    ...columnsOfFields(lineFields, [], ''),
    ...entity.lines.flatMap((detail) => columnsOfFields(lineDetails[detail], [detail], '')),
  ]);
}

/** The columns of the shared table `tax_lines`, without the keys. Paths start at the tax line. */
export const taxLineColumns: readonly Column[] = merge([
  ...columnsOfFields({ Amount: taxLineFields.Amount, DetailType: taxLineFields.DetailType }, [], ''),
  ...columnsOfFields(taxLineFields.TaxLineDetail.fields, ['TaxLineDetail'], ''),
]);

/** A list inside a record that has a table of its own. */
export type ChildList = {
  readonly child: ChildTable;
  /** Where the arrays stand in the record; more than one where `list_kind` tells them apart. */
  readonly lists: readonly { readonly path: Path; readonly listKind: string | null }[];
  /** Its columns without the keys; paths start at the element. */
  readonly columns: readonly Column[];
};

function listsOf(
  fields: Fields,
  parents: Path,
): { child: ChildTable; path: Path; listKind: string | null }[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = [...parents, name];
    if (field.kind === 'list') return [{ child: field.child, path, listKind: field.listKind }];
    return field.kind === 'group' ? listsOf(field.fields, path) : [];
  });
}

/** The child tables of an entity, beside its lines and what all entities share. */
export function childListsOf(entity: EntityDefinition): readonly ChildList[] {
  const byTable = Map.groupBy(listsOf(entity.fields, []), (list) => list.child.table);
  return [...byTable.values()].flatMap((lists) => {
    const [first] = lists;
    if (first === undefined) return [];
    return [{ child: first.child, lists, columns: merge(columnsOfFields(first.child.fields, [], '')) }];
  });
}

/** Names of the entity's columns that keep a list whole, beside the rows of its table. */
export function wholeLists(entity: EntityDefinition, { lists }: ChildList): readonly string[] {
  const paths = new Set(lists.map(({ path }) => path.join('.')));
  return columnsOf(entity)
    .filter(({ sources }) => sources.some((source) => paths.has(source.join('.'))))
    .map(({ name }) => name);
}

/** Name of the column by which children know their parent: `invoice_id`. */
export function parentColumn(entity: EntityDefinition): string {
  return `${toSnakeCase(entity.name)}_id`;
}

/** Name of the table of lines and of its key column: `invoice_lines`, `invoice_id`. */
export function childTable(entity: EntityDefinition): {
  readonly table: string;
  readonly parentColumn: string;
} {
  return { table: `${toSnakeCase(entity.name)}_lines`, parentColumn: parentColumn(entity) };
}
