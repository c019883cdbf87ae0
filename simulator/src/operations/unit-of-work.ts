import { behaviourOf } from '../behaviour/index.ts';
import { type Link } from '../behaviour/behaviour.ts';
import { withBalance } from '../books/balances.ts';
import { entriesOf } from '../books/postings.ts';
import { type Entry } from '../ledger/entry.ts';
import { type Act, type Commit, type Company } from '../company/company.ts';
import { type Entity } from '../entities/entity.ts';
import { entityNamed } from '../entities/entities.ts';
import { referenceText, renameReferences } from './references.ts';
import { amount, toCents } from '../values/decimal.ts';
import { type Json, type JsonObject, objectAt, objectsAt, refAt, textAt } from '../values/json.ts';
import { stamp } from '../values/pacific-time.ts';
import { type StoredRecord } from '../company/record.ts';

/** One operation's changes: the record itself and everything in the books that moves with it. Nothing here can be refused. */
export class UnitOfWork {
  readonly #company: Company;
  readonly #atSeconds: number;
  readonly #saved = new Set<StoredRecord>();
  readonly #moved = new Set<StoredRecord>();
  readonly #removed: Commit['removed'][number][] = [];

  constructor(company: Company, atSeconds: number) {
    this.#company = company;
    this.#atSeconds = atSeconds;
  }

  create(entity: Entity, id: string, body: JsonObject): StoredRecord {
    const now = stamp(this.#atSeconds);
    const record = this.#company.newRecord(entity, id);
    const identity = {
      domain: 'QBO',
      sparse: false,
      Id: id,
      SyncToken: '0',
      MetaData: { CreateTime: now, LastUpdatedTime: now },
    };
    this.#write(record, { ...body, ...identity }, {}, true);
    return record;
  }

  /** A change of the record itself: its SyncToken grows. */
  update(record: StoredRecord, body: JsonObject): void {
    this.#write(record, { ...body, SyncToken: String(record.syncToken + 1) }, record.body, true);
  }

  remove(record: StoredRecord): void {
    this.#unlink(record);
    const { body } = record;
    this.#post(record, []);
    this.#moveLinks(record, body, {});
    this.#company.remove(record.entity.name, record.id, this.#atSeconds);
    this.#saved.delete(record);
    this.#removed.push({ entity: record.entity.name, id: record.id, deletedAt: this.#atSeconds });
  }

  /** The record with other references, and what it posted under them. Its SyncToken stays; its time moves only when asked. */
  repoint(record: StoredRecord, body: JsonObject, entries: readonly Entry[], restamps: boolean): void {
    const MetaData = record.body['MetaData'];
    this.#post(record, entries);
    this.#touch(record, () => ({ ...body }), false);
    if (restamps || MetaData === undefined) return;
    record.replace({ ...record.body, MetaData });
    this.#company.keep(record);
  }

  void(record: StoredRecord): void {
    this.#unlink(record);
    const voided = behaviourOf(record.entity.name).voided;
    if (voided !== undefined) this.update(record, voided(record.body));
  }

  /** Writes the balances that moved and hands the whole change to the company's listeners. */
  commit(act?: Act): void {
    if (this.#company.generating) {
      for (const record of this.#moved) this.#company.moved.set(record, this.#atSeconds);
      return;
    }
    for (const record of this.#moved) if (!record.removed) this.#rebalance(record);
    this.#company.committed({ company: this.#company, act, saved: [...this.#saved], removed: this.#removed });
  }

  /** Brings the balance a list record shows up to what the ledger says: its time moves, its SyncToken does not (facts#balance-without-token). */
  #rebalance(record: StoredRecord): void {
    const body = withBalance(this.#company, record);
    if (body !== undefined) this.#touch(record, () => body, false);
  }

  #touch(record: StoredRecord, change: (body: JsonObject) => JsonObject, posts: boolean): void {
    const before = record.body;
    this.#write(record, change({ ...before }), before, posts);
  }

  #write(record: StoredRecord, body: JsonObject, before: JsonObject, posts: boolean): void {
    const { entity } = record;
    const metaData = {
      ...objectAt(body, 'MetaData'),
      LastUpdatedTime: stamp(Math.max(record.updatedAt, this.#atSeconds)),
    };
    const ordered: JsonObject = {};
    for (const property of orderOf(entity, body)) {
      const value: Json | undefined = property === 'MetaData' ? metaData : body[property];
      if (value !== undefined && value !== null) ordered[property] = value;
    }
    record.replace(ordered);
    this.#company.keep(record);
    this.#saved.add(record);
    if (posts) {
      this.#post(record, entriesOf(this.#company, record, ordered));
      this.#moveLinks(record, before, ordered);
    }
    const oldName = nameOf(before);
    const newName = nameOf(ordered);
    if (oldName !== undefined && newName !== undefined && oldName !== newName)
      this.#rename(record, oldName, newName);
    const oldParent = refAt(before, 'ParentRef');
    const newParent = refAt(ordered, 'ParentRef');
    if (oldParent !== newParent && before['Id'] !== undefined) {
      for (const id of [oldParent, newParent]) if (id !== undefined) this.#markMoved(entity.name, id);
    }
  }

  #rename(record: StoredRecord, before: string, after: string): void {
    const { entity, id } = record;
    if (this.#company.generating) {
      this.#company.renamed.set(referenceText(id, before), [entity.name, id]);
    } else {
      for (const changed of renameReferences(this.#company, entity.name, id, { before, after }))
        this.#saved.add(changed);
    }
    for (const child of this.#company.table(entity.name).childrenOf(id)) {
      const body = child.body;
      const oldPath = textAt(body, 'FullyQualifiedName') ?? '';
      const newPath = `${after}${oldPath.slice(before.length)}`;
      child.replace({ ...body, FullyQualifiedName: newPath });
      this.#company.keep(child);
      this.#saved.add(child);
      this.#rename(child, oldPath, newPath);
    }
  }

  /** Takes the links of other transactions to this one away, before it is voided or deleted (facts#mirrored-links). */
  #unlink(record: StoredRecord): void {
    const target = { entity: record.entity.name, id: record.id };
    for (const link of objectsAt(record.body, 'LinkedTxn')) {
      const other = this.#company.findTransaction(textAt(link, 'TxnType') ?? '', textAt(link, 'TxnId') ?? '');
      const unlink = other === undefined ? undefined : behaviourOf(other.entity.name).unlink;
      if (other !== undefined && unlink !== undefined)
        this.#touch(other, (body) => unlink(body, target), true);
    }
  }

  /** Posts, marks every balance that moves with it, and settles what the entries settle. */
  #post(record: StoredRecord, entries: readonly Entry[]): void {
    const before = record.entries;
    if (before.length === 0 && entries.length === 0) return;
    this.#company.post(record, entries);
    for (const { account, name, item } of [...before, ...entries]) {
      this.#markMoved('Account', account);
      if (name !== undefined) this.#markMoved(name.entity, name.id);
      if (item !== undefined) this.#markMoved('Item', item);
    }
    for (const { entity, id, cents, foreign } of settlementChanges(before, entries)) {
      const target = this.#company.find(entity, id);
      if (target === undefined || (cents === 0 && foreign === 0)) continue;
      this.#touch(target, (body) => settled(body, cents, foreign), false);
    }
  }

  #markMoved(entityName: string, id: string): void {
    const table = this.#company.table(entityName);
    let record = table.get(id);
    while (record !== undefined && !this.#moved.has(record)) {
      this.#moved.add(record);
      const parentId = refAt(record.body, 'ParentRef');
      record = parentId === undefined || entityName === 'Item' ? undefined : table.get(parentId);
    }
  }

  #moveLinks(record: StoredRecord, before: JsonObject, after: JsonObject): void {
    const { links } = behaviourOf(record.entity.name);
    if (links === undefined) return;
    const [old, now] = [links(before), links(after)];
    const has = (from: readonly Link[], { entity, id }: Link): boolean =>
      from.some((link) => link.entity === entity && link.id === id);
    for (const link of old) if (!has(now, link)) this.#mirror(record, link, false);
    for (const link of now) if (!has(old, link)) this.#mirror(record, link, true);
  }

