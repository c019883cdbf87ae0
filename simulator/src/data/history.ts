import { type Company } from '../company/company.ts';
import { entityNamed } from '../entities/entities.ts';
import { nameCents } from '../books/balances.ts';
import { Fault } from '../base/fault.ts';
import { defaultMergeRules, mergeNames } from '../operations/merge.ts';
import { createRecord, deleteRecord, updateRecord, voidRecord } from '../operations/operations.ts';
import { refreshNames } from '../operations/references.ts';
import { toCents } from '../values/decimal.ts';
import { type JsonObject, objectsAt, refAt, textAt } from '../values/json.ts';
import { type StoredRecord, columnReader } from '../company/record.ts';
import { writeMovedBalances } from '../operations/unit-of-work.ts';
import { type Blueprint } from './blueprint.ts';
import { createItems } from './items.ts';
import { Lists } from './lists.ts';
import { customerDraft, employeeDraft, vendorDraft } from './people.ts';
import { type Random } from './random.ts';
import { invoiceDraft, longText } from './sale-drafts.ts';
import { type Scene, choose, currencyOf } from './scene.ts';
import { Timeline } from './timeline.ts';

const DAY = 86_400;
const YEARS = 3;
/** Entities of which every fiftieth has an id of 19 digits, beyond what a floating-point number holds exactly. */
const LONG = new Set(['Invoice', 'Customer']);

/** Something that happens so many times in a history. */
export type Actor = { readonly count: number; readonly act: (atSeconds: number) => void };

/** What a history writes with: the company's records to choose from, the passing of time, and the operations of the API. */
export class History {
  readonly company: Company;
  readonly blueprint: Blueprint;
  readonly random: Random;
  readonly start: number;
  readonly end: number;
  readonly timeline = new Timeline();
  /** Received and not yet taken to the bank. */
  readonly undeposited: StoredRecord[] = [];
  readonly #rows = new Map<string, StoredRecord[]>();

  constructor(company: Company, blueprint: Blueprint, random: Random, endSeconds: number) {
    this.company = company;
    this.blueprint = blueprint;
    this.random = random;
    this.end = endSeconds;
    this.start = endSeconds - YEARS * 365 * DAY;
  }

