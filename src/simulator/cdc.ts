import { type Company } from './company.ts';
import { findEntity } from './entities.ts';
import { faults } from './fault.ts';
import { parseTime, stamp } from './store/pacific-time.ts';
import { type Switches } from './switches.ts';

const OLDEST_FIRST = [{ column: 'MetaData.LastUpdatedTime', descending: false }];
const DAY_SECONDS = 86_400;

/**
 * The inside of a change data capture answer: one element per entity in the order asked for, oldest change first,
 * deletions last, everything together cut at the limit without a word (facts 4).
 * @throws Fault
 */
export function changesSince(
  company: Company,
  entityList: string,
  changedSince: string,
  nowSeconds: number,
  switches: Switches,
): string {
  const names = entityList
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw faults.missing('entities');
  const since = parseTime(changedSince.replace(' ', '+'));
  if (since === undefined) throw faults.invalidDate('changedSince', changedSince);
  if (switches.cdcDays > 0 && since < nowSeconds - switches.cdcDays * DAY_SECONDS) {
    throw faults.unsupported(`cdc with changedSince date ${changedSince} which is older than fixed days`);
  }
  let room = switches.cdcMaxObjects;
  const groups = names.map((name) => {
    const entity = findEntity(name);
    if (entity === undefined || !entity.cdc) throw faults.unsupported(`cdc for entity ${name}`);
    const table = company.table(entity.name);
    const changed = table.sorted(OLDEST_FIRST).filter((record) => record.updatedAt >= since);
    const deleted = [...table.tombstones.values()]
      .filter(({ deletedAt }) => deletedAt >= since)
      .sort((a, b) => a.deletedAt - b.deletedAt);
    const live = changed.map((record) => () => record.starText);
    const dead = deleted.map(
      ({ id, deletedAt }) =>
        () =>
          `{"domain":"QBO","status":"Deleted","Id":${JSON.stringify(id)},"MetaData":{"LastUpdatedTime":"${stamp(deletedAt)}"}}`,
    );
    const shown = [...live, ...dead].slice(0, room);
    room -= shown.length;
    if (shown.length === 0) return '{}';
    const total = entity.sendsTotalCount ? `,"totalCount":${live.length + dead.length}` : '';
    return `{"${entity.name}":[${shown.map((print) => print()).join(',')}],"startPosition":1,"maxResults":${shown.length}${total}}`;
  });
  return `"CDCResponse":[{"QueryResponse":[${groups.join(',')}]}]`;
}
