import { behaviourOf } from './behaviour/index.ts';
import { type Contribution, type Settlement } from './behaviour/behaviour.ts';
import { type Act, type Commit, type Company } from './company.ts';
import { type Entity } from './entity.ts';
import { entityNamed } from './entities.ts';
import { renameReferences } from './references.ts';
import { amount, toCents } from './store/decimal.ts';
import { type Json, type JsonObject, objectAt, objectsAt, refAt, textAt } from './store/json.ts';
import { stamp } from './store/pacific-time.ts';
import { StoredRecord, columnReader } from './store/record.ts';

/** One operation's changes: the record itself and everything in the books that moves with it. Nothing here can be refused. */
export class UnitOfWork {
  readonly #company: Company;
  readonly #atSeconds: number;
  readonly #saved = new Set<StoredRecord>();
  readonly #removed: Commit['removed'][number][] = [];

  constructor(company: Company, atSeconds: number) {
    this.#company = company;
    this.#atSeconds = atSeconds;
  }

  create(entity: Entity, id: string, body: JsonObject): StoredRecord {
    const now = stamp(this.#atSeconds);
    const record = new StoredRecord(entity, id);
    const identity = {
      domain: 'QBO',
      sparse: false,
      Id: id,
      SyncToken: '0',
      MetaData: { CreateTime: now, LastUpdatedTime: now },
    };
    this.#write(record, { ...body, ...identity }, {});
    return record;
  }

  /** A change of the record itself: its SyncToken grows. */
  update(record: StoredRecord, body: JsonObject): void {
    this.#write(record, { ...body, SyncToken: String(record.syncToken + 1) }, record.body);
  }

  remove(record: StoredRecord): void {
    this.#unlink(record);
    this.#moveBooks(record, record.body, {});
    this.#company.remove(record.entity.name, record.id, this.#atSeconds);
    this.#saved.delete(record);
    this.#removed.push({ entity: record.entity.name, id: record.id, deletedAt: this.#atSeconds });
  }

  void(record: StoredRecord): void {
    this.#unlink(record);
    const voided = behaviourOf(record.entity.name).voided;
    if (voided !== undefined) this.update(record, voided(record.body));
  }

  /** Hands the whole change to the company's listeners. */
  commit(act?: Act): void {
    this.#company.committed({ company: this.#company, act, saved: [...this.#saved], removed: this.#removed });
  }

  /** A change that another record caused: the time moves, the SyncToken does not (facts 3.7). */
  #touch(record: StoredRecord, change: (body: JsonObject) => JsonObject): void {
    const before = record.body;
    this.#write(record, change({ ...before }), before);
  }

  #write(record: StoredRecord, body: JsonObject, before: JsonObject): void {
    const { entity } = record;
    const metaData = { ...objectAt(body, 'MetaData'), LastUpdatedTime: stamp(this.#atSeconds) };
    const ordered: JsonObject = {};
    const complete: JsonObject = { ...body, MetaData: metaData };
    for (const property of entity.properties) {
      const value: Json | undefined = complete[property];
      if (value !== undefined && value !== null) ordered[property] = value;
    }
    record.replace(ordered);
    this.#keep(record);
    this.#moveBooks(record, before, ordered);
    const oldName = textAt(before, 'FullyQualifiedName');
    const newName = textAt(ordered, 'FullyQualifiedName');
    if (oldName !== undefined && newName !== undefined && oldName !== newName)
      this.#rename(record, oldName, newName);
  }

  #keep(record: StoredRecord): void {
    this.#company.keep(record);
    this.#saved.add(record);
  }

