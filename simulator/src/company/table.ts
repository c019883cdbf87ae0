import { type Entity } from '../entities/entity.ts';
import { type Comparator, type SortTerm, comparator, orderKey } from './order.ts';
import { type RecentRecords, type StoredRecord, columnReader } from './record.ts';

/** What remains of a deleted record: only change data capture tells it. */
export type Tombstone = { readonly id: string; readonly deletedAt: number };

type View = { readonly compare: Comparator; rows: StoredRecord[]; added: StoredRecord[]; stale: boolean };

/** More orderings than this are not kept; the oldest goes. */
const MAX_VIEWS = 12;

/** All records of one entity of one company. */
export class Table {
  readonly entity: Entity;
  readonly tombstones = new Map<string, Tombstone>();
  readonly #records = new Map<string, StoredRecord>();
  readonly #idByName = new Map<string, string>();
  readonly #nameById = new Map<string, string>();
  readonly #views = new Map<string, View>();
  readonly #parentOf: ((record: StoredRecord) => unknown) | undefined;
  readonly #parentById = new Map<string, string>();
  readonly #children = new Map<string, Set<StoredRecord>>();

  constructor(entity: Entity) {
    this.entity = entity;
    this.#parentOf =
      entity.columns['ParentRef'] === undefined ? undefined : columnReader(entity, 'ParentRef');
  }

  get size(): number {
    return this.#records.size;
  }

  get(id: string): StoredRecord | undefined {
    return this.#records.get(id);
  }

  records(): IterableIterator<StoredRecord> {
    return this.#records.values();
  }

  /** The active record that bears this name, by the entity's unique name, in any case. */
  idOfName(name: string): string | undefined {
    return this.#idByName.get(name.toLowerCase());
  }

  /** Takes in a record that is new or has just been changed. */
  put(record: StoredRecord, uniqueName: string | undefined): void {
    const isNew = !this.#records.has(record.id);
    if (isNew) {
      this.#records.set(record.id, record);
      this.tombstones.delete(record.id);
    }
    this.#index(record.id, uniqueName);
    if (this.#parentOf !== undefined) this.#hang(record, this.#parentOf(record) as string | undefined);
    for (const view of this.#views.values()) {
      if (isNew) view.added.push(record);
      view.stale = true;
    }
  }

  remove(id: string, deletedAt: number): void {
    const record = this.#records.get(id);
    if (record !== undefined) record.removed = true;
    this.#records.delete(id);
    this.#index(id, undefined);
    if (record !== undefined) this.#hang(record, undefined);
    this.tombstones.set(id, { id, deletedAt });
    for (const view of this.#views.values()) view.stale = true;
  }

  /** Every record in the order asked for. Kept between calls; after changes the nearly sorted rows are sorted again, which is cheap. */
  sorted(order: readonly SortTerm[]): readonly StoredRecord[] {
    const key = orderKey(order);
    let view = this.#views.get(key);
    if (view === undefined) {
      view = {
        compare: comparator(this.entity, order),
        rows: [],
        added: [...this.#records.values()],
        stale: true,
      };
      const oldest = this.#views.size >= MAX_VIEWS ? this.#views.keys().next().value : undefined;
      if (oldest !== undefined) this.#views.delete(oldest);
      this.#views.set(key, view);
    }
    if (view.stale) {
      const rows = view.rows.filter((record) => !record.removed);
      for (const record of view.added) if (!record.removed) rows.push(record);
      view.rows = rows.sort(view.compare);
      view.added = [];
      view.stale = false;
    }
    return view.rows;
  }

  /** The same table in a life of its own, with copies of its records. */
  copy(recent: RecentRecords): Table {
    const copy = new Table(this.entity);
    for (const record of this.#records.values()) copy.#records.set(record.id, record.copy(recent));
    for (const [id, tombstone] of this.tombstones) copy.tombstones.set(id, tombstone);
    for (const [name, id] of this.#idByName) copy.#idByName.set(name, id);
    for (const [id, name] of this.#nameById) copy.#nameById.set(id, name);
    for (const [id, parent] of this.#parentById) copy.#parentById.set(id, parent);
    for (const [parent, children] of this.#children) {
      const own = [...children].flatMap(({ id }) => copy.#records.get(id) ?? []);
      copy.#children.set(parent, new Set(own));
    }
    return copy;
  }

  /** The records directly below that one. */
  childrenOf(id: string): Iterable<StoredRecord> {
    return this.#children.get(id) ?? [];
  }

  #hang(record: StoredRecord, parentId: string | undefined): void {
    const before = this.#parentById.get(record.id);
    if (before === parentId) return;
    if (before !== undefined) this.#children.get(before)?.delete(record);
    this.#parentById.delete(record.id);
    if (parentId === undefined) return;
    this.#parentById.set(record.id, parentId);
    const siblings = this.#children.get(parentId) ?? new Set();
    this.#children.set(parentId, siblings.add(record));
  }

  #index(id: string, name: string | undefined): void {
    const previous = this.#nameById.get(id);
    if (previous !== undefined && this.#idByName.get(previous) === id) this.#idByName.delete(previous);
    this.#nameById.delete(id);
    if (name === undefined) return;
    const folded = name.toLowerCase();
    this.#idByName.set(folded, id);
    this.#nameById.set(id, folded);
  }
}
