import type { Documented } from './documented-fields.ts';
import { lineKinds } from './documented-fields.ts';

/*
 * Records with every documented field filled, each value telling where it came from. They are built from the list in
 * documented-fields.ts, not from the catalogue.
 */

export type Json = Record<string, unknown>;

type Token = {
  readonly name: string;
  readonly letter: string;
  readonly inner: string;
  readonly isList: boolean;
};

/** `A:s B(C:n) D[](E:r)` → its three parts. */
function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length;) {
    const head = /\s*([A-Za-z0-9]+)(\[\])?(?::([a-zA-Z])|\()/y;
    head.lastIndex = at;
    const match = head.exec(text);
    if (match === null) throw new SyntaxError(`Cannot read ${text.slice(at, at + 40)}`);
    at = head.lastIndex;
    let inner = '';
    if (match[3] === undefined) {
      const start = at;
      for (let depth = 1; depth > 0; at += 1) {
        if (text[at] === '(') depth += 1;
        if (text[at] === ')') depth -= 1;
      }
      inner = text.slice(start, at - 1);
    }
    found.push({ name: match[1] ?? '', letter: match[3] ?? '', inner, isList: match[2] !== undefined });
  }
  return found;
}

// Not in TypeScript's library yet.
const raw = JSON as unknown as { rawJSON(text: string): unknown; isRawJSON(value: unknown): boolean };

/** A number exactly as written: JSON.stringify prints it digit by digit. */
export const exactly = (digits: string): unknown => raw.rawJSON(digits);

/** True for an object of the record, as opposed to one of `exactly`'s numbers. */
export const isGroup = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !raw.isRawJSON(value);

/** Numbers the samples are numbered with, so that no two values are equal. */
export type Counter = { next: number };

function value(letter: string, path: string, counter: Counter): unknown {
  const n = (counter.next += 1);
  const name = `${path} ${n}`;
  switch (letter) {
    case 's':
      return name;
    case 'n':
      return exactly(`${n}.${String(n % 10)}0`);
    case 'i':
      return n;
    case 'b':
      return n % 2 === 0;
    case 'd':
      return `2026-0${1 + (n % 9)}-1${n % 10}`;
    case 't':
      return `2026-0${1 + (n % 9)}-11T09:00:0${n % 10}-08:00`;
    case 'c':
      return `2015-07-28T09:0${n % 10}:00-07:00`;
    case 'r':
      return { value: String(n), name };
    case 'R':
      return { value: String(n), name, type: 'Vendor' };
    case 'e':
      return { Address: `${n}@example.com` };
    case 'p':
      return { FreeFormNumber: `(555) ${n}` };
    case 'w':
      return { URI: `https://${n}.example.com` };
    case 'm':
      return { value: name };
    case 'j':
      return [{ Name: name, Value: String(n) }];
    case 'a': {
      const parts =
        'Line1 Line2 Line3 Line4 Line5 City County CountrySubDivisionCode PostalCode Country Lat Long';
      return { Id: String(n), ...Object.fromEntries(parts.split(' ').map((part) => [part, `${part} ${n}`])) };
    }
    default:
      throw new TypeError(`No sample for ${letter}`);
  }
}

function object(text: string, path: string, counter: Counter): Json {
  return Object.fromEntries(
    tokens(text).map(({ name, letter, inner, isList }) => {
      if (inner === '') return [name, value(letter, `${path}${name}`, counter)];
      const one = (): Json => object(inner, `${path}${name}.`, counter);
      return [name, isList ? [one(), one()] : one()];
    }),
  );
}

function line(kind: string, index: number, counter: Counter): Json {
  return {
    Id: String(index + 1),
    LineNum: index + 1,
    ...object(
      'Description:s Amount:n Received:n ProjectRef:r CostAmount:n HomeCostAmount:n CustomField:j CustomExtensions:j',
      'Line.',
      counter,
    ),
    DetailType: kind,
    LinkedTxn: [{ TxnId: String(counter.next), TxnType: 'Expense', TxnLineId: '0' }],
    [kind]: object(lineKinds[kind] ?? '', `${kind}.`, counter),
  };
}

/** A record with everything. */
export function fullRecord(entity: Documented, id: string, counter: Counter): Json {
  const record: Json = {
    domain: 'QBO',
    sparse: false,
    Id: id,
    SyncToken: '3',
    MetaData: { CreateTime: '2026-01-02T03:04:05-08:00', LastUpdatedTime: '2026-02-03T04:05:06-08:00' },
    ...object(entity.fields, '', counter),
  };
  if (entity.lines.length > 0) {
    const lines = entity.lines.map((kind, index) => line(kind, index, counter));
    for (const one of lines) {
      const group = one['GroupLineDetail'] as Json | undefined;
      if (group !== undefined) group['Line'] = [line(entity.lines[0] ?? '', 90, counter)];
    }
    // As QuickBooks ends a form, or links a payment: no id, no number, no kind.
    record['Line'] = [...lines, { Amount: exactly('0'), LinkedTxn: [{ TxnId: '8', TxnType: 'Invoice' }] }];
  }
  if (entity.links) {
    record['LinkedTxn'] = [
      { TxnId: '100', TxnType: 'BillPaymentCheck' },
      { TxnId: '101', TxnType: 'StatementCharge' },
    ];
  }
  if (entity.customFields) {
    record['CustomField'] = [
      { DefinitionId: '1', Name: 'Crew #', Type: 'StringType', StringValue: '102' },
      { DefinitionId: '2', Name: 'Engine', Type: 'NumberType', NumberValue: exactly('7.50') },
      { DefinitionId: '3', Name: 'Empty', Type: 'StringType' },
    ];
  }
  if (entity.taxLines) {
    record['TxnTaxDetail'] = {
      ...(record['TxnTaxDetail'] as Json),
      TaxLine: [
        {
          Amount: exactly('26.82'),
          DetailType: 'TaxLineDetail',
          TaxLineDetail: object(
            'TaxRateRef:r PercentBased:b TaxPercent:n NetAmountTaxable:n TaxInclusiveAmount:n OverrideDeltaAmount:n ServiceDate:d',
            'TaxLine.',
            counter,
          ),
        },
      ],
    };
  }
  return record;
}

/** As it stands in an answer: a template of a recurring transaction is wrapped in its type. */
export function inAnswer(entity: Documented, record: Json): Json {
  return entity.name === 'RecurringTransaction' ? { Invoice: record } : record;
}
