import { expect, test } from 'vitest';
import { entities, entityByName, leftOut, type EntityDefinition } from '../../src/catalogue/index.ts';
import type { Field, Fields } from '../../src/catalogue/fields.ts';
import { lineDetails, lineFields, taxLineFields } from '../../src/catalogue/line-details.ts';
import { madeFromTemplates } from './documented-fields.ts';
import { schemaFields } from './schema-fields.ts';

/*
 * What Intuit's schema has, the copy has a column for, or says why not: no field may be forgotten.
 */

/** What the list of those left out calls the place, for a type that stands in many. */
const placeOfType: Readonly<Record<string, string>> = {
  ModificationMetaData: 'MetaData',
  PhysicalAddress: 'addresses',
  TelephoneNumber: 'telephone numbers, e-mail addresses, web sites',
  EmailAddress: 'telephone numbers, e-mail addresses, web sites',
  WebSiteAddress: 'telephone numbers, e-mail addresses, web sites',
  UOMRef: 'units of measure',
  Line: 'lines',
};

/** The places that an entity's own fields stand in. */
function placesOf(entity: EntityDefinition): string[] {
  return [
    entity.name,
    ...(entity.kind === 'transaction' ? ['transactions'] : []),
    ...(entity.customFields ? [] : ['entities other than those with custom fields']),
    ...(entity.kind === 'transaction' && entity.lines.length === 0
      ? ['transactions without lines (Transfer, CreditCardPayment)']
      : []),
  ];
}

const used = new Set<string>();

function isLeftOut(name: string, places: readonly string[]): boolean {
  return leftOut.some(({ where, fields }) => {
    const isHere =
      where === 'every record' ||
      where.split(', ').some((one) => places.includes(one)) ||
      places.includes(where);
    const found =
      isHere &&
      fields.find((field) =>
        field === 'whatever a Vendor has'
          ? schemaFields('Vendor').some((one) => one.name === name)
          : field.startsWith('*')
            ? name.endsWith(field.slice(1))
            : field === name,
      );
    if (typeof found === 'string') used.add(`${where}: ${found}`);
    return typeof found === 'string';
  });
}

/** What the copy knows of a place: fields of the catalogue, or `whole` where everything below is kept. */
type Known = Readonly<Record<string, Field | Fields | 'whole'>>;

const isField = (known: Field | Fields): known is Field => typeof known['kind'] === 'string';

/** The paths below a type that have neither a column nor a reason. */
function forgotten(type: string, known: Known, places: readonly string[], path: string): string[] {
  return schemaFields(type).flatMap(({ name, type: inner }): string[] => {
    const here = `${path}.${name}`;
    const found = known[name];
    if (found === undefined) return isLeftOut(name, places) ? [] : [here];
    if (found === 'whole' || inner === undefined) return [];
    const inside = insideOf(found);
    const place = placeOfType[inner];
    return inside === undefined
      ? []
      : forgotten(inner, inside, [here, ...(place === undefined ? [] : [place])], here);
  });
}

/** What is known inside a field; undefined where it is kept as a whole. */
function insideOf(found: Field | Fields): Known | undefined {
  if (!isField(found)) return found;
  switch (found.kind) {
    case 'scalar':
      return found.type === 'jsonb' ? undefined : {};
    case 'reference':
      return {};
    case 'wrapped':
      return { [found.key]: 'whole' };
    case 'group':
      return found.fields;
    case 'list':
      return found.child.fields;
  }
}

/** A line of the copy, with every kind of line. */
const line: Known = {
  Id: 'whole',
  LinkedTxn: 'whole',
  ...lineFields,
  ...lineDetails,
  GroupLineDetail: { ...lineDetails.GroupLineDetail, Line: { kind: 'scalar', type: 'jsonb' } as Field },
  // Stands in the lines of taxes only.
  TaxLineDetail: 'whole',
};

function knownOf(entity: EntityDefinition): Known {
  const { TxnTaxDetail } = entity.fields;
  return {
    Id: 'whole',
    SyncToken: 'whole',
    MetaData: { CreateTime: 'whole', LastUpdatedTime: 'whole' } as unknown as Fields,
    ...entity.fields,
    ...(entity.lines.length > 0 && { Line: 'whole' }),
    ...(entity.customFields && { CustomField: 'whole' }),
    ...(entity.linkedTransactions && { LinkedTxn: 'whole' }),
    ...(entity.taxLines &&
      TxnTaxDetail?.kind === 'group' && {
        TxnTaxDetail: { ...TxnTaxDetail.fields, TaxLine: 'whole' } as never,
      }),
  };
}

const typeOf = ({ jsonKey }: EntityDefinition): string => jsonKey;

/** Entities with a type of their own; a template has that of what is made from it. */
const typed = entities.filter(({ wrapped }) => !wrapped);

test.each(typed.map((entity) => [entity.name, entity] as const))(
  '%s: every field of the schema has a column, or is left out with a reason',
  (_name, entity) => {
    expect(schemaFields(typeOf(entity)).length).toBeGreaterThan(3);
    expect(forgotten(typeOf(entity), knownOf(entity), placesOf(entity), entity.name)).toEqual([]);
  },
);

test('so has every field of a line, of every kind, and of a line of taxes', () => {
  expect(forgotten('Line', line, ['lines'], 'Line')).toEqual([]);
  expect(forgotten('TaxLineDetail', taxLineFields.TaxLineDetail.fields, [], 'TaxLineDetail')).toEqual([]);
});

test.each(madeFromTemplates)(
  'so has every field of a template that makes a %s, and every kind of its lines',
  (name) => {
    const entity = entityByName(name);
    const template = entityByName('RecurringTransaction');
    if (entity === undefined || template === undefined) throw new Error(`no ${name}`);
    expect(forgotten(typeOf(entity), knownOf(template), placesOf(entity), name)).toEqual([]);
    expect(template.lines).toEqual(expect.arrayContaining([...entity.lines]));
  },
);

test('no reason is given for a field that the schema has no more', () => {
  const given = leftOut.flatMap(({ where, fields }) => fields.map((field) => `${where}: ${field}`));
  // QuickBooks sends these three with every record, beside what the schema says.
  const envelope = ['domain', 'sparse', 'status'].map((field) => `every record: ${field}`);
  expect(given.filter((one) => !used.has(one) && !envelope.includes(one))).toEqual([]);
});

test('a field that nobody has catalogued is found', () => {
  expect(forgotten('Term', { Id: 'whole', SyncToken: 'whole', MetaData: 'whole' }, [], 'Term')).toContain(
    'Term.DueDays',
  );
});
