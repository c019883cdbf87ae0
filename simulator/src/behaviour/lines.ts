import { type Company } from '../company/company.ts';
import { Fault, faults } from '../base/fault.ts';
import { amount, decimal, isDecimal, multiplyToCents, percentOf, toCents } from '../values/decimal.ts';
import { type JsonObject, objectAt, objectsAt, rawNumber, refAt, textAt } from '../values/json.ts';
import { type Side, type TaxedLine, withTax } from './tax.ts';

/** Hands out line ids as QuickBooks does: a line that came without one gets the next that was never used in the transaction. */
export class LineIds {
  #highest: number;

  constructor(given: readonly JsonObject[], before: JsonObject | undefined, first = 1) {
    const known = [...given, ...(before === undefined ? [] : objectsAt(before, 'Line'))];
    this.#highest = first - 1;
    for (const line of known) {
      const id = Number(textAt(line, 'Id') ?? first - 1);
      if (id > this.#highest) this.#highest = id;
    }
  }

  of(line: JsonObject): string {
    return textAt(line, 'Id') ?? String((this.#highest += 1));
  }
}

type ItemDetail = 'SalesItemLineDetail' | 'ItemBasedExpenseLineDetail';

/** The cents of a line with an item: as given, or quantity times price. @throws Fault 6070 when the two disagree. */
function itemLine(line: JsonObject, detailType: ItemDetail): { detail: JsonObject; cents: number } {
  const detail = { ...objectAt(line, detailType) };
  const hasProduct = isDecimal(detail['UnitPrice']) && isDecimal(detail['Qty']);
  const product = hasProduct ? multiplyToCents(detail['UnitPrice'], detail['Qty']) : undefined;
  if (line['Amount'] === undefined && product === undefined) throw faults.missing('Line.Amount');
  const cents = line['Amount'] === undefined ? (product ?? 0) : toCents(line['Amount']);
  if (product !== undefined && product !== cents) {
    throw new Fault({
      Message: 'Amount calculation incorrect in the request',
      Detail: `Amount calculation incorrect in the request : Amount is not equal to UnitPrice * Qty. Supplied value:${textAt(line, 'Amount') ?? ''}`,
      code: '6070',
      element: 'Amount',
    });
  }
  for (const property of ['UnitPrice', 'Qty']) {
    const given = textAt(detail, property);
    if (given !== undefined) detail[property] = decimal(given);
  }
  return { detail, cents };
}

/** Common head of a line, in the order in which it is printed. */
export function lineHead(line: JsonObject, id: string, number: number | undefined): JsonObject {
  const description = textAt(line, 'Description');
  return {
    Id: id,
    ...(number === undefined ? {} : { LineNum: rawNumber(String(number)) }),
    ...(description === undefined ? {} : { Description: description }),
  };
}

/** Sales lines made whole, and what they come to. */
export type SaleLines = {
  readonly lines: JsonObject[];
  readonly subtotal: number;
  readonly discount: number;
  readonly taxed: TaxedLine[];
};

class SaleForm {
  readonly #company: Company;
  readonly #ids: LineIds;
  readonly #isInclusive: boolean;
  readonly sales: JsonObject[] = [];
  readonly taxed: TaxedLine[] = [];
  subtotal = 0;

  constructor(company: Company, ids: LineIds, isInclusive: boolean) {
    this.#company = company;
    this.#ids = ids;
    this.#isInclusive = isInclusive;
  }

  add(line: JsonObject): void {
    const detailType = textAt(line, 'DetailType');
    const number = this.sales.length + 1;
    if (detailType === 'SalesItemLineDetail') {
      const { made, cents } = this.#item(line, number);
      this.subtotal += cents;
      this.sales.push(made);
    } else if (detailType === 'DescriptionOnly') {
      const detail = { DescriptionLineDetail: objectAt(line, 'DescriptionLineDetail') };
      this.sales.push({ ...lineHead(line, this.#ids.of(line), number), DetailType: detailType, ...detail });
    } else if (detailType === 'GroupLineDetail') {
      this.sales.push(this.#group(line, number));
    } else {
      throw faults.missing('Line.DetailType');
    }
  }

  #item(line: JsonObject, number: number | undefined): { made: JsonObject; cents: number } {
    const { detail, cents } = itemLine(line, 'SalesItemLineDetail');
    if (this.#company.profile.tax !== 'international') detail['TaxCodeRef'] ??= { value: 'NON' };
    const code = refAt(detail, 'TaxCodeRef');
    if (this.#isInclusive)
      detail['TaxInclusiveAmt'] = amount(withTax(this.#company, code, cents, 'SalesTaxRateList'));
    this.taxed.push({ code, cents });
    const made = {
      ...lineHead(line, this.#ids.of(line), number),
      Amount: amount(cents),
      ...(line['LinkedTxn'] === undefined ? {} : { LinkedTxn: line['LinkedTxn'] }),
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: detail,
    };
    return { made, cents };
  }

  /** A bundle: the lines inside are the item's own unless the caller gives others (facts#bundle-lines). */
  #group(line: JsonObject, number: number): JsonObject {
    const detail = objectAt(line, 'GroupLineDetail');
    const bundle = this.#company.find('Item', refAt(detail, 'GroupItemRef') ?? '')?.body;
    if (bundle === undefined)
      throw faults.invalidReference('GroupItemRef', refAt(detail, 'GroupItemRef') ?? '');
    const quantity = textAt(detail, 'Quantity') ?? '1';
    const given = objectsAt(detail, 'Line');
    const wanted = given.length > 0 ? given : bundleLines(this.#company, bundle, quantity);
    const id = this.#ids.of(line);
    let sum = 0;
    const inside = wanted.map((inner) => {
      const { made, cents } = this.#item(inner, undefined);
      sum += cents;
      return made;
    });
    this.subtotal += sum;
    return {
      ...lineHead(line, id, number),
      Amount: amount(sum),
      DetailType: 'GroupLineDetail',
      GroupLineDetail: {
        GroupItemRef: detail['GroupItemRef'] ?? {},
        Quantity: decimal(quantity),
        Line: inside,
      },
    };
  }
}

function bundleLines(company: Company, bundle: JsonObject, quantity: string): JsonObject[] {
  return objectsAt(objectAt(bundle, 'ItemGroupDetail'), 'ItemGroupLine').map((part) => {
    const itemId = refAt(part, 'ItemRef') ?? '';
    const item = company.find('Item', itemId)?.body ?? {};
    const each = textAt(part, 'Qty') ?? '1';
    return {
      ...(item['Description'] === undefined ? {} : { Description: item['Description'] }),
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: {
        ItemRef: { value: itemId },
        UnitPrice: item['UnitPrice'] ?? rawNumber('0'),
        Qty: decimal(String(Number(each) * Number(quantity))),
      },
    };
  });
}

/** Completes the lines of a sales form: ids, numbers, amounts, the subtotal line, discounts after it. */
export function saleLines(company: Company, draft: JsonObject, before: JsonObject | undefined): SaleLines {
  const given = objectsAt(draft, 'Line').filter(
    (line) => textAt(line, 'DetailType') !== 'SubTotalLineDetail',
  );
  const isInclusive = textAt(draft, 'GlobalTaxCalculation') === 'TaxInclusive';
  const form = new SaleForm(company, new LineIds(given, before), isInclusive);
  const discounts = given.filter((line) => textAt(line, 'DetailType') === 'DiscountLineDetail');
  for (const line of given) if (!discounts.includes(line)) form.add(line);
  if (form.sales.length === 0) throw faults.missing('Line');
  const { subtotal, taxed } = form;
  let discount = 0;
  const lines: JsonObject[] = [
    ...form.sales,
    { Amount: amount(subtotal), DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
  ];
  for (const line of discounts) {
    const detail = { ...objectAt(line, 'DiscountLineDetail') };
    const account = company.accountOf('DiscountsRefundsGiven');
    if (account !== undefined) detail['DiscountAccountRef'] ??= { value: account };
    const percent = detail['PercentBased'] === true ? textAt(detail, 'DiscountPercent') : undefined;
    const cents = percent === undefined ? toCents(line['Amount']) : percentOf(subtotal, percent);
    discount += cents;
    lines.push({ Amount: amount(cents), DetailType: 'DiscountLineDetail', DiscountLineDetail: detail });
  }
  return { lines, subtotal, discount, taxed };
}

/** Completes the lines of a purchase form. Bills number their lines, purchases do not (facts#line-identity). */
export function purchaseLines(
  company: Company,
  draft: JsonObject,
  before: JsonObject | undefined,
  isNumbered: boolean,
): { lines: JsonObject[]; subtotal: number; taxed: TaxedLine[] } {
  const side: Side = 'PurchaseTaxRateList';
  const given = objectsAt(draft, 'Line');
  const ids = new LineIds(given, before);
  const isInclusive = textAt(draft, 'GlobalTaxCalculation') === 'TaxInclusive';
  const taxed: TaxedLine[] = [];
  let subtotal = 0;
  const lines = given.map((line, index): JsonObject => {
    const type = textAt(line, 'DetailType');
    if (type !== 'ItemBasedExpenseLineDetail' && type !== 'AccountBasedExpenseLineDetail')
      throw faults.missing('Line.DetailType');
    const { detail, cents } =
      type === 'ItemBasedExpenseLineDetail'
        ? itemLine(line, type)
        : { detail: { ...objectAt(line, type) }, cents: toCents(line['Amount']) };
    if (type === 'AccountBasedExpenseLineDetail' && refAt(detail, 'AccountRef') === undefined)
      throw faults.missing('Line.AccountRef');
    detail['BillableStatus'] ??= 'NotBillable';
    if (company.profile.tax !== 'international') detail['TaxCodeRef'] ??= { value: 'NON' };
    const code = refAt(detail, 'TaxCodeRef');
    if (isInclusive) detail['TaxInclusiveAmt'] = amount(withTax(company, code, cents, side));
    taxed.push({ code, cents });
    subtotal += cents;
    return {
      ...lineHead(line, ids.of(line), isNumbered ? index + 1 : undefined),
      Amount: amount(cents),
      ...(line['LinkedTxn'] === undefined ? {} : { LinkedTxn: line['LinkedTxn'] }),
      DetailType: type,
      [type]: detail,
    };
  });
  if (lines.length === 0) throw faults.missing('Line');
  return { lines, subtotal, taxed };
}
