import {
  childListsOf,
  childTable,
  lineColumnsOf,
  linkedEntity,
  parentColumn,
  resolvedLinkTypes,
  taxLineColumns,
  type ChildList,
  type Column,
  type EntityDefinition,
} from '../catalogue/index.ts';
import { quoted } from '../postgres/quoted.ts';
import { storedTable } from './stored.ts';
import { arrayAt, openDocument, upsert, type Assignment, type Mode } from './projection-values.ts';
import { NO_LINE } from './schema.ts';

/*
 * The parts of the page statement that write the children of `fresh`: lines, lists, links, custom fields, tax.
 */

/** Lines in document order, the components of a bundle flattened after it. */
function lineDocuments(entity: EntityDefinition): string {
  const lines = `fresh, jsonb_array_elements(${arrayAt('fresh.doc', ['Line'])}) WITH ORDINALITY AS l(doc, n)`;
  const outer = `SELECT fresh.id, l.n AS outer_n, 0::bigint AS inner_n, l.doc FROM ${lines}`;
  const inner = `SELECT fresh.id, l.n, i.n, i.doc FROM ${lines},
        jsonb_array_elements(${arrayAt('l.doc', ['GroupLineDetail', 'Line'])}) WITH ORDINALITY AS i(doc, n)`;
  const hasBundles = entity.lines.includes('GroupLineDetail');
  return `line_documents AS (
    SELECT numbered.*,
           CASE WHEN inner_n > 0 THEN min(line_index) OVER (PARTITION BY id, outer_n) END AS parent_line_index
    FROM (
      SELECT every_line.*, (row_number() OVER (PARTITION BY id ORDER BY outer_n, inner_n) - 1)::integer AS line_index
      FROM (${hasBundles ? `${outer} UNION ALL ${inner}` : outer}) AS every_line
    ) AS numbered
  )`;
}

/** The ids of rows that existed before; as an array, so that the old children are always found by their key. */
const changedOnly = (column: string): string =>
  `${column} = ANY (ARRAY(SELECT id FROM fresh WHERE NOT is_new))`;

/**
 * Deletes the children of the old version that the new one has no more. The new keys are one jsonb object, looked up
 * row by row: a join's plan, or a hashed NOT IN, depends on estimates that are far off while a table is being filled
 * (measured: 25 times slower).
 */
function surplus(
  name: string,
  table: string,
  conditions: readonly string[],
  keys: readonly [owner: string, ...string[]],
  documents: string,
  mode: Mode,
): string {
  const [owner, ...own] = keys;
  const keyOf = (columns: readonly string[]): string => `concat_ws(E'\\x1f', ${columns.join(', ')})`;
  return `${name} AS (
    DELETE FROM ${storedTable(table)} AS old
    WHERE ${conditions.join(' AND ')}
      AND NOT (SELECT coalesce(jsonb_object_agg(${keyOf(['id', ...own])}, NULL), '{}') FROM ${documents})
          ? ${keyOf(keys.map((key) => `old.${key}`))}${mode === 'fill' ? `\n    RETURNING ${owner} AS id` : ''}
  )`;
}

/** What identifies the rows of one parent in a child table, beside realm and the child's own keys. */
type Owner = {
  /** The column that holds the parent's id. */
  readonly column: string;
  /** Columns that are the same for all rows of the entity, where entities share the table. */
  readonly constants: readonly Assignment[];
};

type Child = {
  /** Begins the names of the statement's parts. */
  readonly table: string;
  readonly owner: Owner;
  /** Name of a part, or a statement, that gives id, doc and the child's own key columns. */
  readonly documents: string;
  readonly ownKeys: readonly string[];
  /** Columns taken from the child's document. */
  readonly columns: readonly Column[];
  /** Columns that need more than that. */
  readonly values?: readonly Assignment[];
};

