import { defineEntity } from '../entity.ts';
import { pseudoTaxCodes } from '../links.ts';
import { flag, group, list, reference, text, whole } from '../fields.ts';

const taxCodeRates = {
  table: 'tax_code_rates',
  doc: 'Which tax rates a tax code applies, to sales, to purchases and to adjustments.',
  fields: {
    TaxRateRef: reference('TaxRate', 'Tax rate that is applied.'),
    TaxTypeApplicable: text('What the rate is applied to: TaxOnAmount, TaxOnAmountPlusTax or TaxOnTax.'),
    TaxOrder: whole('Order in which the rates are applied.'),
    TaxOnTaxOrder: whole('Order of the rate whose tax is taxed.'),
  },
};

export const taxCode = defineEntity({
  name: 'TaxCode',
  table: 'tax_codes',
  kind: 'list',
  doc: 'Tax codes of transactions and lines; TAX and NON are rows of their own in the United States.',
  abilities: { query: true, cdc: false, webhooks: [] },
  loadOrder: 14,
  // TAX and NON have no Active and fall out of any listing with that clause. (facts#pseudo-tax-codes)
  inactiveApart: true,
  apart: pseudoTaxCodes,
  fields: {
    Name: text('Name of the tax code.'),
    Description: text('Description of the tax code.'),
    Active: flag('False once it was made inactive.'),
    Hidden: flag('True when QuickBooks offers it no more.'),
    Taxable: flag('True when it taxes.'),
    TaxGroup: flag('True when it is made of several rates.'),
    TaxCodeConfigType: text('USER_DEFINED or SYSTEM_GENERATED.'),
    SalesTaxRateList: group({ TaxRateDetail: list(taxCodeRates, { listKind: 'sales' }) }),
    PurchaseTaxRateList: group({ TaxRateDetail: list(taxCodeRates, { listKind: 'purchase' }) }),
    AdjustmentTaxRateList: group({ TaxRateDetail: list(taxCodeRates, { listKind: 'adjustment' }) }),
  },
});
