import { type Company } from '../company/company.ts';
import { entityNamed } from '../entities/entities.ts';
import { createRecord } from '../operations/operations.ts';
import { type JsonObject } from '../values/json.ts';
import { pacificDate } from '../values/pacific-time.ts';
import { type Blueprint } from './blueprint.ts';

/** Writes the company's two own records. The API has no create for them; they come with the company. */
export function ownRecords(company: Company, blueprint: Blueprint, atSeconds: number): void {
  const options = { atSeconds, id: '1', inUi: true };
  createRecord(company, entityNamed('CompanyInfo'), companyInfo(blueprint, atSeconds), options);
  createRecord(company, entityNamed('Preferences'), preferences(company, blueprint), options);
}

function companyInfo(blueprint: Blueprint, atSeconds: number): JsonObject {
  const { line1, city, state, zip } = blueprint.address;
  const address: JsonObject = {
    Id: '1',
    Line1: line1,
    City: city,
    Country: blueprint.countryName,
    CountrySubDivisionCode: state,
    PostalCode: zip,
  };
  return {
    CompanyName: blueprint.name,
    LegalName: blueprint.legalName,
    CompanyAddr: address,
    CustomerCommunicationAddr: { ...address },
    LegalAddr: { ...address },
    CustomerCommunicationEmailAddr: { Address: blueprint.email },
    PrimaryPhone: { FreeFormNumber: '(555) 555-0100' },
    CompanyStartDate: pacificDate(atSeconds),
    FiscalYearStartMonth: 'January',
    Country: blueprint.country,
    Email: { Address: blueprint.email },
    WebAddr: {},
    SupportedLanguages: 'en',
    DefaultTimeZone: 'America/Los_Angeles',
    NameValue: [
      { Name: 'NeoEnabled', Value: 'true' },
      { Name: 'IndustryType', Value: blueprint.industry },
      { Name: 'SubscriptionStatus', Value: 'PAID' },
      { Name: 'OfferingSku', Value: blueprint.offering },
      { Name: 'ItemCategoriesFeature', Value: 'true' },
      { Name: 'CompanyType', Value: 'Other' },
    ],
  };
}

/** The names of custom fields stand in the preferences, each with a switch of its own. */
function customFieldPreferences(company: Company): JsonObject[] {
  const names = company.profile.customFields
    .filter(({ enhanced }) => !enhanced)
    .map(({ id, name }): JsonObject => ({
      Type: 'StringType',
      Name: `SalesFormsPrefs.SalesCustomName${id}`,
      StringValue: name,
    }));
  const switches = names.map((_, index): JsonObject => ({
    Type: 'BooleanType',
    Name: `SalesFormsPrefs.UseSalesCustom${index + 1}`,
    BooleanValue: true,
  }));
  return [{ CustomField: switches }, { CustomField: names }];
}

function preferences(company: Company, blueprint: Blueprint): JsonObject {
  const has = (entity: string): boolean => !blueprint.hiddenEntities.includes(entity);
  const { multiCurrency, currency, tax } = company.profile;
  return {
    AccountingInfoPrefs: {
      FirstMonthOfFiscalYear: 'January',
      UseAccountNumbers: false,
      TaxYearMonth: 'January',
      ClassTrackingPerTxn: false,
      ClassTrackingPerTxnLine: has('Class'),
      TrackDepartments: blueprint.departments.length > 0,
      DepartmentTerminology: 'Location',
      CustomerTerminology: 'Customers',
      BookCloseDate: '2000-12-31',
    },
    ProductAndServicesPrefs: {
      ForSales: true,
      ForPurchase: true,
      QuantityWithPriceAndRate: true,
      QuantityOnHand: blueprint.stocked.length > 0,
    },
    SalesFormsPrefs: {
      CustomField: customFieldPreferences(company),
      CustomTxnNumbers: false,
      AllowDeposit: true,
      AllowDiscount: true,
      DefaultDiscountAccount: company.accountOf('DiscountsRefundsGiven') ?? '',
      AllowEstimates: true,
      ETransactionEnabledStatus: 'NotApplicable',
      IPNSupportEnabled: false,
      AllowServiceDate: false,
      AllowShipping: false,
      DefaultTerms: { value: '3' },
      AutoApplyCredit: true,
      AutoApplyPayments: true,
    },
    EmailMessagesPrefs: {
      InvoiceMessage: { Subject: `Invoice from ${blueprint.name}`, Message: 'Your invoice is attached.' },
    },
    VendorAndPurchasesPrefs: {
      TrackingByCustomer: true,
      BillableExpenseTracking: true,
      POCustomField: [],
    },
    TimeTrackingPrefs: {
      UseServices: true,
      BillCustomers: true,
      ShowBillRateToAll: false,
      WorkWeekStartDate: 'Monday',
      MarkTimeEntriesBillable: true,
    },
    TaxPrefs: { UsingSalesTax: tax !== null, ...(tax === 'us' ? { PartnerTaxEnabled: true } : {}) },
    CurrencyPrefs: { MultiCurrencyEnabled: multiCurrency, HomeCurrency: { value: currency.value } },
    ReportPrefs: { ReportBasis: 'Accrual', CalcAgingReportFromTxnDate: false },
    OtherPrefs: {
      NameValue: [
        { Name: 'SalesFormsPrefs.DefaultItem', Value: '1' },
        { Name: 'VendorAndPurchasesPrefs.UseCustomTxnNumbers', Value: 'false' },
      ],
    },
  };
}
