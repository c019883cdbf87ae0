import { entityNamed } from '../entities.ts';
import { faults } from '../fault.ts';
import { rawNumber, refAt, textAt } from '../store/json.ts';
import { type Behaviour } from './behaviour.ts';
import { hierarchy, nameForActivity } from './names.ts';

export const customer: Behaviour = {
  prepare(draft, { company, before, id }) {
    const person = ['Title', 'GivenName', 'MiddleName', 'FamilyName', 'Suffix']
      .map((property) => textAt(draft, property))
      .filter((part) => part !== undefined)
      .join(' ');
    const given = textAt(draft, 'DisplayName') ?? (person === '' ? undefined : person);
    if (given === undefined || given.trim() === '') throw faults.missing('DisplayName');
    const active = draft['Active'] !== false;
    const displayName = nameForActivity(given, active);
    const { fullyQualifiedName, level } = hierarchy(company, entityNamed('Customer'), draft, {
      id,
      name: displayName,
    });
    draft['DisplayName'] = displayName;
    draft['FullyQualifiedName'] = fullyQualifiedName;
    draft['PrintOnCheckName'] ??= given;
    draft['Active'] = active;
    draft['Taxable'] ??= company.profile.salesTaxPercent !== null;
    draft['Job'] = refAt(draft, 'ParentRef') !== undefined;
    draft['BillWithParent'] ??= false;
    if (level > 0) draft['Level'] = rawNumber(String(level));
    draft['Balance'] = before?.['Balance'] ?? rawNumber('0');
    draft['BalanceWithJobs'] = before?.['BalanceWithJobs'] ?? rawNumber('0');
    draft['CurrencyRef'] ??= { ...company.profile.currency };
    draft['PreferredDeliveryMethod'] ??= 'Print';
    draft['IsProject'] ??= false;
    if (company.profile.salesTaxPercent !== null) draft['DefaultTaxCodeRef'] ??= { value: '2' };
    return draft;
  },
};
