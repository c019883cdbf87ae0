import {
  childListsOf,
  childTable,
  columnsOf,
  entities,
  lineColumnsOf,
  parentColumn,
  taxLineColumns,
  type ChildList,
  type Column,
  type EntityDefinition,
} from '../catalogue/index.ts';
import { STAMPED } from './synced-at.ts';

/** The tables of schema `quickbooks` as data, derived from the catalogue; DDL and the check against a database read it. */
export type ColumnDefinition = {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly comment: string;
  /** Personal or secret: masked by role, and an organization may leave it out before storage. */
  readonly sensitive?: true;
};

export type IndexDefinition = {
  readonly name: string;
  readonly columns: readonly string[];
  /** Which rows it is over. @default those whose last column is not empty */
  readonly where?: string;
};

export type TableDefinition = {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly ColumnDefinition[];
  readonly primaryKey: readonly string[];
  readonly foreignKey?: {
    readonly columns: readonly string[];
    readonly table: string;
    readonly references: readonly string[];
  };
  readonly indexes: readonly IndexDefinition[];
};

/** `line_index` of a link that stands on the transaction itself, not on one of its lines. */
export const NO_LINE = -1;

const key = (name: string, type: string, comment: string): ColumnDefinition => ({
  name,
  type,
  notNull: true,
  comment,
});
const optional = (name: string, type: string, comment: string): ColumnDefinition => ({
  name,
  type,
  notNull: false,
  comment,
});

const realm = key('realm_id', 'text', 'QuickBooks company the row belongs to.');

function fromCatalogue(column: Column, root: string): ColumnDefinition {
  const source = column.sources.map((path) => [root, ...path].join('.')).join(', ');
  const definition = optional(column.name, column.type, `${column.comment} [${source}]`);
  return column.sensitive ? { ...definition, sensitive: true } : definition;
}

/** References between entities are indexed but not enforced: QuickBooks itself has dangling ones. */
function referenceIndexes(table: string, columns: readonly Column[]): IndexDefinition[] {
  return columns
    .filter((column) => typeof column.references === 'string' || column.typeColumn !== undefined)
    .map((column) => ({
      name: indexName(table, column.name),
      columns: ['realm_id', column.name],
    }));
}

function indexName(table: string, column: string): string {
  return `${table}_${column}`.slice(0, 63);
}

function entityTable(entity: EntityDefinition): TableDefinition {
  const { name, table } = entity;
  const columns = columnsOf(entity);
  const has = (column: string): boolean => columns.some((one) => one.name === column);
  const plainIndexes = ['updated_at', ...(has('txn_date') ? ['txn_date'] : []), 'deleted_at'];
  return {
    name: table,
    comment: entity.doc,
    primaryKey: ['realm_id', 'id'],
    columns: [
      realm,
      key(
        'id',
        'text',
        `QuickBooks' id; unique among the company's ${table.replaceAll('_', ' ')}. [${name}.${entity.identity.join(', ')}]`,
      ),
      ...columns.map((column) => fromCatalogue(column, name)),
      optional(
        'created_at',
        'timestamptz',
        `When it was created in QuickBooks. [${name}.MetaData.CreateTime]`,
      ),
      optional(
        'updated_at',
        'timestamptz',
        `When QuickBooks last changed it, balances included. [${name}.MetaData.LastUpdatedTime]`,
      ),
      optional(
        'sync_token',
        'text',
        `Number of edits; does not move with balances, so not a version of the data. [${name}.SyncToken]`,
      ),
      optional(
        'deleted_at',
        'timestamptz',
        'When it was found deleted in QuickBooks; null while it exists there.',
      ),
      ...(entity.voidable
        ? [key('is_voided', 'boolean', 'True once it was voided: the row stays, its amounts are zero.')]
        : []),
      ...(entity.customFields
        ? [
            optional(
              'custom_fields',
              'jsonb',
              `Custom fields as name and value: each row of custom_fields. One without a name stands under its definition_id, several of one name as a list. [${name}.CustomField]`,
            ),
          ]
        : []),
      optional('raw', 'jsonb', 'What QuickBooks sent, numerically exact.'),
      optional(
        'content_hash',
        'bytea',
        'Hash of what QuickBooks sent; an equal answer is not written again.',
      ),
      key('observed_at', 'timestamptz', "QuickBooks' clock at the answer that brought this version."),
      key(
        'synced_at',
        'timestamptz',
        'When anything of the row or its children last changed here: a version, a deletion, a followed name, a filled column.',
      ),
    ],
    indexes: [
      ...plainIndexes.map((column) => ({ name: indexName(table, column), columns: ['realm_id', column] })),
      // By which the table is followed, and its version read.
      { name: indexName(table, 'synced_at'), columns: ['realm_id', 'synced_at'], where: STAMPED },
      ...referenceIndexes(table, columns),
    ],
  };
}

function linesTable(entity: EntityDefinition): TableDefinition {
  const { table, parentColumn } = childTable(entity);
  const columns = lineColumnsOf(entity);
  return {
    name: table,
    comment: `Lines of ${entity.table.replaceAll('_', ' ')}, in the order of the document.`,
    primaryKey: ['realm_id', parentColumn, 'line_index'],
    foreignKey: { columns: ['realm_id', parentColumn], table: entity.table, references: ['realm_id', 'id'] },
    columns: [
      realm,
      key(parentColumn, 'text', `Id of the transaction. [${entity.name}.Id]`),
      key('line_index', 'integer', 'Position in the document, from 0; components of a bundle follow it.'),
      optional('parent_line_index', 'integer', 'For a component of a bundle: the position of the bundle.'),
      optional(
        'line_id',
        'text',
        "QuickBooks' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]",
      ),
      ...columns.map((column) => fromCatalogue(column, 'Line')),
    ],
    indexes: referenceIndexes(table, columns),
  };
}

