import { type Entity, IDENTITY, by, columns, entityDefaults, words } from './entity.ts';

const list = { ...entityDefaults, kind: 'list', operations: ['create', 'update'] } as const;
const tree = {
  ...list,
  defaultOrder: by('FullyQualifiedName'),
  uniqueBy: 'FullyQualifiedName',
  names: ['Name', 'FullyQualifiedName'],
  maxLength: { Name: 100 },
} as const;
const byName = {
  ...list,
  defaultOrder: by('Name'),
  uniqueBy: 'Name',
  names: ['Name'],
  maxLength: { Name: 100 },
} as const;

/** The small lists that other records refer to. */
export const lists: readonly Entity[] = [
  {
    ...tree,
    name: 'Class',
    longIds: true,
    columns: columns({
      string: 'Name FullyQualifiedName',
      boolean: 'Active SubClass',
      ref: 'ParentRef',
    }),
    properties: words(`Name SubClass ParentRef FullyQualifiedName Active ${IDENTITY}`),
  },
  {
    ...tree,
    name: 'Department',
    columns: columns({
      string: 'Name FullyQualifiedName',
      boolean: 'Active SubDepartment',
      ref: 'ParentRef',
    }),
    properties: words(`Name SubDepartment ParentRef FullyQualifiedName Address Active ${IDENTITY}`),
  },
  {
    ...byName,
    name: 'Term',
    columns: columns({ string: 'Name Type', boolean: 'Active', number: 'DueDays' }),
    properties: words(`Name Active Type DiscountPercent DueDays DiscountDays DayOfMonthDue DueNextMonthDays
      DiscountDayOfMonth ${IDENTITY}`),
  },
  {
    ...byName,
    name: 'PaymentMethod',
    columns: columns({ string: 'Name Type', boolean: 'Active' }),
    properties: words(`Name Active Type ${IDENTITY}`),
  },
  {
    ...byName,
    name: 'CustomerType',
    longIds: true,
    operations: [],
    columns: columns({ string: 'Name', boolean: 'Active' }),
    properties: words(`Name Active ${IDENTITY}`),
  },
  {
    ...list,
    name: 'CompanyCurrency',
    defaultOrder: by('Id'),
    uniqueBy: 'Code',
    columns: columns({ string: 'Code Name', boolean: 'Active' }),
    properties: words(`Code Name Active ${IDENTITY}`),
  },
  {
    ...entityDefaults,
    name: 'TaxAgency',
    kind: 'reference',
    cdc: false,
    sendsTotalCount: true,
    defaultOrder: by('Id'),
    operations: ['create'],
    uniqueBy: 'DisplayName',
    columns: columns({ string: 'DisplayName' }),
    properties:
      words(`TaxTrackedOnPurchases TaxTrackedOnSales TaxAgencyConfig LastFileDate ${IDENTITY} DisplayName
      TaxRegistrationNumber`),
  },
  {
    ...list,
    name: 'TaxRate',
    cdc: false,
    operations: [],
    defaultOrder: by('Id'),
    columns: columns({
      string: 'Name Description',
      boolean: 'Active',
      ref: 'AgencyRef TaxReturnLineRef',
      number: 'RateValue',
    }),
    properties: words(`Name Description Active RateValue AgencyRef TaxReturnLineRef SpecialTaxType DisplayType
      EffectiveTaxRate ${IDENTITY}`),
  },
  {
    ...list,
    name: 'TaxCode',
    cdc: false,
    sendsTotalCount: true,
    operations: [],
    defaultOrder: by('Id'),
    columns: columns({ string: 'Name Description', boolean: 'Active Taxable TaxGroup Hidden' }),
    properties: words(`Name Description Active Hidden Taxable TaxGroup SalesTaxRateList PurchaseTaxRateList
      AdjustmentTaxRateList TaxCodeConfigType ${IDENTITY}`),
  },
  {
    ...entityDefaults,
    name: 'JournalCode',
    kind: 'reference',
    cdc: false,
    defaultOrder: by('Name'),
    uniqueBy: 'Name',
    operations: ['create', 'update'],
    columns: columns({ string: 'Name Type', boolean: 'Active' }),
    properties: words(`Name Type Description Active ${IDENTITY}`),
  },
  {
    ...byName,
    name: 'Budget',
    sendsTotalCount: true,
    operations: ['create', 'update', 'delete'],
    columns: columns({ string: 'Name BudgetType', date: 'StartDate EndDate', boolean: 'Active' }),
    properties: words(`Name StartDate EndDate BudgetType BudgetEntryType Active ${IDENTITY} BudgetDetail`),
  },
];
