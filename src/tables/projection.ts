import { childListsOf, columnsOf, wholeLists, type EntityDefinition } from '../catalogue/index.ts';
import { quoted } from '../postgres/quoted.ts';
import { storedTable } from './stored.ts';
import { changedDuringCopy } from './first-copy.ts';
import { belowOf, isTree, nameOf, PATH } from './names.ts';
import { changedOwners, childrenParts, customFieldsObject } from './projection-children.ts';
import { openDocument, upsert, valueIn, type Assignment, type Mode } from './projection-values.ts';
import { isExcluded } from './sensitive.ts';
import { sensitivePaths, withoutSensitive } from './sensitive-fields.ts';
import { STAMP } from './synced-at.ts';
import { isAfter, replaces, tokenNumber, type AnswerParameters } from './version-order.ts';
import { voidedExpression } from './voided.ts';

/*
 * One statement writes a page: QuickBooks' own JSON text goes in as one parameter and PostgreSQL takes it apart, so
 * numbers stay exact and Node builds no objects. The statement's parts, in order:
 *
 *   page     the records of the answer, one version an id, with their hash; deletions are not records (deletions.ts)
 *   fresh    those that are new here, or newer than what is stored and different from it
 *   written  the entity's own rows, from fresh
 *   ...      each kind of child of fresh: the surplus of the old version deleted, the new one upserted
 *   renamed, outdated  notes for what shows the old names of fresh: rows that refer to it, records below it
 *
 * Parameters: $1 the answer's text, $2 the path of the array, $3 realm id, and those of the answer, below.
 */

/** $4 the answer's own time, $5 when it was asked for, $6 whether its records were asked for again. */
const ANSWER: AnswerParameters = { observedAt: '$4', askedAt: '$5', isReread: '$6' };

function identityOf(entity: EntityDefinition): string {
  const parts = entity.identity.map((name) => `(e.doc ->> ${quoted(name)})`);
  return parts.length === 1 ? (parts[0] ?? 'NULL') : `(${parts.join(" || ':' || ")})`;
}

/** The record inside its wrapper, `{"Invoice": {...}}`, with the wrapper's key as its `Type`. */
function unwrapped(document: string): string {
  return `CASE WHEN ${document} ? 'Id' THEN ${document} ELSE (
        SELECT inside.value || jsonb_build_object('Type', inside.key) FROM jsonb_each(${document}) AS inside
        WHERE jsonb_typeof(inside.value) = 'object' AND inside.value ? 'Id' LIMIT 1) END`;
}

