/** What other rooms use of this one; it is entered only here. */
export { prove } from './prove.ts';
export {
  listReconciliations,
  type Reconciliation,
  requestProof,
  storeComparisons,
} from './reconciliations.ts';