  scene(atSeconds: number): Scene {
    const { company, blueprint, random } = this;
    return { company, blueprint, random, atSeconds, rows: (entity) => this.#rows.get(entity) ?? [] };
  }

  has(entity: string): boolean {
    return !this.blueprint.hiddenEntities.includes(entity);
  }

  /** Creates a record that later events may choose; every so often under an id of 19 digits. Undefined if it is refused. */
  create(entity: string, draft: JsonObject, atSeconds: number): StoredRecord | undefined {
    const number = (this.#rows.get(entity)?.length ?? 0) + 1;
    const isLong = LONG.has(entity) && number % 50 === 5;
    const id = isLong ? { id: `5000000000000${String(500_000 + number).padStart(6, '0')}` } : {};
    try {
      const options = { atSeconds, inUi: true, ...id };
      const record = createRecord(this.company, entityNamed(entity), draft, options);
      this.remember(entity, record);
      return record;
    } catch (error) {
      // What it builds on (the customer of an order, say) may have gone inactive meanwhile; then it does not happen.
      if (error instanceof Fault) return undefined;
      throw error;
    }
  }

  remember(role: string, record: StoredRecord): void {
    const rows = this.#rows.get(role);
    if (rows === undefined) this.#rows.set(role, [record]);
    else rows.push(record);
  }

  after(days: number, atSeconds: number, run: (at: number) => void): void {
    const at = atSeconds + Math.ceil(days * DAY);
    if (at < this.end) this.timeline.plan(at, run);
  }

  change(record: StoredRecord, change: JsonObject, atSeconds: number): void {
    if (record.removed) return;
    const identity = { Id: record.id, SyncToken: String(record.syncToken), sparse: true };
    updateRecord(this.company, record.entity, { ...identity, ...change }, { atSeconds });
  }

  void(record: StoredRecord, atSeconds: number): void {
    if (record.removed || isDeposited(record)) return;
    const identity = { Id: record.id, SyncToken: String(record.syncToken) };
    voidRecord(this.company, record.entity, identity, { atSeconds, inUi: true });
  }

  delete(record: StoredRecord, atSeconds: number): void {
    if (record.removed || isDeposited(record)) return;
    const identity = { Id: record.id, SyncToken: String(record.syncToken) };
    deleteRecord(this.company, record.entity, identity, { atSeconds });
  }

  /** Writes the whole history: the lists, then everything that happens, in the order of time. */
  write(
    sizes: { readonly customers: number; readonly vendors: number; readonly items: number },
    actors: readonly Actor[],
  ): void {
    const { company, blueprint, random } = this;
    const at = this.start;
    company.generating = true;
    new Lists(company, blueprint, at).write(this.end);
    for (const entity of ['Class', 'Department'])
      for (const record of company.table(entity).records()) this.remember(entity, record);
    for (const item of createItems(company, blueprint, sizes.items, at)) this.remember('Item', item);
    for (const record of company.table('Item').records())
      if (textAt(record.body, 'Type') === 'Group') this.remember('Bundle', record);
    const staff = Math.min(40, 3 + Math.floor(sizes.customers / 50));
    for (let number = 1; number <= staff; number += 1)
      this.create('Employee', employeeDraft(company, blueprint, random, at), at + 500 + number);
    for (let number = 1; number <= sizes.vendors; number += 1)
      this.create('Vendor', vendorDraft(company, blueprint, random), at + 550 + number);
    this.#people(sizes.customers);
    for (const { count, act } of actors)
      for (let number = 0; number < count; number += 1) this.timeline.plan(this.#anyTime(), act);
    this.timeline.run();
    company.generating = false;
    writeMovedBalances(company);
    refreshNames(company, company.renamed);
    company.renamed.clear();
    for (const table of company.tables.values()) for (const record of table.records()) record.pack();
  }

  #anyTime(): number {
    return this.start + 30 * DAY + Math.floor(this.random.next() * (this.end - this.start - 40 * DAY));
  }

  /** Customers: a third from the start, the others as the company grows, some renamed, some gone. */
  #people(customers: number): void {
    const at = this.start;
    // Never sold to, so that nothing forbids to deactivate it: even the smallest company has an inactive customer.
    const former = createRecord(
      this.company,
      entityNamed('Customer'),
      { DisplayName: 'Former Customer' },
      { atSeconds: at + 600 },
    );
    this.timeline.plan(this.end - 60 * DAY, (later) => this.change(former, { Active: false }, later));
    for (let number = 1; number <= customers; number += 1) {
      if (number <= Math.ceil(customers / 3)) this.#addCustomer(number, at + 600 + number);
      else this.timeline.plan(this.#anyTime(), (later) => this.#addCustomer(number, later));
    }
    const some = (share: number): number => Math.max(1, Math.round(customers * share));
    for (let number = 0; number < some(0.01); number += 1)
      this.timeline.plan(this.#anyTime(), (later) => this.#rename(later));
    this.#twins(at + 650 + customers);
    this.timeline.plan(this.end - 100 * DAY, (later) => this.#merge(later));
    for (const [entity, share] of [
      ['Customer', 0.03],
      ['Vendor', 0.01],
      ['Employee', 0],
      ['Item', 0],
    ] as const) {
      for (let number = 0; number < some(share); number += 1)
        this.timeline.plan(this.end - this.random.integer(1, 300) * DAY, (later) =>
          this.#deactivate(entity, later),
        );
    }
  }

  #addCustomer(number: number, atSeconds: number): void {
    const isTop = (record: StoredRecord): boolean => record.body['ParentRef'] === undefined;
    const scene = this.scene(atSeconds);
    const parent = number === 3 || this.random.chance(0.15) ? choose(scene, 'Customer', isTop) : undefined;
    const draft = customerDraft(this.company, this.blueprint, this.random, parent);
    if (number === 2) draft['Notes'] = longText(2_000);
    this.create('Customer', draft, atSeconds);
  }

  #rename(atSeconds: number): void {
    const customer = choose(this.scene(atSeconds), 'Customer');
    const name = `${textAt(customer?.body ?? {}, 'DisplayName') ?? ''} & Co`;
    if (customer === undefined || this.company.table('Customer').idOfName(name) !== undefined) return;
    this.change(customer, { DisplayName: name }, atSeconds);
  }

  /** One customer that was entered twice, was billed under both names and is then merged: so there is one in any company. */
  #twins(atSeconds: number): void {
    const { BillAddr = {} } = customerDraft(this.company, this.blueprint, this.random);
    const twins = ['Orchard House', 'The Orchard House'].map((DisplayName) =>
      createRecord(this.company, entityNamed('Customer'), { DisplayName, BillAddr }, { atSeconds }),
    );
    for (const [index, twin] of twins.entries())
      this.timeline.plan(this.start + (40 + index) * DAY, (later) => {
        this.create('Invoice', invoiceDraft(this.scene(later), twin), later);
      });
    this.timeline.plan(this.end - 90 * DAY, (later) => {
      const [survivor, loser] = twins;
      if (survivor === undefined || loser === undefined) return;
      const rules = defaultMergeRules;
      const ids = { loserId: loser.id, survivorId: survivor.id };
      mergeNames(this.company, loser.entity, { ...ids, rules, atSeconds: later });
    });
  }

  /** Two customers that turned out to be one. */
  #merge(atSeconds: number): void {
    const isMergeable = (record: StoredRecord): boolean =>
      record.body['ParentRef'] === undefined &&
      [...this.company.table('Customer').childrenOf(record.id)].length === 0;
    const scene = this.scene(atSeconds);
    const loser = choose(scene, 'Customer', isMergeable);
    const survivor = choose(
      scene,
      'Customer',
      (record) =>
        record !== loser &&
        isMergeable(record) &&
        loser !== undefined &&
        currencyOf(scene, record) === currencyOf(scene, loser),
    );
    if (loser === undefined || survivor === undefined) return;
    const rules = defaultMergeRules;
    mergeNames(this.company, loser.entity, { loserId: loser.id, survivorId: survivor.id, rules, atSeconds });
  }

