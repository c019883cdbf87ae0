/** How the query language compares a property. */
export type ColumnType = 'id' | 'string' | 'number' | 'date' | 'time' | 'boolean' | 'ref';

export type OrderTerm = { readonly column: string; readonly descending: boolean };

export type Operation = 'create' | 'update' | 'delete' | 'void';

/**
 * What QuickBooks lets one do with an entity: one row each, written from the documented behaviour.
 * A new entity is a row here, a behaviour (behaviour/) where its fields depend on each other, and a generator (data/).
 */
export type Entity = {
  /** The schema name, which is also the JSON key of the answer. */
  readonly name: string;
  readonly kind: 'list' | 'transaction' | 'singleton';
  /** Properties in the order QuickBooks prints them; one that is not listed is refused with fault 2010. */
  readonly properties: readonly string[];
  /** Properties of queries besides Id, MetaData.CreateTime and MetaData.LastUpdatedTime. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly defaultOrder: readonly OrderTerm[];
  readonly operations: readonly Operation[];
  readonly cdc: boolean;
  /** Whether a plain query tells the number of matches. */
  readonly sendsTotalCount: boolean;
  /** Left out of `SELECT *`; must be named (facts 3.1: Sku). */
  readonly notInStar: readonly string[];
  /** The name that must be unique among the active rows of the entity. */
  readonly uniqueBy?: 'DisplayName' | 'FullyQualifiedName';
  /** The names that get " (deleted)" when a row goes inactive. */
  readonly names: readonly string[];
  /** Longest text of a property, where it is shorter than 4,000 characters or documented. */
  readonly maxLength: Readonly<Record<string, number>>;
};

const IDENTITY = ['domain', 'sparse', 'Id', 'SyncToken', 'MetaData'];
const NEWEST_FIRST: readonly OrderTerm[] = [{ column: 'MetaData.LastUpdatedTime', descending: true }];
const by = (column: string): readonly OrderTerm[] => [{ column, descending: false }];

const defaults = { cdc: true, sendsTotalCount: false, notInStar: [], names: [], maxLength: {} } as const;

const list = {
  ...defaults,
  kind: 'list',
  operations: ['create', 'update'],
} as const;

const transaction = {
  ...defaults,
  kind: 'transaction',
  defaultOrder: NEWEST_FIRST,
  operations: ['create', 'update', 'delete', 'void'],
  maxLength: { PrivateNote: 4_000, DocNumber: 21 },
} as const;

