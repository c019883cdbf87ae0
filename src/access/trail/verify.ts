import type { Database, Queryable } from '../../postgres/database.ts';
import {
  digestOfLink,
  isHeadSealed,
  isLinkSealed,
  LINK_COLUMNS,
  OUR_NUMBERS,
  readHead,
  toKnownHead,
  type Head,
  type KnownHead,
  type StoredLink,
} from './chain.ts';
import { digestOfEntry, ENTRY_COLUMNS, isOurs, type StoredEntry } from './entry.ts';
import type { TrailKeys } from './keys.ts';
import { doubtsAbout } from './sealer.ts';

export type Verdict = {
  /** Entries and links that were looked at. */
  readonly entries: number;
  readonly links: number;
  /** Entries of ours that wait to be linked, which takes some seconds while Ledger Mirror runs. */
  readonly waiting: number;
  /** What AUDIT_DAYS cut off: how many entries, none newer than when. */
  readonly cut: { readonly entries: number; readonly before: Date } | undefined;
  /** Where the chain ends. */
  readonly head: KnownHead | undefined;
  /** What does not fit, in sentences, the first thousand; none for a trail that nobody touched. */
  readonly problems: readonly string[];
};

const MOST_PROBLEMS = 1000;
const LINKS_AT_ONCE = 20;

/**
 * Follows the chain of the trail from its beginning, or from where AUDIT_DAYS cut it, to its end, in one snapshot.
 * @param known ends of the chain that are known from elsewhere: they show that the whole trail was set back
 */
export async function verifyTrail(
  db: Database,
  keys: TrailKeys,
  known: readonly KnownHead[] = [],
): Promise<Verdict> {
  return db.transaction(async (tx) => {
    await tx.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const problems: string[] = [];
    const head = await readHead(tx);
    if (head === undefined) problems.push('The end of the chain was removed.');
    else {
      const sealed = isHeadSealed(keys, head);
      if (sealed === false) problems.push('The end of the chain was changed.');
      if (sealed === undefined) problems.push(keyMissing('The end of the chain', head.keyId ?? ''));
    }
    const { entries, links, last } = await followLinks(tx, keys, head, problems);
    if (head !== undefined) {
      if (head.number !== last.number)
        problems.push(
          `The chain ends at link ${last.number}, and should end at link ${head.number}: the end was cut off.`,
        );
      else if (!last.digest.equals(head.digest))
        problems.push(`Link ${head.number}, the last, is not the one that was noted.`);
      for (const one of known) problems.push(...(await doubtsAbout(tx, head, one)));
    }
    problems.push(...(await impossibleLinks(tx)));
    const { waiting } = await lookOutside(tx, keys, problems);
    problems.push(...(await copies(tx)));
    return {
      entries,
      links,
      waiting,
      cut:
        head === undefined || head.cutBefore === null
          ? undefined
          : { entries: head.cutEntries, before: head.cutBefore },
      head: head === undefined ? undefined : toKnownHead(head),
      problems: problems.slice(0, MOST_PROBLEMS),
    };
  });
}

const keyMissing = (what: string, keyId: string): string =>
  `${what} was sealed with a key that is not here (${keyId}): add it to ENCRYPTION_KEY_PREVIOUS.`;

/** Every link that is there, and every entry that links name. */
async function followLinks(
  tx: Queryable,
  keys: TrailKeys,
  head: Head | undefined,
  problems: string[],
): Promise<{ entries: number; links: number; last: { number: number; digest: Buffer } }> {
  let last = { number: head?.cutThrough ?? 0, digest: head?.cutDigest ?? Buffer.alloc(0) };
  let entries = 0;
  let links = 0;
  for (let after = 0; ;) {
    const page = await tx.query<StoredLink>(
      `SELECT ${LINK_COLUMNS} FROM ledger_mirror.audit_seals WHERE ${OUR_NUMBERS} AND number > $1
       ORDER BY number LIMIT ${LINKS_AT_ONCE}`,
      [after],
    );
    for (const link of page) {
      problems.push(...problemsOfLink(keys, last, link), ...(await problemsOfEntries(tx, link)));
      entries += link.entryIds.length;
      links += 1;
      last = link;
    }
    if (page.length < LINKS_AT_ONCE) return { entries, links, last };
    after = last.number;
  }
}

