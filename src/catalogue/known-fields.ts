import type { EntityDefinition } from './entity.ts';
import { lineDetails, lineFields } from './line-details.ts';

/** The keys an entity's JSON may have, as far as the catalogue knows. */
export type KnownFields = {
  readonly record: ReadonlySet<string>;
  readonly line: ReadonlySet<string>;
  /** By kind of line. */
  readonly details: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Every record of every entity has these; they become no columns of their own, or common ones. */
const ENVELOPE = ['Id', 'SyncToken', 'MetaData', 'domain', 'sparse', 'status', 'time'];

export function knownFields(entity: EntityDefinition): KnownFields {
  return {
    record: new Set([
      ...ENVELOPE,
      ...Object.keys(entity.fields),
      ...(entity.lines.length > 0 ? ['Line'] : []),
      ...(entity.customFields ? ['CustomField'] : []),
      ...(entity.linkedTransactions ? ['LinkedTxn'] : []),
    ]),
    line: new Set(['Id', ...Object.keys(lineFields), ...(entity.linkedTransactions ? ['LinkedTxn'] : [])]),
    details: new Map(
      entity.lines.map((name) => [
        name,
        new Set([...Object.keys(lineDetails[name]), ...(name === 'GroupLineDetail' ? ['Line'] : [])]),
      ]),
    ),
  };
}
