import { gatherStatistics } from '../../tables/statistics.ts';
import { times } from '../../tuning/times.ts';
import { type EntityState, fenced, type Slice, scheduleProof } from '../company/index.ts';
import { seekMissing } from '../unseen/index.ts';
import { proveAmounts } from './amounts.ts';
import { proveCounts } from './counts.ts';
import { forgetOldReconciliations, storeComparisons } from './reconciliations.ts';

/**
 * The daily comparison: missing parents first, then the number of records of each entity, and where those agree the
 * amounts and single transactions by QuickBooks' reports. What differs is read again and compared again ten minutes
 * later; what differs still is raised.
 * @param states  those that are current, and those that cannot be listed, which are only counted and searched
 */
export async function prove(slice: Slice, states: readonly EntityState[]): Promise<void> {
  const [company] = await slice.db.query<{ searching: boolean; first: boolean }>(
    'SELECT healing AS searching, prove_at IS NULL AS first FROM ledger_mirror.organizations WHERE realm_id = $1',
    [slice.realmId],
  );
  // What was just copied is about to be joined with itself, here and by whoever waited for it.
  if (company?.first === true) await gatherStatistics(slice.db, slice);
  const current = states.filter(({ status }) => status === 'current');
  await seekMissing(slice, current);
  const counts = await proveCounts(slice, states, company?.searching === true);
  const amounts = await proveAmounts(slice, current, counts.differing);
  const searching = counts.searching || amounts.compared.some(({ reason }) => reason === 'searching');
  await fenced(slice, async (tx) => {
    await counts.store(tx);
    await storeComparisons(tx, slice, amounts.compared);
    await scheduleProof(tx, slice.realmId, {
      searching,
      inMs: searching ? times.proofAgainMs : amounts.moved ? times.proofWhenQuietMs : times.proofEveryMs,
      // What is checked again is the same period.
      listedBackTo: searching ? undefined : amounts.listedBackTo,
    });
    await forgetOldReconciliations(tx, slice.realmId);
  });
}
