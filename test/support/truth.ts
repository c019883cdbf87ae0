import type { RealmId } from '../../src/base/realm-id.ts';
import type { Database } from '../../src/postgres/database.ts';

/** Every table of the copy by the name the simulator knows its entity by. */
const tables: Readonly<Record<string, string>> = {
  CompanyInfo: 'company_info',
  Account: 'accounts',
  Customer: 'customers',
  Item: 'items',
  Invoice: 'invoices',
  Preferences: 'preferences',
  CompanyCurrency: 'company_currencies',
  Term: 'terms',
  PaymentMethod: 'payment_methods',
  CustomerType: 'customer_types',
  Class: 'classes',
  Department: 'departments',
  TaxAgency: 'tax_agencies',
  TaxRate: 'tax_rates',
  TaxCode: 'tax_codes',
  JournalCode: 'journal_codes',
  Vendor: 'vendors',
  Employee: 'employees',
  PurchaseOrder: 'purchase_orders',
  Estimate: 'estimates',
  Bill: 'bills',
  VendorCredit: 'vendor_credits',
  SalesReceipt: 'sales_receipts',
  CreditMemo: 'credit_memos',
  RefundReceipt: 'refund_receipts',
  Purchase: 'purchases',
  JournalEntry: 'journal_entries',
  Transfer: 'transfers',
  CreditCardPayment: 'credit_card_payments',
  InventoryAdjustment: 'inventory_adjustments',
  TimeActivity: 'time_activities',
  ReimburseCharge: 'reimburse_charges',
  TaxPayment: 'tax_payments',
  Payment: 'payments',
  BillPayment: 'bill_payments',
  Deposit: 'deposits',
  Budget: 'budgets',
  RecurringTransaction: 'recurring_transactions',
  ExchangeRate: 'exchange_rates',
  Attachable: 'attachables',
};

/** The records the simulator holds of an entity, inactive ones too. */
export async function loadTruth(
  url: string,
  realmId: RealmId,
  entity: string,
): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${url}/simulator/companies/${realmId}/state/${entity}`);
  if (!answer.ok) throw new Error(`The simulator gave no state of ${entity}: ${answer.status}`);
  return ((await answer.json()) as { records: Record<string, unknown>[] }).records;
}

/** Compares what the simulator holds with what is stored, record by record; knows nothing of how it got there. */
export async function findDifferences(
  db: Database,
  simulatorUrl: string,
  realmId: RealmId,
  copied: readonly string[],
): Promise<string[]> {
  const differences: string[] = [];
  for (const [entity, table] of Object.entries(tables)) {
    if (!copied.includes(entity)) continue;
    const stored = await db.query<{ id: string; raw: Record<string, unknown> }>(
      `SELECT id, raw FROM quickbooks.${table} WHERE realm_id = $1 AND deleted_at IS NULL`,
      [realmId],
    );
    const byId = new Map(stored.map((row) => [row.id, row.raw]));
    const truth = await loadTruth(simulatorUrl, realmId, entity);
    for (const record of truth) {
      const id = idOf(record);
      const copy = byId.get(id);
      byId.delete(id);
      if (copy === undefined) differences.push(`${entity} ${id} is missing`);
      else if (canonical(copy) !== canonical(record)) differences.push(`${entity} ${id} differs`);
    }
    for (const id of byId.keys()) differences.push(`${entity} ${id} should not be there`);
  }
  return differences;
}

/** A template is wrapped in the name of what it makes; a rate has no Id and is told by its currencies and day. */
function idOf(record: Record<string, unknown>): string {
  if (typeof record['Id'] === 'string') return record['Id'];
  if (record['SourceCurrencyCode'] !== undefined)
    return ['SourceCurrencyCode', 'TargetCurrencyCode', 'AsOfDate'].map((key) => record[key]).join(':');
  const [inner] = Object.values(record) as [{ readonly Id: string }];
  return inner.Id;
}

/** JSON with sorted keys: jsonb does not keep their order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // The address of a file is another one at every reading; `raw` keeps a name as it was sent with a reference.
  const isReference = 'value' in value && 'name' in value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== 'TempDownloadUri' && !(isReference && key === 'name'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
