/**
 * The vocabulary an entity is declared in. A declaration is data: TypeScript types, columns, comments and the
 * projection all derive from it, so nothing about a field is written twice.
 */

/** Column types, written as PostgreSQL writes them. Money, quantities and rates are `numeric`, never floating point. */
export type ScalarType =
  | 'text'
  | 'boolean'
  | 'integer'
  | 'numeric'
  | 'date'
  | 'timestamp'
  | 'timestamptz'
  | 'jsonb';

export type ScalarField<Type extends ScalarType = ScalarType> = {
  readonly kind: 'scalar';
  readonly type: Type;
  readonly doc: string;
  readonly sensitive: boolean;
  /** The whole name of the column, where the rule of `naming.ts` gives a poor one. */
  readonly column?: string;
  /** For the id of a record of any entity: the column that says of which. */
  readonly typeColumn?: string;
};

/** `{"value": "12", "name": "Acme"}`: becomes two columns, `x_id` and `x_name`. */
export type ReferenceField = {
  readonly kind: 'reference';
  /** The entity it points at; null where QuickBooks exposes no such entity. */
  readonly target: string | null;
  /** True where the reference says itself what it points at (`type`): a third column, `x_type`. */
  readonly typed: boolean;
  readonly doc: string;
  /** What stands before `_id` and `_name`, where the rule of `naming.ts` gives a poor name. */
  readonly column?: string;
};

/** An object that stands for one value, such as `{"Address": "a@b.c"}`: becomes one column under the outer name. */
export type WrappedField<Key extends string = string> = {
  readonly kind: 'wrapped';
  readonly key: Key;
  readonly doc: string;
  readonly sensitive: boolean;
};

/** An object with several values: its columns are prefixed with the outer name. */
export type GroupField<Inner extends Fields = Fields> = {
  readonly kind: 'group';
  readonly fields: Inner;
  /** What stands before its columns instead of the outer name; empty where they are clear without. */
  readonly column?: string;
};

/** A table of its own for a list inside a record; several lists of one record may share it. */
export type ChildTable<Inner extends Fields = Fields> = {
  readonly table: string;
  /** One sentence for the table's comment. */
  readonly doc: string;
  readonly fields: Inner;
  /** Columns people look it up by, beside its parent and the references. */
  readonly index?: readonly string[];
};

/** An array of objects: becomes rows of a child table. */
export type ListField<Inner extends Fields = Fields> = {
  readonly kind: 'list';
  readonly child: ChildTable<Inner>;
  /** Which of the lists that share the table this one is (`list_kind`); null where it is the only one. */
  readonly listKind: string | null;
  /** Comment of the column that keeps the list whole as well; null where there is none. */
  readonly doc: string | null;
};

export type Field = ScalarField | ReferenceField | WrappedField | GroupField | ListField;
export type Fields = { readonly [name: string]: Field };

function scalar<const Type extends ScalarType>(type: Type) {
  return (doc: string): ScalarField<Type> => ({ kind: 'scalar', type, doc, sensitive: false });
}

export const text = scalar('text');
export const flag = scalar('boolean');
export const whole = scalar('integer');
export const date = scalar('date');
export const instant = scalar('timestamptz');
/** A time as a clock on the wall shows it: QuickBooks sends an offset with it that means nothing. */
export const wallClock = scalar('timestamp');
/** An amount, a quantity, a price, a rate or a percentage: exact, with the scale QuickBooks sent. */
export const decimal = scalar('numeric');
/** A structure that people rarely filter by: kept whole. */
export const structure = scalar('jsonb');

/** Marks a value as personal or secret: masked by role, and an organization may leave it out before storage. */
export function sensitive<const F extends ScalarField | WrappedField>(field: F): F {
  return { ...field, sensitive: true };
}

export function reference(target: string | null, doc: string): ReferenceField {
  return { kind: 'reference', target, typed: false, doc };
}

/** A reference whose `type` says what it points at. */
export function typedReference(doc: string): ReferenceField {
  return { kind: 'reference', target: null, typed: true, doc };
}

/** The id of a record of any entity, called `x_id`; another column says of which, and `x_name` is the record's name. */
export function idOfAny(typeColumn: string, doc: string): ScalarField<'text'> {
  return { ...text(doc), typeColumn };
}

export function wrapped<const Key extends string>(key: Key, doc: string): WrappedField<Key> {
  return { kind: 'wrapped', key, doc, sensitive: false };
}

export function group<const Inner extends Fields>(fields: Inner): GroupField<Inner> {
  return { kind: 'group', fields };
}

export function list<const Inner extends Fields>(
  child: ChildTable<Inner>,
  options: { readonly listKind?: string; readonly doc?: string } = {},
): ListField<Inner> {
  return { kind: 'list', child, listKind: options.listKind ?? null, doc: options.doc ?? null };
}

/** Gives a field another name than the rule does: of a scalar the column, of the others what begins their columns. */
export function named<const F extends ScalarField | ReferenceField | GroupField>(
  column: string,
  field: F,
): F {
  return { ...field, column };
}

export const email = (doc: string) => wrapped('Address', doc);
export const phone = (doc: string) => wrapped('FreeFormNumber', doc);
export const website = (doc: string) => wrapped('URI', doc);
export const memo = (doc: string) => wrapped('value', doc);

/** A postal address; `what` names it in the comments ("Billing address"). */
export function address(what: string) {
  return group({
    Line1: text(`${what}, first line.`),
    Line2: text(`${what}, second line.`),
    Line3: text(`${what}, third line.`),
    Line4: text(`${what}, fourth line.`),
    Line5: text(`${what}, fifth line.`),
    City: text(`${what}, city.`),
    County: text(`${what}, county.`),
    CountrySubDivisionCode: text(`${what}, state, province or region code.`),
    PostalCode: text(`${what}, postal code.`),
    Country: text(`${what}, country (a name, or an ISO code since late 2025).`),
    Lat: text(`${what}, latitude as QuickBooks sends it; may be the word INVALID.`),
    Long: text(`${what}, longitude as QuickBooks sends it; may be the word INVALID.`),
  });
}

type ScalarValue = {
  readonly text: string;
  readonly boolean: boolean;
  readonly integer: number;
  /** A decimal string, so that no digit is lost. */
  readonly numeric: string;
  readonly date: string;
  readonly timestamp: string;
  readonly timestamptz: string;
  readonly jsonb: unknown;
};

export type Reference = { readonly value: string; readonly name?: string; readonly type?: string };

/** The TypeScript type of one declared field, as a lossless parse gives it. */
export type ValueOf<F extends Field> =
  F extends ScalarField<infer Type>
    ? ScalarValue[Type]
    : F extends ReferenceField
      ? Reference
      : F extends WrappedField<infer Key>
        ? { readonly [K in Key]?: string }
        : F extends GroupField<infer Inner>
          ? ObjectOf<Inner>
          : F extends ListField<infer Inner>
            ? readonly ObjectOf<Inner>[]
            : never;

/** The TypeScript type of an object with these fields; QuickBooks leaves out what has no value. */
export type ObjectOf<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> };
