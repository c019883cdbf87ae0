import { defineEntity } from '../entity.ts';
import { flag, reference } from '../fields.ts';
import { plainTotalFields, transactionFields } from '../shared-fields.ts';

export const inventoryAdjustment = defineEntity({
  name: 'InventoryAdjustment',
  table: 'inventory_adjustments',
  kind: 'transaction',
  doc: 'Corrections of the stock on hand (United States, Plus and Advanced).',
  abilities: { query: true, cdc: true, webhooks: [], unproven: ['query', 'cdc'] },
  loadOrder: 68,
  linkedTransactions: true,
  taxLines: true,
  lines: ['ItemAdjustmentLineDetail'],
  fields: {
    ...transactionFields,
    ...plainTotalFields,
    AdjustAccountRef: reference('Account', 'Account the difference is booked to.'),
    CustomerRef: reference('Customer', 'Customer or job of the adjustment.'),
    ShippingAdjustment: flag('True for an adjustment made by shipping.'),
  },
});
