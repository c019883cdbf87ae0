import type { RealmId } from '../../src/base/realm-id.ts';
import type { Queryable } from '../../src/postgres/database.ts';
import { loadChildren, loadChildTables, loadState, loadStored, type ChildTable } from './company-state.ts';
import { Digits, flatten, snake, type Json, type Row } from './flatten.ts';

/*
 * Compares a company as QuickBooks holds it with its copy, field by field: every record, its children, what was
 * deleted. One side comes from the simulator's control interface, the other from plain SQL; what a column must hold is
 * said by flatten.ts. Nothing here knows the catalogue, the projection or the sync.
 */

/** The table of every entity, by the name the simulator knows it by. */
export const tablesByEntity: Readonly<Record<string, string>> = {
  Account: 'accounts',
  Attachable: 'attachables',
  Bill: 'bills',
  BillPayment: 'bill_payments',
  Budget: 'budgets',
  Class: 'classes',
  CompanyCurrency: 'company_currencies',
  CompanyInfo: 'company_info',
  CreditCardPayment: 'credit_card_payments',
  CreditMemo: 'credit_memos',
  Customer: 'customers',
  CustomerType: 'customer_types',
  Department: 'departments',
  Deposit: 'deposits',
  Employee: 'employees',
  Estimate: 'estimates',
  ExchangeRate: 'exchange_rates',
  InventoryAdjustment: 'inventory_adjustments',
  Invoice: 'invoices',
  Item: 'items',
  JournalCode: 'journal_codes',
  JournalEntry: 'journal_entries',
  Payment: 'payments',
  PaymentMethod: 'payment_methods',
  Preferences: 'preferences',
  Purchase: 'purchases',
  PurchaseOrder: 'purchase_orders',
  RecurringTransaction: 'recurring_transactions',
  RefundReceipt: 'refund_receipts',
  ReimburseCharge: 'reimburse_charges',
  SalesReceipt: 'sales_receipts',
  TaxAgency: 'tax_agencies',
  TaxCode: 'tax_codes',
  TaxPayment: 'tax_payments',
  TaxRate: 'tax_rates',
  Term: 'terms',
  TimeActivity: 'time_activities',
  Transfer: 'transfers',
  Vendor: 'vendors',
  VendorCredit: 'vendor_credits',
};

/** One field that is not what QuickBooks says. */
export type Difference = {
  readonly entity: string;
  readonly id: string;
  /** What differs: `row`, `raw.Line.0.Amount`, `invoice_lines[1].amount`, `total_amt`. */
  readonly field: string;
  /** As QuickBooks has it; undefined where it has nothing. */
  readonly expected: unknown;
  /** As it is stored; undefined where nothing is. */
  readonly actual: unknown;
};

/** What the comparison looks at. */
export type Comparison = {
  readonly db: Queryable;
  readonly simulatorUrl: string;
  readonly realmId: RealmId;
  /** Entities to compare. @default all forty */
  readonly entities?: readonly string[] | undefined;
};

/** Every field that differs between QuickBooks and the copy; empty when the copy is exact. */
export async function compareCompany(comparison: Comparison): Promise<Difference[]> {
  const { db, entities = Object.keys(tablesByEntity) } = comparison;
  const children = await loadChildTables(db);
  if (children.length < 20) throw new Error('The copy has no tables for lines.');
  const found: Difference[] = [];
  for (const entity of entities) found.push(...(await compareEntity(comparison, entity, children)));
  return found;
}

/** One line a difference, for people. */
export function describe({ entity, id, field, expected, actual }: Difference): string {
  return `${entity} ${id} ${field}: ${show(expected)} in QuickBooks, ${show(actual)} in the copy`;
}

async function compareEntity(
  { db, simulatorUrl, realmId }: Comparison,
  entity: string,
  childTables: readonly ChildTable[],
): Promise<Difference[]> {
  const table = tablesByEntity[entity];
  if (table === undefined) throw new Error(`There is no table for ${entity}.`);
  const truth = await loadState(simulatorUrl, realmId, entity);
  const stored = await loadStored(db, realmId, table);
  const owned = childTables.filter(({ owner }) => owner === 'entity' || owner === `${snake(entity)}_id`);
  const children = await loadChildren(db, realmId, entity, owned);
  const found: Difference[] = [];
  const note = (id: string, field: string, expected: unknown, actual: unknown): void => {
    found.push({ entity, id, field, expected, actual });
  };
  const alive = new Set<string>();
  for (const record of truth.records) {
    const inner = unwrapped(entity, record);
    const id = idOf(inner);
    alive.add(id);
    const copy = stored.get(id);
    if (copy === undefined) note(id, 'row', 'a record', undefined);
    else if (copy.isDeleted) note(id, 'deleted_at', undefined, 'deleted');
    else {
      compareRaw('raw', record, copy.raw, (field, expected, actual) => note(id, field, expected, actual));
      const tables = flatten({ name: entity, table }, inner, id);
      const [row = new Map()] = tables.get(table) ?? [];
      tables.delete(table);
      if (copy.row.has('is_voided')) row.set('is_voided', isVoided(inner));
      // Of what a template makes only some fields have columns; the others are in `raw`.
      if (entity === 'RecurringTransaction') keepKnown(row, copy.row);
      compareRow('', row, copy.row, (field, expected, actual) => note(id, field, expected, actual));
      compareChildren(owned, tables, children.get(id) ?? new Map(), (field, expected, actual) =>
        note(id, field, expected, actual),
      );
      for (const name of tables.keys())
        if (!owned.some((one) => one.name === name)) note(id, name, 'rows', undefined);
    }
  }
  for (const [id, copy] of stored) {
    if (alive.has(id)) continue;
    if (!copy.isDeleted) note(id, 'row', truth.deletedIds.has(id) ? 'deleted' : undefined, 'a record');
    else if (!truth.deletedIds.has(id)) note(id, 'row', undefined, 'a deleted record');
  }
  return found;
}

