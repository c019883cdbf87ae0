import { toCents } from '../values/decimal.ts';
import { type JsonObject, refAt, textAt } from '../values/json.ts';
import { entityNamed } from '../entities/entities.ts';
import { type StoredRecord, columnReader } from '../company/record.ts';
import { type Actor, type History, isOpen, isUndeposited } from './history.ts';
import {
  adjustmentDraft,
  budgetDraft,
  cardPaymentDraft,
  depositDraft,
  journalEntryDraft,
  noteDraft,
  recurringDraft,
  reimburseDraft,
  taxPaymentDraft,
  timeActivityDraft,
  transferDraft,
} from './money-drafts.ts';
import { billDraft, billOfOrder, billPaymentDraft, purchaseDraft, vendorDraftOf } from './purchase-drafts.ts';
import {
  creditLinkDraft,
  invoiceDraft,
  longText,
  paymentDraft,
  receiptDraft,
  refundDraft,
  saleDraft,
} from './sale-drafts.ts';
import { choose } from './scene.ts';

/** What happens how often, as a share of all transactions; what follows from it (payments, deposits) comes on top. */
const shares = {
  invoice: 0.3,
  estimate: 0.03,
  receipt: 0.07,
  bill: 0.11,
  purchase: 0.13,
  journal: 0.015,
  creditMemo: 0.012,
  refund: 0.006,
  order: 0.015,
  transfer: 0.005,
  card: 0.006,
  vendorCredit: 0.006,
  time: 0.03,
  adjustment: 0.003,
  reimburse: 0.004,
  note: 0.01,
  deposit: 0.03,
} as const;

const few = { budget: 2, recurring: 3, taxPayment: 12 } as const;

type Kind = keyof typeof shares | keyof typeof few;

/** The doings of a company in a history of about that many transactions. */
export function actorsOf(history: History, transactions: number): Actor[] {
  const doings = new Doings(history);
  const counts = [
    ...Object.entries(shares).map(
      ([kind, share]) => [kind, Math.max(1, Math.round(share * transactions))] as const,
    ),
    ...Object.entries(few),
  ];
  // Thousands in one second wherever there is room for them: more than any page or answer holds.
  const fewest = transactions < 2_000 ? 12 : 2_000;
  const importSize = Math.max(fewest, Math.min(5_000, Math.round(transactions * 0.15)));
  return counts.map(([kind, count]) => {
    const isImported = kind === 'invoice';
    if (isImported) doings.planImport(importSize);
    return { count: isImported ? Math.max(8, count - importSize) : count, act: doings.kinds[kind as Kind] };
  });
}

class Doings {
  readonly #history: History;
  #invoices = 0;

  constructor(history: History) {
    this.#history = history;
  }

