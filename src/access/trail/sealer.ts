import type { Logger } from '../../base/logger.ts';
import type { Database, Queryable } from '../../postgres/database.ts';
import {
  addLink,
  emptyHead,
  formatHead,
  isHeadSealed,
  isLinkSealed,
  LINK_COLUMNS,
  OUR_NUMBERS,
  readHead,
  readLink,
  toKnownHead,
  type Head,
  type KnownHead,
  type StoredLink,
} from './chain.ts';
import { digestOfEntry, ENTRY_COLUMNS, isOurs, type StoredEntry } from './entry.ts';
import type { TrailKeys } from './keys.ts';

/** Entries of one link. */
const MOST_ENTRIES = 1000;
/** Whoever holds the end of the chain keeps entries from being linked, and could take them out untold meanwhile. */
const HELD_MS = 10_000;
/** A transaction that wrote an entry may commit so much later; one that is later still is found by the next start. */
const LATE = `interval '1 hour'`;

/** The database numbers entries itself; one with a greater number was put there by hand. */
const LAST_ID = '(SELECT last_value FROM ledger_mirror.audit_id_seq)';

/** Where an end of the chain is kept outside of the database, which alone cannot tell that it was set back. */
export interface HeadMemory {
  read(): Promise<KnownHead | undefined>;
  write(head: KnownHead): Promise<void>;
}

/**
 * Links entries of the trail into a chain that shows any later change. Writers of entries are not held up: they do not
 * touch what the sealer locks. Any number of processes may do it.
 */
export interface Sealer {
  /**
   * Links what was written since.
   * @param which  `late` looks for entries that were committed after younger ones as well
   * @returns where the chain ends
   */
  seal(which?: 'new' | 'late'): Promise<KnownHead>;
}

export function createSealer(options: {
  readonly db: Database;
  readonly keys: TrailKeys;
  readonly logger: Logger;
  readonly memory?: HeadMemory | undefined;
  /** A step that takes longer is told of in the log while it does. @default 10 seconds */
  readonly heldMs?: number | undefined;
}): Sealer {
  const { db, keys, logger, memory, heldMs = HELD_MS } = options;
  let known: KnownHead | undefined;
  let lookedAtAll = false;

  const watched = async <T>(work: Promise<T>): Promise<T> => {
    const tell = setTimeout(() => {
      logger.error(
        { waitedMs: heldMs },
        'the audit trail is kept from being linked: something holds its end, or the database does not answer',
      );
    }, heldMs);
    return work.finally(() => clearTimeout(tell));
  };

  const remember = async (head: KnownHead): Promise<void> => {
    if (known?.number === head.number && known.digest === head.digest) return;
    known = head;
    if (head.number > 0) await memory?.write(head);
  };

  const step = async (late: Late): Promise<{ head: KnownHead; entries: number }> => {
    const before = known;
    const { head, entries, doubts } = await db.transaction(async (tx) => {
      const found = await holdHead(tx, keys, before);
      const rows = await unlinked(tx, found.head, late);
      if (rows.length === 0 && found.doubts.length === 0) return { ...found, entries: 0 };
      return { ...found, entries: rows.length, head: await link(tx, keys, found, rows, late !== 'no') };
    });
    for (const doubt of doubts) logger.error({ doubt }, 'the audit trail is not as it should be');
    const end = toKnownHead(head);
    if (entries > 0 || doubts.length > 0) {
      // What the log keeps elsewhere shows even that the whole database was set back.
      logger.info({ head: formatHead(end), entries }, 'audit trail sealed');
    }
    await remember(end);
    return { head: end, entries };
  };

  return {
    async seal(which = 'new') {
      known ??= await memory?.read();
      const passes: Late[] = which === 'new' ? ['no'] : ['no', lookedAtAll ? 'recent' : 'all'];
      let end = known;
      for (const late of passes) {
        if (late === 'no' && end !== undefined && !(await watched(hasNews(db, end)))) continue;
        for (let entries = MOST_ENTRIES; entries === MOST_ENTRIES;)
          ({ head: end, entries } = await watched(step(late)));
        if (late === 'all') lookedAtAll = true;
      }
      return end ?? toKnownHead(emptyHead);
    },
  };
}

type Late = 'no' | 'recent' | 'all';

/** Whether there is anything to do, asked without locking: what another process sealed is looked at as well. */
async function hasNews(db: Queryable, known: KnownHead): Promise<boolean> {
  const [row] = await db.query<{ news: boolean }>(
    `SELECT (number, digest) <> ($1, $2) OR EXISTS (SELECT FROM ledger_mirror.audit WHERE id > last_entry_id AND id <= ${LAST_ID}) AS news
     FROM ledger_mirror.audit_head`,
    [known.number, Buffer.from(known.digest, 'hex')],
  );
  return row?.news ?? true;
}

