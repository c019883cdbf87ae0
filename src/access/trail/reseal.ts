import type { Database } from '../../postgres/database.ts';
import {
  isHeadSealed,
  isLinkSealed,
  LINK_COLUMNS,
  OUR_NUMBERS,
  readHead,
  writeHead,
  type StoredLink,
} from './chain.ts';
import { macOf, type TrailKeys } from './keys.ts';

const LINKS_AT_ONCE = 500;

/**
 * Seals the chain of the trail anew with the key that seals now, so that the keys before are needed no more. What does
 * not bear the seal it should, or was sealed with a key that is not here, stays as it is. Safe to repeat.
 * @returns how many links were sealed anew
 */
export async function resealTrail(db: Database, keys: TrailKeys): Promise<number> {
  let resealed = 0;
  for (let after = 0; ;) {
    const page = await db.transaction(async (tx) => {
      const head = await readHead(tx, 'FOR UPDATE');
      const key = keys.current();
      const links = await tx.query<StoredLink>(
        `SELECT ${LINK_COLUMNS} FROM ledger_mirror.audit_seals WHERE ${OUR_NUMBERS} AND number > $1 AND key_id <> $2
         ORDER BY number LIMIT ${LINKS_AT_ONCE}`,
        [after, key.id],
      );
      const sealed = links.filter((link) => isLinkSealed(keys, link) === true);
      await tx.query(
        `UPDATE ledger_mirror.audit_seals AS s SET key_id = $1, mac = n.mac
         FROM unnest($2::bigint[], $3::bytea[]) AS n (number, mac) WHERE s.number = n.number`,
        [key.id, sealed.map(({ number }) => number), sealed.map(({ digest }) => macOf(key, 'link', digest))],
      );
      resealed += sealed.length;
      if (
        head !== undefined &&
        head.keyId !== null &&
        head.keyId !== key.id &&
        isHeadSealed(keys, head) === true
      )
        await writeHead(tx, keys, head);
      return links;
    });
    if (page.length < LINKS_AT_ONCE) return resealed;
    after = page.at(-1)?.number ?? after;
  }
}

/** Ids of keys that links were sealed with and that are not here, and how many links those are. */
export async function findLostTrailKeys(
  db: Pick<Database, 'query'>,
  keys: TrailKeys,
): Promise<readonly { readonly keyId: string; readonly links: number }[]> {
  const rows = await db.query<{ keyId: string; links: number }>(
    'SELECT key_id, count(*)::int AS links FROM ledger_mirror.audit_seals GROUP BY key_id ORDER BY 1',
  );
  return rows.filter(({ keyId }) => keys.find(keyId) === undefined);
}
