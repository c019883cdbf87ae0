import type { EntityDefinition } from './entity.ts';
import type { Field, Fields, ScalarType } from './fields.ts';
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
};

function columnsOfField(name: string, field: Field, parents: Path, prefix: string): Column[] {
  const path = [...parents, name];
  const column = `${prefix}${toSnakeCase(name)}`;
  switch (field.kind) {
    case 'scalar':
      return [
        { name: column, type: field.type, sources: [path], comment: field.doc, sensitive: field.sensitive },
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
      const stem = `${prefix}${referenceStem(name)}`;
      const text = { type: 'text', sensitive: false } as const;
      const columns: Column[] = [
        {
          ...text,
          name: `${stem}_id`,
          sources: [[...path, 'value']],
          comment: `${field.doc} (id)`,
          references: field.target,
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
      return columnsOfFields(field.fields, path, `${column}_`);
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

/** Name of the table of lines and of its key column: `invoice_lines`, `invoice_id`. */
export function childTable(entity: EntityDefinition): {
  readonly table: string;
  readonly parentColumn: string;
} {
  const stem = toSnakeCase(entity.name);
  return { table: `${stem}_lines`, parentColumn: `${stem}_id` };
}