/** A template of a recurring transaction is wrapped in the name of what it makes. */
function unwrapped(entity: string, record: Json): Json {
  const [type, inner] = Object.entries(record)[0] ?? [];
  return entity === 'RecurringTransaction' ? { ...(inner as Json), Type: type } : record;
}

/** An exchange rate has no Id and is told by its currencies and its day. */
function idOf(record: Json): string {
  return record['Id'] === undefined
    ? ['SourceCurrencyCode', 'TargetCurrencyCode', 'AsOfDate'].map((key) => textOf(record[key])).join(':')
    : textOf(record['Id']);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A void writes "Voided" before the note and makes the total zero. */
const isVoided = (record: Json): boolean => {
  const total = record['TotalAmt'] ?? record['Amount'];
  return (
    textOf(record['PrivateNote']).startsWith('Voided') &&
    (total === undefined || Number((total as Digits).text) === 0)
  );
};

function keepKnown(row: Row, columns: Row): void {
  for (const column of row.keys()) if (!columns.has(column)) row.delete(column);
}

type Note = (field: string, expected: unknown, actual: unknown) => void;

/** Made anew at every reading. */
const volatile = new Set(['TempDownloadUri', 'ThumbnailTempDownloadUri']);
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Digits);

/** The document as it was sent. A reference keeps the name of its day there; the columns follow renames. */
function compareRaw(path: string, expected: unknown, actual: unknown, note: Note): void {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    for (let index = 0; index < Math.max(expected.length, actual.length); index += 1)
      compareRaw(`${path}.${index}`, expected[index], actual[index], note);
  } else if (isJson(expected) && isJson(actual)) {
    const isReference = 'value' in expected && 'value' in actual;
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      if (volatile.has(key) || (isReference && key === 'name')) continue;
      compareRaw(`${path}.${key}`, expected[key], actual[key], note);
    }
  } else if (comparable(expected) !== comparable(actual)) note(path, expected, actual);
}

const columnsOfOurs = new Set(['realm_id', 'raw', 'content_hash', 'observed_at', 'synced_at', 'deleted_at']);
const volatileColumns = new Set(['temp_download_uri', 'thumbnail_temp_download_uri']);

function compareRow(prefix: string, expected: Row, actual: Row, note: Note): void {
  for (const column of new Set([...expected.keys(), ...actual.keys()])) {
    if (columnsOfOurs.has(column) || volatileColumns.has(column)) continue;
    const [is, shouldBe] = [actual.get(column) ?? undefined, expected.get(column) ?? undefined];
    if (comparable(shouldBe) !== comparable(is)) note(`${prefix}${column}`, shouldBe, is);
  }
}

function compareChildren(
  owned: readonly ChildTable[],
  expected: ReadonlyMap<string, readonly Row[]>,
  actual: ReadonlyMap<string, readonly Row[]>,
  note: Note,
): void {
  for (const { name, key } of owned) {
    const byKey = (rows: readonly Row[] = []): Map<string, Row> =>
      new Map(rows.map((row) => [key.map((column) => show(row.get(column))).join(','), row]));
    const [wanted, stored] = [byKey(expected.get(name)), byKey(actual.get(name))];
    for (const at of new Set([...wanted.keys(), ...stored.keys()])) {
      const [shouldBe, is] = [wanted.get(at), stored.get(at)];
      if (shouldBe === undefined || is === undefined)
        note(
          `${name}[${at}]`,
          shouldBe === undefined ? undefined : 'a row',
          is === undefined ? undefined : 'a row',
        );
      else compareRow(`${name}[${at}].`, shouldBe, is, note);
    }
  }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)$/;

/** A value as it is compared: digits and words as they are, instants as instants, keys in any order. */
function comparable(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value instanceof Digits) return `number ${value.text}`;
  if (typeof value === 'string' && instant.test(value)) return `instant ${new Date(value).toISOString()}`;
  if (Array.isArray(value)) return `[${value.map(comparable).join(',')}]`;
  if (isJson(value)) {
    const parts = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${comparable(inner)}`);
    return `{${parts.toSorted().join(',')}}`;
  }
  return JSON.stringify(value);
}

const show = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : value instanceof Digits
      ? value.text
      : JSON.stringify(value).slice(0, 200);
