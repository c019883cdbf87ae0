import { type JsonObject, textAt } from '../values/json.ts';

/** There is no status of a void: the note says so, before what was there (facts#void-shape). */
export function voidNote(body: JsonObject): string {
  const note = textAt(body, 'PrivateNote');
  return note === undefined || note === '' ? 'Voided' : `Voided - ${note}`.slice(0, 4_000);
}
