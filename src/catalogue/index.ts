import { account } from './entities/account.ts';
import { attachable } from './entities/attachable.ts';
import { billPayment } from './entities/bill-payment.ts';
import { bill } from './entities/bill.ts';
import { budget } from './entities/budget.ts';
import { classEntity } from './entities/class.ts';
import { companyCurrency } from './entities/company-currency.ts';
import { companyInfo } from './entities/company-info.ts';
import { creditCardPayment } from './entities/credit-card-payment.ts';
import { creditMemo } from './entities/credit-memo.ts';
import { customerType } from './entities/customer-type.ts';
import { customer } from './entities/customer.ts';
import { department } from './entities/department.ts';
import { deposit } from './entities/deposit.ts';
import { employee } from './entities/employee.ts';
import { estimate } from './entities/estimate.ts';
import { exchangeRate } from './entities/exchange-rate.ts';
import { inventoryAdjustment } from './entities/inventory-adjustment.ts';
import { invoice } from './entities/invoice.ts';
import { item } from './entities/item.ts';
import { journalCode } from './entities/journal-code.ts';
import { journalEntry } from './entities/journal-entry.ts';
import { paymentMethod } from './entities/payment-method.ts';
import { payment } from './entities/payment.ts';
import { preferences } from './entities/preferences.ts';
import { purchaseOrder } from './entities/purchase-order.ts';
import { purchase } from './entities/purchase.ts';
import { recurringTransaction } from './entities/recurring-transaction.ts';
import { refundReceipt } from './entities/refund-receipt.ts';
import { reimburseCharge } from './entities/reimburse-charge.ts';
import { salesReceipt } from './entities/sales-receipt.ts';
import { taxAgency } from './entities/tax-agency.ts';
import { taxCode } from './entities/tax-code.ts';
import { taxPayment } from './entities/tax-payment.ts';
import { taxRate } from './entities/tax-rate.ts';
import { term } from './entities/term.ts';
import { timeActivity } from './entities/time-activity.ts';
import { transfer } from './entities/transfer.ts';
import { vendorCredit } from './entities/vendor-credit.ts';
import { vendor } from './entities/vendor.ts';
import type { EntityDefinition, RecordOf } from './entity.ts';
import { linkTypes } from './links.ts';

const byName = {
  CompanyInfo: companyInfo,
  Preferences: preferences,
  CompanyCurrency: companyCurrency,
  Term: term,
  PaymentMethod: paymentMethod,
  CustomerType: customerType,
  Class: classEntity,
  Department: department,
  TaxAgency: taxAgency,
  TaxRate: taxRate,
  TaxCode: taxCode,
  JournalCode: journalCode,
  Account: account,
  Vendor: vendor,
  Employee: employee,
  Customer: customer,
  Item: item,
  PurchaseOrder: purchaseOrder,
  Estimate: estimate,
  Bill: bill,
  VendorCredit: vendorCredit,
  Invoice: invoice,
  SalesReceipt: salesReceipt,
  CreditMemo: creditMemo,
  RefundReceipt: refundReceipt,
  Purchase: purchase,
  JournalEntry: journalEntry,
  Transfer: transfer,
  CreditCardPayment: creditCardPayment,
  InventoryAdjustment: inventoryAdjustment,
  TimeActivity: timeActivity,
  ReimburseCharge: reimburseCharge,
  TaxPayment: taxPayment,
  Payment: payment,
  BillPayment: billPayment,
  Deposit: deposit,
  Budget: budget,
  RecurringTransaction: recurringTransaction,
  ExchangeRate: exchangeRate,
  Attachable: attachable,
};

type EntityName = keyof typeof byName;

/** The TypeScript type of each entity's record, by QuickBooks' name. */
export type Records = { readonly [Name in EntityName]: RecordOf<(typeof byName)[Name]> };

/** Every entity of the mirror, parents before children. */
export const entities: readonly EntityDefinition[] = Object.values(byName).toSorted(
  (a, b) => a.loadOrder - b.loadOrder || a.name.localeCompare(b.name),
);

/** By QuickBooks' name, without regard to case (events and queries spell it both ways). */
export function entityByName(name: string): EntityDefinition | undefined {
  return entities.find((entity) => entity.name.toLowerCase() === name.toLowerCase());
}

export function entityByTable(table: string): EntityDefinition | undefined {
  return entities.find((entity) => entity.table === table);
}

/** The entity that a link of this type points at; null where QuickBooks lets nobody read it, or the type is unknown. */
export function linkedEntity(txnType: string): string | null {
  const known = Object.hasOwn(linkTypes, txnType) ? linkTypes[txnType] : undefined;
  return known === undefined && Object.hasOwn(byName, txnType) ? txnType : (known ?? null);
}

/** Every type of link that points at an entity. */
export const resolvedLinkTypes: readonly string[] = [
  ...Object.keys(byName),
  ...Object.keys(linkTypes),
].filter((type) => linkedEntity(type) !== null);

export {
  childListsOf,
  childTable,
  columnsOf,
  lineColumnsOf,
  parentColumn,
  taxLineColumns,
  wholeLists,
  type ChildList,
  type Column,
  type Path,
} from './columns.ts';
export { knownFields, type KnownFields, type KnownInside } from './known-fields.ts';
export type { EntityDefinition } from './entity.ts';
export { hasOwnId, partsOf } from './entity-shape.ts';
export { neverExposed } from './links.ts';
export { leftOut } from './left-out.ts';
