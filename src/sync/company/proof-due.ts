import type { RealmId } from '../../base/realm-id.ts';
import type { Transaction } from '../../postgres/database.ts';

/** Makes a company due for the comparison with QuickBooks' own figures. Wake it afterwards. */
export async function askForProof(tx: Transaction, realmId: RealmId): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations SET prove_at = clock_timestamp(), healing = false,
       next_run_at = least(next_run_at, clock_timestamp()) WHERE realm_id = $1`,
    [realmId],
  );
}

/** What a comparison leaves behind for the next one. */
export type NextProof = {
  /** What differed is read again, and compared once more. */
  readonly searching: boolean;
  readonly inMs: number;
  /** First day of the older transactions that were compared, undefined to begin with the newest; absent where none were. */
  readonly listedBackTo?: { readonly date: string | undefined } | undefined;
};

/** Says when a company is compared again. */
export async function scheduleProof(tx: Transaction, realmId: RealmId, next: NextProof): Promise<void> {
  await tx.query(
    `UPDATE ledger_mirror.organizations
     SET healing = $2, prove_at = clock_timestamp() + make_interval(secs => $3),
         listed_back_to = CASE WHEN $4 THEN $5::date ELSE listed_back_to END
     WHERE realm_id = $1`,
    [
      realmId,
      next.searching,
      next.inMs / 1000,
      next.listedBackTo !== undefined,
      next.listedBackTo?.date ?? null,
    ],
  );
}
