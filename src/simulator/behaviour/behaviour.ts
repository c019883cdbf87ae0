import { type Company } from '../company.ts';
import { type JsonObject } from '../store/json.ts';

/** Cents that a transaction adds to the balance of a customer or an account. */
export type Contribution = {
  readonly entity: 'Account' | 'Customer';
  readonly id: string;
  readonly cents: number;
};

/** Cents of another transaction's open balance that this one pays. */
export type Settlement = { readonly entity: string; readonly id: string; readonly cents: number };

type PrepareContext = {
  readonly company: Company;
  /** The record as it was; undefined on create. */
  readonly before: JsonObject | undefined;
  readonly atSeconds: number;
  readonly id: string;
};

/** What is particular to one entity; everything else about records is generic. */
export type Behaviour = {
  /**
   * Completes a draft: defaults, computed fields, checks. Gets a copy it may change.
   * @throws Fault when QuickBooks would refuse it.
   */
  prepare(draft: JsonObject, context: PrepareContext): JsonObject;
  contributions?(body: JsonObject, company: Company): Contribution[];
  settlements?(body: JsonObject): Settlement[];
  /** The same payment without its link to a transaction that is voided or deleted. */
  unlink?(body: JsonObject, target: { readonly entity: string; readonly id: string }): JsonObject;
  /** The record as it stands after a void. */
  voided?(body: JsonObject): JsonObject;
};