export const entities: readonly Entity[] = [
  {
    ...defaults,
    name: 'CompanyInfo',
    kind: 'singleton',
    defaultOrder: by('Id'),
    operations: ['update'],
    columns: {},
    properties: [
      'CompanyName',
      'LegalName',
      'CompanyAddr',
      'CustomerCommunicationAddr',
      'LegalAddr',
      'CustomerCommunicationEmailAddr',
      'PrimaryPhone',
      'CompanyStartDate',
      'EmployerId',
      'FiscalYearStartMonth',
      'Country',
      'Email',
      'WebAddr',
      'SupportedLanguages',
      'DefaultTimeZone',
      'NameValue',
      ...IDENTITY,
    ],
  },
  {
    ...list,
    name: 'Account',
    defaultOrder: by('Name'),
    uniqueBy: 'FullyQualifiedName',
    names: ['Name', 'FullyQualifiedName'],
    columns: {
      Name: 'string',
      FullyQualifiedName: 'string',
      Active: 'boolean',
      AccountType: 'string',
      AccountSubType: 'string',
      Classification: 'string',
      CurrentBalance: 'number',
      SubAccount: 'boolean',
      ParentRef: 'ref',
      AcctNum: 'string',
    },
    properties: [
      'Name',
      'SubAccount',
      'ParentRef',
      'Description',
      'FullyQualifiedName',
      'Active',
      'Classification',
      'AccountType',
      'AccountSubType',
      'AcctNum',
      'BankNum',
      'OpeningBalance',
      'OpeningBalanceDate',
      'CurrentBalance',
      'CurrentBalanceWithSubAccounts',
      'CurrencyRef',
      'TaxCodeRef',
      ...IDENTITY,
    ],
  },
  {
    ...list,
    name: 'Customer',
    defaultOrder: by('FullyQualifiedName'),
    uniqueBy: 'DisplayName',
    names: ['FullyQualifiedName', 'DisplayName'],
    maxLength: { DisplayName: 500, GivenName: 100, FamilyName: 100, CompanyName: 100, Notes: 2_000 },
    columns: {
      DisplayName: 'string',
      FullyQualifiedName: 'string',
      GivenName: 'string',
      FamilyName: 'string',
      MiddleName: 'string',
      Suffix: 'string',
      CompanyName: 'string',
      PrintOnCheckName: 'string',
      Active: 'boolean',
      Balance: 'number',
      BalanceWithJobs: 'number',
      Job: 'boolean',
      ParentRef: 'ref',
      Taxable: 'boolean',
      Level: 'number',
      IsProject: 'boolean',
    },
    properties: [
      'Taxable',
      'BillAddr',
      'ShipAddr',
      'Notes',
      'Job',
      'BillWithParent',
      'ParentRef',
      'Level',
      'SalesTermRef',
      'PaymentMethodRef',
      'Balance',
      'OpenBalanceDate',
      'BalanceWithJobs',
      'CurrencyRef',
      'PreferredDeliveryMethod',
      'ResaleNum',
      'IsProject',
      ...IDENTITY,
      'Title',
      'GivenName',
      'MiddleName',
      'FamilyName',
      'Suffix',
      'FullyQualifiedName',
      'CompanyName',
      'DisplayName',
      'PrintOnCheckName',
      'Active',
      'V4IDPseudonym',
      'PrimaryPhone',
      'AlternatePhone',
      'Mobile',
      'Fax',
      'PrimaryEmailAddr',
      'WebAddr',
      'DefaultTaxCodeRef',
      'CustomerTypeRef',
    ],
  },
  {
    ...list,
    name: 'Item',
    defaultOrder: by('Name'),
    uniqueBy: 'FullyQualifiedName',
    names: ['Name', 'FullyQualifiedName'],
    notInStar: ['Sku'],
    maxLength: { Name: 100, Description: 4_000, PurchaseDesc: 1_000, Sku: 100 },
    columns: {
      Name: 'string',
      Sku: 'string',
      Type: 'string',
      Taxable: 'boolean',
      Active: 'boolean',
      FullyQualifiedName: 'string',
      SubItem: 'boolean',
      ParentRef: 'ref',
      UnitPrice: 'number',
      PurchaseCost: 'number',
      TrackQtyOnHand: 'boolean',
      QtyOnHand: 'number',
    },
    properties: [
      'Name',
      'Sku',
      'Description',
      'Active',
      'SubItem',
      'ParentRef',
      'Level',
      'FullyQualifiedName',
      'Taxable',
      'SalesTaxIncluded',
      'UnitPrice',
      'Type',
      'IncomeAccountRef',
      'PurchaseDesc',
      'PurchaseTaxIncluded',
      'PurchaseCost',
      'ExpenseAccountRef',
      'AssetAccountRef',
      'PrefVendorRef',
      'TrackQtyOnHand',
      'QtyOnHand',
      'ReorderPoint',
      'InvStartDate',
      'SalesTaxCodeRef',
      'PurchaseTaxCodeRef',
      'DeferredRevenue',
      ...IDENTITY,
    ],
  },
  {
    ...transaction,
    name: 'Invoice',
    sendsTotalCount: true,
    columns: {
      DocNumber: 'string',
      TxnDate: 'date',
      DueDate: 'date',
      CustomerRef: 'ref',
      ProjectRef: 'ref',
      SalesTermRef: 'ref',
      Balance: 'number',
      TotalAmt: 'number',
    },
    properties: [
      'Deposit',
      'AllowIPNPayment',
      'AllowOnlinePayment',
      'AllowOnlineCreditCardPayment',
      'AllowOnlineACHPayment',
      'InvoiceLink',
      ...IDENTITY,
      'CustomField',
      'DocNumber',
      'TxnDate',
      'DepartmentRef',
      'CurrencyRef',
      'ExchangeRate',
      'PrivateNote',
      'LinkedTxn',
      'Line',
      'TxnTaxDetail',
      'CustomerRef',
      'ProjectRef',
      'CustomerMemo',
      'BillAddr',
      'ShipAddr',
      'FreeFormAddress',
      'ShipFromAddr',
      'ClassRef',
      'SalesTermRef',
      'DueDate',
      'ShipMethodRef',
      'ShipDate',
      'TrackingNum',
      'GlobalTaxCalculation',
      'TotalAmt',
      'HomeTotalAmt',
      'ApplyTaxAfterDiscount',
      'PrintStatus',
      'EmailStatus',
      'BillEmail',
      'BillEmailCc',
      'BillEmailBcc',
      'Balance',
      'HomeBalance',
      'DepositToAccountRef',
      'PaymentMethodRef',
      'DeliveryInfo',
    ],
  },
  {
    ...transaction,
    name: 'Payment',
    columns: {
      TotalAmt: 'number',
      CustomerRef: 'ref',
      TxnDate: 'date',
      PaymentMethodRef: 'ref',
      PaymentRefNum: 'string',
      UnappliedAmt: 'number',
    },
    properties: [
      'CustomerRef',
      'ProjectRef',
      'ARAccountRef',
      'DepositToAccountRef',
      'PaymentMethodRef',
      'PaymentRefNum',
      'TotalAmt',
      'UnappliedAmt',
      'ProcessPayment',
      ...IDENTITY,
      'TxnDate',
      'CurrencyRef',
      'ExchangeRate',
      'PrivateNote',
      'LinkedTxn',
      'Line',
    ],
  },
];