/** What does not fit about a link itself. */
export function problemsOfLink(
  keys: TrailKeys,
  before: { number: number; digest: Buffer },
  link: StoredLink,
): string[] {
  const { number, digest, doubts, unprovenIds } = link;
  const problems: string[] = [];
  if (number > before.number + 1)
    problems.push(`Links ${before.number + 1} to ${number - 1} were removed, with the entries in them.`);
  else if (number <= before.number) problems.push(`Link ${number} was cut off before and is there again.`);
  else if (!digestOfLink(before.digest, link).equals(digest))
    problems.push(`Link ${number} was changed, or the one before it.`);
  const sealed = isLinkSealed(keys, link);
  if (sealed === false) problems.push(`Link ${number} does not bear our seal.`);
  if (sealed === undefined) problems.push(keyMissing(`Link ${number}`, link.keyId));
  problems.push(...doubts.map((doubt) => `When link ${number} was made: ${doubt}`));
  problems.push(...unprovenIds.map((id) => `Entry ${id} was not written by Ledger Mirror.`));
  return problems;
}

/** What does not fit about the entries of a link. */
export async function problemsOfEntries(tx: Queryable, link: StoredLink): Promise<string[]> {
  const { number, entryIds, entryDigests } = link;
  if (entryIds.length === 0) return [];
  const rows = await tx.query<StoredEntry>(
    `SELECT ${ENTRY_COLUMNS} FROM ledger_mirror.audit WHERE id = ANY ($1::bigint[])`,
    [entryIds],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return entryIds.flatMap((id, index) => {
    const entry = found.get(id);
    if (entry === undefined) return [`Entry ${id} of link ${number} was removed.`];
    const noted = entryDigests.subarray(32 * index, 32 * (index + 1));
    return digestOfEntry(entry).equals(noted)
      ? []
      : [`Entry ${id} of link ${number} (${entry.action}) was changed.`];
  });
}

async function impossibleLinks(tx: Queryable): Promise<string[]> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ledger_mirror.audit_seals WHERE NOT ${OUR_NUMBERS}`,
  );
  return row === undefined || row.count === 0
    ? []
    : [`${row.count} links bear numbers that Ledger Mirror does not give.`];
}

/** Entries that no link names: ours wait for one, others were put there. */
async function lookOutside(tx: Queryable, keys: TrailKeys, problems: string[]): Promise<{ waiting: number }> {
  let waiting = 0;
  for (let after: string | undefined; ;) {
    const rows = await tx.query<StoredEntry>(
      `SELECT ${ENTRY_COLUMNS} FROM ledger_mirror.audit
       LEFT JOIN (SELECT unnest(entry_ids) AS linked_id FROM ledger_mirror.audit_seals) AS linked ON linked_id = audit.id
       WHERE linked_id IS NULL AND ($1::bigint IS NULL OR audit.id > $1) ORDER BY audit.id LIMIT 1000`,
      [after ?? null],
    );
    for (const row of rows) {
      const ours = isOurs(keys, row);
      if (ours === true || (row.signature === null && (await isOlderThanSignatures(tx, row)))) waiting += 1;
      else if (ours === false)
        problems.push(`Entry ${row.id} (${row.action}) was not written by Ledger Mirror.`);
      else problems.push(`Entry ${row.id} (${row.action}) was signed with a key that is not here.`);
    }
    if (rows.length < 1000) return { waiting };
    after = rows.at(-1)?.id;
  }
}

/** Before the first link, entries of older versions wait for it as well. */
async function isOlderThanSignatures(tx: Queryable, { id }: StoredEntry): Promise<boolean> {
  const head = await readHead(tx);
  return (
    head !== undefined && BigInt(id) > BigInt(head.lastEntryId) && BigInt(id) <= BigInt(head.unsignedThrough)
  );
}

async function copies(tx: Queryable): Promise<string[]> {
  const rows = await tx.query<{ ids: string[] }>(
    `SELECT array_agg(id::text ORDER BY id) AS ids FROM ledger_mirror.audit
     WHERE signature IS NOT NULL GROUP BY signature HAVING count(*) > 1 LIMIT ${MOST_PROBLEMS}`,
  );
  return rows.map(({ ids }) => `Entries ${ids.join(', ')} are copies of one.`);
}
