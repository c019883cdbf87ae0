import type { EntityDefinition } from '../../catalogue/index.ts';
import { splitArray } from '../../tables/json-text.ts';
import type { Slice } from '../company/index.ts';
import type { RecordBatch } from '../store/index.ts';
import { storedTable } from '../../tables/stored.ts';

/** Custom fields beyond the classic ones have long numbers. (facts#many-custom-fields) */
const longNumber = /^\d{10,}$/;

/** So many custom fields of other records are looked at to learn whether a company has such fields. */
const sampled = 1000;

/**
 * Parts an answer of change data capture in records that may be stored as they came and those that may have lost
 * custom fields on the way. Queries bring all of them when asked to; whether change data capture does is not
 * documented. (C5) A record is suspected when it lacks such a field that is stored of it, or, being new, has none
 * while others of its kind have some. It is then a signal to fetch, and never stored.
 */
export async function partByCustomFields(
  slice: Slice,
  entity: EntityDefinition,
  batch: RecordBatch,
): Promise<{ readonly whole: RecordBatch; readonly signals: RecordBatch | undefined }> {
  if (!entity.customFields || batch.records.length === 0) return { whole: batch, signals: undefined };
  const rows = await slice.db.query<{ id: string; isNew: boolean; stored: readonly string[] }>(
    `SELECT asked.id, record.id IS NULL AS is_new,
            ARRAY (SELECT definition_id FROM quickbooks.custom_fields AS field
                   WHERE field.realm_id = $1 AND field.entity = $2 AND field.record_id = asked.id
                     AND definition_id ~ '^[0-9]{10,}$') AS stored
     FROM unnest($3::text[]) AS asked (id)
     LEFT JOIN ${storedTable(entity.table)} AS record ON record.realm_id = $1 AND record.id = asked.id`,
    [slice.realmId, entity.name, batch.records.map(({ id }) => id)],
  );
  const othersHaveFields = rows.some(({ isNew }) => isNew) && (await hasLongFields(slice, entity));
  if (!othersHaveFields && rows.every(({ stored }) => stored.length === 0))
    return { whole: batch, signals: undefined };
  const documents = splitArray(batch.text, batch.path).map((text) => ({ text, ...fieldsOf(text) }));
  const carried = new Map(documents.map(({ id, fields }) => [id, fields]));
  const suspected = new Set(
    rows.flatMap(({ id, isNew, stored }) => {
      const fields = carried.get(id) ?? new Set();
      const lacks = isNew
        ? othersHaveFields && fields.size === 0
        : stored.some((field) => !fields.has(field));
      return lacks ? [id] : [];
    }),
  );
  if (suspected.size === 0) return { whole: batch, signals: undefined };
  slice.logger.info({ entity: entity.name, records: suspected.size }, 'changes came without custom fields');
  const part = (isSignal: boolean): RecordBatch => ({
    ...batch,
    text: `[${documents
      .filter(({ id }) => suspected.has(id) === isSignal)
      .map(({ text }) => text)
      .join(',')}]`,
    path: [],
    records: batch.records.filter(({ id }) => suspected.has(id) === isSignal),
  });
  return { whole: part(false), signals: part(true) };
}

function fieldsOf(text: string): { readonly id: string; readonly fields: ReadonlySet<string> } {
  const { Id, CustomField } = JSON.parse(text) as { Id?: unknown; CustomField?: unknown };
  const ids = (Array.isArray(CustomField) ? CustomField : []).flatMap((field: unknown) =>
    typeof field === 'object' && field !== null && 'DefinitionId' in field
      ? [String(field.DefinitionId)]
      : [],
  );
  return { id: String(Id), fields: new Set(ids.filter((id) => longNumber.test(id))) };
}

async function hasLongFields(slice: Slice, entity: EntityDefinition): Promise<boolean> {
  const [row] = await slice.db.query<{ has: boolean }>(
    `SELECT coalesce(bool_or(definition_id ~ '^[0-9]{10,}$'), false) AS has
     FROM (SELECT definition_id FROM quickbooks.custom_fields WHERE realm_id = $1 AND entity = $2
           ORDER BY realm_id, entity, record_id DESC LIMIT $3) AS newest`,
    [slice.realmId, entity.name, sampled],
  );
  return row?.has === true;
}
