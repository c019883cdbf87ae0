import { toCents, amount } from '../values/decimal.ts';
import { type JsonObject, rawNumber, refAt, textAt } from '../values/json.ts';
import { pacificDate } from '../values/pacific-time.ts';
import { type StoredRecord } from '../company/record.ts';
import { type Scene, bankRef, choose, currencyOf, isHome } from './scene.ts';
import { awkwardTexts } from './words.ts';

/** A text of exactly `length` UTF-16 units that is full of awkward characters. */
export function longText(length: number): string {
  let text = '';
  for (let index = 0; text.length < length; index += 1)
    text += `${awkwardTexts[index % awkwardTexts.length] ?? ''} `;
  let cut = text.slice(0, length);
  // Half a surrogate pair at the end would be no text at all.
  if (/[\uD800-\uDBFF]$/.test(cut)) cut = `${cut.slice(0, -1)}.`;
  return cut;
}

const isSold = (record: StoredRecord): boolean => {
  const type = textAt(record.body, 'Type');
  return type !== 'Group' && type !== 'Category';
};

/** The tax code of a sales line: goods and services of US companies differ, elsewhere the codes are spread. */
function saleCode({ blueprint, random }: Scene, item: StoredRecord): string {
  const [goods = 'TAX', ...rest] = blueprint.tax.sale;
  if (blueprint.tax.kind === 'us') return textAt(item.body, 'Type') === 'Service' ? 'NON' : goods;
  return random.chance(0.75) ? goods : random.pick(rest.length > 0 ? rest : [goods]);
}

function saleLine(scene: Scene): JsonObject | undefined {
  const { random } = scene;
  const item = choose(scene, 'Item', isSold);
  if (item === undefined) return undefined;
  const { body } = item;
  const isWhole = textAt(body, 'Type') !== 'Service' || random.chance(0.7);
  const quantity = isWhole
    ? String(random.integer(1, textAt(body, 'Type') === 'Service' ? 24 : 6))
    : `${random.integer(1, 12)}.${random.pick(['25', '5', '75'])}`;
  const klass = random.chance(0.15) ? choose(scene, 'Class') : undefined;
  return {
    Description: textAt(body, 'Description') ?? '',
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: {
      ItemRef: { value: item.id },
      ...(klass === undefined ? {} : { ClassRef: { value: klass.id } }),
      UnitPrice: body['UnitPrice'] ?? rawNumber('0'),
      Qty: rawNumber(quantity),
      TaxCodeRef: { value: saleCode(scene, item) },
    },
  };
}

/** A few lines of a sale: items, now and then a bundle, a remark or a discount. */
function saleLines(scene: Scene): JsonObject[] {
  const { random } = scene;
  const lines: JsonObject[] = [];
  const count = 1 + Math.floor(random.next() ** 2 * 6);
  for (let index = 0; index < count; index += 1) {
    const line = saleLine(scene);
    if (line !== undefined) lines.push(line);
  }
  if (scene.blueprint.tax.kind === 'us' && random.chance(0.02)) {
    const bundle = choose(scene, 'Bundle');
    if (bundle !== undefined)
      lines.push({
        Description: textAt(bundle.body, 'Description') ?? '',
        DetailType: 'GroupLineDetail',
        GroupLineDetail: {
          GroupItemRef: { value: bundle.id },
          Quantity: rawNumber(String(random.integer(1, 3))),
        },
      });
  }
  if (random.chance(0.04))
    lines.push({
      Description: random.pick(awkwardTexts),
      DetailType: 'DescriptionOnly',
      DescriptionLineDetail: {},
    });
  if (random.chance(0.04)) {
    const percent = rawNumber(random.pick(['5', '10', '12.5']));
    lines.push({
      DetailType: 'DiscountLineDetail',
      DiscountLineDetail: { PercentBased: true, DiscountPercent: percent },
    });
  }
  return lines;
}

const VALUE_KEYS = {
  StringType: 'StringValue',
  NumberType: 'NumberValue',
  DateType: 'DateValue',
  BooleanType: 'BooleanValue',
};

function customFields({ company, blueprint, random }: Scene): JsonObject[] {
  return company.profile.customFields.map(({ id, name, type }, index): JsonObject => {
    const text = random.pick(blueprint.customFields[index]?.values ?? ['']);
    const value = type === 'NumberType' ? rawNumber(text) : type === 'BooleanType' ? text === 'true' : text;
    return {
      DefinitionId: id,
      Name: name,
      Type: type,
      ...(random.chance(0.8) ? { [VALUE_KEYS[type]]: value } : {}),
    };
  });
}

