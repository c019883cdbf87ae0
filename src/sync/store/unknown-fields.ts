import type { EntityDefinition } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import { unknownFields } from '../../tables/unknown-fields.ts';
import type { Slice } from '../company/index.ts';
import type { RecordBatch } from './records.ts';

/** Of so many pages of an entity in a slice one is looked through, which takes 14 ms a page. */
const onePageIn = 10;

/** Longer names are cut: no field is called so, and none of these fits into an index. */
const LONGEST_NAME = 200;

/**
 * Tells once of each field that is new to us; nothing is lost meanwhile, since `raw` keeps it. The first page of an
 * entity in a slice is looked through, and every tenth after it: a new field comes to all records at about the same time.
 */
export async function noteUnknownFields(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  batch: RecordBatch,
): Promise<void> {
  const pages = slice.pagesSeen.get(entity.name) ?? 0;
  slice.pagesSeen.set(entity.name, pages + 1);
  if (pages % onePageIn !== 0) return;
  const fields = unknownFields(entity, batch.text, batch.path);
  if (fields.length === 0) return;
  const noted = await tx.query<{ field: string }>(
    `INSERT INTO ledger_mirror.unknown_fields (entity, field, first_realm_id)
     SELECT $1, field, $3 FROM unnest($2::text[]) AS field ON CONFLICT DO NOTHING RETURNING field`,
    [entity.name, [...new Set(fields.map((field) => field.slice(0, LONGEST_NAME)))], slice.realmId],
  );
  for (const { field } of noted)
    slice.logger.warn(
      { entity: entity.name, field },
      'QuickBooks sends a field that is new to us; raw keeps it',
    );
}
