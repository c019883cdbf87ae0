import { createHash } from 'node:crypto';
import type { Queryable } from '../../postgres/database.ts';
import { isMac, macOf, type TrailKeys } from './keys.ts';

/** A link of the chain: some entries, and what did not fit when it was made. */
export type Link = {
  /** From 1, without gaps; as text, for it is a bigint. */
  readonly number: number;
  readonly sealedAt: Date;
  readonly lastEntryAt: Date | null;
  readonly entryIds: readonly string[];
  /** 32 bytes for each entry. */
  readonly entryDigests: Buffer;
  readonly unprovenIds: readonly string[];
  readonly doubts: readonly string[];
};
export type StoredLink = Link & { readonly digest: Buffer; readonly keyId: string; readonly mac: Buffer };

/** Where the chain ends and begins. */
export type Head = {
  readonly number: number;
  readonly digest: Buffer;
  readonly lastEntryId: string;
  readonly unsignedThrough: string;
  readonly cutThrough: number;
  readonly cutDigest: Buffer;
  readonly cutBefore: Date | null;
  readonly cutEntries: number;
};
export type StoredHead = Head & { readonly keyId: string | null; readonly mac: Buffer | null };

/** An end of the chain that somebody knows from elsewhere: the log, a backup, the data folder. */
export type KnownHead = { readonly number: number; readonly digest: string };

export const LINK_COLUMNS = `number, sealed_at, last_entry_at, entry_ids::text[] AS entry_ids, entry_digests,
  unproven_ids::text[] AS unproven_ids, doubts, digest, key_id, mac`;

/** Numbers that we give. Whoever writes another one into the table must not make our reading of it fail. */
export const OUR_NUMBERS = `number BETWEEN 1 AND ${Number.MAX_SAFE_INTEGER - 1}`;
const bounded = (column: string): string => `least(${column}, ${Number.MAX_SAFE_INTEGER}) AS ${column}`;

export const emptyHead: Head = {
  number: 0,
  digest: Buffer.alloc(0),
  lastEntryId: '0',
  unsignedThrough: '0',
  cutThrough: 0,
  cutDigest: Buffer.alloc(0),
  cutBefore: null,
  cutEntries: 0,
};

/** What a link is to be after the one before; keys play no part, so that the log's heads outlive them. */
export function digestOfLink(before: Buffer, link: Link): Buffer {
  const { number, sealedAt, lastEntryAt, entryIds, entryDigests, unprovenIds, doubts } = link;
  const times = [sealedAt.getTime(), lastEntryAt?.getTime() ?? null];
  const content = [number, ...times, entryIds, entryDigests.toString('hex'), unprovenIds, doubts];
  return createHash('sha256')
    .update(JSON.stringify([before.toString('hex'), ...content]))
    .digest();
}

export const isLinkSealed = (keys: TrailKeys, link: StoredLink): boolean | undefined =>
  isMac(keys, 'link', link.digest, link);

/** Undefined where its key is not at hand; the head before the first link needs no seal. */
export function isHeadSealed(keys: TrailKeys, head: StoredHead): boolean | undefined {
  const { keyId, mac } = head;
  if (keyId === null || mac === null) return head.number === 0 && head.cutThrough === 0;
  return isMac(keys, 'head', contentOfHead(head), { keyId, mac });
}

function contentOfHead(head: Head): string {
  const { number, lastEntryId, unsignedThrough, cutThrough, cutBefore, cutEntries } = head;
  const digests = [head.digest, head.cutDigest].map((digest) => digest.toString('hex'));
  return JSON.stringify([
    number,
    ...digests,
    lastEntryId,
    unsignedThrough,
    cutThrough,
    cutBefore?.getTime() ?? null,
    cutEntries,
  ]);
}

export async function readHead(on: Queryable, lock: '' | 'FOR UPDATE' = ''): Promise<StoredHead | undefined> {
  const [head] = await on.query<StoredHead>(
    `SELECT ${bounded('number')}, digest, last_entry_id::text AS last_entry_id,
            unsigned_through::text AS unsigned_through, ${bounded('cut_through')}, cut_digest, cut_before,
            ${bounded('cut_entries')}, key_id, mac
     FROM ledger_mirror.audit_head ${lock}`,
  );
  return head;
}