  #deactivate(entity: string, atSeconds: number): void {
    const isIdle = (record: StoredRecord): boolean => isWithoutBalance(this.company, record);
    const record = choose(this.scene(atSeconds), entity, isIdle);
    if (record !== undefined) this.change(record, { Active: false }, atSeconds);
  }
}

/** Whether QuickBooks would let the name go without a question: nothing open on it or below it, nothing in stock. */
export function isWithoutBalance(company: Company, record: StoredRecord): boolean {
  const { name } = record.entity;
  for (const _child of company.table(name).childrenOf(record.id)) return false;
  if (name === 'Item')
    return record.body['TrackQtyOnHand'] !== true && textAt(record.body, 'Type') !== 'Category';
  return (name !== 'Customer' && name !== 'Vendor') || nameCents(company, name, record) === 0;
}

export function isDeposited(record: StoredRecord): boolean {
  return objectsAt(record.body, 'LinkedTxn').some((link) => textAt(link, 'TxnType') === 'Deposit');
}

const readBalance = new Map(
  ['Invoice', 'Bill', 'CreditMemo'].map((name) => [name, columnReader(entityNamed(name), 'Balance')]),
);

export function isOpen(record: StoredRecord): boolean {
  return !record.removed && Number(readBalance.get(record.entity.name)?.(record) ?? 0) > 0;
}

/** Whether the received money waits to be taken to the bank. */
export function isUndeposited(company: Company, record: StoredRecord): boolean {
  return (
    !record.removed &&
    toCents(record.body['TotalAmt']) > 0 &&
    refAt(record.body, 'DepositToAccountRef') === company.accountOf('UndepositedFunds') &&
    !isDeposited(record)
  );
}
