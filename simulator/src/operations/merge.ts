import { deletedName, numberDeleted } from '../behaviour/names.ts';
import { type Company } from '../company/company.ts';
import { type Entity } from '../entities/entity.ts';
import { faults } from '../base/fault.ts';
import { type Entry } from '../ledger/entry.ts';
import { visitReferences } from './references.ts';
import { type JsonObject, cloneJson, objectAt, refAt, textAt } from '../values/json.ts';
import { type StoredRecord } from '../company/record.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** What merging two names leaves open. */
export type MergeRules = {
  /** Whether what pointed at the loser gets a new time (facts#merge-restamp). */
  readonly restamp: boolean;
  readonly loser: 'inactive' | 'deleted';
  /** Whether names that lie below the loser go over to the survivor or stay where they are (facts#merge-below). */
  readonly below: 'moved' | 'kept';
};

export const defaultMergeRules: MergeRules = { restamp: false, loser: 'inactive', below: 'moved' };

export type Merge = {
  readonly loserId: string;
  readonly survivorId: string;
  readonly rules: MergeRules;
  readonly atSeconds: number;
};

/** Lists whose rows people merge by giving one the name of another (facts#merged-lists). */
const MERGEABLE = new Set([
  'Account',
  'Class',
  'Customer',
  'Department',
  'Employee',
  'Item',
  'PaymentMethod',
  'Vendor',
]);

/** Must be the same in both, or the books would change their meaning. */
const ALIKE = ['AccountType', 'AccountSubType', 'Type'] as const;

function find(company: Company, entity: Entity, id: string): StoredRecord {
  const record = company.find(entity.name, id);
  if (record === undefined || !record.active) throw faults.notFound();
  return record;
}

/** @throws Fault 6000 for two rows that QuickBooks would not merge. */
function check(company: Company, entity: Entity, loser: StoredRecord, survivor: StoredRecord): void {
  const [from, into] = [loser.body, survivor.body];
  if (!MERGEABLE.has(entity.name)) throw faults.unsupported('merge');
  if (loser === survivor) throw faults.business('A name cannot be merged with itself.');
  const isAlike =
    ALIKE.every((property) => textAt(from, property) === textAt(into, property)) &&
    refAt(from, 'ParentRef') === refAt(into, 'ParentRef') &&
    refAt(from, 'CurrencyRef') === refAt(into, 'CurrencyRef');
  if (!isAlike) throw faults.business('Names of another type, level or currency cannot be merged.');
  if (entity.name === 'Item' && textAt(from, 'Type') === 'Inventory')
    throw faults.business('Inventory items cannot be merged.');
  const subType = textAt(from, 'AccountSubType');
  if (
    entity.name === 'Account' &&
    subType !== undefined &&
    company.accountOf(subType, refAt(from, 'CurrencyRef')) === loser.id
  )
    throw faults.business('An account that QuickBooks itself uses cannot be merged away.');
}

/** The body with every reference to the loser pointing at the survivor; undefined when there is none. */
function repointed(
  record: StoredRecord,
  loser: StoredRecord,
  survivor: StoredRecord,
  { below }: MergeRules,
): JsonObject | undefined {
  const body = cloneJson(record.body);
  const name =
    textAt(survivor.body, 'FullyQualifiedName') ??
    textAt(survivor.body, 'DisplayName') ??
    textAt(survivor.body, 'Name');
  let found = false;
  visitReferences(body, ({ property, ref, entity }) => {
    const target = property === 'ParentRef' ? record.entity.name : entity;
    if (target !== loser.entity.name || textAt(ref, 'value') !== loser.id) return;
    if (below === 'kept' && property === 'ParentRef') return;
    found = true;
    ref['value'] = survivor.id;
    if (ref['name'] !== undefined && name !== undefined) ref['name'] = name;
  });
  if (!found) return undefined;
  const isChild = record.entity === loser.entity && refAt(body, 'ParentRef') === survivor.id;
  const path = textAt(body, 'FullyQualifiedName');
  const before = textAt(loser.body, 'FullyQualifiedName');
  if (isChild && path !== undefined && before !== undefined && name !== undefined)
    body['FullyQualifiedName'] = `${name}${path.slice(before.length)}`;
  return body;
}

function repointedEntries(
  entries: readonly Entry[],
  loser: StoredRecord,
  survivorId: string,
): readonly Entry[] | undefined {
  const { name: entity } = loser.entity;
  const isOfLoser = ({ account, name }: Entry): boolean =>
    entity === 'Account' ? account === loser.id : name?.entity === entity && name.id === loser.id;
  if (!entries.some(isOfLoser)) return undefined;
  return entries.map((entry) => {
    if (!isOfLoser(entry)) return entry;
    if (entity === 'Account') return { ...entry, account: survivorId };
    return entry.name === undefined ? entry : { ...entry, name: { ...entry.name, id: survivorId } };
  });
}

/**
 * Merges one name into another, as people do inside QuickBooks: whatever pointed at the loser points at the survivor,
 * by switch without a new time; the loser goes inactive or is gone.
 * @throws Fault 610 or 6000, with nothing changed
 */
export function mergeNames(
  company: Company,
  entity: Entity,
  { loserId, survivorId, rules, atSeconds }: Merge,
): StoredRecord {
  const loser = find(company, entity, loserId);
  const survivor = find(company, entity, survivorId);
  check(company, entity, loser, survivor);
  const work = new UnitOfWork(company, atSeconds);
  const fragment = `"value":${JSON.stringify(loserId)}`;
  for (const table of company.tables.values()) {
    for (const record of table.records()) {
      if (record === loser) continue;
      const body = record.mayContain(fragment) ? repointed(record, loser, survivor, rules) : undefined;
      const entries = repointedEntries(record.entries, loser, survivorId);
      if (body !== undefined || entries !== undefined)
        work.repoint(record, body ?? record.body, entries ?? record.entries, rules.restamp);
    }
  }
  work.update(survivor, { ...survivor.body });
  if (rules.loser === 'deleted') {
    work.remove(loser);
  } else {
    const inactive: JsonObject = { ...loser.body, Active: false, MetaData: objectAt(loser.body, 'MetaData') };
    for (const property of entity.names) {
      const name = textAt(inactive, property);
      if (name !== undefined) inactive[property] = deletedName(name);
    }
    numberDeleted(company, entity, inactive, loserId);
    work.update(loser, inactive);
  }
  work.commit({ verb: 'merged', record: survivor, deletedId: loserId });
  return survivor;
}
