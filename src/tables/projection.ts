import {
  childTable,
  columnsOf,
  lineColumnsOf,
  linkTypes,
  taxLineColumns,
  type Column,
  type EntityDefinition,
} from '../catalogue/index.ts';
import { SCHEMA } from './ddl.ts';
import { NO_LINE } from './schema.ts';
import { voidedExpression } from './voided.ts';

/*
 * One statement writes a page: QuickBooks' own JSON text goes in as one parameter and PostgreSQL takes it apart, so
 * numbers stay exact and Node builds no objects. The statement's parts, in order:
 *
 *   page     the records of the answer, one version an id, with their hash; deletions are not records (deletions.ts)
 *   fresh    those that are new here, or newer than what is stored and different from it
 *   written  the entity's own rows, from fresh
 *   ...      each kind of child of fresh: the surplus of the old version deleted, the new one upserted
 *
 * Parameters: $1 the answer's text, $2 the path of the array, $3 realm id, $4 the answer's own time.
 */

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A value inside a JSON document, as text (null where the path ends early). */
function textAt(document: string, path: readonly string[]): string {
  const [first] = path;
  if (path.length === 1 && first !== undefined) return `${document} ->> ${quoted(first)}`;
  return `${document} #>> ${quoted(`{${path.join(',')}}`)}`;
}

/** A column's value with its type. Empty strings are kept in text and mean "no value" everywhere else. */
function valueOf(document: string, column: Column): string {
  const values = column.sources.map((path) =>
    column.type === 'jsonb'
      ? `${document} #> ${quoted(`{${path.join(',')}}`)}`
      : `(${textAt(document, path)})`,
  );
  const value = values.length === 1 ? (values[0] ?? 'NULL') : `coalesce(${values.join(', ')})`;
  if (column.type === 'text' || column.type === 'jsonb') return value;
  return `nullif(${value}, '')::${column.type}`;
}

/** An array inside a document; an empty one where it is missing or something else. */
function arrayAt(document: string, path: readonly string[]): string {
  const value = `${document} #> ${quoted(`{${path.join(',')}}`)}`;
  return `CASE WHEN jsonb_typeof(${value}) = 'array' THEN ${value} ELSE '[]' END`;
}

type Assignment = readonly [column: string, value: string];

function upsert(
  table: string,
  keys: readonly string[],
  assignments: readonly Assignment[],
  source: string,
): string {
  const names = assignments.map(([name]) => name);
  const updates = names.filter((name) => !keys.includes(name)).map((name) => `${name} = excluded.${name}`);
  return `INSERT INTO ${SCHEMA}.${table} (${names.join(', ')})
    SELECT ${assignments.map(([, value]) => value).join(', ')}
    ${source}
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${updates.join(', ')}`;
}

function identityOf(entity: EntityDefinition): string {
  const parts = entity.identity.map((name) => `e.doc ->> ${quoted(name)}`);
  return parts.length === 1 ? (parts[0] ?? 'NULL') : `(${parts.join(" || ':' || ")})`;
}

function pageParts(entity: EntityDefinition): string[] {
  const content =
    entity.volatile.length === 0 ? 'e.doc' : `e.doc - ARRAY[${entity.volatile.map(quoted).join(', ')}]`;
  return [
    `page AS (
    SELECT DISTINCT ON (id) id, doc, n, updated_at, sha256(convert_to(content::text, 'UTF8')) AS content_hash
    FROM (
      SELECT ${identityOf(entity)} AS id, e.doc, e.n, ${content} AS content,
             nullif(e.doc #>> '{MetaData,LastUpdatedTime}', '')::timestamptz AS updated_at
      FROM jsonb_array_elements($1::jsonb #> $2::text[]) WITH ORDINALITY AS e(doc, n)
      WHERE e.doc ->> 'status' IS DISTINCT FROM 'Deleted'
    ) AS record
    ORDER BY id, updated_at DESC NULLS LAST, n DESC
  )`,
    // Newer wins: by LastUpdatedTime, then by the time of the answer; a deletion gives way only to a later answer.
    `fresh AS MATERIALIZED (
    SELECT page.*, stored.id IS NULL AS is_new
    FROM page
    LEFT JOIN LATERAL (
      SELECT id, deleted_at, content_hash, updated_at, observed_at
      FROM ${SCHEMA}.${entity.table} WHERE realm_id = $3 AND id = page.id OFFSET 0
    ) AS stored ON true
    WHERE stored.id IS NULL
       OR (stored.deleted_at IS NOT NULL AND $4::timestamptz > stored.observed_at)
       OR (stored.deleted_at IS NULL
           AND stored.content_hash IS DISTINCT FROM page.content_hash
           AND (coalesce(page.updated_at, '-infinity'), $4::timestamptz)
               >= (coalesce(stored.updated_at, '-infinity'), stored.observed_at))
  )`,
  ];
}

