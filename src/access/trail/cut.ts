import type { Logger } from '../../base/logger.ts';
import type { Database, Queryable } from '../../postgres/database.ts';
import type { AuditTrail } from '../audit.ts';
import { addLink, LINK_COLUMNS, OUR_NUMBERS, writeHead, type StoredLink } from './chain.ts';
import type { TrailKeys } from './keys.ts';
import { holdHead } from './sealer.ts';
import { problemsOfEntries, problemsOfLink } from './verify.ts';

/** Of a busy trail an hour has as many. */
const LINKS_AT_ONCE = 1000;

/**
 * Cuts off what is older than so many days by the database's clock, link by link: the head says where the chain begins
 * since, and is sealed. That it was done is an entry itself. What had been changed in it stays told by a link.
 * @param days  entries that are older go; those of a link with a newer one stay
 * @returns how many entries were cut off
 */
export async function cutTrail(options: {
  readonly db: Database;
  readonly keys: TrailKeys;
  readonly audit: AuditTrail;
  readonly logger: Logger;
  readonly days: number;
}): Promise<number> {
  const { db, keys, audit, logger, days } = options;
  let total = 0;
  for (;;) {
    const { entries, links, doubts } = await db.transaction(async (tx) => {
      const found = await holdHead(tx, keys, undefined);
      const before = await daysAgo(tx, days);
      const oldest = await tx.query<StoredLink>(
        `SELECT ${LINK_COLUMNS} FROM ledger_mirror.audit_seals WHERE ${OUR_NUMBERS}
         ORDER BY number LIMIT ${LINKS_AT_ONCE}`,
      );
      const end = oldest.findIndex(({ lastEntryAt }) => lastEntryAt !== null && lastEntryAt >= before);
      // The last link stays: what comes next is compared with it.
      const gone = (end === -1 ? oldest : oldest.slice(0, end)).filter(
        ({ number }) => number < found.head.number,
      );
      const last = gone.at(-1);
      if (last === undefined) return { entries: 0, links: 0, doubts: [] };
      const wrong: string[] = [];
      let earlier = { number: found.head.cutThrough, digest: found.head.cutDigest };
      for (const link of gone) {
        wrong.push(...problemsOfLink(keys, earlier, link), ...(await problemsOfEntries(tx, link)));
        earlier = link;
      }
      const ids = gone.flatMap(({ entryIds }) => entryIds);
      const times = gone.flatMap(({ lastEntryAt }) => (lastEntryAt === null ? [] : [lastEntryAt.getTime()]));
      const cut = {
        ...found.head,
        cutThrough: last.number,
        cutDigest: last.digest,
        cutBefore: new Date(Math.max(found.head.cutBefore?.getTime() ?? 0, ...times)),
        cutEntries: found.head.cutEntries + ids.length,
      };
      await writeHead(tx, keys, cut);
      // One whose time was changed meanwhile stays, and is linked anew.
      await tx.query('DELETE FROM ledger_mirror.audit WHERE id = ANY ($1::bigint[]) AND at <= $2', [
        ids,
        cut.cutBefore,
      ]);
      await tx.query('DELETE FROM ledger_mirror.audit_seals WHERE number BETWEEN 1 AND $1', [last.number]);
      await audit.record(
        {
          actor: { kind: 'system' },
          action: 'audit.cut',
          details: { entries: ids.length, throughLink: last.number, before: before.toISOString() },
        },
        tx,
      );
      const told = [...found.doubts, ...wrong.map((problem) => `${problem} It was cut off since.`)];
      if (told.length > 0) {
        const nothing = { lastEntryAt: null, entryIds: [], entryDigests: Buffer.alloc(0), unprovenIds: [] };
        await addLink(tx, keys, cut, { ...nothing, doubts: told });
      }
      return { entries: ids.length, links: gone.length, doubts: told };
    });
    for (const doubt of doubts) logger.error({ doubt }, 'the audit trail is not as it should be');
    total += entries;
    if (links < LINKS_AT_ONCE) {
      if (total > 0) logger.info({ entries: total, days }, 'old entries of the audit trail cut off');
      return total;
    }
  }
}

async function daysAgo(tx: Queryable, days: number): Promise<Date> {
  const [row] = await tx.query<{ before: Date }>('SELECT now() - make_interval(days => $1) AS before', [
    days,
  ]);
  if (row === undefined) throw new Error('A query of one row returned none.');
  return row.before;
}
