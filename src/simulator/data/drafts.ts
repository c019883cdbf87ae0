import { type Company } from '../company.ts';
import { toCents, amount } from '../store/decimal.ts';
import { type JsonObject, rawNumber, textAt } from '../store/json.ts';
import { type StoredRecord } from '../store/record.ts';
import { pacificDate } from '../store/pacific-time.ts';
import {
  type Blueprint,
  awkwardTexts,
  businessWords,
  familyNames,
  givenNames,
  streets,
  towns,
} from './blueprints.ts';
import { type Random } from './random.ts';

function address(random: Random): JsonObject {
  const [city, state, zip] = random.pick(towns);
  return {
    Id: String(random.integer(2, 9_999)),
    Line1: `${random.integer(10, 9_900)} ${random.pick(streets)}`,
    City: city,
    CountrySubDivisionCode: state,
    PostalCode: zip,
  };
}

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

/** A customer nobody bears the name of yet; `parent` makes it a job below another one. */
export function customerDraft(company: Company, random: Random, parent?: StoredRecord): JsonObject {
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  const isBusiness = random.chance(0.55);
  const stem =
    parent === undefined
      ? isBusiness
        ? `${family}'s ${random.pick(businessWords)}`
        : `${given} ${family}`
      : `${String(random.integer(1, 9_999)).padStart(4, '0')} ${random.pick(streets)}`;
  const taken = (name: string): boolean => company.table('Customer').idOfName(name) !== undefined;
  let name = stem;
  for (let number = 2; taken(name); number += 1) name = `${stem} ${number}`;
  const mailName = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '.')
    .toLowerCase();
  return {
    DisplayName: name,
    GivenName: given,
    FamilyName: family,
    ...(isBusiness ? { CompanyName: name } : {}),
    ...(parent === undefined ? {} : { ParentRef: { value: parent.id } }),
    BillAddr: address(random),
    ...(random.chance(0.6) ? { ShipAddr: address(random) } : {}),
    ...(random.chance(0.1) ? { Notes: random.pick(awkwardTexts) } : {}),
    ...(random.chance(0.2) ? { WebAddr: { URI: `http://${mailName}.example` } } : {}),
    PrimaryPhone: {
      FreeFormNumber: `(${random.integer(200, 989)}) 555-${String(random.integer(0, 9_999)).padStart(4, '0')}`,
    },
    PrimaryEmailAddr: { Address: `${mailName}@customers.example` },
  };
}

function saleLine(item: StoredRecord, random: Random): JsonObject {
  const { body } = item;
  const isService = textAt(body, 'Type') === 'Service';
  const quantity = random.chance(0.3)
    ? `${random.integer(1, 12)}.${random.pick(['25', '5', '75'])}`
    : String(random.integer(1, 24));
  return {
    Description: textAt(body, 'Description') ?? '',
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: {
      ItemRef: { value: item.id },
      UnitPrice: body['UnitPrice'] ?? rawNumber('0'),
      Qty: rawNumber(quantity),
      TaxCodeRef: { value: isService ? 'NON' : 'TAX' },
    },
  };
}

/** An invoice to that customer over a few of the items. */
export function invoiceDraft(
  company: Company,
  blueprint: Blueprint,
  random: Random,
  parts: {
    readonly customer: StoredRecord;
    readonly items: readonly StoredRecord[];
    readonly atSeconds: number;
  },
): JsonObject {
  const lines: JsonObject[] = [];
  const count = 1 + Math.floor(random.next() ** 2 * 6);
  for (let index = 0; index < count; index += 1) lines.push(saleLine(random.pick(parts.items), random));
  if (random.chance(0.04))
    lines.push({
      Description: random.pick(awkwardTexts),
      DetailType: 'DescriptionOnly',
      DescriptionLineDetail: {},
    });
  if (random.chance(0.04)) {
    lines.push({
      DetailType: 'DiscountLineDetail',
      DiscountLineDetail: {
        PercentBased: true,
        DiscountPercent: rawNumber(random.pick(['5', '10', '12.5'])),
      },
    });
  }
  const fields = company.profile.customFields.map(({ id, name }, index): JsonObject => {
    const values = blueprint.customFields[index]?.values ?? [''];
    return {
      DefinitionId: id,
      Name: name,
      Type: 'StringType',
      ...(random.chance(0.8) ? { StringValue: random.pick(values) } : {}),
    };
  });
  const email = parts.customer.body['PrimaryEmailAddr'];
  return {
    CustomField: fields,
    TxnDate: pacificDate(parts.atSeconds),
    ...(random.chance(0.08) ? { PrivateNote: random.pick(awkwardTexts) } : {}),
    Line: lines,
    CustomerRef: { value: parts.customer.id },
    CustomerMemo: { value: random.pick(blueprint.memos) },
    SalesTermRef: { value: '3', name: 'Net 30' },
    ...(email === undefined ? {} : { BillEmail: email }),
    EmailStatus: random.chance(0.5) ? 'EmailSent' : 'NotSet',
  };
}

/** A payment on that invoice: whole, in part, or with something left over. */
export function paymentDraft(invoice: StoredRecord, random: Random, atSeconds: number): JsonObject {
  const balance = toCents(invoice.body['Balance']);
  const applied = random.chance(0.15) && balance > 100 ? Math.floor(balance / random.integer(2, 4)) : balance;
  const extra = random.chance(0.03) ? random.integer(1, 50_000) : 0;
  return {
    CustomerRef: { value: textAt(invoice.body['CustomerRef'] as JsonObject, 'value') ?? '' },
    TotalAmt: amount(applied + extra),
    TxnDate: pacificDate(atSeconds),
    ...(random.chance(0.4) ? { PaymentRefNum: String(random.integer(1_000, 99_999)) } : {}),
    Line: [{ Amount: amount(applied), LinkedTxn: [{ TxnId: invoice.id, TxnType: 'Invoice' }] }],
  };
}