function pageParts(entity: EntityDefinition): string[] {
  const content =
    entity.volatile.length === 0 ? 'e.doc' : `e.doc - ARRAY[${entity.volatile.map(quoted).join(', ')}]`;
  const sent = `jsonb_array_elements($1::jsonb #> $2::text[]) WITH ORDINALITY`;
  const records =
    sensitivePaths(entity).length === 0
      ? sent
      : `(SELECT CASE WHEN ${isExcluded('$3')} THEN ${withoutSensitive(entity, 'doc')} ELSE doc END, n FROM ${sent} AS sent(doc, n))`;
  const elements = entity.wrapped
    ? `(SELECT ${unwrapped('source.doc')} AS doc, source.n, source.doc AS raw FROM ${records} AS source(doc, n)) AS e`
    : `${records} AS e(doc, n)`;
  const raw = entity.wrapped ? ' raw,' : '';
  const name = nameOf(entity);
  const old = [
    ...(name === undefined ? [] : [['old_name', name.column] as const]),
    ...(isTree(entity) ? [['old_path', PATH.column] as const] : []),
  ];
  return [
    `page AS (
    SELECT DISTINCT ON (id) id, doc,${raw} n, created_at, updated_at, token, sha256(convert_to(content::text, 'UTF8')) AS content_hash
    FROM (
      SELECT ${identityOf(entity)} AS id, e.doc,${entity.wrapped ? ' e.raw,' : ''} e.n, ${content} AS content,
             nullif(e.doc #>> '{MetaData,CreateTime}', '')::timestamptz AS created_at,
             nullif(e.doc #>> '{MetaData,LastUpdatedTime}', '')::timestamptz AS updated_at,
             ${tokenNumber("e.doc ->> 'SyncToken'")} AS token
      FROM ${elements}
      WHERE e.doc ->> 'status' IS DISTINCT FROM 'Deleted'
    ) AS record
    ORDER BY id, token DESC NULLS LAST, updated_at DESC NULLS LAST, n DESC
  )`,
    // Newer wins (version-order.ts); a deletion gives way only to a later answer.
    `fresh AS MATERIALIZED (
    SELECT page.*, stored.id IS NULL AS is_new${old.map(([alias]) => `, stored.${alias}`).join('')}
    FROM page
    LEFT JOIN LATERAL (
      SELECT id, deleted_at, content_hash, created_at, updated_at, sync_token, observed_at, synced_at${old.map(([alias, column]) => `, ${column} AS ${alias}`).join('')}
      FROM ${storedTable(entity.table)} WHERE realm_id = $3 AND id = page.id OFFSET 0
    ) AS stored ON true
    WHERE stored.id IS NULL
       OR (stored.deleted_at IS NOT NULL AND ($4::timestamptz > stored.observed_at OR ${isAfter(ANSWER)}))
       OR (stored.deleted_at IS NULL
           AND stored.content_hash IS DISTINCT FROM page.content_hash
           AND ${replaces(ANSWER)})
  )`,
  ];
}

const newAndChanged = ({ name }: EntityDefinition): string =>
  `fresh.is_new AND ${changedDuringCopy('fresh', '$3', quoted(name))}`;

/** Notes the records whose name changed, for the rows that refer to them. (renames.ts) */
function renamedParts(entity: EntityDefinition): string[] {
  const name = nameOf(entity);
  if (name === undefined) return [];
  const current = `fresh.doc ->> ${quoted(name.field)}`;
  return [
    `renamed AS (
    INSERT INTO ledger_mirror.renamed_records (realm_id, entity, record_id, name, noticed_at)
    SELECT $3, ${quoted(entity.name)}, fresh.id, ${current}, clock_timestamp()
    FROM fresh WHERE fresh.old_name <> (${current}) OR (${current}) IS NOT NULL AND ${newAndChanged(entity)}
    ON CONFLICT (realm_id, entity, record_id) DO UPDATE SET name = excluded.name, noticed_at = excluded.noticed_at
  )`,
  ];
}

/** Notes what lies below records whose path changed: theirs changed too, without a stamp. (sync/outdated.ts) */
function outdatedParts(entity: EntityDefinition): string[] {
  if (!isTree(entity)) return [];
  return [
    `outdated AS (
    INSERT INTO ledger_mirror.outdated_records (realm_id, entity, record_id, noticed_at, ask_at)
    SELECT DISTINCT ON (below.id) $3, ${quoted(entity.name)}, below.id, clock_timestamp(), clock_timestamp()
    FROM fresh CROSS JOIN LATERAL (${belowOf(entity, 'fresh.id', '$3')}) AS below
    WHERE NOT fresh.is_new AND fresh.old_path IS DISTINCT FROM fresh.doc ->> ${quoted(PATH.field)}
       OR ${newAndChanged(entity)}
    ON CONFLICT (realm_id, entity, record_id) DO UPDATE SET noticed_at = excluded.noticed_at, ask_at = excluded.ask_at
  )`,
  ];
}

/** Columns of a record that are computed from more than one field. */
function derivedValues(entity: EntityDefinition): Assignment[] {
  const derived: Assignment[] = [];
  if (entity.voidable) derived.push(['is_voided', voidedExpression('record.doc')]);
  if (entity.customFields) derived.push(['custom_fields', customFieldsObject('record.doc')]);
  return derived;
}