  #rename(record: StoredRecord, before: string, after: string): void {
    const { entity, id } = record;
    if (!this.#company.generating) {
      for (const changed of renameReferences(this.#company, entity.name, id, { before, after }))
        this.#saved.add(changed);
    }
    const parentOf = columnReader(entity, 'ParentRef');
    for (const child of this.#company.table(entity.name).records()) {
      if (parentOf(child) !== id) continue;
      const body = child.body;
      const oldPath = textAt(body, 'FullyQualifiedName') ?? '';
      const newPath = `${after}${oldPath.slice(before.length)}`;
      child.replace({ ...body, FullyQualifiedName: newPath });
      this.#keep(child);
      this.#rename(child, oldPath, newPath);
    }
  }

  /** Takes the links of payments to this transaction away, before it is voided or deleted (facts 9.3). */
  #unlink(record: StoredRecord): void {
    const target = { entity: record.entity.name, id: record.id };
    for (const link of objectsAt(record.body, 'LinkedTxn')) {
      const entityName = textAt(link, 'TxnType') ?? '';
      const other = this.#company.find(entityName, textAt(link, 'TxnId') ?? '');
      const unlink = other === undefined ? undefined : behaviourOf(entityName).unlink;
      if (other !== undefined && unlink !== undefined) this.#touch(other, (body) => unlink(body, target));
    }
  }

  #moveBooks(record: StoredRecord, before: JsonObject, after: JsonObject): void {
    const { settlements, contributions } = behaviourOf(record.entity.name);
    if (settlements !== undefined) {
      const paid = difference<Settlement>(settlements(before), settlements(after));
      for (const { entity, id, cents, inAfter } of paid) {
        if (cents !== 0) this.#settle(record, entity, id, cents, inAfter);
      }
    }
    if (contributions !== undefined) {
      const moved = difference<Contribution>(
        contributions(before, this.#company),
        contributions(after, this.#company),
      );
      for (const { entity, id, cents } of moved) if (cents !== 0) this.#addToBalance(entity, id, cents);
    }
  }

  #settle(payer: StoredRecord, entityName: string, id: string, cents: number, linked: boolean): void {
    const target = this.#company.find(entityName, id);
    if (target === undefined) return;
    this.#touch(target, (body) => {
      const links = objectsAt(body, 'LinkedTxn').filter(
        (link) => textAt(link, 'TxnId') !== payer.id || textAt(link, 'TxnType') !== payer.entity.name,
      );
      if (linked) links.push({ TxnId: payer.id, TxnType: payer.entity.name });
      return { ...body, LinkedTxn: links, Balance: amount(toCents(body['Balance']) - cents) };
    });
  }

  #addToBalance(entityName: 'Account' | 'Customer', id: string, cents: number): void {
    const [own, total] =
      entityName === 'Account'
        ? ['CurrentBalance', 'CurrentBalanceWithSubAccounts']
        : ['Balance', 'BalanceWithJobs'];
    const table = this.#company.table(entityNamed(entityName).name);
    const add = (body: JsonObject, property: string): void => {
      body[property] = amount(toCents(body[property]) + cents);
    };
    let record = table.get(id);
    for (let isOwn = true; record !== undefined; isOwn = false) {
      this.#touch(record, (body) => {
        if (isOwn) add(body, own);
        add(body, total);
        return body;
      });
      const parentId = refAt(record.body, 'ParentRef');
      record = parentId === undefined ? undefined : table.get(parentId);
    }
  }
}

type Amount = { readonly entity: string; readonly id: string; readonly cents: number };

/** What changed per target; `inAfter` tells whether the target is still named afterwards. */
function difference<T extends Amount>(
  before: readonly T[],
  after: readonly T[],
): (T & { inAfter: boolean })[] {
  const targets = new Map<string, T & { inAfter: boolean }>();
  const add = (entry: T, sign: 1 | -1): void => {
    const key = `${entry.entity} ${entry.id}`;
    const known = targets.get(key);
    const cents = (known?.cents ?? 0) + sign * entry.cents;
    targets.set(key, { ...entry, cents, inAfter: (known?.inAfter ?? false) || sign === 1 });
  };
  for (const entry of before) add(entry, -1);
  for (const entry of after) add(entry, 1);
  return [...targets.values()];
}
