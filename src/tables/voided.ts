/*
 * How a void shows. QuickBooks' schema has fields that could tell (`status`, of invoices `invoiceStatus`) and they are
 * believed, but answers come without them. What a void leaves is "Voided" in front of the private note and zero in the
 * total, the balance and every line; made in the browser, the word may be in the language of whoever made it. Neither
 * sign is enough alone: anyone may type the word, and free orders come to zero. (facts#void-shape)
 */

/**
 * The word in the languages QuickBooks Online is offered in. Every letter outside ASCII with both its forms, since a
 * server may have been set up with a locale that knows no others.
 */
const words = [
  'void(ed)?',
  'annul([éÉ]|e)(e)?s?',
  'anulad[oa]s?',
  'annullat[oaie]',
  'storniert',
  'ung([üÜ]|ue)ltig',
  'nietig',
  'ongeldig',
  '已作废',
  '已作廢',
  '作废',
  '作廢',
  '無効',
];

/** Where an amount that a void sets to zero stands, beside the lines. */
const amounts = ['TotalAmt', 'Amount', 'Balance'];

/** SQL that is true for a voided record, and false for any other. */
export function voidedExpression(document: string): string {
  const zero = amounts.map((name) => `coalesce(nullif(${document} ->> '${name}', '')::numeric, 0) = 0`);
  // A path, since a line may say its amount as text or not at all.
  const lines = `NOT coalesce(${document} @? '$.Line[*].Amount.double() ? (@ != 0)', false)`;
  const note = `coalesce(${document} ->> 'PrivateNote', '') ~* '^\\s*(${words.join('|')})($|[^[:alpha:]])'`;
  // Few notes begin so; what else it takes is looked up for those only.
  const told = `coalesce(${document} ->> 'status', ${document} ->> 'invoiceStatus', '') ILIKE 'voided'`;
  return `(${told} OR CASE WHEN ${note} THEN ${[...zero, lines].join(' AND ')} ELSE false END)`;
}
