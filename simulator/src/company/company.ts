import { type Entity } from '../entities/entity.ts';
import { entities, entityNamed, transactionNames } from '../entities/entities.ts';
import { faults } from '../base/fault.ts';
import { type Entry } from '../ledger/entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import { PoisonedRecords } from './poison.ts';
import { type JsonObject, textAt } from '../values/json.ts';
import { RecentRecords, StoredRecord, columnReader, unwrap } from './record.ts';
import { Table, type Tombstone } from './table.ts';

type CustomFieldDefinition = {
  readonly id: string;
  readonly name: string;
  readonly type: 'StringType' | 'NumberType' | 'DateType' | 'BooleanType';
  /** Beyond the classic three: shown only to who asks with include=enhancedAllCustomFields (facts#many-custom-fields). */
  readonly enhanced: boolean;
};

const readSubType = columnReader(entityNamed('Account'), 'AccountSubType');
const readCurrency = columnReader(entityNamed('Account'), 'CurrencyRef');
/** A custom field with a long number, and the comma before it: the classic ones stand first. */
const ENHANCED = /,\{"DefinitionId":"\d{10,}"(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}/g;
const LONG_IDS = 5_000_000_000_000_000_000n;

/** What a company is, apart from its records. */
export type CompanyProfile = {
  readonly realmId: string;
  readonly name: string;
  readonly country: string;
  readonly currency: { readonly value: string; readonly name: string };
  /** `us`: lines are TAX or NON and the sale names a code; `international`: each line names its code; null: no tax. */
  readonly tax: 'us' | 'international' | null;
  readonly multiCurrency: boolean;
  readonly customFields: readonly CustomFieldDefinition[];
  /** Entities that the company's edition of QuickBooks does not have. */
  readonly hiddenEntities: readonly string[];
};

/** Numbers the company hands out; they survive a restart. */
export type Counters = {
  list: Record<string, number>;
  transaction: number;
  document: number;
  change: number;
};

/** What was done on purpose; what else a commit holds moved with it. */
export type Act = {
  readonly verb: 'created' | 'updated' | 'inactivated' | 'void' | 'deleted' | 'merged' | 'emailed';
  readonly record: StoredRecord;
  /** The name that was merged into this one. */
  readonly deletedId?: string;
};

/** Everything one operation changed, to be journalled as a whole. */
export type Commit = {
  readonly company: Company;
  readonly act?: Act | undefined;
  readonly saved: readonly StoredRecord[];
  readonly removed: readonly { readonly entity: string; readonly id: string; readonly deletedAt: number }[];
};

/** One simulated QuickBooks company: its profile, its records and its counters. */
export class Company {
  readonly profile: CompanyProfile;
  readonly tables: ReadonlyMap<string, Table>;
  counters: Counters = { list: {}, transaction: 0, document: 1000, change: 0 };
  /** While the history is generated: renames are carried into other records once at the end, and nobody is told of changes. */
  generating = false;
  /** What all transactions post to; balances and reports come from it. */
  readonly ledger: Ledger;
  /** Records whose balance moved while the history is generated, and when last: written once at the end. */
  readonly moved = new Map<StoredRecord, number>();
  /** References that went stale while the history is generated: entity and id by the old piece of JSON. */
  readonly renamed = new Map<string, readonly [entity: string, id: string]>();
  /** Records that spoil the answers they stand in. */
  readonly poison = new PoisonedRecords();
  /** Living records that change data capture calls deleted, by entity. */
  readonly spuriousDeletes = new Map<string, Tombstone[]>();
  /** Told of every finished operation. */
  onCommit: (commit: Commit) => void = () => undefined;
  /** Entities its edition does not have; the control interface may change them. */
  hiddenEntities: ReadonlySet<string>;
  readonly #recent: RecentRecords;
  readonly #touched = new Set<string>();
  readonly #accounts = new Map<string, string>();
  readonly #rates = new Map<string, readonly (readonly [string, string])[]>();

  constructor(profile: CompanyProfile, recent: RecentRecords, from?: Company) {
    this.profile = profile;
    this.#recent = recent;
    this.hiddenEntities = new Set(from?.hiddenEntities ?? profile.hiddenEntities);
    this.ledger = from?.ledger.copy() ?? new Ledger();
    this.tables = new Map(
      entities.map((entity) => [entity.name, from?.table(entity.name).copy(recent) ?? new Table(entity)]),
    );
    if (from !== undefined) this.counters = { ...from.counters, list: { ...from.counters.list } };
  }

  /** The company as it was generated, in a life of its own; what was ordered for its answers is not copied. */
  copy(recent = new RecentRecords()): Company {
    return new Company(this.profile, recent, this);
  }

  /** A record that is in no table yet. */
  newRecord(entity: Entity, id: string): StoredRecord {
    return new StoredRecord(entity, id, this.#recent);
  }

  get realmId(): string {
    return this.profile.realmId;
  }

  table(entityName: string): Table {
    const table = this.tables.get(entityName);
    if (table === undefined) throw new Error(`The simulator has no table for ${entityName}.`);
    return table;
  }

  find(entityName: string, id: string): StoredRecord | undefined {
    return this.tables.get(entityName)?.get(id);
  }

  /** An answer as who did not ask for more than the classic custom fields gets it. */
  withClassicFields(text: string): string {
    return this.profile.customFields.some(({ enhanced }) => enhanced) ? text.replace(ENHANCED, '') : text;
  }

  /** @throws Fault 5030 for an entity that the company's edition or country does not have (facts#edition-hides). */
  checkIncluded(entity: Entity): void {
    if (this.hiddenEntities.has(entity.name)) throw faults.featureNotIncluded(entity.name);
  }

  /** The transaction a LinkedTxn names; its TxnType is not always the name of an entity (facts#link-types). */
  findTransaction(txnType: string, id: string): StoredRecord | undefined {
    return this.find(transactionNames[txnType] ?? txnType, id);
  }

  /** Records changed, and ids removed, since the history was generated: what a journal must hold. */
  changesSinceGeneration(): Commit {
    const saved: StoredRecord[] = [];
    const removed: Commit['removed'][number][] = [];
    for (const key of this.#touched) {
      const [entity = '', id = ''] = key.split(' ');
      const record = this.find(entity, id);
      const tombstone = this.table(entity).tombstones.get(id);
      if (record !== undefined) saved.push(record);
      else if (tombstone !== undefined) removed.push({ entity, id, deletedAt: tombstone.deletedAt });
    }
    return { company: this, saved, removed };
  }

  /** Takes in a finished operation. */
  committed(commit: Commit): void {
    if (this.generating) return;
    for (const record of commit.saved) this.#touched.add(`${record.entity.name} ${record.id}`);
    for (const { entity, id } of commit.removed) this.#touched.add(`${entity} ${id}`);
    this.onCommit(commit);
  }

  /** Puts a record back as a journal remembers it, without moving anything else. */
  restore(entity: Entity, printed: JsonObject, entries: readonly Entry[]): void {
    const body = unwrap(entity, printed);
    const id = textAt(body, 'Id') ?? entity.keyOf?.(body) ?? '';
    const record = this.find(entity.name, id) ?? this.newRecord(entity, id);
    record.replace(body);
    this.keep(record);
    this.post(record, entries);
    this.#touched.add(`${entity.name} ${id}`);
  }

  /** Files a new or changed record in its table. */
  keep(record: StoredRecord): void {
    const { uniqueBy, name } = record.entity;
    if (name === 'ExchangeRate') this.#rates.clear();
    this.table(name).put(record, uniqueBy === undefined ? undefined : textAt(record.body, uniqueBy));
  }

  /** Rates of a currency, oldest first. */
  exchangeRates(currency: string): readonly (readonly [asOf: string, rate: string])[] {
    const known = this.#rates.get(currency);
    if (known !== undefined) return known;
    const rates = [...this.table('ExchangeRate').records()]
      .filter(({ body }) => textAt(body, 'SourceCurrencyCode') === currency)
      .map(({ body }) => [textAt(body, 'AsOfDate') ?? '', textAt(body, 'Rate') ?? '1'] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    this.#rates.set(currency, rates);
    return rates;
  }

  /** Puts a record's entries into the ledger in place of those it had. */
  post(record: StoredRecord, entries: readonly Entry[]): void {
    this.ledger.post(record.entries, -1);
    record.entries = entries;
    this.ledger.post(entries, 1);
  }

  /** Forgets a record except for its tombstone. */
  remove(entityName: string, id: string, deletedAt: number): void {
    const record = this.find(entityName, id);
    if (record !== undefined) this.post(record, []);
    this.table(entityName).remove(id, deletedAt);
    this.#touched.add(`${entityName} ${id}`);
  }

  /** Transactions draw from one sequence, each list has its own (facts#id-sequences). */
  nextId(entity: Entity): string {
    if (entity.kind === 'transaction') {
      this.counters.transaction += 1;
      return String(this.counters.transaction);
    }
    const next = (this.counters.list[entity.name] ?? 0) + 1;
    this.counters.list[entity.name] = next;
    return entity.longIds ? String(LONG_IDS + BigInt(500_000 + next)) : String(next);
  }

  nextDocumentNumber(): string {
    this.counters.document += 1;
    return String(this.counters.document);
  }

  /** Id of the first account with this AccountSubType, such as AccountsReceivable or UndepositedFunds, in that currency. */
  accountOf(subType: string, currency = this.profile.currency.value): string | undefined {
    const key = `${subType} ${currency}`;
    const known = this.#accounts.get(key);
    if (known !== undefined && this.find('Account', known) !== undefined) return known;
    for (const record of this.table('Account').records()) {
      if (readSubType(record) !== subType || readCurrency(record) !== currency) continue;
      this.#accounts.set(key, record.id);
      return record.id;
    }
    return undefined;
  }
}
