import { type Json, type JsonObject, isObject, objectsAt, rawNumber } from '../values/json.ts';
import { voidNote } from './void-note.ts';

const ZEROED = new Set(['Amount', 'Qty', 'Quantity', 'TaxInclusiveAmt']);
const TOTALS = [
  'TotalAmt',
  'HomeTotalAmt',
  'Balance',
  'HomeBalance',
  'UnappliedAmt',
  'RemainingCredit',
  'Amount',
];
const zero = rawNumber('0');

function withoutAmounts(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutAmounts);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([property, child]) => [
      property,
      ZEROED.has(property) ? zero : withoutAmounts(child),
    ]),
  );
}

/** A transaction as it stands after a void: the note says so, every amount and quantity is 0, nothing is linked (facts#void-shape). */
export function voidedForm(body: JsonObject): JsonObject {
  const next: JsonObject = { ...body, PrivateNote: voidNote(body) };
  if (body['LinkedTxn'] !== undefined) next['LinkedTxn'] = [];
  if (body['TxnTaxDetail'] !== undefined) next['TxnTaxDetail'] = { TotalTax: zero };
  next['Line'] = objectsAt(body, 'Line').map((line) => withoutAmounts(line));
  for (const property of TOTALS) if (body[property] !== undefined) next[property] = zero;
  return next;
}

/** The same for payments, whose lines are nothing but links. */
export function voidedPayment(body: JsonObject): JsonObject {
  return { ...voidedForm(body), Line: [] };
}
