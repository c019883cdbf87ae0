/** What other rooms use of this one; it is entered only here. */
export { compareEverything, compareFields, storeFields } from './fields.ts';
export { prove } from './prove.ts';
export { listReconciliations, type Reconciliation } from './reconciliations.ts';