function recordPart(entity: EntityDefinition, mode: Mode): string {
  const columns = columnsOf(entity);
  const opened = openDocument('fresh', 'record', columns);
  const assignments: Assignment[] = [
    ['realm_id', '$3'],
    ['id', 'record.id'],
    ...columns.map((column): Assignment => [column.name, opened.valueOf(column)]),
    ['created_at', 'record.created_at'],
    ['updated_at', 'record.updated_at'],
    ['sync_token', `record.doc ->> 'SyncToken'`],
    ['deleted_at', 'NULL'],
  ];
  assignments.push(...derivedValues(entity));
  assignments.push(
    ['raw', entity.wrapped ? 'record.raw' : 'record.doc'],
    ['content_hash', 'record.content_hash'],
    ['observed_at', '$4'],
    ['synced_at', STAMP],
  );
  return `written AS (
    ${upsert(entity.table, ['realm_id', 'id'], assignments, opened.from, mode)}
  )`;
}

/**
 * The statement that writes a page of this entity; one row: `seen`, `created`, `updated`.
 * @param mode  `new` for a page of records that are not here yet, which fails when one of them is
 */
export function pageStatement(entity: EntityDefinition, mode: 'page' | 'new' = 'page'): string {
  const parts = [
    ...pageParts(entity),
    recordPart(entity, mode),
    ...childrenParts(entity, mode),
    ...renamedParts(entity),
    ...outdatedParts(entity),
  ];
  return `WITH ${parts.join(',\n  ')}
SELECT (SELECT count(*) FROM page) AS seen,
       count(*) FILTER (WHERE is_new) AS created,
       count(*) FILTER (WHERE NOT is_new) AS updated
FROM fresh`;
}

/**
 * The statement that gives a batch of rows the columns and children of the present catalogue, out of `raw`.
 * Parameters: $1 the id after which to begin, $2 rows, $3 realm id; one row: `count`, `last` (the highest id).
 */
export function fillStatement(entity: EntityDefinition): string {
  const columns = columnsOf(entity);
  const opened = openDocument('fresh', 'record', columns);
  const values: Assignment[] = [
    ...columns.map((column): Assignment => [column.name, opened.valueOf(column)]),
    ...derivedValues(entity),
  ];
  const names = values.map(([name]) => name);
  // A list kept whole has names that followed renames, too.
  const wholes = new Set(childListsOf(entity).flatMap((list) => wholeLists(entity, list)));
  const updates = names.map((name) =>
    wholes.has(name) ? `coalesce(t.${name}, value.${name})` : valueIn('fill', name, names, 't', 'value'),
  );
  const children = childrenParts(entity, 'fill');
  const changed = [
    `ROW(${names.map((name) => `t.${name}`).join(', ')}) IS DISTINCT FROM ROW(${updates.join(', ')})`,
    ...(children.length === 0 ? [] : [`t.id IN (${changedOwners(children)})`]),
  ];
  const parts = [
    // Locked, so that a newer version that is being written meanwhile is not overwritten by the old one.
    `fresh AS MATERIALIZED (
    SELECT id, ${entity.wrapped ? unwrapped('raw') : 'raw'} AS doc, false AS is_new
    FROM ${storedTable(entity.table)} WHERE realm_id = $3 AND id > $1 AND raw IS NOT NULL ORDER BY id LIMIT $2 FOR UPDATE
  )`,
    ...children,
    `written AS (
    UPDATE ${storedTable(entity.table)} AS t SET ${names.map((name, index) => `${name} = ${updates[index]}`).join(', ')}, synced_at = ${STAMP}
    FROM (SELECT record.id, ${values.map(([name, value]) => `${value} AS ${name}`).join(', ')} FROM ${opened.from} OFFSET 0) AS value
    WHERE t.realm_id = $3 AND t.id = value.id AND (${changed.join(' OR ')})
  )`,
  ];
  return `WITH ${parts.join(',\n  ')}
SELECT count(*)::integer AS count, max(id) AS last FROM fresh`;
}
