import { type Entity, type OrderTerm } from '../entities/entity.ts';
import { columnOf } from '../entities/entities.ts';
import { type ColumnValue, type StoredRecord, columnReader } from './record.ts';

/** Ids as numbers of any length: shorter is smaller; TAX and NON sort after digits. */
export function compareIds(a: string, b: string): number {
  const aDigits = /^\d+$/.test(a);
  if (aDigits !== /^\d+$/.test(b)) return aDigits ? -1 : 1;
  if (aDigits && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ids as text: `10` before `9`. */
export function compareIdText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Records without a value come first, as in the databases this imitates; text is compared by code unit (facts#default-order). */
function compareValues(a: ColumnValue, b: ColumnValue): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}

/** One term of an ordering; ids compare as numbers, or `asText`. */
export type SortTerm = OrderTerm & { readonly asText?: boolean };

export type Comparator = (a: StoredRecord, b: StoredRecord) => number;

/** Total order of an entity's records; equal keys fall back to the id so that a page is repeatable while nothing changes. */
export function comparator(entity: Entity, order: readonly SortTerm[]): Comparator {
  const terms = order.map(({ column, descending, asText = false }) => {
    const read = columnReader(entity, column);
    const compareId = asText ? compareIdText : compareIds;
    const compare =
      columnOf(entity, column)?.type === 'id'
        ? (a: StoredRecord, b: StoredRecord) => compareId(a.id, b.id)
        : (a: StoredRecord, b: StoredRecord) => compareValues(read(a), read(b));
    return descending ? (a: StoredRecord, b: StoredRecord) => compare(b, a) : compare;
  });
  return (a, b) => {
    for (const compare of terms) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return compareIds(a.id, b.id);
  };
}

export function orderKey(order: readonly SortTerm[]): string {
  return order
    .map(
      ({ column, descending, asText = false }) =>
        `${column} ${descending ? 'desc' : 'asc'}${asText ? ' text' : ''}`,
    )
    .join();
}
