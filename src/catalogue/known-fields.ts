import type { EntityDefinition } from './entity.ts';
import type { Field, Fields } from './fields.ts';
import { leftOut } from './left-out.ts';
import { lineDetails, lineFields } from './line-details.ts';

/** Keys of an object inside a record, by its name; those of an object that has columns for what is in it. */
export type KnownInside = ReadonlyMap<
  string,
  { readonly fields: ReadonlySet<string>; readonly inside: KnownInside }
>;

/** The keys an entity's JSON may have, as far as the catalogue knows. */
export type KnownFields = {
  readonly record: ReadonlySet<string>;
  readonly inside: KnownInside;
  readonly line: ReadonlySet<string>;
  /** By kind of line. */
  readonly details: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Every record of every entity has these; they become no columns of their own, or common ones. */
const ENVELOPE = ['Id', 'SyncToken', 'MetaData', 'domain', 'sparse', 'status', 'time'];

/** What such objects carry beside that, and what has no column for a reason: ids of addresses and the like. */
const BESIDE = leftOut
  .filter(({ where }) => ['addresses', 'Invoice.ConvenienceFeeDetail'].includes(where))
  .flatMap(({ fields }) => fields);

const innerOf = (field: Field): Fields | undefined =>
  field.kind === 'group' ? field.fields : field.kind === 'list' ? field.child.fields : undefined;

function insideOf(fields: Fields): KnownInside {
  return new Map(
    Object.entries(fields).flatMap(([name, field]) => {
      const inner = innerOf(field);
      if (inner === undefined) return [];
      const keys = [...Object.keys(inner), ...BESIDE, ...(name === 'TxnTaxDetail' ? ['TaxLine'] : [])];
      return [[name, { fields: new Set(keys), inside: insideOf(inner) }] as const];
    }),
  );
}

export function knownFields(entity: EntityDefinition): KnownFields {
  return {
    record: new Set([
      ...ENVELOPE,
      ...Object.keys(entity.fields),
      ...(entity.lines.length > 0 ? ['Line'] : []),
      ...(entity.customFields ? ['CustomField'] : []),
      ...(entity.linkedTransactions ? ['LinkedTxn'] : []),
    ]),
    inside: insideOf(entity.fields),
    line: new Set(['Id', ...Object.keys(lineFields), ...(entity.linkedTransactions ? ['LinkedTxn'] : [])]),
    details: new Map(
      entity.lines.map((name) => [
        name,
        new Set([...Object.keys(lineDetails[name]), ...(name === 'GroupLineDetail' ? ['Line'] : [])]),
      ]),
    ),
  };
}
