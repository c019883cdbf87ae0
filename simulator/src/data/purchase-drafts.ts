import { amount, toCents } from '../values/decimal.ts';
import { type JsonObject, rawNumber, refAt, textAt } from '../values/json.ts';
import { pacificDate } from '../values/pacific-time.ts';
import { type StoredRecord } from '../company/record.ts';
import { everydayExpenses } from './chart.ts';
import { type Random } from './random.ts';
import { type Scene, accountRef, bankRef, choose, currencyOf } from './scene.ts';
import { awkwardTexts } from './words.ts';

const isStocked = (record: StoredRecord): boolean => record.body['TrackQtyOnHand'] === true;

function taxCode({ blueprint, random }: Scene): JsonObject {
  return { TaxCodeRef: { value: random.pick(blueprint.tax.purchase) } };
}

/** Mostly plain, now and then awkward. */
function describe(random: Random): string {
  return random.chance(0.08)
    ? random.pick(awkwardTexts)
    : `${random.pick(['Monthly', 'Order', 'Repair', 'Supplies'])} ${random.integer(1, 9_999)}`;
}

function expenseLine(scene: Scene): JsonObject {
  const { random } = scene;
  const customer = random.chance(0.08) ? choose(scene, 'Customer') : undefined;
  const klass = random.chance(0.2) ? choose(scene, 'Class') : undefined;
  return {
    ...(random.chance(0.5) ? { Description: describe(random) } : {}),
    Amount: amount(random.integer(300, 60_000)),
    DetailType: 'AccountBasedExpenseLineDetail',
    AccountBasedExpenseLineDetail: {
      AccountRef: accountRef(scene, random.pick(everydayExpenses)),
      ...(customer === undefined ? {} : { CustomerRef: { value: customer.id }, BillableStatus: 'Billable' }),
      ...(klass === undefined ? {} : { ClassRef: { value: klass.id } }),
      ...taxCode(scene),
    },
  };
}

/** Goods for the shelf, for a few hundred in all. */
function stockLine(scene: Scene): JsonObject | undefined {
  const item = choose(scene, 'Item', isStocked);
  if (item === undefined) return undefined;
  const cost = Math.max(1, toCents(item.body['PurchaseCost']));
  const quantity = Math.max(1, Math.round(scene.random.integer(8_000, 60_000) / cost));
  return {
    Description: textAt(item.body, 'PurchaseDesc') ?? '',
    DetailType: 'ItemBasedExpenseLineDetail',
    ItemBasedExpenseLineDetail: {
      ItemRef: { value: item.id },
      UnitPrice: item.body['PurchaseCost'] ?? rawNumber('1'),
      Qty: rawNumber(String(quantity)),
      ...taxCode(scene),
    },
  };
}

function lines(scene: Scene, stockChance: number): JsonObject[] {
  const made: JsonObject[] = [];
  const count = 1 + Math.floor(scene.random.next() ** 2 * 4);
  for (let index = 0; index < count; index += 1) {
    const stock = scene.random.chance(stockChance) ? stockLine(scene) : undefined;
    made.push(stock ?? expenseLine(scene));
  }
  return made;
}

/** What bills, vendor credits and purchase orders have in common. */
export function vendorDraftOf(scene: Scene, vendor: StoredRecord, stockChance: number): JsonObject {
  const { random, atSeconds } = scene;
  return {
    VendorRef: { value: vendor.id },
    TxnDate: pacificDate(atSeconds),
    ...(random.chance(0.5) ? { DocNumber: String(random.integer(1_000, 999_999)) } : {}),
    ...(random.chance(0.15) ? { PrivateNote: random.pick(awkwardTexts) } : {}),
    Line: lines(scene, stockChance),
  };
}

export function billDraft(scene: Scene, vendor: StoredRecord): JsonObject {
  return {
    ...vendorDraftOf(scene, vendor, 0.35),
    SalesTermRef: { value: scene.random.pick(['2', '3', '3', '4']) },
  };
}

/** The bill for what was ordered: it closes the order. */
export function billOfOrder(scene: Scene, order: StoredRecord): JsonObject {
  const vendorId = refAt(order.body, 'VendorRef') ?? '';
  const bare = (order.body['Line'] as JsonObject[]).map(({ Id: _id, LineNum: _number, ...line }) => line);
  return {
    VendorRef: { value: vendorId },
    TxnDate: pacificDate(scene.atSeconds),
    Line: bare,
    LinkedTxn: [{ TxnId: order.id, TxnType: 'PurchaseOrder' }],
  };
}

export function billPaymentDraft(scene: Scene, bill: StoredRecord): JsonObject {
  const { random, atSeconds } = scene;
  const { body } = bill;
  const balance = toCents(body['Balance']);
  const cents = random.chance(0.1) && balance > 100 ? Math.floor(balance / 2) : balance;
  const currency = refAt(body, 'CurrencyRef') ?? '';
  const byCard = currency === scene.company.profile.currency.value && random.chance(0.25);
  return {
    VendorRef: { value: refAt(body, 'VendorRef') ?? '' },
    PayType: byCard ? 'CreditCard' : 'Check',
    ...(byCard
      ? { CreditCardPayment: { CCAccountRef: accountRef(scene, 'Mastercard') } }
      : { CheckPayment: { BankAccountRef: bankRef(scene, currency) } }),
    TotalAmt: amount(cents),
    TxnDate: pacificDate(atSeconds),
    ...(random.chance(0.7) ? { DocNumber: String(random.integer(1, 9_999)) } : {}),
    Line: [{ Amount: amount(cents), LinkedTxn: [{ TxnId: bill.id, TxnType: 'Bill' }] }],
  };
}

/** An expense paid at once: in cash, by check, by card, or a credit on the card. */
export function purchaseDraft(scene: Scene): JsonObject {
  const { random, atSeconds, company } = scene;
  const type = random.pick(['Cash', 'Cash', 'Check', 'CreditCard', 'CreditCard']);
  const isHome = (record: StoredRecord): boolean =>
    currencyOf(scene, record) === company.profile.currency.value;
  const person = random.chance(0.05) ? 'Employee' : 'Vendor';
  const whom = random.chance(0.9)
    ? choose(scene, person, person === 'Vendor' ? isHome : undefined)
    : undefined;
  return {
    AccountRef: accountRef(scene, type === 'CreditCard' ? random.pick(['Mastercard', 'Visa']) : 'Checking'),
    PaymentType: type,
    ...(whom === undefined ? {} : { EntityRef: { value: whom.id, type: person } }),
    ...(type === 'CreditCard' && random.chance(0.08) ? { Credit: true } : {}),
    ...(random.chance(0.5) ? { DocNumber: String(random.integer(1, 9_999)) } : {}),
    TxnDate: pacificDate(atSeconds),
    Line: lines(scene, 0.1),
  };
}
