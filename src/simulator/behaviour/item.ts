import { entityNamed } from '../entities.ts';
import { faults } from '../fault.ts';
import { rawNumber, refAt, textAt } from '../store/json.ts';
import { decimal } from '../store/decimal.ts';
import { type Behaviour } from './behaviour.ts';
import { hierarchy, nameForActivity } from './names.ts';

const SOLD = new Set(['Service', 'NonInventory', 'Inventory']);

export const item: Behaviour = {
  prepare(draft, { company, before, id }) {
    const given = textAt(draft, 'Name');
    if (given === undefined || given.trim() === '') throw faults.missing('Name');
    const type =
      textAt(draft, 'Type') ?? (before === undefined ? 'Service' : (textAt(before, 'Type') ?? 'Service'));
    if (SOLD.has(type) && refAt(draft, 'IncomeAccountRef') === undefined) {
      throw faults.business('Select an income account for this item.');
    }
    const active = draft['Active'] !== false;
    const name = nameForActivity(given, active);
    const { fullyQualifiedName, level } = hierarchy(company, entityNamed('Item'), draft, { id, name });
    draft['Name'] = name;
    draft['Active'] = active;
    draft['FullyQualifiedName'] = fullyQualifiedName;
    draft['Type'] = type;
    if (level > 0) {
      draft['SubItem'] = true;
      draft['Level'] = rawNumber(String(level));
    }
    if (type !== 'Category') {
      draft['Taxable'] ??= false;
      draft['UnitPrice'] = decimal(textAt(draft, 'UnitPrice') ?? '0');
      draft['PurchaseCost'] = decimal(textAt(draft, 'PurchaseCost') ?? '0');
      draft['TrackQtyOnHand'] = type === 'Inventory';
    }
    return draft;
  },
};
