import type { RealmId } from '../base/realm-id.ts';
import type { EntityDefinition } from '../catalogue/index.ts';
import type { Transaction } from '../postgres/database.ts';
import type { QueryAnswer } from '../quickbooks/index.ts';
import { writePage, type Rejection } from '../tables/page-writer.ts';
import { publish } from './events.ts';
import { addToRun } from './runs.ts';
import type { Slice } from './slice.ts';

/**
 * Stores the records of an answer, quarantines those that cannot be stored, and adds the outcome to the run.
 * Writing the same answer again changes nothing.
 */
export async function storeAnswer(
  tx: Transaction,
  slice: Slice,
  entity: EntityDefinition,
  answer: QueryAnswer,
): Promise<void> {
  if (answer.key === undefined) return;
  const { realmId } = slice;
  const path = ['QueryResponse', answer.key];
  const result = await writePage(tx, { entity, realmId, text: answer.text, path, observedAt: answer.time });
  await quarantine(tx, realmId, entity, answer, result.rejected);
  if (result.created > 0) {
    await tx.query(
      'UPDATE ledger_mirror.entity_states SET rows = rows + $3 WHERE realm_id = $1 AND entity = $2',
      [realmId, entity.name, result.created],
    );
  }
  await addToRun(tx, slice.run.id, { ...result, rejected: result.rejected.length });
  if (result.replaced > 0) {
    slice.logger.warn(
      { entity: entity.name, characters: result.replaced },
      'characters PostgreSQL cannot hold were replaced',
    );
  }
  if (entity.name === 'CompanyInfo' && result.created + result.updated > 0)
    await adoptCompanyInfo(tx, realmId);
}

/** Keeps what was refused, and lets go of what was stored now. */
async function quarantine(
  tx: Transaction,
  realmId: RealmId,
  entity: EntityDefinition,
  answer: QueryAnswer,
  rejected: readonly Rejection[],
): Promise<void> {
  const refused = new Set(rejected.map((rejection) => rejection.recordId));
  const stored = answer.records.map((record) => record.id).filter((id) => !refused.has(id));
  await tx.query(
    'DELETE FROM ledger_mirror.rejected_records WHERE realm_id = $1 AND entity = $2 AND record_id = ANY ($3::text[])',
    [realmId, entity.name, stored],
  );
  for (const rejection of rejected) {
    await tx.query(
      `INSERT INTO ledger_mirror.rejected_records AS record (realm_id, entity, record_id, reason, document)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (realm_id, entity, coalesce(record_id, md5(document))) DO UPDATE
         SET reason = excluded.reason, document = excluded.document, attempts = record.attempts + 1,
             last_seen_at = clock_timestamp()`,
      [realmId, entity.name, rejection.recordId ?? null, rejection.reason, rejection.document],
    );
  }
}

/** What the list of companies shows comes from the company's own record. */
async function adoptCompanyInfo(tx: Transaction, realmId: RealmId): Promise<void> {
  const [organization] = await tx.query<{ status: 'loading' }>(
    `UPDATE ledger_mirror.organizations AS organization
     SET company_name = coalesce(info.company_name, organization.company_name),
         country = coalesce(info.country, organization.country)
     FROM quickbooks.company_info AS info
     WHERE organization.realm_id = $1 AND info.realm_id = $1 RETURNING organization.status`,
    [realmId],
  );
  if (organization !== undefined)
    await publish(tx, { type: 'organization', realmId, status: organization.status });
}