export async function readLink(on: Queryable, number: number): Promise<StoredLink | undefined> {
  const [link] = await on.query<StoredLink>(
    `SELECT ${LINK_COLUMNS} FROM ledger_mirror.audit_seals WHERE number = $1`,
    [number],
  );
  return link;
}

/** Puts the head in its place, sealed anew. */
export async function writeHead(on: Queryable, keys: TrailKeys, head: Head): Promise<void> {
  const key = keys.current();
  const { number, digest, lastEntryId, unsignedThrough, cutThrough, cutDigest, cutBefore, cutEntries } = head;
  await on.query(
    `INSERT INTO ledger_mirror.audit_head
       (number, digest, last_entry_id, unsigned_through, cut_through, cut_digest, cut_before, cut_entries, key_id, mac)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (only_row) DO UPDATE SET number = excluded.number, digest = excluded.digest,
       last_entry_id = excluded.last_entry_id, unsigned_through = excluded.unsigned_through,
       cut_through = excluded.cut_through, cut_digest = excluded.cut_digest, cut_before = excluded.cut_before,
       cut_entries = excluded.cut_entries, key_id = excluded.key_id, mac = excluded.mac`,
    [
      number,
      digest,
      lastEntryId,
      unsignedThrough,
      cutThrough,
      cutDigest,
      cutBefore,
      cutEntries,
      key.id,
      macOf(key, 'head', contentOfHead(head)),
    ],
  );
}

/** Adds a link behind a head, whose row the caller holds, and moves the head. */
export async function addLink(
  on: Queryable,
  keys: TrailKeys,
  head: Head,
  rest: Omit<Link, 'number' | 'sealedAt'>,
): Promise<Head> {
  const [clock] = await on.query<{ now: Date }>(
    `SELECT date_trunc('milliseconds', clock_timestamp()) AS now`,
  );
  const link = { ...rest, number: head.number + 1, sealedAt: clock?.now ?? new Date(0) };
  const digest = digestOfLink(head.digest, link);
  const key = keys.current();
  await on.query(
    `INSERT INTO ledger_mirror.audit_seals
       (number, sealed_at, last_entry_at, entry_ids, entry_digests, unproven_ids, doubts, digest, key_id, mac)
     VALUES ($1, $2, $3, $4::bigint[], $5, $6::bigint[], $7, $8, $9, $10)`,
    [
      link.number,
      link.sealedAt,
      link.lastEntryAt,
      link.entryIds,
      link.entryDigests,
      link.unprovenIds,
      link.doubts,
      digest,
      key.id,
      macOf(key, 'link', digest),
    ],
  );
  const moved = { ...head, number: link.number, digest };
  await writeHead(on, keys, moved);
  return moved;
}

/** An end of the chain as the log, a backup and the data folder name it: `12:9f86d0…`. */
export const formatHead = ({ number, digest }: KnownHead): string => `${number}:${digest}`;

/** The same read; undefined for anything else. */
export function parseHead(text: string): KnownHead | undefined {
  const [, number, digest] = /^([0-9]{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return number === undefined || digest === undefined ? undefined : { number: Number(number), digest };
}

/** Whether the key is at hand that sealed the end of the chain last. */
export async function knowsHead(on: Queryable, keys: TrailKeys): Promise<boolean> {
  const keyId = (await readHead(on))?.keyId ?? null;
  return keyId === null || keys.find(keyId) !== undefined;
}

/** Where the chain ends now, for a backup to note: what is restored from it has to have this link. */
export async function currentHead(on: Queryable): Promise<KnownHead | undefined> {
  const head = await readHead(on);
  return head === undefined || head.number === 0 ? undefined : toKnownHead(head);
}

export const toKnownHead = ({ number, digest }: Head): KnownHead => ({
  number,
  digest: digest.toString('hex'),
});
