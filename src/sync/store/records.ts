import type { RealmId } from '../../base/realm-id.ts';
import { type EntityDefinition, hasOwnId } from '../../catalogue/index.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { BatchAnswer, QueryAnswer, RecordStamp } from '../../quickbooks/index.ts';
import { type Deletion, markDeleted } from '../../tables/deletions.ts';
import { splitArray } from '../../tables/json-text.ts';
import { type Page, writePage } from '../../tables/page-writer.ts';
import { recordId } from '../../tables/rejection.ts';
import { addToRun, type Slice, addToRows, adoptProfile } from '../company/index.ts';
import { suspectInactive, suspectMerges } from './merge-suspects.ts';
import { quarantine } from './rejected.ts';
import { noteUnknownFields } from './unknown-fields.ts';
import { storedTable } from '../../tables/stored.ts';

/** Records of one entity inside an answer of QuickBooks. */
export type RecordBatch = {
  /** The body exactly as QuickBooks sent it. */
  readonly text: string;
  /** Where the array stands in it. */
  readonly path: readonly (string | number)[];
  /** QuickBooks' clock when it answered. */
  readonly time: Date;
  readonly records: readonly RecordStamp[];
  /** Some of them as they were parsed, for the names of their fields. */
  readonly samples: readonly unknown[];
  /** They were asked for again, by the step that stores them, to know how they are now. @default false */
  readonly isReread?: boolean;
};

/** What became of a batch. */
export type StoredBatch = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
};

/** The records of a query's answer, which may have come with others in one call. */
export function toBatch(answer: QueryAnswer | BatchAnswer): RecordBatch {
  const inBatch = 'path' in answer ? answer.path : undefined;
  return { ...answer, path: inBatch ?? ['QueryResponse', answer.key ?? ''] };
}

/**
 * Stores the records of an answer, quarantines those that cannot be stored, and adds the outcome to the run.
 * Writing the same answer again changes nothing.
 */
export async function storeRecords(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  batch: RecordBatch,
): Promise<StoredBatch> {
  if (batch.records.length === 0) return { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const { realmId } = slice;
  const ids = idsOf(entity, batch);
  const restored = await countDeleted(tx, realmId, entity, ids);
  const result = await writePage(tx, toPage(slice, entity, batch));
  await quarantine(tx, realmId, entity, ids, result.rejected);
  const returned = restored === 0 ? 0 : restored - (await countDeleted(tx, realmId, entity, ids));
  await addToRows(tx, realmId, entity, result.created + returned);
  const tally = { ...result, rejected: result.rejected.length };
  if (result.replaced > 0) {
    slice.logger.warn(
      { entity: entity.name, characters: result.replaced },
      'characters PostgreSQL cannot hold were replaced',
    );
  }
  if (result.created + result.updated > 0) {
    await noteUnknownFields(tx, slice, entity, batch);
    await suspectInactive(tx, realmId, entity, ids, result.updated === 0);
    if (entity.kind === 'singleton') await adoptProfile(tx, realmId);
  }
  // Last, since all pages of the company wait for the run's row until this one has committed.
  await addToRun(tx, slice.run.id, tally);
  return tally;
}

/** A batch as the tables take it: a step asks for what it stores, so after the time it began. */
export function toPage(slice: Slice, entity: EntityDefinition, batch: RecordBatch): Page {
  const { text, path, time, isReread = false } = batch;
  return { entity, realmId: slice.realmId, text, path, observedAt: time, askedAt: slice.now, isReread };
}

/** The ids that records are stored under; QuickBooks gives some entities none. */
export function idsOf(entity: EntityDefinition, { text, path, records }: RecordBatch): string[] {
  return hasOwnId(entity)
    ? records.map(({ id }) => id)
    : splitArray(text, path).flatMap((document) => recordId(entity, document) ?? []);
}

/**
 * Marks records as deleted that QuickBooks has confirmed to be gone, and adds them to the run.
 * @param confirmedAt QuickBooks' clock at the confirmation, which the same step asked for
 * @returns how many were not marked before
 */
export async function storeDeletions(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  deletions: readonly Deletion[],
  confirmedAt: Date,
): Promise<number> {
  if (deletions.length === 0) return 0;
  const { realmId } = slice;
  const ids = deletions.map(({ id }) => id);
  const [before] = await tx.query<{ alive: number; unstored: number }>(
    `WITH alive AS (
       SELECT id FROM ${storedTable(entity.table)} WHERE realm_id = $1 AND id = ANY ($2::text[]) AND deleted_at IS NULL
     )
     SELECT (SELECT count(*) FROM alive)::int AS alive,
            (SELECT count(*) FROM ledger_mirror.rejected_records
             WHERE realm_id = $1 AND entity = $3 AND record_id = ANY ($2::text[])
               AND record_id NOT IN (SELECT id FROM alive))::int AS unstored`,
    [realmId, ids, entity.name],
  );
  const marked = await markDeleted(tx, {
    entity,
    realmId,
    deletions,
    observedAt: confirmedAt,
    askedAt: slice.now,
  });
  const [after] = await tx.query<{ alive: number }>(
    `SELECT count(*)::int AS alive FROM ${storedTable(entity.table)}
     WHERE realm_id = $1 AND id = ANY ($2::text[]) AND deleted_at IS NULL`,
    [realmId, ids],
  );
  const gone = (before?.alive ?? 0) - (after?.alive ?? 0);
  await addToRows(tx, realmId, entity, -gone, before?.unstored);
  await addToRun(tx, slice.run.id, { deleted: gone });
  // Also one that was never stored: it may have been merged between the copy of what refers to it and its own.
  await suspectMerges(tx, realmId, entity, marked);
  // What is gone cannot be stored any more either.
  await quarantine(tx, realmId, entity, [...marked], []);
  return gone;
}

async function countDeleted(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  ids: readonly string[],
): Promise<number> {
  const [row] = await tx.query<{ deleted: number }>(
    `SELECT count(*)::int AS deleted FROM ${storedTable(entity.table)}
     WHERE realm_id = $1 AND id = ANY ($2::text[]) AND deleted_at IS NOT NULL`,
    [realmId, ids],
  );
  return row?.deleted ?? 0;
}