const CUSTOM_FIELD_VALUE = `coalesce(f.doc -> 'StringValue', f.doc -> 'BooleanValue', f.doc -> 'NumberValue', f.doc -> 'DateValue')`;
const CUSTOM_FIELD_TEXT = `coalesce(f.doc ->> 'StringValue', f.doc ->> 'BooleanValue', f.doc ->> 'NumberValue', f.doc ->> 'DateValue')`;

function recordPart(entity: EntityDefinition): string {
  const assignments: Assignment[] = [
    ['realm_id', '$3'],
    ['id', 'fresh.id'],
    ...columnsOf(entity).map((column): Assignment => [column.name, valueOf('fresh.doc', column)]),
    ['created_at', `nullif(fresh.doc #>> '{MetaData,CreateTime}', '')::timestamptz`],
    ['updated_at', 'fresh.updated_at'],
    ['sync_token', `fresh.doc ->> 'SyncToken'`],
    ['deleted_at', 'NULL'],
  ];
  if (entity.voidable) assignments.push(['is_voided', voidedExpression('fresh.doc')]);
  if (entity.customFields) {
    assignments.push([
      'custom_fields',
      `(SELECT jsonb_object_agg(f.doc ->> 'Name', ${CUSTOM_FIELD_VALUE})
        FROM jsonb_array_elements(${arrayAt('fresh.doc', ['CustomField'])}) AS f(doc) WHERE f.doc ->> 'Name' IS NOT NULL)`,
    ]);
  }
  assignments.push(
    ['raw', 'fresh.doc'],
    ['content_hash', 'fresh.content_hash'],
    ['observed_at', '$4'],
    ['synced_at', 'statement_timestamp()'],
  );
  return `written AS (
    ${upsert(entity.table, ['realm_id', 'id'], assignments, 'FROM fresh')}
  )`;
}

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
  keys: readonly string[],
  documents: string,
): string {
  const [, ...own] = keys;
  const keyOf = (columns: readonly string[]): string => `concat_ws(E'\\x1f', ${columns.join(', ')})`;
  return `${name} AS (
    DELETE FROM ${SCHEMA}.${table} AS old
    WHERE ${conditions.join(' AND ')}
      AND NOT (SELECT coalesce(jsonb_object_agg(${keyOf(['id', ...own])}, NULL), '{}') FROM ${documents})
          ? ${keyOf(keys.map((key) => `old.${key}`))}
  )`;
}

function lineParts(entity: EntityDefinition): string[] {
  const { table, parentColumn } = childTable(entity);
  const assignments: Assignment[] = [
    ['realm_id', '$3'],
    [parentColumn, 'line.id'],
    ['line_index', 'line.line_index'],
    ['parent_line_index', 'line.parent_line_index'],
    ['line_id', `line.doc ->> 'Id'`],
    ...lineColumnsOf(entity).map((column): Assignment => [column.name, valueOf('line.doc', column)]),
  ];
  return [
    lineDocuments(entity),
    surplus(
      'lines_removed',
      table,
      [`old.realm_id = $3`, changedOnly(`old.${parentColumn}`)],
      [parentColumn, 'line_index'],
      'line_documents',
    ),
    `lines_written AS (
    ${upsert(table, ['realm_id', parentColumn, 'line_index'], assignments, 'FROM line_documents AS line')}
  )`,
  ];
}

/**
 * A child table that all entities share: `documents` selects (id, doc, and the child's own key columns).
 * Rows of the old version whose key is gone are deleted, the others are overwritten; the two never meet.
 */