/** What all sales forms have in common, to that customer. */
export function saleDraft(scene: Scene, customer: StoredRecord): JsonObject {
  const { blueprint, random, atSeconds } = scene;
  const isProject = customer.body['IsProject'] === true;
  const department = random.chance(0.3) ? choose(scene, 'Department') : undefined;
  const email = customer.body['PrimaryEmailAddr'];
  return {
    CustomField: customFields(scene),
    TxnDate: pacificDate(atSeconds),
    ...(department === undefined ? {} : { DepartmentRef: { value: department.id } }),
    ...(random.chance(0.08) ? { PrivateNote: random.pick(awkwardTexts) } : {}),
    ...(blueprint.tax.kind === 'international' && random.chance(0.15)
      ? { GlobalTaxCalculation: 'TaxInclusive' }
      : {}),
    Line: saleLines(scene),
    CustomerRef: { value: customer.id },
    ...(isProject ? { ProjectRef: { value: customer.id } } : {}),
    CustomerMemo: { value: random.pick(blueprint.memos) },
    ...(email === undefined ? {} : { BillEmail: email }),
    EmailStatus: random.chance(0.5) ? 'EmailSent' : 'NotSet',
  };
}

/** An invoice: a sale with a term. */
export function invoiceDraft(scene: Scene, customer: StoredRecord): JsonObject {
  return {
    ...saleDraft(scene, customer),
    SalesTermRef: { value: scene.random.pick(['3', '3', '3', '2', '4']) },
  };
}

/** A sale paid at once; in another currency it goes straight to the bank. */
export function receiptDraft(scene: Scene, customer: StoredRecord): JsonObject {
  const draft = saleDraft(scene, customer);
  if (scene.random.chance(0.5))
    draft['PaymentMethodRef'] = { value: scene.random.pick(['1', '2', '3', '4']) };
  if (!isHome(scene, customer)) draft['DepositToAccountRef'] = bankRef(scene, currencyOf(scene, customer));
  return draft;
}

/** A refund of the same kind, out of the bank. */
export function refundDraft(scene: Scene, customer: StoredRecord): JsonObject {
  return { ...saleDraft(scene, customer), DepositToAccountRef: bankRef(scene, currencyOf(scene, customer)) };
}

/** A payment on that invoice: whole, in part, or with something left over. */
export function paymentDraft(scene: Scene, invoice: StoredRecord): JsonObject {
  const { random, atSeconds } = scene;
  const { body } = invoice;
  const balance = toCents(body['Balance']);
  const applied = random.chance(0.15) && balance > 100 ? Math.floor(balance / random.integer(2, 4)) : balance;
  const extra = random.chance(0.03) ? random.integer(1, 50_000) : 0;
  const currency = refAt(body, 'CurrencyRef') ?? '';
  const isOwn = currency === scene.company.profile.currency.value;
  return {
    CustomerRef: { value: refAt(body, 'CustomerRef') ?? '' },
    TotalAmt: amount(applied + extra),
    TxnDate: pacificDate(atSeconds),
    ...(isOwn ? {} : { DepositToAccountRef: bankRef(scene, currency) }),
    ...(random.chance(0.5) ? { PaymentMethodRef: { value: random.pick(['1', '2', '3', '4']) } } : {}),
    ...(random.chance(0.4) ? { PaymentRefNum: String(random.integer(1_000, 99_999)) } : {}),
    Line: [{ Amount: amount(applied), LinkedTxn: [{ TxnId: invoice.id, TxnType: 'Invoice' }] }],
  };
}

/** The payment of nothing that links a credit to a charge (facts#payment-of-nothing). */
export function creditLinkDraft(
  scene: Scene,
  invoice: StoredRecord,
  memo: StoredRecord,
): JsonObject | undefined {
  const cents = Math.min(toCents(invoice.body['Balance']), toCents(memo.body['Balance']));
  if (cents <= 0) return undefined;
  const line = (id: string, type: string): JsonObject => ({
    Amount: amount(cents),
    LinkedTxn: [{ TxnId: id, TxnType: type }],
  });
  return {
    CustomerRef: { value: refAt(memo.body, 'CustomerRef') ?? '' },
    TotalAmt: rawNumber('0'),
    TxnDate: pacificDate(scene.atSeconds),
    PrivateNote: 'Created by QB Online to link credits to charges.',
    Line: [line(invoice.id, 'Invoice'), line(memo.id, 'CreditMemo')],
  };
}
