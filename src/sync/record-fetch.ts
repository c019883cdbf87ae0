import type { EntityDefinition } from '../catalogue/index.ts';
import type { QueryAnswer, RecordStamp } from '../quickbooks/index.ts';
import { overlapMs } from './plan.ts';
import { activeClause, type Slice } from './slice.ts';
import { toBatch, type RecordBatch } from './store-records.ts';

/** Ids in one query; each may have 19 digits, and a statement has to travel. */
export const idsPerQuery = 200;

/** Asks for records by their ids, inactive ones too: those that are gone do not come. */
export function queryByIds(
  slice: Slice,
  entity: EntityDefinition,
  select: string,
  ids: readonly string[],
): Promise<QueryAnswer> {
  const list = ids.map((id) => `'${id.replaceAll(/[\\']/g, '\\$&')}'`).join(', ');
  const active = activeClause(entity);
  const where = `Id IN (${list})${active === undefined ? '' : ` AND ${active}`}`;
  const statement = `SELECT ${select} FROM ${entity.name} WHERE ${where} MAXRESULTS 1000`;
  return slice.client.query(slice.realmId, statement, { signal: slice.signal });
}

/** Fetches records whole that a signal told of, except those that are stored as the signal says. */
export async function fetchWhole(
  slice: Slice,
  entity: EntityDefinition,
  signals: readonly RecordStamp[],
): Promise<{ readonly entity: EntityDefinition; readonly batch: RecordBatch }[]> {
  const wanted = await notStored(slice, entity, signals);
  const fetched = [];
  for (let start = 0; start < wanted.length; start += idsPerQuery) {
    const ids = wanted.slice(start, start + idsPerQuery);
    fetched.push({ entity, batch: toBatch(await queryByIds(slice, entity, entity.select, ids)) });
  }
  return fetched;
}

/**
 * The ids of which a newer version may exist. A stored version with the same stamp is not proof enough while another
 * change with that stamp may still come to light.
 */
async function notStored(
  slice: Slice,
  entity: EntityDefinition,
  signals: readonly RecordStamp[],
): Promise<string[]> {
  if (signals.length === 0) return [];
  const rows = await slice.db.query<{ id: string }>(
    `SELECT signal.id
     FROM unnest($2::text[], $3::timestamptz[]) AS signal (id, updated_at)
     LEFT JOIN quickbooks.${entity.table} AS stored ON stored.realm_id = $1 AND stored.id = signal.id
     WHERE stored.deleted_at IS NOT NULL OR stored.updated_at IS NULL OR signal.updated_at IS NULL
        OR stored.updated_at < signal.updated_at
        OR stored.observed_at < signal.updated_at + make_interval(secs => $4)`,
    [
      slice.realmId,
      signals.map(({ id }) => id),
      signals.map(({ updatedAt }) => updatedAt ?? null),
      overlapMs / 1000,
    ],
  );
  return rows.map(({ id }) => id);
}
