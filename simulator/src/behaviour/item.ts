import { entityNamed } from '../entities/entities.ts';
import { faults } from '../base/fault.ts';
import { type JsonObject, objectAt, objectsAt, rawNumber, refAt, textAt } from '../values/json.ts';
import { decimal } from '../values/decimal.ts';
import { type Behaviour } from './behaviour.ts';
import { hierarchy, nameForActivity } from './names.ts';

const SOLD = new Set(['Service', 'NonInventory', 'Inventory']);
const TYPES = new Set([...SOLD, 'Group', 'Category']);

export const item: Behaviour = {
  prepare(draft, { company, before, id }) {
    const given = textAt(draft, 'Name');
    if (given === undefined || given.trim() === '') throw faults.missing('Name');
    const type =
      textAt(draft, 'Type') ?? (before === undefined ? 'Service' : (textAt(before, 'Type') ?? 'Service'));
    if (!TYPES.has(type)) throw faults.missing('Type');
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
    if (type === 'Category') return draft;
    draft['Taxable'] ??= false;
    if (type === 'Group') return bundle(draft);
    draft['UnitPrice'] = decimal(textAt(draft, 'UnitPrice') ?? '0');
    draft['PurchaseCost'] = decimal(textAt(draft, 'PurchaseCost') ?? '0');
    draft['TrackQtyOnHand'] = type === 'Inventory';
    if (type === 'Inventory') return inventory(draft, before);
    for (const property of ['QtyOnHand', 'InvStartDate', 'AssetAccountRef']) delete draft[property];
    return draft;
  },
};

/** A bundle has neither price nor account; it is what its lines are (facts#bundle-items). */
function bundle(draft: JsonObject): JsonObject {
  if (objectsAt(objectAt(draft, 'ItemGroupDetail'), 'ItemGroupLine').length === 0)
    throw faults.missing('ItemGroupDetail');
  draft['PrintGroupedItems'] ??= false;
  return draft;
}

function inventory(draft: JsonObject, before: JsonObject | undefined): JsonObject {
  for (const property of ['AssetAccountRef', 'ExpenseAccountRef', 'InvStartDate']) {
    if (draft[property] === undefined) throw faults.missing(property);
  }
  // After the start only transactions move the stock.
  draft['QtyOnHand'] = before?.['QtyOnHand'] ?? decimal(textAt(draft, 'QtyOnHand') ?? '0');
  return draft;
}
