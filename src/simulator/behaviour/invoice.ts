import { type Company } from '../company.ts';
import { Fault, faults } from '../fault.ts';
import { amount, decimal, isDecimal, multiplyToCents, percentOf, toCents } from '../store/decimal.ts';
import { type JsonObject, cloneJson, objectAt, objectsAt, rawNumber, refAt, textAt } from '../store/json.ts';
import { addDays, pacificDate } from '../store/pacific-time.ts';
import { type Behaviour } from './behaviour.ts';
import { voidNote } from './void-note.ts';

const TAX_RATE_ID = '3';

function salesLine(line: JsonObject, number: number, id: string): JsonObject {
  const detail = { ...objectAt(line, 'SalesItemLineDetail') };
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
  detail['TaxCodeRef'] ??= { value: 'NON' };
  const description = textAt(line, 'Description');
  return {
    Id: id,
    LineNum: rawNumber(String(number)),
    ...(description === undefined ? {} : { Description: description }),
    Amount: amount(cents),
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: detail,
  };
}

function taxDetail(
  company: Company,
  draft: JsonObject,
  taxableCents: number,
): { detail: JsonObject; cents: number } {
  const percent = company.profile.salesTaxPercent;
  if (percent === null || taxableCents === 0) {
    const given = objectAt(draft, 'TxnTaxDetail');
    const cents = objectsAt(given, 'TaxLine').length > 0 ? 0 : toCents(given['TotalTax']);
    return { detail: { TotalTax: amount(cents) }, cents };
  }
  const cents = percentOf(taxableCents, percent);
  const line: JsonObject = {
    Amount: amount(cents),
    DetailType: 'TaxLineDetail',
    TaxLineDetail: {
      TaxRateRef: { value: TAX_RATE_ID },
      PercentBased: true,
      TaxPercent: decimal(percent),
      NetAmountTaxable: amount(taxableCents),
    },
  };
  return { detail: { TxnTaxCodeRef: { value: '2' }, TotalTax: amount(cents), TaxLine: [line] }, cents };
}

