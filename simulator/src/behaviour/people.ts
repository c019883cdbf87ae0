import { entityNamed } from '../entities/entities.ts';
import { faults } from '../base/fault.ts';
import { type JsonObject, rawNumber, refAt, textAt } from '../values/json.ts';
import { type Behaviour, type PrepareContext } from './behaviour.ts';
import { hierarchy, nameForActivity } from './names.ts';
import { defaultTaxCode } from './tax.ts';

/** DisplayName as given or made of the person's names, with or without " (deleted)"; gives back the plain name. */
function displayName(draft: JsonObject): string {
  const person = ['Title', 'GivenName', 'MiddleName', 'FamilyName', 'Suffix']
    .map((property) => textAt(draft, property))
    .filter((part) => part !== undefined)
    .join(' ');
  const given = textAt(draft, 'DisplayName') ?? (person === '' ? undefined : person);
  if (given === undefined || given.trim() === '') throw faults.missing('DisplayName');
  draft['Active'] = draft['Active'] !== false;
  draft['DisplayName'] = nameForActivity(given, draft['Active'] !== false);
  draft['PrintOnCheckName'] ??= given;
  return given;
}

/** The currency of a name is fixed once it has transactions, here from the start. */
function currency(draft: JsonObject, { company, before }: PrepareContext): void {
  const own = before?.['CurrencyRef'];
  draft['CurrencyRef'] ??= own ?? { ...company.profile.currency };
  if (before !== undefined && refAt(before, 'CurrencyRef') !== refAt(draft, 'CurrencyRef'))
    throw faults.business('The currency of a name that has transactions cannot be changed.');
}

const customer: Behaviour = {
  prepare(draft, context) {
    const { company, before, id } = context;
    displayName(draft);
    const name = textAt(draft, 'DisplayName') ?? '';
    const { fullyQualifiedName, level } = hierarchy(company, entityNamed('Customer'), draft, { id, name });
    const taxCode = defaultTaxCode(company);
    draft['FullyQualifiedName'] = fullyQualifiedName;
    draft['Taxable'] ??= company.profile.tax !== null;
    draft['Job'] = refAt(draft, 'ParentRef') !== undefined;
    draft['BillWithParent'] ??= false;
    if (level > 0) draft['Level'] = rawNumber(String(level));
    else delete draft['Level'];
    draft['Balance'] = before?.['Balance'] ?? rawNumber('0');
    draft['BalanceWithJobs'] = before?.['BalanceWithJobs'] ?? rawNumber('0');
    currency(draft, context);
    draft['PreferredDeliveryMethod'] ??= 'Print';
    draft['IsProject'] ??= false;
    if (draft['IsProject'] === true && level === 0) throw faults.missing('ParentRef');
    if (taxCode !== undefined) draft['DefaultTaxCodeRef'] ??= { value: taxCode };
    return draft;
  },
};

/** All but the last four signs of a tax number are hidden (facts#masked-tax-id). */
function masked(number: string): string {
  return number.startsWith('X') ? number : `XXXXXX${number.slice(-4)}`;
}

const vendor: Behaviour = {
  prepare(draft, context) {
    displayName(draft);
    draft['Balance'] = context.before?.['Balance'] ?? rawNumber('0');
    draft['Vendor1099'] ??= false;
    const taxNumber = textAt(draft, 'TaxIdentifier');
    if (taxNumber !== undefined) draft['TaxIdentifier'] = masked(taxNumber);
    currency(draft, context);
    return draft;
  },
};

const employee: Behaviour = {
  prepare(draft) {
    displayName(draft);
    draft['BillableTime'] ??= false;
    return draft;
  },
};

export const people: Readonly<Record<string, Behaviour>> = {
  Customer: customer,
  Vendor: vendor,
  Employee: employee,
};