/** The table of a list inside a record. */
function listTable(entity: EntityDefinition, { child, lists, columns }: ChildList): TableDefinition {
  const parent = parentColumn(entity);
  const kinds = lists.flatMap(({ listKind }) => (listKind === null ? [] : [listKind]));
  const source = lists.map(({ path }) => [entity.name, ...path].join('.')).join(', ');
  const kind = key('list_kind', 'text', `Which of the lists it stands in: ${kinds.join(', ')}. [${source}]`);
  const root = lists[0]?.path.at(-1) ?? entity.name;
  return {
    name: child.table,
    comment: child.doc,
    primaryKey: ['realm_id', parent, ...(kinds.length > 0 ? ['list_kind'] : []), 'list_index'],
    foreignKey: { columns: ['realm_id', parent], table: entity.table, references: ['realm_id', 'id'] },
    columns: [
      realm,
      key(parent, 'text', `Id of the record the row belongs to. [${entity.name}.Id]`),
      ...(kinds.length > 0 ? [kind] : []),
      key('list_index', 'integer', `Position in the list, from 0. [${source}]`),
      ...columns.map((column) => fromCatalogue(column, root)),
    ],
    indexes: [
      ...(child.index === undefined
        ? []
        : [{ name: indexName(child.table, child.index.join('_')), columns: ['realm_id', ...child.index] }]),
      ...referenceIndexes(
        child.table,
        columns.filter(({ name }) => child.index?.includes(name) !== true),
      ),
    ],
  };
}

const recordKeys = [
  realm,
  key('entity', 'text', 'QuickBooks name of the entity the row belongs to, such as Invoice.'),
  key('record_id', 'text', 'Id of the record the row belongs to.'),
] as const;

/** Children that all entities share, one table each. */
const sharedTables: readonly TableDefinition[] = [
  {
    name: 'linked_transactions',
    comment:
      'Links between transactions: which payment settled which invoice, which estimate became which invoice.',
    primaryKey: ['realm_id', 'entity', 'record_id', 'line_index', 'link_index'],
    columns: [
      ...recordKeys,
      key(
        'line_index',
        'integer',
        `Line the link stands on; ${NO_LINE} when it stands on the transaction itself.`,
      ),
      key('link_index', 'integer', 'Position among the links of its line or transaction, from 0.'),
      optional(
        'txn_type',
        'text',
        'Type of the linked transaction as QuickBooks names it. [LinkedTxn.TxnType]',
      ),
      optional('txn_id', 'text', 'Id of the linked transaction. [LinkedTxn.TxnId]'),
      optional('txn_line_id', 'text', 'Line of the linked transaction. [LinkedTxn.TxnLineId]'),
      optional(
        'linked_entity',
        'text',
        'Entity the link can be read as; null where QuickBooks lets nobody read it.',
      ),
    ],
    indexes: [{ name: 'linked_transactions_target', columns: ['realm_id', 'linked_entity', 'txn_id'] }],
  },
  {
    name: 'custom_fields',
    comment: 'Custom fields of all records, one row a field.',
    primaryKey: ['realm_id', 'entity', 'record_id', 'field_index'],
    columns: [
      ...recordKeys,
      key('field_index', 'integer', 'Position among the custom fields of the record, from 0.'),
      optional(
        'definition_id',
        'text',
        'Id of the definition of the field; empty where QuickBooks gives none. [CustomField.DefinitionId]',
      ),
      optional(
        'name',
        'text',
        'Name of the field; empty where QuickBooks gives none. Two fields of a record may share one. [CustomField.Name]',
      ),
      optional('type', 'text', 'StringType, BooleanType, NumberType or DateType. [CustomField.Type]'),
      optional(
        'value',
        'text',
        'Value as text; null where the field is empty. [CustomField.StringValue and its siblings]',
      ),
    ],
    indexes: [{ name: 'custom_fields_value', columns: ['realm_id', 'name', 'value'] }],
  },
  {
    name: 'tax_lines',
    comment: 'Tax of transactions, one row a rate.',
    primaryKey: ['realm_id', 'entity', 'record_id', 'line_index'],
    columns: [
      ...recordKeys,
      key('line_index', 'integer', 'Position among the tax lines of the transaction, from 0.'),
      ...taxLineColumns.map((column) => fromCatalogue(column, 'TxnTaxDetail.TaxLine')),
    ],
    indexes: referenceIndexes('tax_lines', taxLineColumns),
  },
];

/** Every table of the mirror for these entities: each entity, its lines and lists, then what they share. */
export function tablesOf(from: readonly EntityDefinition[] = entities): readonly TableDefinition[] {
  return [
    ...from.map(entityTable),
    ...from.filter((entity) => entity.lines.length > 0).map(linesTable),
    ...from.flatMap((entity) => childListsOf(entity).map((list) => listTable(entity, list))),
    ...sharedTables,
  ];
}
