import { type Entity, IDENTITY, by, columns, entityDefaults, words } from './entity.ts';

const list = { ...entityDefaults, kind: 'list', operations: ['create', 'update'] } as const;

/** The company's own record and the name lists. */
export const lists: readonly Entity[] = [
  {
    ...entityDefaults,
    name: 'CompanyInfo',
    kind: 'singleton',
    defaultOrder: by('Id'),
    operations: ['update'],
    columns: {},
    properties:
      words(`CompanyName LegalName CompanyAddr CustomerCommunicationAddr LegalAddr CustomerCommunicationEmailAddr
      PrimaryPhone CompanyStartDate EmployerId FiscalYearStartMonth Country Email WebAddr SupportedLanguages DefaultTimeZone
      NameValue ${IDENTITY}`),
  },
  {
    ...list,
    name: 'Account',
    defaultOrder: by('Name'),
    uniqueBy: 'FullyQualifiedName',
    names: ['Name', 'FullyQualifiedName'],
    columns: columns({
      string: 'Name FullyQualifiedName AccountType AccountSubType Classification AcctNum',
      boolean: 'Active SubAccount',
      number: 'CurrentBalance',
      ref: 'ParentRef',
    }),
    properties:
      words(`Name SubAccount ParentRef Description FullyQualifiedName Active Classification AccountType
      AccountSubType AcctNum BankNum OpeningBalance OpeningBalanceDate CurrentBalance CurrentBalanceWithSubAccounts
      CurrencyRef TaxCodeRef ${IDENTITY}`),
  },
  {
    ...list,
    name: 'Customer',
    defaultOrder: by('FullyQualifiedName'),
    uniqueBy: 'DisplayName',
    names: ['FullyQualifiedName', 'DisplayName'],
    maxLength: { DisplayName: 500, GivenName: 100, FamilyName: 100, CompanyName: 100, Notes: 2_000 },
    columns: columns({
      string: `DisplayName FullyQualifiedName GivenName FamilyName MiddleName Suffix CompanyName PrintOnCheckName`,
      boolean: 'Active Job Taxable IsProject',
      number: 'Balance BalanceWithJobs Level',
      ref: 'ParentRef',
    }),
    properties:
      words(`Taxable BillAddr ShipAddr Notes Job BillWithParent ParentRef Level SalesTermRef PaymentMethodRef
      Balance OpenBalanceDate BalanceWithJobs CurrencyRef PreferredDeliveryMethod ResaleNum IsProject ${IDENTITY} Title
      GivenName MiddleName FamilyName Suffix FullyQualifiedName CompanyName DisplayName PrintOnCheckName Active
      V4IDPseudonym PrimaryPhone AlternatePhone Mobile Fax PrimaryEmailAddr WebAddr DefaultTaxCodeRef CustomerTypeRef`),
  },
  {
    ...list,
    name: 'Item',
    defaultOrder: by('Name'),
    uniqueBy: 'FullyQualifiedName',
    names: ['Name', 'FullyQualifiedName'],
    notInStar: ['Sku'],
    maxLength: { Name: 100, Description: 4_000, PurchaseDesc: 1_000, Sku: 100 },
    columns: columns({
      string: 'Name Sku Type FullyQualifiedName',
      boolean: 'Taxable Active SubItem TrackQtyOnHand',
      number: 'UnitPrice PurchaseCost QtyOnHand',
      ref: 'ParentRef',
    }),
    properties:
      words(`Name Sku Description Active SubItem ParentRef Level FullyQualifiedName Taxable SalesTaxIncluded
      UnitPrice Type IncomeAccountRef PurchaseDesc PurchaseTaxIncluded PurchaseCost ExpenseAccountRef AssetAccountRef
      PrefVendorRef TrackQtyOnHand QtyOnHand ReorderPoint InvStartDate SalesTaxCodeRef PurchaseTaxCodeRef DeferredRevenue
      ${IDENTITY}`),
  },
];