/** The end of the chain, for as long as the transaction lasts ours alone, and what does not fit about it. */
export async function holdHead(
  tx: Queryable,
  keys: TrailKeys,
  known: KnownHead | undefined,
): Promise<{ head: Head; doubts: string[] }> {
  const doubts: string[] = [];
  const head = await readHead(tx, 'FOR UPDATE');
  const [last] = await tx.query<StoredLink>(
    `SELECT ${LINK_COLUMNS} FROM ledger_mirror.audit_seals WHERE ${OUR_NUMBERS} ORDER BY number DESC LIMIT 1`,
  );
  const sealed = head === undefined ? false : isHeadSealed(keys, head);
  if (head === undefined) doubts.push('The end of the chain was removed.');
  else if (sealed === false) doubts.push('The end of the chain was changed.');
  else if (sealed === undefined)
    doubts.push(`The end of the chain was sealed with a key that was not here: ${head.keyId ?? ''}.`);
  if (last !== undefined && isLinkSealed(keys, last) === false)
    doubts.push(`Link ${last.number} was the last, and had been changed.`);
  let end: Head = head ?? emptyHead;
  if (sealed === false) end = { ...end, ...(await endOfLinks(tx, last)) };
  const reached = last?.number ?? end.cutThrough;
  if (reached !== end.number)
    doubts.push(`The chain ended at link ${reached}, and should have ended at link ${end.number}.`);
  else if (last !== undefined && !last.digest.equals(end.digest))
    doubts.push(`Link ${reached} was the last, and is another one than was noted.`);
  if (last !== undefined && last.number > end.number)
    end = { ...end, number: last.number, digest: last.digest };
  doubts.push(...(await doubtsAbout(tx, end, known)));
  return { head: end, doubts };
}

/** Where the links themselves end, for a head that is not to be believed. */
async function endOfLinks(
  tx: Queryable,
  last: StoredLink | undefined,
): Promise<Pick<Head, 'number' | 'digest' | 'lastEntryId' | 'unsignedThrough'>> {
  const [row] = await tx.query<{ id: string | null }>(
    `SELECT max(id)::text AS id FROM (SELECT unnest(entry_ids) AS id FROM ledger_mirror.audit_seals) AS linked
     WHERE id <= ${LAST_ID}`,
  );
  const { number, digest } = last ?? emptyHead;
  return { number, digest, lastEntryId: row?.id ?? '0', unsignedThrough: '0' };
}

/** Whether an end of the chain that is known from elsewhere is a link of it. */
export async function doubtsAbout(
  tx: Queryable,
  head: Head,
  known: KnownHead | undefined,
): Promise<string[]> {
  if (known === undefined || known.number < head.cutThrough || known.number === 0) return [];
  if (known.number > head.number)
    return [`The chain ended at link ${head.number}, and had been at link ${known.number} before.`];
  const digest =
    known.number === head.cutThrough ? head.cutDigest : (await readLink(tx, known.number))?.digest;
  return digest?.toString('hex') === known.digest
    ? []
    : [`Link ${known.number} is not the one that it had been before.`];
}

/** Entries that are in no link yet, oldest first. */
async function unlinked(tx: Queryable, head: Head, late: Late): Promise<StoredEntry[]> {
  if (late === 'no') {
    return tx.query<StoredEntry>(
      `SELECT ${ENTRY_COLUMNS} FROM ledger_mirror.audit WHERE id > $1 AND id <= ${LAST_ID}
       ORDER BY audit.id LIMIT ${MOST_ENTRIES}`,
      [head.lastEntryId],
    );
  }
  // An hour ago everything up to the last entry of that time's last link had been linked, or never will be.
  const [floor] =
    late === 'all'
      ? []
      : await tx.query<{ number: number; entryId: string }>(
          `SELECT number, entry_ids[cardinality(entry_ids)]::text AS entry_id FROM ledger_mirror.audit_seals
           WHERE sealed_at < now() - ${LATE} AND entry_ids[cardinality(entry_ids)] <= $1 ORDER BY number DESC LIMIT 1`,
          [head.lastEntryId],
        );
  return tx.query<StoredEntry>(
    `SELECT ${ENTRY_COLUMNS} FROM ledger_mirror.audit
     WHERE ($1::bigint IS NULL OR id > $1) AND (id <= $2 OR id > ${LAST_ID}) AND NOT EXISTS (
       SELECT FROM (SELECT unnest(entry_ids) AS id FROM ledger_mirror.audit_seals WHERE number >= $3) AS linked
       WHERE linked.id = audit.id)
     ORDER BY audit.id LIMIT ${MOST_ENTRIES}`,
    [floor?.entryId ?? null, head.lastEntryId, floor?.number ?? 0],
  );
}

async function link(
  tx: Queryable,
  keys: TrailKeys,
  { head, doubts }: { head: Head; doubts: string[] },
  rows: readonly StoredEntry[],
  late: boolean,
): Promise<Head> {
  // Before entries were signed none bore a signature; what comes behind younger entries was not there then.
  const mayLackSignature = ({ id, signature }: StoredEntry): boolean =>
    signature === null && !late && BigInt(id) <= BigInt(head.unsignedThrough);
  const unproven = rows.filter((row) => isOurs(keys, row) !== true && !mayLackSignature(row));
  const newest = Math.max(...rows.map(({ atMicros }) => Math.ceil(Number(atMicros) / 1000)));
  const lastEntryId = late ? head.lastEntryId : (rows.at(-1)?.id ?? head.lastEntryId);
  return addLink(
    tx,
    keys,
    { ...head, lastEntryId },
    {
      lastEntryAt: rows.length === 0 ? null : new Date(newest),
      entryIds: rows.map(({ id }) => id),
      entryDigests: Buffer.concat(rows.map(digestOfEntry)),
      unprovenIds: unproven.map(({ id }) => id),
      doubts,
    },
  );
}