/** Rows of the old version whose key is gone are deleted, the others are overwritten; the two never meet. */
function childParts({ table, owner, documents, ownKeys, columns, values = [] }: Child, mode: Mode): string[] {
  const isPart = /^\w+$/.test(documents);
  const part = isPart ? documents : `${table}_documents`;
  const opened = openDocument(part, 'child', columns);
  const constants = owner.constants.map(([name]) => name);
  const assignments: Assignment[] = [
    ['realm_id', '$3'],
    ...owner.constants,
    [owner.column, 'child.id'],
    ...ownKeys.map((name): Assignment => [name, `child.${name}`]),
    ...columns.map((column): Assignment => [column.name, opened.valueOf(column)]),
    ...values,
  ];
  return [
    ...(isPart ? [] : [`${part} AS (${documents})`]),
    surplus(
      `${table}_removed`,
      table,
      [
        'old.realm_id = $3',
        ...owner.constants.map(([name, value]) => `old.${name} = ${value}`),
        changedOnly(`old.${owner.column}`),
      ],
      [owner.column, ...ownKeys],
      part,
      mode,
    ),
    `${table}_written AS (
    ${upsert(table, ['realm_id', ...constants, owner.column, ...ownKeys], assignments, opened.from, mode, mode === 'fill' ? owner.column : undefined)}
  )`,
  ];
}

function lineParts(entity: EntityDefinition, mode: Mode): string[] {
  const { table, parentColumn: column } = childTable(entity);
  return [
    lineDocuments(entity),
    ...childParts(
      {
        table,
        owner: { column, constants: [] },
        documents: 'line_documents',
        ownKeys: ['line_index'],
        values: [
          ['parent_line_index', 'child.parent_line_index'],
          ['line_id', `child.doc ->> 'Id'`],
        ],
        columns: lineColumnsOf(entity),
      },
      mode,
    ),
  ];
}

/** The lists of a record that have a table of their own. */
function listParts(entity: EntityDefinition, { child, lists, columns }: ChildList, mode: Mode): string[] {
  const hasKinds = lists.some(({ listKind }) => listKind !== null);
  const documents = lists.map(
    ({ path, listKind }) =>
      `SELECT fresh.id,${listKind === null ? '' : ` ${quoted(listKind)} AS list_kind,`} (e.n - 1)::integer AS list_index, e.doc
      FROM fresh, jsonb_array_elements(${arrayAt('fresh.doc', path)}) WITH ORDINALITY AS e(doc, n)`,
  );
  return childParts(
    {
      table: child.table,
      owner: { column: parentColumn(entity), constants: [] },
      documents: documents.join(' UNION ALL '),
      ownKeys: [...(hasKinds ? ['list_kind'] : []), 'list_index'],
      columns,
    },
    mode,
  );
}

/** A child table that all entities share. */
function sharedParts(entity: EntityDefinition, child: Omit<Child, 'owner'>, mode: Mode): string[] {
  const owner: Owner = { column: 'record_id', constants: [['entity', quoted(entity.name)]] };
  return childParts({ ...child, owner }, mode);
}

function linkParts(entity: EntityDefinition, mode: Mode): string[] {
  const onRecord = `SELECT fresh.id, ${NO_LINE} AS line_index, (k.n - 1)::integer AS link_index, k.doc
      FROM fresh, jsonb_array_elements(${arrayAt('fresh.doc', ['LinkedTxn'])}) WITH ORDINALITY AS k(doc, n)`;
  const onLines = `SELECT line.id, line.line_index, (k.n - 1)::integer, k.doc
      FROM line_documents AS line, jsonb_array_elements(${arrayAt('line.doc', ['LinkedTxn'])}) WITH ORDINALITY AS k(doc, n)`;
  const types = resolvedLinkTypes.map(
    (type) => `WHEN ${quoted(type)} THEN ${quoted(linkedEntity(type) ?? '')}`,
  );
  return sharedParts(
    entity,
    {
      table: 'linked_transactions',
      documents: entity.lines.length > 0 ? `${onRecord} UNION ALL ${onLines}` : onRecord,
      ownKeys: ['line_index', 'link_index'],
      columns: [],
      values: [
        ['txn_type', `child.doc ->> 'TxnType'`],
        ['txn_id', `child.doc ->> 'TxnId'`],
        ['txn_line_id', `child.doc ->> 'TxnLineId'`],
        ['linked_entity', `CASE child.doc ->> 'TxnType' ${types.join(' ')} END`],
      ],
    },
    mode,
  );
}

