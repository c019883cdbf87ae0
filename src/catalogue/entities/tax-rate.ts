import { defineEntity } from '../entity.ts';
import { decimal, flag, instant, list, reference, text } from '../fields.ts';

const effectiveTaxRates = {
  table: 'tax_rate_effective_rates',
  doc: 'What a tax rate was when: one row a period.',
  fields: {
    RateValue: decimal('Rate in percent during the period.'),
    EffectiveDate: instant('Start of the period.'),
    EndDate: instant('End of the period; empty while it lasts.'),
  },
};

export const taxRate = defineEntity({
  name: 'TaxRate',
  table: 'tax_rates',
  kind: 'list',
  doc: 'Tax rates, with the agency each belongs to.',
  abilities: { query: true, cdc: false, webhooks: [] },
  loadOrder: 13,
  fields: {
    Name: text('Name of the tax rate.'),
    Description: text('Description of the tax rate.'),
    Active: flag('False once it was made inactive.'),
    RateValue: decimal('Rate in percent, as it is now.'),
    AgencyRef: reference('TaxAgency', 'Agency that collects the tax.'),
    TaxReturnLineRef: reference(null, 'Line of the tax return the tax counts for.'),
    SpecialTaxType: text('Special kind of tax, or NONE.'),
    DisplayType: text(
      'Where the rate is shown: ReadOnly, HideInTransactionForms, HideInPrintedForms, HideInAll.',
    ),
    OriginalTaxRate: reference('TaxRate', 'Rate this one was made from.'),
    EffectiveTaxRate: list(effectiveTaxRates),
  },
});
