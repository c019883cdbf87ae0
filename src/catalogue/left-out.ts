/**
 * Fields of Intuit's own schema (July 2026) that have no column of their own, each with the reason. Whatever QuickBooks
 * sends of them stays in `raw`.
 */
export type LeftOut = {
  /** Where they stand: an entity, a kind of line, or what many have (`every record`, `addresses`). */
  readonly where: string;
  /** Names, or a pattern with `*` at its beginning. */
  readonly fields: readonly string[];
  readonly why: string;
};

const desktop = 'Of the desktop product; the online one never sends it.';

export const leftOut: readonly LeftOut[] = [
  {
    where: 'every record',
    fields: ['*Ex', '*Ext', 'IntuitId', 'UserId', 'domain', 'sparse', 'status', 'AttachableRef'],
    why: "Intuit's own use and extension points, without documented content; attachments say themselves what they belong to.",
  },
  {
    where: 'MetaData',
    fields: ['CreatedByRef', 'LastModifiedByRef', 'LastChangedInQB', 'Synchronized'],
    why: 'Ids of users that no request resolves, and states of the desktop product.',
  },
  {
    where: 'addresses',
    fields: ['Id', 'CountryCode', 'PostalCodeSuffix', 'Tag', 'Note'],
    why: 'Ids of address rows that nothing refers to, and parts the schema itself calls unsupported or the desktop product fills.',
  },
  {
    where: 'telephone numbers, e-mail addresses, web sites',
    fields: ['Id', 'DeviceType', 'CountryCode', 'AreaCode', 'ExchangeCode', 'Extension', 'Default', 'Tag'],
    why: 'QuickBooks Online keeps and sends the whole as one text.',
  },
  {
    where: 'transactions',
    fields: ['RecurringInfo'],
    why: 'Stands in templates only, which are `recurring_transactions`.',
  },
  {
    where: 'transactions without lines (Transfer, CreditCardPayment)',
    fields: ['Line', 'TxnTaxDetail'],
    why: 'Inherited in the schema; such a transaction has neither lines nor tax.',
  },
  {
    where: 'entities other than those with custom fields',
    fields: ['CustomField'],
    why: 'Inherited in the schema; QuickBooks Online has custom fields on sales and purchase forms, customers, vendors and items.',
  },
  {
    where: 'CompanyInfo',
    fields: [
      'CompanyFileName',
      'FlavorStratum',
      'SampleFile',
      'CompanyUserId',
      'CompanyUserAdminEmail',
      'LastSyncTime',
    ],
    why: desktop,
  },
  {
    where: 'Customer',
    fields: ['SalesRepRef', 'TaxGroupCodeRef', 'TaxRateRef', 'PriceLevelRef', 'TotalRevenue', 'TotalExpense'],
    why: desktop,
  },
  {
    where: 'Employee',
    fields: ['DefaultTaxCodeRef'],
    why: 'Inherited in the schema; meant for customers and vendors.',
  },
  { where: 'Item', fields: ['ItemAssemblyDetail'], why: desktop },
  {
    where: 'units of measure',
    fields: ['Unit', 'UOMSetRef'],
    why: 'Of the desktop product, whose units belong to sets; a reference of the online one has an id and a name.',
  },
  {
    where: 'Invoice, Estimate',
    fields: ['CheckPayment', 'CreditCardPayment'],
    why: 'The schema says that it does not apply to them.',
  },
  {
    where: 'Purchase',
    fields: ['TxnId', 'TxnNum'],
    why: 'The id and the number of the purchase once more; not in any answer seen.',
  },
  {
    where: 'TaxAgency',
    fields: ['whatever a Vendor has'],
    why: 'Inherited in the schema; an agency has its name and settings of its own.',
  },
  {
    where: 'Invoice.ConvenienceFeeDetail',
    fields: ['Id', 'SyncToken', 'MetaData', 'CustomField'],
    why: 'Inherited in the schema; the detail is no record of its own.',
  },
  {
    where: 'lines',
    fields: ['SalesOrderItemLineDetail', 'ItemReceiptLineDetail'],
    why: desktop,
  },
];
