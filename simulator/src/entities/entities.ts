import { type ColumnType, type Entity } from './entity.ts';
import { lists } from './lists.ts';
import { names } from './names.ts';
import { references } from './references.ts';
import { transactions } from './transactions.ts';

/**
 * Every entity the simulator has.
 * A new one is a row in one of the tables, a behaviour (behaviour/) and a generator (data/).
 */
export const entities: readonly Entity[] = [...references, ...lists, ...names, ...transactions];

const byName = new Map(
  entities.flatMap((entity) => [
    [entity.name.toLowerCase(), entity],
    [(entity.path ?? entity.name).toLowerCase(), entity],
  ]),
);

/** The entity a query or a path names, in any case. */
export function findEntity(name: string): Entity | undefined {
  return byName.get(name.toLowerCase());
}

/** @throws Error when the table has no such row: a mistake in the simulator itself. */
export function entityNamed(name: string): Entity {
  const entity = findEntity(name);
  if (entity === undefined) throw new Error(`The simulator has no entity ${name}.`);
  return entity;
}

/** Type of a queryable property, by its path in any case; undefined if QuickBooks cannot filter or sort by it. */
export function columnOf(entity: Entity, path: string): { name: string; type: ColumnType } | undefined {
  const wanted = path.toLowerCase();
  if (wanted === 'id') return { name: 'Id', type: 'id' };
  if (wanted === 'metadata.createtime') return { name: 'MetaData.CreateTime', type: 'time' };
  if (wanted === 'metadata.lastupdatedtime') return { name: 'MetaData.LastUpdatedTime', type: 'time' };
  for (const [name, type] of Object.entries(entity.columns)) {
    if (name.toLowerCase() === wanted) return { name, type };
  }
  return undefined;
}

const targets: Readonly<Record<string, string>> = {
  Account: `ARAccountRef APAccountRef DepositToAccountRef IncomeAccountRef ExpenseAccountRef AssetAccountRef
    ItemAccountRef DiscountAccountRef AccountRef BankAccountRef CCAccountRef CreditCardAccountRef FromAccountRef
    ToAccountRef AdjustAccountRef PaymentAccountRef`,
  Customer: 'CustomerRef ProjectRef',
  Vendor: 'VendorRef PrefVendorRef',
  Employee: 'EmployeeRef',
  Item: 'ItemRef GroupItemRef',
  Class: 'ClassRef',
  Department: 'DepartmentRef',
  Term: 'SalesTermRef TermRef',
  PaymentMethod: 'PaymentMethodRef',
  CustomerType: 'CustomerTypeRef',
  TaxCode: 'TaxCodeRef DefaultTaxCodeRef TxnTaxCodeRef SalesTaxCodeRef PurchaseTaxCodeRef',
  TaxRate: 'TaxRateRef',
  TaxAgency: 'AgencyRef',
};

/** Which entity a reference property points to; properties that are not here point to something that cannot be read. */
export const referenceTargets: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(targets).flatMap(([entity, properties]) =>
    properties.split(/\s+/).map((property) => [property, entity]),
  ),
);

/** References that come without a name in recorded answers. */
export const namelessReferences: ReadonlySet<string> = new Set([
  'ParentRef',
  'TaxCodeRef',
  'DefaultTaxCodeRef',
  'TxnTaxCodeRef',
  'SalesTaxCodeRef',
  'PurchaseTaxCodeRef',
  'TaxRateRef',
  'AgencyRef',
  'CustomerTypeRef',
]);

/** Entities behind the TxnTypes that are not names of entities (facts#link-types). */
export const transactionNames: Readonly<Record<string, string>> = {
  BillPaymentCheck: 'BillPayment',
  BillPaymentCreditCard: 'BillPayment',
  Expense: 'Purchase',
  Check: 'Purchase',
  'Cash Purchase': 'Purchase',
  CreditCardCharge: 'Purchase',
  CreditCardCredit: 'Purchase',
};
