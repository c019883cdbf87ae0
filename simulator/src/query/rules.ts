/** How the tax codes that are no records of the company come (facts#pseudo-code-rows). */
export type PseudoCodeRules = {
  /** Before all others on every page, outside ORDERBY, STARTPOSITION and MAXRESULTS; else where the order puts them. */
  readonly first: boolean;
  /** They come whatever the statement asks for; only with `first`. */
  readonly ignoreWhere: boolean;
  /** What a count makes of them: those that would come, all of them, or none; only with `first`. */
  readonly counted: 'matching' | 'always' | 'never';
};

/** What queries leave open. */
export type QueryRules = {
  /** `WHERE Id > '5'`: refused by default (facts#id-comparison). */
  readonly allowIdRanges: boolean;
  /** How ids compare and sort: as numbers, or as text. */
  readonly idOrder: 'numeric' | 'lexical';
  /** `MAXRESULTS 2000`: a fault, or silently 1,000 (facts#page-size-exceeded). */
  readonly maxResultsAbove1000: 'fault' | 'cut';
  /** Whether TaxCode has the rows TAX, NON and CustomSalesTax (facts#tax-pseudo-rows). */
  readonly taxPseudoCodes: boolean;
  readonly pseudoCodes: PseudoCodeRules;
  /** Records with equal sort keys: by id, or in another order at every call (facts#tie-order). */
  readonly tieOrder: 'id' | 'random';
  /** Whether InventoryAdjustment can be queried and captured at all (facts#inventory-adjustment). */
  readonly inventoryAdjustments: boolean;
  /** A query for an entity that the company's edition lacks: fault 5030, or an empty answer. */
  readonly hiddenEntities: 'fault' | 'empty';
};

/** What change data capture leaves open. */
export type CaptureRules = {
  /** How far back it looks; 0 is without end (facts#cdc-beyond-memory). */
  readonly cdcDays: number;
  /** Objects of one answer, or of one entity in it (facts#cdc-limit-scope). */
  readonly cdcMaxObjects: number;
  readonly cdcCap: 'response' | 'entity';
  readonly cdcTimeActivity: boolean;
  readonly inventoryAdjustments: boolean;
  /** Share of the answers that call a living record deleted (facts#cdc-false-deletion). */
  readonly spuriousDeletes: number;
};

export const defaultQueryRules: QueryRules = {
  allowIdRanges: false,
  idOrder: 'numeric',
  maxResultsAbove1000: 'fault',
  taxPseudoCodes: true,
  pseudoCodes: { first: false, ignoreWhere: false, counted: 'matching' },
  tieOrder: 'id',
  inventoryAdjustments: false,
  hiddenEntities: 'fault',
};

export const defaultCaptureRules: Omit<CaptureRules, keyof QueryRules> = {
  cdcDays: 30,
  cdcMaxObjects: 1_000,
  cdcCap: 'response',
  cdcTimeActivity: false,
  spuriousDeletes: 0,
};
