import type { Fields, ObjectOf, Reference } from './fields.ts';
import type { lineDetails, LineDetailName, lineFields } from './line-details.ts';

/**
 * list: people and things with an Active flag, never really deleted · transaction: dated, can be hard-deleted ·
 * reference: small tables of QuickBooks' own · singleton: one row a company.
 */
export type EntityKind = 'list' | 'transaction' | 'reference' | 'singleton';

export type WebhookVerb = 'created' | 'updated' | 'deleted' | 'merged' | 'voided' | 'emailed';

/** What QuickBooks lets one do with an entity. (facts#entity-abilities) */
export type Abilities = {
  readonly query: boolean;
  /** Covered by change data capture. (facts#cdc-uncovered) */
  readonly cdc: boolean;
  readonly webhooks: readonly WebhookVerb[];
  /** Abilities that Intuit's pages leave open: expected, to be given up when QuickBooks refuses. (facts#inventory-adjustment) */
  readonly unproven?: readonly ('query' | 'cdc')[];
};

export type Entity<
  Name extends string = string,
  F extends Fields = Fields,
  Line extends LineDetailName = LineDetailName,
> = {
  /** QuickBooks' name, as it stands in queries and events. */
  readonly name: Name;
  /** The key of its array in an answer, where it is not the name (`CreditCardPaymentTxn`). */
  readonly jsonKey: string;
  /** Our table in schema `quickbooks`. */
  readonly table: string;
  readonly kind: EntityKind;
  /** One sentence for the table's comment. */
  readonly doc: string;
  readonly abilities: Abilities;
  /** The projection that fetches the entity whole; `*` alone leaves out a few fields. */
  readonly select: string;
  /** True where a query without an `Active` condition hides inactive rows. */
  readonly hasActive: boolean;
  /** True where inactive rows need a listing of their own, since the usual clause hides rows without `Active`. */
  readonly inactiveApart: boolean;
  /** Ids of rows that come whatever a statement asks for, in no order and perhaps uncounted. (facts#pseudo-code-rows) */
  readonly apart: readonly string[];
  /** True where each record is wrapped in an object whose only key says its type (`{"Invoice": {...}}`). */
  readonly wrapped: boolean;
  /** Where QuickBooks gives no Id: the fields whose values, joined with a colon, make one. */
  readonly identity: readonly string[];
  /** Fields of the identity that a query can filter by, where QuickBooks gives no Id. (facts#rate-filter) */
  readonly identityFilter: readonly string[];
  /** The field whose value stands as `name` in references to a record; null where nothing refers to it. */
  readonly nameField: string | null;
  /** Entities with a smaller number are loaded first: parents before children. */
  readonly loadOrder: number;
  /** True where QuickBooks can void it: the row stays, its amounts become zero. (facts#voidable) */
  readonly voidable: boolean;
  readonly fields: F;
  /** The kinds of line it has; empty where it has none. */
  readonly lines: readonly Line[];
  readonly customFields: boolean;
  /** Has `LinkedTxn`, on itself or on its lines. */
  readonly linkedTransactions: boolean;
  /** Has `TxnTaxDetail.TaxLine`. */
  readonly taxLines: boolean;
  /** Top-level fields that change without the record changing: left out of the comparison of versions. */
  readonly volatile: readonly string[];
};

/** Any entity, where its own fields do not matter. */
export type EntityDefinition = Entity;

type Optional =
  | 'jsonKey'
  | 'select'
  | 'hasActive'
  | 'inactiveApart'
  | 'apart'
  | 'wrapped'
  | 'identity'
  | 'identityFilter'
  | 'nameField'
  | 'voidable'
  | 'lines'
  | 'customFields'
  | 'linkedTransactions'
  | 'taxLines'
  | 'volatile';

/** Declares an entity; what is usual may be left out (`hasActive` follows from the kind). */
export function defineEntity<
  const Name extends string,
  const F extends Fields,
  const Line extends LineDetailName = never,
>(
  entity: Omit<Entity<Name, F, Line>, Optional> & Partial<Pick<Entity<Name, F, Line>, Optional>>,
): Entity<Name, F, Line> {
  return {
    jsonKey: entity.name,
    select: '*',
    hasActive: entity.kind === 'list',
    inactiveApart: false,
    apart: [],
    wrapped: false,
    identity: ['Id'],
    identityFilter: [],
    nameField: 'DisplayName' in entity.fields ? 'DisplayName' : 'Name' in entity.fields ? 'Name' : null,
    voidable: false,
    lines: [],
    customFields: false,
    linkedTransactions: false,
    taxLines: false,
    volatile: [],
    ...entity,
  };
}

type LineOf<Line extends LineDetailName> = { readonly Id?: string } & ObjectOf<typeof lineFields> & {
    readonly [K in Line]?: ObjectOf<(typeof lineDetails)[K]> & { readonly Line?: readonly LineOf<Line>[] };
  };

type Common = {
  readonly Id: string;
  readonly SyncToken?: string;
  readonly MetaData?: {
    readonly CreateTime?: string;
    readonly LastUpdatedTime?: string;
    readonly LastModifiedByRef?: Reference;
  };
};

/** The TypeScript type of a record, derived from its declaration; decimals are strings, so no digit is lost. */
export type RecordOf<E> =
  E extends Entity<string, infer F, infer Line>
    ? Common & ObjectOf<F> & ([Line] extends [never] ? unknown : { readonly Line?: readonly LineOf<Line>[] })
    : never;
