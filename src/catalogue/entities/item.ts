import { defineEntity } from '../entity.ts';
import { date, decimal, flag, group, list, named, reference, structure, text } from '../fields.ts';
import { treeFields } from '../shared-fields.ts';

const itemComponents = {
  table: 'item_components',
  doc: 'What bundles are made of, one row a component.',
  fields: {
    // `item_id` is the bundle itself.
    ItemRef: named('component_item', reference('Item', 'Item that is part of the bundle.')),
    Qty: decimal('Quantity of it in one bundle.'),
    UOMRef: reference(null, 'Unit of measure.'),
  },
};

export const item = defineEntity({
  name: 'Item',
  table: 'items',
  kind: 'list',
  doc: 'Products, services, bundles and categories the company sells or buys.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted', 'merged'] },
  // `SELECT *` leaves out Sku unless it is named. (facts#item-sku)
  select: '*, Sku',
  loadOrder: 50,
  customFields: true,
  // References show the name with its parents. (facts#reference-name)
  nameField: 'FullyQualifiedName',
  fields: {
    Name: text('Name of the item.'),
    ...treeFields('Item', 'Item or category'),
    Sku: text('Stock keeping unit.'),
    Type: text('Inventory, NonInventory, Service, Group (a bundle) or Category.'),
    Active: flag('False once it was made inactive (QuickBooks deletes items only this way).'),
    SubItem: flag('True when the item lies below another.'),
    Description: text('Description on sales forms.'),
    UnitPrice: decimal('Sales price or rate.'),
    RatePercent: decimal('Sales rate as a percentage.'),
    Taxable: flag('True when sales tax is charged.'),
    SalesTaxIncluded: flag('True when the sales price includes tax.'),
    SalesTaxCodeRef: reference('TaxCode', 'Tax code on sales.'),
    IncomeAccountRef: reference('Account', 'Account that sales are booked to.'),
    PurchaseDesc: text('Description on purchase forms.'),
    PurchaseCost: decimal('Purchase cost.'),
    PurchaseTaxIncluded: flag('True when the purchase cost includes tax.'),
    PurchaseTaxCodeRef: reference('TaxCode', 'Tax code on purchases.'),
    ExpenseAccountRef: reference(
      'Account',
      'Account that purchases, or the cost of goods sold, are booked to.',
    ),
    AssetAccountRef: reference('Account', 'Account that carries the stock.'),
    PrefVendorRef: reference('Vendor', 'Preferred vendor.'),
    ClassRef: reference('Class', 'Class used unless another is chosen.'),
    TrackQtyOnHand: flag('True when stock is tracked.'),
    QtyOnHand: decimal('Stock on hand.'),
    QtyOnPurchaseOrder: decimal('Quantity ordered and not yet received.'),
    QtyOnSalesOrder: decimal('Quantity sold and not yet delivered.'),
    ReorderPoint: decimal('Stock at which to order again.'),
    InvStartDate: date('Date stock tracking began.'),
    AvgCost: decimal('Average cost.'),
    DeferredRevenue: flag('True when revenue is deferred.'),
    TaxClassificationRef: reference(null, 'Tax classification.'),
    UQCDisplayText: text('Unit of quantity as displayed (India).'),
    UQCId: text('Unit of quantity code (India).'),
    PrintGroupedItems: flag('True when a bundle prints its components.'),
    ItemGroupDetail: group({
      ItemGroupLine: list(itemComponents, {
        doc: 'Components of a bundle, each with its item and quantity.',
      }),
    }),
    PercentBased: flag('True when the price is a percentage.'),
    PaymentMethodRef: reference('PaymentMethod', 'Method of payment of a payment item.'),
    DepositToAccountRef: reference('Account', 'Account a payment item is deposited to.'),
    COGSAccountRef: reference('Account', 'Account the cost of goods sold is booked to, older field.'),
    UOMSetRef: reference(null, 'Set of units of measure.'),
    ManPartNum: text("Manufacturer's part number."),
    BuildPoint: decimal('Stock at which to build again.'),
    SpecialItem: flag('True for an item QuickBooks uses itself.'),
    SpecialItemType: text('What QuickBooks uses it for.'),
    AbatementRate: decimal('Abatement rate (India).'),
    ReverseChargeRate: decimal('Reverse charge rate (India).'),
    ServiceType: text('Type of service for tax (India).'),
    CustomExtensions: structure('Further dimensions, as QuickBooks sends them.'),
    ItemCategoryType: text('Product, Service or none.'),
    Source: text('Where the item came from.'),
  },
});
