import { isAppError } from '../../base/errors.ts';
import { type EntityDefinition, partsOf } from '../../catalogue/index.ts';
import type { QueryAnswer } from '../../quickbooks/index.ts';
import { refusalOf } from '../../tables/page-writer.ts';
import { sizes } from '../../tuning/sizes.ts';
import type { Slice } from '../company/index.ts';
import { idsOf, type RecordBatch, toBatch } from './records.ts';
import { storedTable } from '../../tables/stored.ts';

/** What asking for records by their ids brought. */
export type FetchedRecords = {
  readonly answers: readonly QueryAnswer[];
  /** Ids of records that are there and that QuickBooks cannot render. */
  readonly unreadable: readonly string[];
  /** Every id that is there, rendered or not. */
  readonly present: ReadonlySet<string>;
  /** QuickBooks' clock at the first answer; undefined where there was none but refusals. */
  readonly time: Date | undefined;
};

/**
 * Asks for records by their ids, inactive ones too: those that are gone do not come. One call for `sizes.idsAQuery` of
 * them; a record that QuickBooks cannot render spoils only itself, since its half is asked for again without it.
 */
export async function fetchByIds(
  slice: Slice,
  entity: EntityDefinition,
  select: string,
  ids: readonly string[],
): Promise<FetchedRecords> {
  const answers: QueryAnswer[] = [];
  const unreadable = new Set<string>();
  const ask = async (some: readonly string[], where: string | undefined): Promise<void> => {
    try {
      answers.push(
        await slice.client.query(slice.realmId, byIds(entity, select, some, where), { signal: slice.signal }),
      );
    } catch (error) {
      const spoilt = isAppError(error, 'QBO_PAGE_UNREADABLE') || isAppError(error, 'QBO_SYSTEM_FAULT');
      if (!spoilt || unreadable.size >= sizes.unreadable) throw error;
      const [only, ...others] = some;
      if (only !== undefined && others.length === 0) {
        unreadable.add(only);
        return;
      }
      const half = Math.ceil(some.length / 2);
      await ask(some.slice(0, half), where);
      await ask(some.slice(half), where);
    }
  };
  for (let start = 0; start < ids.length; start += sizes.idsAQuery) {
    for (const where of partsOf(entity)) await ask(ids.slice(start, start + sizes.idsAQuery), where);
  }
  const rendered = answers.flatMap(({ records }) => records.map(({ id }) => id));
  return {
    answers,
    unreadable: [...unreadable],
    present: new Set([...rendered, ...unreadable]),
    time: answers[0]?.time,
  };
}

/**
 * Which of these records QuickBooks still has, where it gives them no Id: by the fields of their identity that a query
 * can filter by, one call for many values of the last of them.
 */
export async function findByIdentity(
  slice: Slice,
  entity: EntityDefinition,
  ids: readonly string[],
): Promise<Pick<FetchedRecords, 'present' | 'time'>> {
  const places = entity.identityFilter.map((field) => entity.identity.indexOf(field));
  const groups = new Map<string, Set<string>>();
  for (const id of ids) {
    const values = id.split(':');
    const [last, ...first] = places.map((place) => values[place] ?? '').toReversed();
    const group = first
      .toReversed()
      .map((value, index) => `${entity.identityFilter[index]} = ${idLiteral(value)} AND `)
      .join('');
    groups.set(group, (groups.get(group) ?? new Set()).add(last ?? ''));
  }
  const present = new Set<string>();
  let time: Date | undefined;
  for (const [group, all] of groups) {
    const values = [...all];
    for (let start = 0; start < values.length; start += sizes.idsAQuery) {
      const list = values.slice(start, start + sizes.idsAQuery).map(idLiteral);
      const condition = `${group}${entity.identityFilter.at(-1)} IN (${list.join(', ')})`;
      const statement = `SELECT ${entity.select} FROM ${entity.name} WHERE ${condition} MAXRESULTS ${sizes.page}`;
      const answer = await slice.client.query(slice.realmId, statement, { signal: slice.signal });
      for (const id of idsOf(entity, toBatch(answer))) present.add(id);
      time ??= answer.time;
    }
  }
  return { present, time };
}

/** An id in a statement of QuickBooks' query language. */
export const idLiteral = (id: string): string => `'${id.replaceAll(/[\\']/g, '\\$&')}'`;

function byIds(
  entity: EntityDefinition,
  select: string,
  ids: readonly string[],
  where: string | undefined,
): string {
  const list = ids.map(idLiteral).join(', ');
  const condition = `Id IN (${list})${where === undefined ? '' : ` AND ${where}`}`;
  return `SELECT ${select} FROM ${entity.name} WHERE ${condition} MAXRESULTS ${sizes.page}`;
}

/** Fetches records whole that a signal told of, except those that are stored as the signal says. */
export async function fetchWhole(
  slice: Slice,
  entity: EntityDefinition,
  signals: RecordBatch,
): Promise<FetchedRecords> {
  return fetchByIds(slice, entity, entity.select, await notStored(slice, entity, signals));
}

/** The batches of what was fetched, for the step that asked for it. */
export const toBatches = ({ answers }: FetchedRecords): RecordBatch[] =>
  answers.map((answer) => ({ ...toBatch(answer), isReread: true }));

/**
 * The ids of which a newer version may exist. One is left out when the record stored has the announced stamp and, word
 * for word, every field the signal carries, its SyncToken among them. That is safe although stamps have seconds and
 * changes come to light late: whatever changes a record again either edits it, which moves the SyncToken, or moves one
 * of its balances or quantities, which the signal carries.
 */
async function notStored(slice: Slice, entity: EntityDefinition, signals: RecordBatch): Promise<string[]> {
  const ids = signals.records.map(({ id }) => id);
  if (ids.length === 0) return [];
  try {
    const rows = await slice.db.query<{ id: string }>(
      `SELECT stored.id
       FROM jsonb_array_elements($2::jsonb #> $3::text[]) AS signal (doc)
       JOIN ${storedTable(entity.table)} AS stored ON stored.realm_id = $1 AND stored.id = signal.doc ->> 'Id'
       WHERE stored.deleted_at IS NULL AND stored.raw @> signal.doc
         AND stored.updated_at = (signal.doc #>> '{MetaData,LastUpdatedTime}')::timestamptz`,
      [slice.realmId, signals.text, signals.path.map(String)],
    );
    const stored = new Set(rows.map(({ id }) => id));
    return ids.filter((id) => !stored.has(id));
  } catch (error) {
    // What PostgreSQL cannot read it cannot compare either.
    if (refusalOf(error) === undefined) throw error;
    return ids;
  }
}
