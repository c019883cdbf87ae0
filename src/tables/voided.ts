/**
 * How a void shows: QuickBooks has no field for it, but writes "Voided" in front of the private note and sets every
 * amount to zero. A void made in the browser may be written in the user's language. The note alone is not enough
 * (anyone may type the word), nor is a total of zero (free orders exist): both together are. (facts 9.5)
 */
const words = ['voided', 'annulée?', 'anulad[oa]', 'annullat[oa]', 'storniert', 'nietig', 'ongeldig'];

/** SQL that is true for a voided record. */
export function voidedExpression(document: string): string {
  return `(coalesce(${document} ->> 'PrivateNote', '') ~* '^\\s*(${words.join('|')})\\M'
    AND coalesce(nullif(coalesce(${document} ->> 'TotalAmt', ${document} ->> 'Amount'), '')::numeric, 0) = 0)`;
}
