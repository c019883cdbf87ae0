import { type Company } from '../company/company.ts';
import { type Entity } from '../entities/entity.ts';
import { entities } from '../entities/entities.ts';
import { type Entry, type Name } from '../ledger/entry.ts';
import { textAt } from '../values/json.ts';
import { type ColumnValue, type StoredRecord, columnReader } from '../company/record.ts';
import { compareIds } from '../company/order.ts';
import { type ReportParameters } from './parameters.ts';

type Readers = {
  readonly date: (record: StoredRecord) => ColumnValue;
  readonly person: readonly (readonly [Name['entity'], (record: StoredRecord) => ColumnValue])[];
};

const DATES = ['TxnDate', 'PaymentDate'];
const PERSONS = [
  ['CustomerRef', 'Customer'],
  ['VendorRef', 'Vendor'],
] as const;

const readers = new Map<Entity, Readers>();

function readersOf(entity: Entity): Readers {
  let known = readers.get(entity);
  if (known === undefined) {
    const dated = DATES.find((column) => entity.columns[column] !== undefined);
    const persons = PERSONS.filter(([column]) => entity.columns[column] !== undefined);
    known = {
      // What an item starts with is dated by the item itself.
      date:
        dated === undefined ? (record) => textAt(record.body, 'InvStartDate') : columnReader(entity, dated),
      person: persons.map(([column, who]) => [who, columnReader(entity, column)] as const),
    };
    readers.set(entity, known);
  }
  return known;
}

/** The date a record posts under. */
export function dateOf(record: StoredRecord): string {
  return String(readersOf(record.entity).date(record) ?? '');
}

/** Whom a transaction is with, as a whole. */
export function personOf(record: StoredRecord): Name | undefined {
  for (const [entity, read] of readersOf(record.entity).person) {
    const id = read(record);
    if (id !== undefined) return { entity, id: String(id) };
  }
  return undefined;
}

const purchaseTypes: Readonly<Record<string, string>> = {
  Cash: 'Expense',
  Check: 'Check',
  CreditCard: 'Credit Card Expense',
};

/** What reports call a transaction. */
export function typeOf(record: StoredRecord): string {
  const { entity } = record;
  if (entity.name === 'Item') return 'Inventory Starting Value';
  if (entity.name === 'Purchase') {
    if (record.body['Credit'] === true) return 'Credit Card Credit';
    return purchaseTypes[textAt(record.body, 'PaymentType') ?? ''] ?? 'Expense';
  }
  if (entity.name === 'BillPayment' && textAt(record.body, 'PayType') === 'CreditCard')
    return 'Bill Payment (Credit Card)';
  return entity.txnType ?? entity.name;
}

/** Whom an entry is about: its own name, else that of its transaction. */
export const nameOf = (record: StoredRecord, entry: Entry): Name | undefined =>
  entry.name ?? personOf(record);

/** Whether the entry is about one of the customers or vendors the report was asked for. */
export function isWanted(
  record: StoredRecord,
  entry: Entry,
  { customers, vendors, accounts }: ReportParameters,
): boolean {
  if (accounts !== undefined && !accounts.has(entry.account)) return false;
  if (customers === undefined && vendors === undefined) return true;
  const name = nameOf(record, entry);
  if (name === undefined) return false;
  return (
    (name.entity === 'Customer' ? customers : name.entity === 'Vendor' ? vendors : undefined)?.has(
      name.id,
    ) === true
  );
}

const posting = entities
  .filter(({ txnType, name }) => txnType !== undefined || name === 'Item')
  .map(({ name }) => name);

/** Every record that posts, in no order. */
export function* postedRecords(company: Company): Generator<StoredRecord> {
  for (const name of posting) {
    for (const record of company.table(name).records()) if (record.entries.length > 0) yield record;
  }
}

/** By date, then in the order in which they were entered. */
export function byDate(a: StoredRecord, b: StoredRecord): number {
  const [left, right] = [dateOf(a), dateOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a.createdAt - b.createdAt || compareIds(a.id, b.id);
}