  #mirror(record: StoredRecord, { entity, id, shownAs }: Link, isLinked: boolean): void {
    const target = this.#company.find(entity, id);
    if (target === undefined) return;
    this.#touch(
      target,
      (body) => {
        const others = objectsAt(body, 'LinkedTxn').filter(
          (link) => textAt(link, 'TxnId') !== record.id || textAt(link, 'TxnType') !== shownAs,
        );
        const links = isLinked ? [...others, { TxnId: record.id, TxnType: shownAs }] : others;
        const changed = { ...body, LinkedTxn: links };
        return behaviourOf(entity).linked?.(changed, links.length > 0) ?? changed;
      },
      false,
    );
  }
}

/** Writes all balances of a history that has just been generated, each stamped with when it last moved. */
export function writeMovedBalances(company: Company): void {
  for (const [record, atSeconds] of company.moved) {
    const body = record.removed ? undefined : withBalance(company, record);
    if (body === undefined) continue;
    const metaData = {
      ...objectAt(body, 'MetaData'),
      LastUpdatedTime: stamp(Math.max(atSeconds, record.updatedAt)),
    };
    record.replace({ ...body, MetaData: metaData });
    company.keep(record);
  }
  company.moved.clear();
}

function settled(body: JsonObject, cents: number, foreign: number): JsonObject {
  const next: JsonObject = { ...body, Balance: amount(toCents(body['Balance']) - foreign) };
  if (body['HomeBalance'] !== undefined) next['HomeBalance'] = amount(toCents(body['HomeBalance']) - cents);
  if (body['RemainingCredit'] !== undefined) next['RemainingCredit'] = next['Balance'] ?? amount(0);
  return next;
}

type Settlement = { readonly entity: string; readonly id: string; cents: number; foreign: number };

/** How much more than before each transaction is settled. */
function settlementChanges(before: readonly Entry[], after: readonly Entry[]): Iterable<Settlement> {
  const changes = new Map<string, Settlement>();
  const add = (entries: readonly Entry[], sign: 1 | -1): void => {
    for (const { settles, cents, foreign } of entries) {
      if (settles === undefined) continue;
      const key = `${settles.entity} ${settles.id}`;
      const change = changes.get(key) ?? { ...settles, cents: 0, foreign: 0 };
      change.cents += sign * Math.abs(cents);
      change.foreign += sign * Math.abs(foreign);
      changes.set(key, change);
    }
  };
  add(before, -1);
  add(after, 1);
  return changes.values();
}

function nameOf(body: JsonObject): string | undefined {
  return textAt(body, 'FullyQualifiedName') ?? textAt(body, 'DisplayName') ?? textAt(body, 'Name');
}

/** The order in which a record's properties are printed; of a wrapped one that of what it wraps. */
function orderOf(entity: Entity, body: JsonObject): readonly string[] {
  if (!entity.wrapped) return entity.properties;
  const inner = entityNamed(textAt(body, 'Type') ?? '').properties;
  return [
    'Type',
    'RecurringInfo',
    ...inner.filter((property) => property !== 'RecurDataRef'),
    'RecurDataRef',
  ];
}
