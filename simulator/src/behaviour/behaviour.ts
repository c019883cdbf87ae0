import { type Company } from '../company/company.ts';
import { type Entry } from '../ledger/entry.ts';
import { type JsonObject } from '../values/json.ts';

export type PrepareContext = {
  readonly company: Company;
  /** The record as it was; undefined on create. */
  readonly before: JsonObject | undefined;
  /** What the record posted before. */
  readonly entries: readonly Entry[];
  readonly atSeconds: number;
  readonly id: string;
};

/** Another transaction that this one names, and by which TxnType that one shows this one. */
export type Link = { readonly entity: string; readonly id: string; readonly shownAs: string };

/** A transaction that QuickBooks makes by itself beside the one that was asked for. */
type FollowUp = { readonly entity: string; readonly draft: JsonObject };

/** What is particular to one entity; everything else about records is generic. */
export type Behaviour = {
  /**
   * Completes a draft: defaults, computed fields, checks. Gets a copy it may change.
   * @throws Fault when QuickBooks would refuse it.
   */
  readonly prepare: (this: void, draft: JsonObject, context: PrepareContext) => JsonObject;
  /** Links that are mirrored in the other transaction's LinkedTxn. */
  readonly links?: (this: void, body: JsonObject) => Link[];
  /** The same transaction without its link to one that is voided or deleted. */
  readonly unlink?: (
    this: void,
    body: JsonObject,
    target: { readonly entity: string; readonly id: string },
  ) => JsonObject;
  /** What changes in this record, beside LinkedTxn, when the first link to it comes (`true`) or the last goes. */
  readonly linked?: (this: void, body: JsonObject, isLinked: boolean) => JsonObject;
  /** The record as it stands after a void. */
  readonly voided?: (this: void, body: JsonObject) => JsonObject;
  readonly followUp?: (this: void, input: JsonObject, id: string, company: Company) => FollowUp | undefined;
};
