import { Company } from '../company.ts';
import { entityNamed } from '../entities.ts';
import { refreshNames } from '../references.ts';
import { createRecord, deleteRecord, updateRecord, voidRecord } from '../operations.ts';
import { toCents } from '../store/decimal.ts';
import { type JsonObject, rawNumber, textAt } from '../store/json.ts';
import { type StoredRecord } from '../store/record.ts';
import { type Blueprint, blueprints, chartOfAccounts } from './blueprints.ts';
import { companyInfo } from './company-info.ts';
import { customerDraft, invoiceDraft, longText, paymentDraft } from './drafts.ts';
import { type Random, createRandom } from './random.ts';
import { Timeline } from './timeline.ts';

export type GeneratedCompany = { readonly company: Company; readonly blueprint: Blueprint };

export type Size = 'tiny' | 'small' | 'medium' | number;

const SIZES = { tiny: 100, small: 2_500, medium: 25_000 } as const;
const DAY = 86_400;
const YEARS = 3;

/** How many records a company of that size has, about. */
function recordCount(size: Size): number {
  return typeof size === 'number' ? size : SIZES[size];
}

/**
 * Makes the companies: a pure function of its arguments. Every record goes through the same operations that the API offers,
 * in the order of time, so the books are right and stamps, SyncTokens and balances are what such a history leaves behind.
 */
export function generateCompanies(seed: number, size: Size, asOf: Date): GeneratedCompany[] {
  return blueprints.map((blueprint, index) => {
    const random = createRandom(`${seed}:${blueprint.key}`);
    const realmId = `93414530${String(random.integer(0, 9_999_999)).padStart(7, '0')}${index + 1}`;
    const company = new Company({
      realmId,
      name: blueprint.name,
      country: 'US',
      currency: { value: 'USD', name: 'United States Dollar' },
      salesTaxPercent: blueprint.salesTaxPercent,
      customFields: blueprint.customFields.map(({ name }, position) => ({ id: String(position + 1), name })),
    });
    new History(company, blueprint, random, Math.floor(asOf.getTime() / 1_000)).write(recordCount(size));
    return { company, blueprint };
  });
}

class History {
  readonly #company: Company;
  readonly #blueprint: Blueprint;
  readonly #random: Random;
  readonly #end: number;
  readonly #start: number;
  readonly #customers: StoredRecord[] = [];
  readonly #items: StoredRecord[] = [];
  readonly #timeline = new Timeline();
  #invoices = 0;

  constructor(company: Company, blueprint: Blueprint, random: Random, endSeconds: number) {
    this.#company = company;
    this.#blueprint = blueprint;
    this.#random = random;
    this.#end = endSeconds;
    this.#start = endSeconds - YEARS * 365 * DAY;
  }