function lines(draft: JsonObject): {
  lines: JsonObject[];
  subtotal: number;
  discount: number;
  taxable: number;
} {
  const given = objectsAt(draft, 'Line').filter(
    (line) => textAt(line, 'DetailType') !== 'SubTotalLineDetail',
  );
  let highestId = 0;
  for (const line of given) highestId = Math.max(highestId, Number(textAt(line, 'Id') ?? '0') || 0);
  const sales: JsonObject[] = [];
  const discounts: JsonObject[] = [];
  let subtotal = 0;
  let taxable = 0;
  for (const line of given) {
    const detailType = textAt(line, 'DetailType');
    if (detailType === 'DiscountLineDetail') {
      discounts.push(line);
    } else if (detailType === 'SalesItemLineDetail') {
      const id = textAt(line, 'Id') ?? String((highestId += 1));
      const made = salesLine(line, sales.length + 1, id);
      sales.push(made);
      const cents = toCents(made['Amount']);
      subtotal += cents;
      if (refAt(objectAt(made, 'SalesItemLineDetail'), 'TaxCodeRef') === 'TAX') taxable += cents;
    } else if (detailType === 'DescriptionOnly') {
      sales.push({
        ...line,
        Id: textAt(line, 'Id') ?? String((highestId += 1)),
        LineNum: rawNumber(String(sales.length + 1)),
      });
    } else {
      throw faults.missing('Line.DetailType');
    }
  }
  if (sales.length === 0) throw faults.missing('Line');
  let discount = 0;
  const made: JsonObject[] = [
    ...sales,
    { Amount: amount(subtotal), DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
  ];
  for (const line of discounts) {
    const detail = objectAt(line, 'DiscountLineDetail');
    const percent = detail['PercentBased'] === true ? textAt(detail, 'DiscountPercent') : undefined;
    const cents = percent === undefined ? toCents(line['Amount']) : percentOf(subtotal, percent);
    discount += cents;
    made.push({ Amount: amount(cents), DetailType: 'DiscountLineDetail', DiscountLineDetail: detail });
  }
  return { lines: made, subtotal, discount, taxable };
}

function customFields(company: Company, draft: JsonObject): JsonObject[] {
  const given = objectsAt(draft, 'CustomField');
  return company.profile.customFields.map(({ id, name }) => {
    const value = given.find((field) => textAt(field, 'DefinitionId') === id);
    const text = value === undefined ? undefined : textAt(value, 'StringValue');
    return {
      DefinitionId: id,
      Name: name,
      Type: 'StringType',
      ...(text === undefined ? {} : { StringValue: text }),
    };
  });
}

export const invoice: Behaviour = {
  prepare(draft, { company, before, atSeconds }) {
    const customerId = refAt(draft, 'CustomerRef');
    if (customerId === undefined) throw faults.missing('CustomerRef');
    const made = lines(draft);
    const tax = taxDetail(company, draft, made.taxable);
    const total = made.subtotal - made.discount + tax.cents;
    const paid = before === undefined ? 0 : toCents(before['TotalAmt']) - toCents(before['Balance']);
    if (paid > total)
      throw faults.business('The amount of the invoice is smaller than what has been paid on it.');
    const billTo = company.find('Customer', customerId)?.body;
    const txnDate = textAt(draft, 'TxnDate') ?? pacificDate(atSeconds);
    draft['AllowIPNPayment'] ??= false;
    draft['AllowOnlinePayment'] ??= false;
    draft['AllowOnlineCreditCardPayment'] ??= false;
    draft['AllowOnlineACHPayment'] ??= false;
    draft['CustomField'] = customFields(company, draft);
    draft['DocNumber'] ??= company.nextDocumentNumber();
    draft['TxnDate'] = txnDate;
    draft['CurrencyRef'] ??= { ...company.profile.currency };
    draft['LinkedTxn'] = before?.['LinkedTxn'] ?? [];
    draft['Line'] = made.lines;
    draft['TxnTaxDetail'] = tax.detail;
    for (const address of ['BillAddr', 'ShipAddr']) {
      const known = billTo?.[address];
      if (known !== undefined) draft[address] ??= cloneJson(known);
    }
    draft['FreeFormAddress'] ??= true;
    draft['DueDate'] ??= addDays(txnDate, 30);
    draft['TotalAmt'] = amount(total);
    draft['ApplyTaxAfterDiscount'] ??= false;
    draft['PrintStatus'] ??= 'NeedToPrint';
    draft['EmailStatus'] ??= 'NotSet';
    draft['Balance'] = amount(total - paid);
    return draft;
  },

  contributions(body, company) {
    const total = toCents(body['TotalAmt']);
    const tax = toCents(objectAt(body, 'TxnTaxDetail')['TotalTax']);
    const receivable = company.accountOf('AccountsReceivable');
    const taxPayable = company.accountOf('GlobalTaxPayable');
    const customerId = refAt(body, 'CustomerRef');
    return [
      ...(customerId === undefined
        ? []
        : [{ entity: 'Customer' as const, id: customerId, cents: toCents(body['Balance']) }]),
      ...(receivable === undefined ? [] : [{ entity: 'Account' as const, id: receivable, cents: total }]),
      ...(taxPayable === undefined ? [] : [{ entity: 'Account' as const, id: taxPayable, cents: -tax }]),
    ];
  },

  voided(body) {
    const zero = rawNumber('0');
    const voidedLines = objectsAt(body, 'Line').map((line): JsonObject => {
      const detail = objectAt(line, 'SalesItemLineDetail');
      const withoutQty = detail['Qty'] === undefined ? detail : { ...detail, Qty: zero };
      return {
        ...line,
        ...(line['Amount'] === undefined ? {} : { Amount: zero }),
        ...(line['SalesItemLineDetail'] === undefined ? {} : { SalesItemLineDetail: withoutQty }),
      };
    });
    return {
      ...body,
      PrivateNote: voidNote(body),
      LinkedTxn: [],
      Line: voidedLines,
      TxnTaxDetail: { TotalTax: zero },
      TotalAmt: zero,
      Balance: zero,
    };
  },
};
