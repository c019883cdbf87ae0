import { type Company } from '../company/company.ts';
import { type Entity } from '../entities/entity.ts';
import { findEntity } from '../entities/entities.ts';
import { faults } from '../base/fault.ts';
import { type StoredRecord } from '../company/record.ts';
import { type Tombstone } from '../company/table.ts';
import { parseTime, stamp } from '../values/pacific-time.ts';
import { type CaptureRules } from './rules.ts';

const OLDEST_FIRST = [{ column: 'MetaData.LastUpdatedTime', descending: false }];
const DAY_SECONDS = 86_400;

export type CaptureContext = {
  readonly clock: { readonly nowSeconds: number };
  readonly switches: CaptureRules;
  readonly chance: () => number;
};

function isCaptured(entity: Entity, rules: CaptureRules): boolean {
  // Intuit's page excludes TimeActivity, a release note of 2021 says it was added (facts#cdc-time-activity).
  if (entity.name === 'TimeActivity') return rules.cdcTimeActivity;
  if (entity.name === 'InventoryAdjustment') return rules.inventoryAdjustments;
  return entity.cdc;
}

function deletion({ id, deletedAt }: Tombstone): string {
  return `{"domain":"QBO","status":"Deleted","Id":${JSON.stringify(id)},"MetaData":{"LastUpdatedTime":"${stamp(deletedAt)}"}}`;
}

function isDeletion(change: StoredRecord | Tombstone): change is Tombstone {
  return 'deletedAt' in change;
}

/** What changed of one entity: oldest change first, deletions last. */
function changesOf(
  company: Company,
  entity: Entity,
  since: number,
  { clock, switches, chance }: CaptureContext,
): (StoredRecord | Tombstone)[] {
  const table = company.table(entity.name);
  const sorted = table.sorted(OLDEST_FIRST);
  const changed: StoredRecord[] = [];
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const record = sorted[index];
    if (record === undefined || record.updatedAt < since) break;
    changed.push(record);
  }
  changed.reverse();
  const dead = [...table.tombstones.values()].filter(({ deletedAt }) => deletedAt >= since);
  const spurious = company.spuriousDeletes.get(entity.name) ?? [];
  dead.push(...spurious.filter(({ deletedAt }) => deletedAt >= since));
  const isWrong = switches.spuriousDeletes > 0 && chance() < switches.spuriousDeletes;
  const wrong = isWrong ? sorted[Math.floor(chance() * sorted.length)] : undefined;
  if (wrong !== undefined) dead.push({ id: wrong.id, deletedAt: clock.nowSeconds });
  dead.sort((a, b) => a.deletedAt - b.deletedAt);
  return [...changed, ...dead];
}

/**
 * One `{"QueryResponse":[...]}`: an element per entity in the order asked for, oldest change first, deletions last,
 * everything together (or, by a switch, each element) cut at the limit without a word (facts#cdc-order, facts#cdc-limit).
 * @throws Fault
 */
export function changesSince(
  company: Company,
  entityList: string,
  changedSince: string,
  context: CaptureContext,
): string {
  const { clock, switches } = context;
  const names = entityList
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw faults.missing('entities');
  const since = parseTime(changedSince.replace(' ', '+'));
  if (since === undefined) throw faults.invalidDate('changedSince', changedSince);
  if (switches.cdcDays > 0 && since < clock.nowSeconds - switches.cdcDays * DAY_SECONDS) {
    throw faults.unsupported(`cdc with changedSince date ${changedSince} which is older than fixed days`);
  }
  let room = switches.cdcMaxObjects;
  const groups = names.map((name) => {
    const entity = findEntity(name);
    if (entity === undefined || !isCaptured(entity, switches))
      throw faults.unsupported(`cdc for entity ${name}`);
    const changes = changesOf(company, entity, since, context);
    const shown = changes.slice(0, room);
    if (switches.cdcCap === 'response') room -= shown.length;
    company.poison.check(
      shown.filter((change): change is StoredRecord => !isDeletion(change)),
      'cdc',
    );
    if (shown.length === 0) return '{}';
    const total = entity.sendsTotalCount ? `,"totalCount":${changes.length}` : '';
    const printed = shown.map((change) => (isDeletion(change) ? deletion(change) : change.starText));
    return `{"${entity.name}":[${printed.join(',')}],"startPosition":1,"maxResults":${shown.length}${total}}`;
  });
  return `{"QueryResponse":[${groups.join(',')}]}`;
}