  write(records: number): void {
    const customers = Math.max(8, Math.round(records * 0.1));
    const items = Math.max(10, Math.min(400, Math.round(records * 0.03)));
    const invoices = Math.max(20, Math.round((records - customers - items - chartOfAccounts.length) / 1.6));
    const imported = Math.max(12, Math.round(records * 0.13));
    this.#company.generating = true;
    this.#setUp(customers, items);
    this.#plan(Math.max(1, invoices - imported), imported, customers);
    this.#timeline.run();
    this.#company.generating = false;
    refreshNames(this.#company);
    for (const table of this.#company.tables.values()) for (const record of table.records()) void record.text;
  }

  #create(entityName: string, draft: JsonObject, atSeconds: number, id?: string): StoredRecord {
    return createRecord(
      this.#company,
      entityNamed(entityName),
      draft,
      id === undefined ? { atSeconds } : { atSeconds, id },
    );
  }

  #setUp(customers: number, items: number): void {
    const at = this.#start;
    companyInfo(this.#company, this.#blueprint, at);
    const accountIds = new Map<string, string>();
    for (const [name, type, subType, parent] of chartOfAccounts) {
      const parentId = parent === undefined ? undefined : accountIds.get(parent);
      const draft: JsonObject = { Name: name, AccountType: type, AccountSubType: subType };
      if (parentId !== undefined) draft['ParentRef'] = { value: parentId };
      if (name === 'Checking') draft['OpeningBalance'] = rawNumber('12500.00');
      accountIds.set(name, this.#create('Account', draft, at).id);
    }
    const income = {
      Service: accountIds.get('Services') ?? '',
      Product: accountIds.get('Sales of Product Income') ?? '',
    };
    const wanted: (readonly [string, string, string, string?])[] = [
      ...this.#blueprint.services,
      ...this.#blueprint.products,
    ];
    for (let number = 1; number <= items; number += 1) {
      const [stem, description, price, sku] = wanted[(number - 1) % wanted.length] ?? ['Item', '', '1'];
      const name = number <= wanted.length ? stem : `${stem} ${number}`;
      const draft: JsonObject = {
        Name: name,
        Description: description,
        UnitPrice: rawNumber(price),
        Type: sku === undefined ? 'Service' : 'NonInventory',
        Taxable: sku !== undefined,
        IncomeAccountRef: { value: sku === undefined ? income.Service : income.Product },
        ...(sku === undefined ? {} : { Sku: number <= wanted.length ? sku : `${sku}-${number}` }),
      };
      this.#items.push(this.#create('Item', draft, at + 60 + number));
    }
    // Never sold to, so that nothing forbids to deactivate it: even the smallest company has an inactive customer.
    const former = this.#create('Customer', { DisplayName: 'Former Customer' }, at + 600);
    this.#timeline.plan(this.#end - 60 * DAY, (later) => this.#setInactive(former, later));
    // The first third of the customers was there from the start; the others come as the company grows.
    for (let number = 1; number <= Math.ceil(customers / 3); number += 1)
      this.#addCustomer(at + 600 + number);
  }

  #addCustomer(atSeconds: number): void {
    const number = this.#customers.length + 1;
    const tops = this.#customers.filter((record) => record.active && record.body['ParentRef'] === undefined);
    const parent =
      tops.length > 0 && (number === 3 || this.#random.chance(0.15)) ? this.#random.pick(tops) : undefined;
    const draft = customerDraft(this.#company, this.#random, parent);
    if (number === 2) draft['Notes'] = longText(2_000);
    this.#customers.push(
      this.#create('Customer', draft, atSeconds, number % 40 === 5 ? longId(number) : undefined),
    );
  }

  #plan(invoices: number, imported: number, customers: number): void {
    const random = this.#random;
    const span = this.#end - this.#start - 40 * DAY;
    const any = (): number => this.#start + 30 * DAY + Math.floor(random.next() * span);
    for (let left = customers - this.#customers.length; left > 0; left -= 1) {
      this.#timeline.plan(any(), (at) => this.#addCustomer(at));
    }
    for (let number = 0; number < invoices; number += 1)
      this.#timeline.plan(any(), (at) => this.#addInvoice(at));
    // One import: everything in it was created in the same second.
    const importAt = this.#end - 200 * DAY + 3_600;
    for (let number = 0; number < imported; number += 1) {
      this.#timeline.plan(importAt, (at) => this.#addInvoice(at));
    }
    const some = (share: number): number => Math.max(1, Math.round(customers * share));
    for (let number = 0; number < some(0.01); number += 1)
      this.#timeline.plan(any(), (at) => this.#rename(at));
    for (let number = 0; number < some(0.03); number += 1) {
      this.#timeline.plan(this.#end - random.integer(1, 300) * DAY, (at) => this.#deactivate('Customer', at));
    }
    this.#timeline.plan(this.#end - 90 * DAY, (at) => this.#deactivate('Item', at));
  }

  #addInvoice(atSeconds: number): void {
    const random = this.#random;
    this.#invoices += 1;
    const number = this.#invoices;
    const customer = random.pick(this.#customers.filter((record) => record.active));
    const items = this.#items.filter((record) => record.active);
    const draft = invoiceDraft(this.#company, this.#blueprint, random, { customer, items, atSeconds });
    if (number === 7 || number % 900 === 0) draft['PrivateNote'] = longText(4_000);
    const invoice = this.#create(
      'Invoice',
      draft,
      atSeconds,
      number % 50 === 10 ? longId(number) : undefined,
    );
    const after = (days: number, run: (at: number) => void): void => {
      const at = atSeconds + Math.ceil(days * DAY);
      if (at < this.#end) this.#timeline.plan(at, run);
    };
    const fate = random.next();
    // The first few have a fixed fate, so that even the smallest company has one of each.
    if (number === 4 || (number > 6 && fate < 0.02))
      after(1 + random.next() * 9, (at) => this.#void(invoice, at));
    else if (number === 5 || (number > 6 && fate < 0.04))
      after(1 + random.next() * 9, (at) => this.#delete(invoice, at));
    else if (number === 6 || fate < 0.1) after(1 + random.next() * 5, (at) => this.#editNote(invoice, at));
    if (fate >= 0.03 && fate < 0.68) after(3 + random.next() * 55, (at) => this.#pay(invoice, at));
  }

  #pay(invoice: StoredRecord, atSeconds: number): void {
    if (invoice.removed || toCents(invoice.body['Balance']) === 0) return;
    const payment = this.#create('Payment', paymentDraft(invoice, this.#random, atSeconds), atSeconds);
    const at = atSeconds + 2 * DAY;
    if (this.#random.chance(0.01) && at < this.#end) this.#timeline.plan(at, () => this.#void(payment, at));
  }

  #void(record: StoredRecord, atSeconds: number): void {
    if (!record.removed) voidRecord(this.#company, record.entity, identity(record), { atSeconds });
  }

  #delete(record: StoredRecord, atSeconds: number): void {
    if (!record.removed) deleteRecord(this.#company, record.entity, identity(record), { atSeconds });
  }

  #editNote(record: StoredRecord, atSeconds: number): void {
    if (record.removed) return;
    const change: JsonObject = {
      ...identity(record),
      sparse: true,
      PrivateNote: `Checked by phone, ${this.#random.integer(1, 99)}`,
    };
    updateRecord(this.#company, record.entity, change, { atSeconds });
  }

  #rename(atSeconds: number): void {
    const customer = this.#random.pick(this.#customers.filter((record) => record.active));
    const name = `${textAt(customer.body, 'DisplayName') ?? ''} & Co`;
    if (this.#company.table('Customer').idOfName(name) !== undefined) return;
    updateRecord(
      this.#company,
      customer.entity,
      { ...identity(customer), sparse: true, DisplayName: name },
      { atSeconds },
    );
  }

  #deactivate(entityName: 'Customer' | 'Item', atSeconds: number): void {
    const from = entityName === 'Customer' ? this.#customers : this.#items;
    const idle = from.filter((record) => record.active && toCents(record.body['BalanceWithJobs']) === 0);
    if (idle.length < 2) return;
    this.#setInactive(this.#random.pick(idle), atSeconds);
  }

  #setInactive(record: StoredRecord, atSeconds: number): void {
    updateRecord(
      this.#company,
      record.entity,
      { ...identity(record), sparse: true, Active: false },
      { atSeconds },
    );
  }
}

function identity(record: StoredRecord): JsonObject {
  return { Id: record.id, SyncToken: String(record.syncToken) };
}

/** QuickBooks also gives ids of 19 digits, beyond what a floating-point number holds exactly. */
function longId(number: number): string {
  return `5000000000000${String(500_000 + number).padStart(6, '0')}`;
}
