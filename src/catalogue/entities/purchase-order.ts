import { defineEntity } from '../entity.ts';
import { address, date, email, flag, reference, text } from '../fields.ts';
import { purchaseLines } from '../line-details.ts';
import { purchaseFields } from '../shared-fields.ts';

export const purchaseOrder = defineEntity({
  name: 'PurchaseOrder',
  table: 'purchase_orders',
  kind: 'transaction',
  doc: 'Orders to vendors; they move no account.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'emailed'] },
  loadOrder: 54,
  customFields: true,
  linkedTransactions: true,
  taxLines: true,
  lines: [...purchaseLines, 'PurchaseOrderItemLineDetail'],
  fields: {
    ...purchaseFields,
    POStatus: text('Open or Closed.'),
    DueDate: date('Date the order is due.'),
    ExpectedDate: date('Date the goods are expected.'),
    ManuallyClosed: flag('True when the order was closed by hand.'),
    ClassRef: reference('Class', 'Class of the whole order.'),
    SalesTermRef: reference('Term', 'Terms of payment.'),
    TaxCodeRef: reference('TaxCode', 'Tax code of the whole order.'),
    ShipTo: reference('Customer', 'Customer the goods are sent to.'),
    ShipAddr: address('Shipping address'),
    ShipMethodRef: reference(null, 'Method of shipping.'),
    DropShipToEntity: reference(null, 'Who the vendor ships to directly.'),
    InventorySiteRef: reference(null, 'Inventory site.'),
    ReimbursableInfoRef: reference(null, 'Who reimburses the cost.'),
    FOB: text('Free-on-board terms.'),
    POEmail: email('E-mail address the order is sent to.'),
    TemplateRef: reference(null, 'Layout of the printed form.'),
    PrintStatus: text('NotSet, NeedToPrint or PrintComplete.'),
    EmailStatus: text('NotSet, NeedToSend or EmailSent.'),
  },
});
