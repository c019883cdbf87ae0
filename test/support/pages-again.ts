import type { PassedCall } from './quickbooks-proxy.ts';

/** Pages that were asked for more than once. */
export type PagesAgain = {
  /** How many, by entity. */
  readonly repeated: Readonly<Record<string, number>>;
  /** What the kills do not explain, one line each. */
  readonly broken: readonly string[];
};

/** A page along times; `at` and `end` are the range asked for. */
const PAGE =
  /FROM (?<entity>\w+) .*?(?:Time >= '(?<at>[^']+)')?(?:(?: AND )?MetaData\.\w+Time < '(?<end>[^']+)')? ORDERBY MetaData\.\w+Time ASC STARTPOSITION (?<position>\d+)/i;

/**
 * Finds the pages that workers fetched again although they had been fetched before.
 *
 * Who dies between a page's answer and its commit leaves that page, the last one asked for, to be fetched again. So an
 * entity may repeat no more pages than workers were killed, and never one before its last. When is not compared: on a
 * busy machine a worker also loses a short lease without being killed, and its successor fetches that page.
 */
export function pagesAgain(
  calls: readonly Pick<PassedCall, 'kind' | 'statement'>[],
  kills: number,
): PagesAgain {
  const seen = new Set<string>();
  const last = new Map<string, string>();
  const repeated: Record<string, number> = {};
  const broken: string[] = [];
  for (const { kind, statement } of calls) {
    const entity = kind === 'page' ? entityOf(statement) : undefined;
    if (entity === undefined) continue;
    if (seen.has(statement)) {
      const pages = (repeated[entity] = (repeated[entity] ?? 0) + 1);
      if (last.get(entity) !== statement)
        broken.push(`${entity} went back to a page before its last: ${statement}`);
      else if (pages > kills)
        broken.push(`${entity}: ${pages} pages fetched again after ${kills} kills: ${statement}`);
    }
    seen.add(statement);
    last.set(entity, statement);
  }
  return { repeated, broken };
}

/** The entity of a page that is read once; a second that is read by position is read until two passes agree. */
function entityOf(statement: string): string | undefined {
  const { entity, at, end, position } = PAGE.exec(statement)?.groups ?? {};
  const isOneSecond = at !== undefined && end !== undefined && Date.parse(end) - Date.parse(at) === 1000;
  // A search for deletions reads a range of up to 500 records whole: one page of a thousand, but not of 25.
  const isSearch = end !== undefined && /CreateTime ASC/i.test(statement);
  return position !== '1' || isOneSecond || isSearch ? undefined : entity;
}
