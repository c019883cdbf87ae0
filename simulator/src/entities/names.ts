import { type Entity, IDENTITY, by, columns, entityDefaults, words } from './entity.ts';

const list = { ...entityDefaults, kind: 'list', operations: ['create', 'update'] } as const;

/** Accounts, items, and the people and firms a company deals with. */
export const names: readonly Entity[] = [
  {
    ...list,
    name: 'Account',
    defaultOrder: by('Name'),
    uniqueBy: 'FullyQualifiedName',
    names: ['Name', 'FullyQualifiedName'],
    columns: columns({
      string: 'Name FullyQualifiedName AccountType AccountSubType Classification AcctNum Description',
      boolean: 'Active SubAccount',
      number: 'CurrentBalance',
      ref: 'ParentRef CurrencyRef',
    }),
    properties:
      words(`Name SubAccount ParentRef Description FullyQualifiedName Active Classification AccountType
      AccountSubType AcctNum BankNum OpeningBalance OpeningBalanceDate CurrentBalance CurrentBalanceWithSubAccounts
      CurrencyRef TaxCodeRef JournalCodeRef AccountAlias TxnLocationType ${IDENTITY}`),
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
      Balance OpenBalanceDate BalanceWithJobs CurrencyRef PreferredDeliveryMethod ResaleNum IsProject ARAccountRef
      ClientEntityId ${IDENTITY} Title GivenName MiddleName FamilyName Suffix FullyQualifiedName CompanyName DisplayName
      PrintOnCheckName Active V4IDPseudonym PrimaryPhone AlternatePhone Mobile Fax PrimaryEmailAddr WebAddr
      DefaultTaxCodeRef CustomerTypeRef TaxExemptionReasonId PrimaryTaxIdentifier SecondaryTaxIdentifier`),
  },
  {
    ...list,
    name: 'Vendor',
    defaultOrder: by('DisplayName'),
    uniqueBy: 'DisplayName',
    names: ['DisplayName'],
    maxLength: { DisplayName: 500, GivenName: 100, FamilyName: 100, CompanyName: 100, AcctNum: 100 },
    columns: columns({
      string: 'DisplayName GivenName FamilyName MiddleName Suffix CompanyName PrintOnCheckName AcctNum',
      boolean: 'Active Vendor1099',
      number: 'Balance',
    }),
    properties:
      words(`BillAddr OtherAddr TaxIdentifier TermRef BillRate CostRate Balance AcctNum Vendor1099 T4AEligible
      T5018Eligible CurrencyRef APAccountRef DefaultTaxCodeRef BusinessNumber HasTPAR TaxReportingBasis GSTIN
      VendorPaymentBankDetail Source ${IDENTITY} Title GivenName MiddleName FamilyName Suffix CompanyName DisplayName
      PrintOnCheckName Active V4IDPseudonym PrimaryPhone AlternatePhone Mobile Fax PrimaryEmailAddr WebAddr`),
  },
  {
    ...list,
    name: 'Employee',
    defaultOrder: by('DisplayName'),
    uniqueBy: 'DisplayName',
    names: ['DisplayName'],
    maxLength: { DisplayName: 500, GivenName: 100, FamilyName: 100 },
    columns: columns({
      string: 'DisplayName GivenName MiddleName FamilyName Suffix PrintOnCheckName',
      boolean: 'Active',
    }),
    properties: words(`SSN PrimaryAddr BillableTime BillRate CostRate BirthDate Gender HiredDate ReleasedDate
      EmployeeNumber Organization ${IDENTITY} Title GivenName MiddleName FamilyName Suffix DisplayName PrintOnCheckName
      Active V4IDPseudonym PrimaryPhone Mobile PrimaryEmailAddr`),
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
      PrefVendorRef PrintGroupedItems ItemGroupDetail TrackQtyOnHand QtyOnHand ReorderPoint InvStartDate
      SalesTaxCodeRef PurchaseTaxCodeRef ClassRef TaxClassificationRef DeferredRevenue ItemCategoryType ${IDENTITY}`),
  },
];
