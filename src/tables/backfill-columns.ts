import { createHash } from 'node:crypto';
import {
  childListsOf,
  columnsOf,
  entities,
  lineColumnsOf,
  taxLineColumns,
  type EntityDefinition,
} from '../catalogue/index.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { storedTable } from './stored.ts';
import { refusalOf } from './page-writer.ts';
import { fillStatement } from './projection.ts';
import { customFieldsObject } from './projection-children.ts';
import { voidedExpression } from './voided.ts';

export type FillOptions = {
  /** Rows in one transaction. @default 500 */
  readonly batchSize?: number;
  /** Stops between two batches; the next call goes on there. */
  readonly signal?: AbortSignal;
  /** Which entities to look at. @default all */
  readonly entities?: readonly EntityDefinition[];
  /** Called after every batch, with the rows looked at so far. */
  readonly onProgress?: (progress: { readonly entity: string; readonly rows: number }) => void;
};

export type FillResult = {
  /** Rows looked at. */
  readonly rows: number;
  /** Records whose `raw` holds a value a new column refuses; they stay as they were. */
  readonly skipped: readonly {
    readonly entity: string;
    readonly realmId: string;
    readonly recordId: string;
  }[];
};

type Position = { fingerprint: string; realmId: string; recordId: string; finishedAt: Date | null };
type Step = 'done' | 'busy' | { readonly rows: number };

/**
 * Gives the rows that were stored by an earlier version the columns and child tables of this one, out of `raw`: in
 * batches, each a transaction with its position, beside the running sync. Does nothing where the catalogue is the
 * one the rows were last filled for. Call it after migrations, and again after an interruption. Writers of the earlier
 * version must have stopped by then: they replace `raw` and know nothing of the columns that follow from it.
 */
export async function fillColumns(db: Database, options: FillOptions = {}): Promise<FillResult> {
  let rows = 0;
  const skipped: FillResult['skipped'][number][] = [];
  for (const entity of options.entities ?? entities) {
    let limit = options.batchSize ?? 500;
    for (;;) {
      if (options.signal?.aborted === true) return { rows, skipped };
      try {
        const step = await db.transaction((tx) => fillBatch(tx, entity, limit));
        if (step === 'done' || step === 'busy') break;
        rows += step.rows;
        options.onProgress?.({ entity: entity.name, rows });
      } catch (error) {
        if (refusalOf(error) === undefined) throw error;
        // One record at a time, until the one that is refused is found and left behind.
        if (limit > 1) limit = 1;
        else {
          const left = await skipOne(db, entity);
          if (left !== undefined) skipped.push(left);
          limit = options.batchSize ?? 500;
        }
      }
    }
  }
  return { rows, skipped };
}

/** Changes whenever a row stored earlier might lack something. */
function fingerprintOf(entity: EntityDefinition): string {
  const shape = [
    columnsOf(entity),
    lineColumnsOf(entity),
    childListsOf(entity).map(({ child, lists, columns }) => [child.table, lists, columns]),
    entity.taxLines ? taxLineColumns : [],
    [
      entity.customFields && customFieldsObject(''),
      entity.linkedTransactions,
      entity.voidable ? voidedExpression('') : false,
    ],
  ].map((part) => JSON.stringify(part, (key, value: unknown) => (key === 'comment' ? undefined : value)));
  return createHash('sha256').update(shape.join('\n')).digest('hex').slice(0, 16);
}

/** The entity's position, locked; from the beginning where the catalogue has changed since. */
async function lockPosition(tx: Transaction, entity: EntityDefinition): Promise<Position | undefined> {
  const fingerprint = fingerprintOf(entity);
  await tx.query(
    `INSERT INTO ledger_mirror.filled_entities (entity, fingerprint) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [entity.name, fingerprint],
  );
  // Another process may be at it; then it is in good hands.
  const [position] = await tx.query<Position>(
    `SELECT fingerprint, realm_id, record_id, finished_at FROM ledger_mirror.filled_entities
     WHERE entity = $1 FOR UPDATE SKIP LOCKED`,
    [entity.name],
  );
  return position === undefined || position.fingerprint === fingerprint
    ? position
    : { fingerprint, realmId: '', recordId: '', finishedAt: null };
}

async function savePosition(
  tx: Transaction,
  entity: EntityDefinition,
  realmId: string,
  recordId: string,
  isFinished: boolean,
): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.filled_entities SET fingerprint = $2, realm_id = $3, record_id = $4,
            finished_at = CASE WHEN $5 THEN now() END WHERE entity = $1`,
    [entity.name, fingerprintOf(entity), realmId, recordId, isFinished],
  );
}

async function fillBatch(tx: Transaction, entity: EntityDefinition, limit: number): Promise<Step> {
  const position = await lockPosition(tx, entity);
  if (position === undefined) return 'busy';
  if (position.finishedAt !== null) return 'done';
  const { realmId, recordId } = position;
  await tx.execute(`SET LOCAL jit = off; SET LOCAL timezone = 'UTC'`);
  const [batch] =
    realmId === ''
      ? []
      : await tx.query<{ count: number; last: string | null }>(fillStatement(entity), [
          recordId,
          limit,
          realmId,
        ]);
  if (batch !== undefined && batch.last !== null) {
    await savePosition(tx, entity, realmId, batch.last, false);
    return { rows: batch.count };
  }
  const [next] = await tx.query<{ realmId: string | null }>(
    `SELECT min(realm_id) AS realm_id FROM ${storedTable(entity.table)} WHERE realm_id > $1`,
    [realmId],
  );
  const following = next?.realmId ?? null;
  await savePosition(tx, entity, following ?? realmId, '', following === null);
  return following === null ? 'done' : { rows: 0 };
}

async function skipOne(
  db: Database,
  entity: EntityDefinition,
): Promise<FillResult['skipped'][number] | undefined> {
  return db.transaction(async (tx) => {
    const position = await lockPosition(tx, entity);
    if (position === undefined) return undefined;
    const { realmId } = position;
    const [refused] = await tx.query<{ id: string | null }>(
      `SELECT min(id) AS id FROM ${storedTable(entity.table)} WHERE realm_id = $1 AND id > $2 AND raw IS NOT NULL`,
      [realmId, position.recordId],
    );
    const recordId = refused?.id;
    if (recordId === null || recordId === undefined) return undefined;
    await savePosition(tx, entity, realmId, recordId, false);
    return { entity: entity.name, realmId, recordId };
  });
}