function sharedParts(
  entity: EntityDefinition,
  table: string,
  documents: string,
  ownKeys: readonly string[],
  values: readonly Assignment[],
): string[] {
  const keys = ['realm_id', 'entity', 'record_id', ...ownKeys];
  const assignments: Assignment[] = [
    ['realm_id', '$3'],
    ['entity', quoted(entity.name)],
    ['record_id', 'child.id'],
    ...ownKeys.map((name): Assignment => [name, `child.${name}`]),
    ...values,
  ];
  return [
    `${table}_documents AS (${documents})`,
    surplus(
      `${table}_removed`,
      table,
      ['old.realm_id = $3', `old.entity = ${quoted(entity.name)}`, changedOnly('old.record_id')],
      ['record_id', ...ownKeys],
      `${table}_documents`,
    ),
    `${table}_written AS (
    ${upsert(table, keys, assignments, `FROM ${table}_documents AS child`)}
  )`,
  ];
}

function linkParts(entity: EntityDefinition): string[] {
  const onRecord = `SELECT fresh.id, ${NO_LINE} AS line_index, (k.n - 1)::integer AS link_index, k.doc
      FROM fresh, jsonb_array_elements(${arrayAt('fresh.doc', ['LinkedTxn'])}) WITH ORDINALITY AS k(doc, n)`;
  const onLines = `SELECT line.id, line.line_index, (k.n - 1)::integer, k.doc
      FROM line_documents AS line, jsonb_array_elements(${arrayAt('line.doc', ['LinkedTxn'])}) WITH ORDINALITY AS k(doc, n)`;
  const types = Object.entries(linkTypes).map(
    ([type, target]) => `WHEN ${quoted(type)} THEN ${target === null ? 'NULL' : quoted(target)}`,
  );
  return sharedParts(
    entity,
    'linked_transactions',
    entity.lines.length > 0 ? `${onRecord} UNION ALL ${onLines}` : onRecord,
    ['line_index', 'link_index'],
    [
      ['txn_type', `child.doc ->> 'TxnType'`],
      ['txn_id', `child.doc ->> 'TxnId'`],
      ['txn_line_id', `child.doc ->> 'TxnLineId'`],
      ['linked_entity', `CASE child.doc ->> 'TxnType' ${types.join(' ')} ELSE child.doc ->> 'TxnType' END`],
    ],
  );
}

function customFieldParts(entity: EntityDefinition): string[] {
  return sharedParts(
    entity,
    'custom_fields',
    `SELECT DISTINCT ON (fresh.id, f.doc ->> 'DefinitionId') fresh.id, f.doc ->> 'DefinitionId' AS definition_id, f.doc
      FROM fresh, jsonb_array_elements(${arrayAt('fresh.doc', ['CustomField'])}) WITH ORDINALITY AS f(doc, n)
      WHERE f.doc ->> 'DefinitionId' IS NOT NULL ORDER BY fresh.id, f.doc ->> 'DefinitionId', f.n DESC`,
    ['definition_id'],
    [
      ['name', `child.doc ->> 'Name'`],
      ['type', `child.doc ->> 'Type'`],
      ['value', CUSTOM_FIELD_TEXT.replaceAll('f.doc', 'child.doc')],
    ],
  );
}

function taxLineParts(entity: EntityDefinition): string[] {
  return sharedParts(
    entity,
    'tax_lines',
    `SELECT fresh.id, (t.n - 1)::integer AS line_index, t.doc
      FROM fresh, jsonb_array_elements(${arrayAt('fresh.doc', ['TxnTaxDetail', 'TaxLine'])}) WITH ORDINALITY AS t(doc, n)`,
    ['line_index'],
    taxLineColumns.map((column): Assignment => [column.name, valueOf('child.doc', column)]),
  );
}

/** The statement that writes a page of this entity; one row: `seen`, `created`, `updated`. */
export function pageStatement(entity: EntityDefinition): string {
  const parts = [
    ...pageParts(entity),
    recordPart(entity),
    ...(entity.lines.length > 0 ? lineParts(entity) : []),
    ...(entity.linkedTransactions ? linkParts(entity) : []),
    ...(entity.customFields ? customFieldParts(entity) : []),
    ...(entity.taxLines ? taxLineParts(entity) : []),
  ];
  return `WITH ${parts.join(',\n  ')}
SELECT (SELECT count(*) FROM page) AS seen,
       count(*) FILTER (WHERE is_new) AS created,
       count(*) FILTER (WHERE NOT is_new) AS updated
FROM fresh`;
}
