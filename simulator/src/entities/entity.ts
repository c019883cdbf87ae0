import { type JsonObject } from '../values/json.ts';

/** How the query language compares a property. */
export type ColumnType = 'id' | 'string' | 'number' | 'date' | 'time' | 'boolean' | 'ref';

export type OrderTerm = { readonly column: string; readonly descending: boolean };

export type Operation = 'create' | 'update' | 'delete' | 'void';

/** What QuickBooks lets one do with an entity, written from the documented behaviour (facts#entity-abilities). */
export type Entity = {
  /** The schema name, which is also the JSON key of the answer. */
  readonly name: string;
  /** What a path or a query calls it, where that is not the name (CreditCardPayment → CreditCardPaymentTxn). */
  readonly path?: string;
  readonly kind: 'list' | 'transaction' | 'singleton' | 'reference';
  /** `{"Invoice":{...}}` instead of the record itself: RecurringTransaction. */
  readonly wrapped: boolean;
  /** Ids of 19 digits, beyond what a floating-point number holds exactly. */
  readonly longIds: boolean;
  /** What reports call the transaction; undefined for what is not one. */
  readonly txnType?: string;
  /** The key of a record that has no Id: ExchangeRate. */
  readonly keyOf?: (body: JsonObject) => string;
  /** Properties in the order QuickBooks prints them; one that is not listed is refused with fault 2010. */
  readonly properties: readonly string[];
  /** Properties of queries besides Id, MetaData.CreateTime and MetaData.LastUpdatedTime. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly defaultOrder: readonly OrderTerm[];
  readonly operations: readonly Operation[];
  readonly cdc: boolean;
  /** Whether a plain query tells the number of matches. */
  readonly sendsTotalCount: boolean;
  /** Left out of `SELECT *`; must be named (facts#item-sku). */
  readonly notInStar: readonly string[];
  /** The name that must be unique among the active rows of the entity. */
  readonly uniqueBy?: 'DisplayName' | 'FullyQualifiedName' | 'Name' | 'Code';
  /** The names that get " (deleted)" when a row goes inactive. */
  readonly names: readonly string[];
  /** Longest text of a property, where one is documented. */
  readonly maxLength: Readonly<Record<string, number>>;
};

/** `words('A B')` is `['A', 'B']`: keeps the long rows readable. */
export function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** Columns by type: `columns({ string: 'Name Sku' })`. */
export function columns(byType: Readonly<Partial<Record<ColumnType, string>>>): Record<string, ColumnType> {
  return Object.fromEntries(
    Object.entries(byType).flatMap(([type, names]) => words(names).map((name) => [name, type as ColumnType])),
  );
}

/** Properties every record has, in the middle of its JSON. */
export const IDENTITY = 'domain sparse Id SyncToken MetaData';

export const by = (column: string): readonly OrderTerm[] => [{ column, descending: false }];

export const entityDefaults = {
  wrapped: false,
  longIds: false,
  cdc: true,
  sendsTotalCount: false,
  notInStar: [],
  names: [],
  maxLength: {},
} as const;

/** What transactions have in common. */
export const transaction = {
  ...entityDefaults,
  kind: 'transaction',
  // Observed (facts#default-order): an edit moves a transaction to the front of the next page.
  defaultOrder: [{ column: 'MetaData.LastUpdatedTime', descending: true }],
  operations: ['create', 'update', 'delete'],
  maxLength: { PrivateNote: 4_000, DocNumber: 21 },
} as const;