  readonly kinds: Readonly<Record<Kind, (at: number) => void>> = {
    invoice: (at) => this.#invoice(at),
    estimate: (at) => {
      const estimate = this.#sell('Estimate', at, saleDraft);
      if (estimate !== undefined && this.#chance(0.4))
        this.#history.after(4, at, (later) => this.#accept(estimate, later));
    },
    receipt: (at) => {
      const receipt = this.#sell('SalesReceipt', at, receiptDraft);
      if (receipt !== undefined) this.#history.undeposited.push(receipt);
    },
    creditMemo: (at) => this.#creditMemo(at),
    refund: (at) => void this.#sell('RefundReceipt', at, refundDraft),
    bill: (at) => {
      const bill = this.#buy('Bill', at, (scene, vendor) => billDraft(scene, vendor));
      if (bill !== undefined) this.#followBill(bill, at);
    },
    vendorCredit: (at) =>
      void this.#buy('VendorCredit', at, (scene, vendor) => vendorDraftOf(scene, vendor, 0.2)),
    order: (at) => {
      if (!this.#history.has('PurchaseOrder')) return;
      const order = this.#buy('PurchaseOrder', at, (scene, vendor) => vendorDraftOf(scene, vendor, 0.9));
      if (order !== undefined && this.#chance(0.7))
        this.#history.after(9, at, (later) => this.#receive(order, later));
    },
    purchase: (at) => {
      const purchase = this.#make('Purchase', at, purchaseDraft);
      if (purchase !== undefined && this.#chance(0.01))
        this.#history.after(2, at, (later) => this.#history.void(purchase, later));
    },
    journal: (at) => {
      const entry = this.#make('JournalEntry', at, journalEntryDraft);
      if (entry !== undefined && this.#chance(0.05))
        this.#history.after(3, at, (later) => this.#history.delete(entry, later));
    },
    transfer: (at) => void this.#make('Transfer', at, transferDraft),
    card: (at) => void this.#make('CreditCardPaymentTxn', at, cardPaymentDraft),
    time: (at) => void this.#make('TimeActivity', at, timeActivityDraft),
    adjustment: (at) => {
      if (this.#history.has('InventoryAdjustment')) this.#make('InventoryAdjustment', at, adjustmentDraft);
    },
    reimburse: (at) => {
      const scene = this.#history.scene(at);
      const customer = choose(scene, 'Customer');
      if (customer !== undefined)
        this.#history.create(
          'ReimburseCharge',
          { ...reimburseDraft(scene, customer, scene.random.integer(500, 90_000)), ...currencyOf(customer) },
          at,
        );
    },
    note: (at) => {
      const scene = this.#history.scene(at);
      const record = choose(scene, this.#history.random.pick(['Invoice', 'Bill', 'Customer', 'Estimate']));
      if (record !== undefined) this.#history.create('Attachable', noteDraft(scene, record), at);
    },
    deposit: (at) => this.#deposit(at),
    budget: (at) => {
      const year = new Date(at * 1_000).getUTCFullYear();
      const isThere = this.#history.company.table('Budget').idOfName(`Budget ${year}`) !== undefined;
      if (this.#history.has('Budget') && !isThere)
        this.#make('Budget', at, (scene) => budgetDraft(scene, year));
    },
    recurring: (at) => {
      const scene = this.#history.scene(at);
      const customer = choose(scene, 'Customer');
      if (customer === undefined) return;
      const name = `Monthly ${textAt(customer.body, 'DisplayName') ?? ''}`;
      this.#history.create('RecurringTransaction', recurringDraft(invoiceDraft(scene, customer), name), at);
    },
    taxPayment: (at) => {
      if (!this.#history.has('TaxPayment')) return;
      const { company } = this.#history;
      const owed = -company.ledger.account(company.accountOf('GlobalTaxPayable') ?? '').home;
      if (owed !== 0) this.#make('TaxPayment', at, (scene) => taxPaymentDraft(scene, owed));
    },
  };

  /** One import: everything in it was created in the same second. */
  planImport(count: number): void {
    const at = this.#history.end - 200 * 86_400 + 3_600;
    for (let number = 0; number < count; number += 1)
      this.#history.timeline.plan(at, (when) => this.#imported(when));
  }

  /** What was brought over from another program: most of it was settled there. */
  #imported(at: number): void {
    const { random } = this.#history;
    const invoice = this.#sell('Invoice', at, invoiceDraft);
    const days = random.next();
    if (invoice !== undefined && this.#chance(0.2))
      this.#history.after(3 + days * 55, at, (later) => this.#pay(invoice, later));
  }

  #chance(probability: number): boolean {
    return this.#history.random.chance(probability);
  }

  #make(
    entity: string,
    at: number,
    draftOf: (scene: ReturnType<History['scene']>) => ReturnType<typeof saleDraft> | undefined,
  ): StoredRecord | undefined {
    const draft = draftOf(this.#history.scene(at));
    return draft && this.#history.create(entity, draft, at);
  }

  #sell(entity: string, at: number, draftOf: typeof saleDraft): StoredRecord | undefined {
    return this.#make(entity, at, (scene) => {
      const customer = choose(scene, 'Customer');
      return customer && draftOf(scene, customer);
    });
  }

  #buy(entity: string, at: number, draftOf: typeof saleDraft): StoredRecord | undefined {
    return this.#make(entity, at, (scene) => {
      const vendor = choose(scene, 'Vendor');
      return vendor && draftOf(scene, vendor);
    });
  }

  #invoice(at: number): void {
    this.#invoices += 1;
    const number = this.#invoices;
    const history = this.#history;
    const invoice = this.#sell('Invoice', at, (scene, customer) => {
      const draft = invoiceDraft(scene, customer);
      if (number === 7 || number % 900 === 0) draft['PrivateNote'] = longText(4_000);
      return draft;
    });
    if (invoice === undefined) return;
    const fate = history.random.next();
    const days = history.random.next();
    // The first few have a fixed fate, so that even the smallest company has one of each.
    const isFree = number > 7;
    if (number === 4 || (isFree && fate < 0.02))
      history.after(1 + days * 9, at, (later) => history.void(invoice, later));
    else if (number === 5 || (isFree && fate < 0.04))
      history.after(1 + days * 9, at, (later) => history.delete(invoice, later));
    else if (number === 6 || (isFree && fate < 0.1)) {
      const note = `Checked by phone, ${history.random.integer(1, 99)}`;
      history.after(1 + days * 5, at, (later) => history.change(invoice, { PrivateNote: note }, later));
    }
    if (fate >= 0.03 && fate < 0.68) history.after(3 + days * 55, at, (later) => this.#pay(invoice, later));
  }

  #pay(invoice: StoredRecord, at: number): void {
    if (!isOpen(invoice)) return;
    const payment = this.#make('Payment', at, (scene) => paymentDraft(scene, invoice));
    if (payment === undefined) return;
    if (this.#chance(0.01)) this.#history.after(2, at, (later) => this.#history.void(payment, later));
    else this.#history.undeposited.push(payment);
  }

  #accept(estimate: StoredRecord, at: number): void {
    if (estimate.removed) return;
    const customer = this.#history.company.find('Customer', refAt(estimate.body, 'CustomerRef') ?? '');
    if (customer === undefined || !customer.active) return;
    const link = { LinkedTxn: [{ TxnId: estimate.id, TxnType: 'Estimate' }] };
    this.#make('Invoice', at, (scene) => ({ ...invoiceDraft(scene, customer), ...link }));
  }

  #creditMemo(at: number): void {
    const memo = this.#sell('CreditMemo', at, saleDraft);
    if (memo === undefined) return;
    const isTheirs = (record: StoredRecord): boolean =>
      isOpen(record) && customerOf(record) === refAt(memo.body, 'CustomerRef');
    this.#history.after(2, at, (later) => {
      if (!isOpen(memo)) return;
      const invoice =
        choose(this.#history.scene(later), 'Invoice', isTheirs) ?? this.#invoiceFor(memo, later);
      if (invoice !== undefined)
        this.#make('Payment', later, (scene) => creditLinkDraft(scene, invoice, memo));
    });
  }

  #invoiceFor(memo: StoredRecord, at: number): StoredRecord | undefined {
    const customer = this.#history.company.find('Customer', refAt(memo.body, 'CustomerRef') ?? '');
    if (customer === undefined || !customer.active) return undefined;
    return this.#make('Invoice', at, (scene) => invoiceDraft(scene, customer));
  }

  #followBill(bill: StoredRecord, at: number): void {
    const history = this.#history;
    const fate = history.random.next();
    const days = history.random.next();
    if (fate < 0.02) history.after(1 + days * 4, at, (later) => history.delete(bill, later));
    else if (fate < 0.75)
      history.after(5 + days * 40, at, (later) => {
        if (!isOpen(bill)) return;
        const payment = this.#make('BillPayment', later, (scene) => billPaymentDraft(scene, bill));
        if (payment !== undefined && this.#chance(0.01))
          history.after(2, later, (then) => history.void(payment, then));
      });
  }

  #receive(order: StoredRecord, at: number): void {
    const vendor = order.removed
      ? undefined
      : this.#history.company.find('Vendor', refAt(order.body, 'VendorRef') ?? '');
    if (vendor === undefined || !vendor.active) return;
    const bill = this.#make('Bill', at, (scene) => billOfOrder(scene, order));
    if (bill !== undefined) this.#followBill(bill, at);
  }

  #deposit(at: number): void {
    const { company, undeposited, random } = this.#history;
    const taken = undeposited
      .splice(0, random.integer(4, 16))
      .filter((record) => isUndeposited(company, record) && toCents(record.body['TotalAmt']) > 0);
    this.#make('Deposit', at, (scene) => depositDraft(scene, taken));
  }
}

const customerOf = columnReader(entityNamed('Invoice'), 'CustomerRef');

function currencyOf(customer: StoredRecord): JsonObject {
  const currency = customer.body['CurrencyRef'];
  return currency === undefined ? {} : { CurrencyRef: currency };
}
