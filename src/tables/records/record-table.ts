import { entities, type EntityDefinition } from '../../catalogue/index.ts';
import { tablesOf, type ColumnDefinition, type TableDefinition } from '../schema.ts';
import { recordsError } from '../errors.ts';

export type ColumnType =
  | 'text'
  | 'boolean'
  | 'integer'
  | 'numeric'
  | 'date'
  | 'timestamp'
  | 'timestamptz'
  | 'jsonb';

export type RecordColumn = {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** Shown to those only who may see sensitive data; others may not filter or sort by it either. */
  readonly sensitive: boolean;
  readonly comment: string;
};

/** Where the record stands that a row belongs to: it says whether the row is deleted. */
type Owner = {
  readonly table: string;
  /** The column of the row that holds the record's id. */
  readonly column: string;
  /** In a table all entities share, the entity whose rows these are. */
  readonly entity?: string;
};

/** Rows that can be delivered inside their record: its lines, say. */
export type Child = { readonly table: RecordTable; readonly column: string; readonly entity?: string };

/** A table of the copy as people read it. */
export type RecordTable = {
  readonly name: string;
  readonly comment: string;
  readonly columns: ReadonlyMap<string, RecordColumn>;
  /** Columns that, within a company, name a row; every order ends with them. */
  readonly key: readonly string[];
  /** True for the table of an entity: one row a record, with `id`, `deleted_at` and `synced_at`. */
  readonly isEntity: boolean;
  /** Empty for an entity. */
  readonly owners: readonly Owner[];
  /** By the word that includes them. */
  readonly children: ReadonlyMap<string, Child>;
};

const types: ReadonlySet<string> = new Set([
  'text',
  'boolean',
  'integer',
  'numeric',
  'date',
  'timestamp',
  'timestamptz',
  'jsonb',
]);

/** Tables that all entities share, and who uses them. */
const sharedOwners: Readonly<Record<string, (entity: EntityDefinition) => boolean>> = {
  linked_transactions: (entity) => entity.linkedTransactions,
  custom_fields: (entity) => entity.customFields,
  tax_lines: (entity) => entity.taxLines,
};

function toColumn(column: ColumnDefinition): RecordColumn[] {
  // Whatever is not a value of QuickBooks stays inside: the hash would tell of what is masked.
  if (!types.has(column.type)) return [];
  return [
    {
      name: column.name,
      type: column.type as ColumnType,
      nullable: !column.notNull,
      // What QuickBooks sent holds the sensitive fields too, and those nobody has catalogued.
      sensitive: column.sensitive === true || column.name === 'raw',
      comment: column.comment,
    },
  ];
}

function ownersOf(table: TableDefinition, from: readonly EntityDefinition[]): Owner[] {
  if (table.foreignKey !== undefined) {
    return [{ table: table.foreignKey.table, column: table.foreignKey.columns[1] ?? 'id' }];
  }
  const uses = sharedOwners[table.name];
  if (uses === undefined) return [];
  return from
    .filter(uses)
    .map((entity) => ({ table: entity.table, column: 'record_id', entity: entity.name }));
}

/** `invoice_lines` of invoices is included as `lines`; any other child by its own name. */
function includeName(child: RecordTable): string {
  const isOwn = child.owners.every(({ entity }) => entity === undefined);
  return isOwn && child.key.includes('line_index') ? 'lines' : child.name;
}

/** Every table of these entities that can be read, by name. */
export function recordTablesOf(from: readonly EntityDefinition[]): ReadonlyMap<string, RecordTable> {
  const tables = new Map<string, RecordTable & { readonly children: Map<string, Child> }>();
  for (const table of tablesOf(from)) {
    const owners = ownersOf(table, from);
    tables.set(table.name, {
      name: table.name,
      comment: table.comment,
      columns: new Map(table.columns.flatMap(toColumn).map((column) => [column.name, column])),
      key: table.primaryKey.filter((column) => column !== 'realm_id'),
      isEntity: owners.length === 0,
      owners,
      children: new Map<string, Child>(),
    });
  }
  for (const table of tables.values()) {
    for (const { table: owner, column, entity } of table.owners) {
      const child = { table, column, ...(entity === undefined ? {} : { entity }) };
      // The custom fields of a record are a column of it already.
      if (table.name !== 'custom_fields') tables.get(owner)?.children.set(includeName(table), child);
    }
  }
  return tables;
}

/** Every table of the copy that can be read, by name. */
export const recordTables: ReadonlyMap<string, RecordTable> = recordTablesOf(entities);

/** @throws AppError RECORDS_TABLE_UNKNOWN */
export function recordTable(name: string): RecordTable {
  const table = recordTables.get(name);
  if (table === undefined) throw recordsError('RECORDS_TABLE_UNKNOWN', { details: { table: name } });
  return table;
}
