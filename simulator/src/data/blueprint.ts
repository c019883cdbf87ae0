/** Rates and codes of a country: what a company sells and buys with. */
type TaxBlueprint = {
  readonly kind: 'us' | 'international';
  readonly agency: string;
  readonly rates: readonly (readonly [id: string, name: string, percent: string])[];
  readonly codes: readonly (readonly [id: string, name: string, rateIds: readonly string[]])[];
  /** Codes that lines bear: of goods first, then of services and what is free of tax. */
  readonly sale: readonly string[];
  readonly purchase: readonly string[];
};

type Priced = readonly [name: string, description: string, price: string];
type Product = readonly [name: string, description: string, price: string, sku: string];

/** What makes one made-up company different from another. */
export type Blueprint = {
  readonly key: string;
  readonly name: string;
  readonly legalName: string;
  readonly email: string;
  readonly address: {
    readonly line1: string;
    readonly city: string;
    readonly state: string;
    readonly zip: string;
  };
  readonly industry: string;
  readonly country: string;
  readonly countryName: string;
  readonly currency: readonly [code: string, name: string];
  /** Other currencies it deals in, with their rate in the middle of the history. */
  readonly foreign: readonly (readonly [code: string, name: string, rate: number])[];
  readonly tax: TaxBlueprint;
  readonly offering: string;
  /** Entities its edition, or its country, does not have. */
  readonly hiddenEntities: readonly string[];
  readonly customFields: readonly {
    readonly name: string;
    readonly type?: 'StringType' | 'NumberType' | 'DateType' | 'BooleanType';
    /** Beyond the classic three: shown only with include=enhancedAllCustomFields. */
    readonly enhanced?: boolean;
    readonly values: readonly string[];
  }[];
  readonly classes: readonly string[];
  readonly departments: readonly string[];
  readonly services: readonly Priced[];
  readonly products: readonly Product[];
  /** Products whose stock is counted. */
  readonly stocked: readonly string[];
  readonly bundle: readonly [name: string, items: readonly string[]];
  readonly memos: readonly string[];
  readonly towns: readonly (readonly [city: string, state: string, zip: string])[];
  readonly streets: readonly string[];
};