const byName = new Map(entities.map((entity) => [entity.name.toLowerCase(), entity]));

/** The entity a query or a path names, in any case. */
export function findEntity(name: string): Entity | undefined {
  return byName.get(name.toLowerCase());
}

/** @throws Error when the table has no such row: a mistake in the simulator itself. */
export function entityNamed(name: string): Entity {
  const entity = findEntity(name);
  if (entity === undefined) throw new Error(`The simulator has no entity ${name}.`);
  return entity;
}

/** Type of a queryable property, by its path in any case; undefined if QuickBooks cannot filter or sort by it. */
export function columnOf(entity: Entity, path: string): { name: string; type: ColumnType } | undefined {
  const wanted = path.toLowerCase();
  if (wanted === 'id') return { name: 'Id', type: 'id' };
  if (wanted === 'metadata.createtime') return { name: 'MetaData.CreateTime', type: 'time' };
  if (wanted === 'metadata.lastupdatedtime') return { name: 'MetaData.LastUpdatedTime', type: 'time' };
  for (const [name, type] of Object.entries(entity.columns)) {
    if (name.toLowerCase() === wanted) return { name, type };
  }
  return undefined;
}

/** Which entity a reference property points to; properties that are not here point to something the simulator lacks. */
export const referenceTargets: Readonly<Record<string, string>> = {
  CustomerRef: 'Customer',
  ProjectRef: 'Customer',
  ItemRef: 'Item',
  ARAccountRef: 'Account',
  DepositToAccountRef: 'Account',
  IncomeAccountRef: 'Account',
  ExpenseAccountRef: 'Account',
  AssetAccountRef: 'Account',
  ItemAccountRef: 'Account',
  DiscountAccountRef: 'Account',
};
