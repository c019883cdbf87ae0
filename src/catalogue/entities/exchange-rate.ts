import { defineEntity } from '../entity.ts';
import { date, decimal, text } from '../fields.ts';

export const exchangeRate = defineEntity({
  name: 'ExchangeRate',
  table: 'exchange_rates',
  kind: 'reference',
  doc: 'Exchange rates by day; only with multicurrency.',
  abilities: { query: true, cdc: false, webhooks: [] },
  loadOrder: 92,
  identity: ['SourceCurrencyCode', 'TargetCurrencyCode', 'AsOfDate'],
  identityFilter: ['SourceCurrencyCode', 'AsOfDate'],
  fields: {
    SourceCurrencyCode: text('ISO code of the foreign currency.'),
    TargetCurrencyCode: text('ISO code of the home currency.'),
    AsOfDate: date('Day of the rate.'),
    Rate: decimal('Units of the target currency for one unit of the source currency.'),
  },
});