function customFieldParts(entity: EntityDefinition, mode: Mode): string[] {
  return sharedParts(
    entity,
    {
      table: 'custom_fields',
      documents: `SELECT fresh.id, (f.n - 1)::integer AS field_index, f.doc
      FROM fresh, jsonb_array_elements(${arrayAt('fresh.doc', ['CustomField'])}) WITH ORDINALITY AS f(doc, n)
      WHERE jsonb_typeof(f.doc) = 'object'`,
      ownKeys: ['field_index'],
      columns: [],
      values: [
        ['definition_id', `child.doc ->> 'DefinitionId'`],
        ['name', `child.doc ->> 'Name'`],
        ['type', `child.doc ->> 'Type'`],
        ['value', customFieldValue('child.doc', '->>')],
      ],
    },
    mode,
  );
}

function taxLineParts(entity: EntityDefinition, mode: Mode): string[] {
  return sharedParts(
    entity,
    {
      table: 'tax_lines',
      documents: `SELECT fresh.id, (t.n - 1)::integer AS line_index, t.doc
      FROM fresh, jsonb_array_elements(${arrayAt('fresh.doc', ['TxnTaxDetail', 'TaxLine'])}) WITH ORDINALITY AS t(doc, n)`,
      ownKeys: ['line_index'],
      columns: taxLineColumns,
    },
    mode,
  );
}

/**
 * The custom fields of a record as one object. Each row of the table is told in it: a field without a name stands under
 * the id of its definition, and under a name that several have stands the list of their values.
 */
export function customFieldsObject(document: string): string {
  const key = `coalesce(nullif(f.doc ->> 'Name', ''), f.doc ->> 'DefinitionId', '')`;
  // Most records have none: then nothing is grouped.
  return `CASE WHEN jsonb_typeof(${document} -> 'CustomField') = 'array' THEN (
        SELECT jsonb_object_agg(field.key, CASE WHEN jsonb_array_length(field.found) = 1 THEN field.found -> 0 ELSE field.found END)
        FROM (SELECT ${key} AS key, jsonb_agg(${customFieldValue('f.doc', '->')} ORDER BY f.n) AS found
              FROM jsonb_array_elements(${document} -> 'CustomField') WITH ORDINALITY AS f(doc, n)
              WHERE jsonb_typeof(f.doc) = 'object' GROUP BY 1) AS field) END`;
}

/** How a custom field's value stands in it, whatever its type. */
function customFieldValue(document: string, arrow: '->' | '->>'): string {
  const names = ['StringValue', 'BooleanValue', 'NumberValue', 'DateValue'];
  return `coalesce(${names.map((name) => `${document} ${arrow} '${name}'`).join(', ')})`;
}

/** SQL of the ids of records whose children these parts, of mode `fill`, really changed. */
export function changedOwners(parts: readonly string[]): string {
  const names = parts.flatMap((part) => /^\w+_(?:removed|written)(?= AS)/.exec(part) ?? []);
  return names.map((name) => `SELECT id FROM ${name}`).join(' UNION ALL ');
}

/** Every part that writes children of this entity. */
export function childrenParts(entity: EntityDefinition, mode: Mode = 'page'): string[] {
  return [
    ...(entity.lines.length > 0 ? lineParts(entity, mode) : []),
    ...childListsOf(entity).flatMap((list) => listParts(entity, list, mode)),
    ...(entity.linkedTransactions ? linkParts(entity, mode) : []),
    ...(entity.customFields ? customFieldParts(entity, mode) : []),
    ...(entity.taxLines ? taxLineParts(entity, mode) : []),
  ];
}
