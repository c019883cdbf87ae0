import { defineEntity } from '../entity.ts';
import { date, flag, reference, sensitive, text } from '../fields.ts';

export const taxAgency = defineEntity({
  name: 'TaxAgency',
  table: 'tax_agencies',
  kind: 'reference',
  doc: 'Agencies that collect sales tax.',
  abilities: { query: true, cdc: false, webhooks: ['created', 'updated'] },
  loadOrder: 12,
  fields: {
    DisplayName: text('Name of the agency.'),
    TaxRegistrationNumber: sensitive(text('Number the company is registered under.')),
    TaxTrackedOnSales: flag('True when the agency taxes sales.'),
    TaxTrackedOnSalesAccountRef: reference('Account', 'Account the tax on sales is booked to.'),
    TaxTrackedOnPurchases: flag('True when tax on purchases is tracked.'),
    TaxOnPurchasesAccountRef: reference('Account', 'Account the tax on purchases is booked to.'),
    TaxOnTax: flag('True when its tax is taxed in turn.'),
    ReportingPeriod: text('How often the company reports.'),
    LastFileDate: date('Day of the last return.'),
    SalesTaxCodeRef: reference('TaxCode', 'Tax code of the agency.'),
    SalesTaxCountry: text('Country of the agency.'),
    SalesTaxReturnRef: reference(null, 'Return of the agency.'),
    TaxAgencyConfig: text('USER_DEFINED or SYSTEM_GENERATED.'),
    Active: flag('False once it was made inactive, where QuickBooks tells.'),
  },
});
