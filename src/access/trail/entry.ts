import { createHash, randomBytes } from 'node:crypto';
import { isMac, macOf, type TrailKeys } from './keys.ts';

/** What an entry says, as the database holds it. */
export type EntryContent = {
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly realmId: string | null;
  readonly target: string | null;
  /** JSON. */
  readonly details: string;
  readonly address: string | null;
  readonly requestId: string | null;
};

/** An entry as it is stored. */
export type StoredEntry = EntryContent & {
  readonly id: string;
  readonly at: Date;
  /** Microseconds since 1970: all of what PostgreSQL keeps. */
  readonly atMicros: string;
  readonly signature: Buffer | null;
};

/** The columns of a StoredEntry. */
export const ENTRY_COLUMNS = `audit.id::text AS id, at, (extract(epoch FROM at) * 1000000)::bigint::text AS at_micros,
  actor_kind, actor_id, actor_name, action, realm_id, target, details::text AS details, address, request_id, signature`;

const KEY_BYTES = 8;
const NONCE_BYTES = 16;

/** JSON whose keys are in order: PostgreSQL puts them in an order of its own. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${inOrder(inner)}`).join(',')}}`;
}

/** The same for an entry that is to be written and for the row it has become. */
function contentOf(entry: EntryContent): string {
  const { actorKind, actorId, actorName, action, realmId, target, details, address, requestId } = entry;
  const texts = [actorKind, actorId, actorName, action, realmId, target, address, requestId].map(
    // As PostgreSQL stores what it cannot hold.
    (text) => text?.toWellFormed().replaceAll('\0', '\u{fffd}') ?? null,
  );
  return `${JSON.stringify(texts)}\n${inOrder(JSON.parse(details))}`;
}

/** What is signed. Without the time, an entry that was held back could be put in later, as if it had just been written. */
const signedText = (nonce: string, atMicros: string, entry: EntryContent): string =>
  `${nonce}\n${atMicros}\n${contentOf(entry)}`;

/** Says that we wrote the entry, and when: which key, a number nobody else has, and the MAC over it and the content. */
export function signEntry(keys: TrailKeys, entry: EntryContent & Pick<StoredEntry, 'atMicros'>): Buffer {
  const key = keys.current();
  const nonce = randomBytes(NONCE_BYTES);
  const mac = macOf(key, 'entry', signedText(nonce.toString('hex'), entry.atMicros, entry));
  return Buffer.concat([Buffer.from(key.id, 'hex'), nonce, mac]);
}

/** Whether we wrote the entry; undefined where it was signed with a key that is not at hand. */
export function isOurs(keys: TrailKeys, entry: StoredEntry): boolean | undefined {
  const { signature } = entry;
  if (signature === null) return false;
  const keyId = signature.subarray(0, KEY_BYTES).toString('hex');
  const nonce = signature.subarray(KEY_BYTES, KEY_BYTES + NONCE_BYTES).toString('hex');
  const mac = signature.subarray(KEY_BYTES + NONCE_BYTES);
  return isMac(keys, 'entry', signedText(nonce, entry.atMicros, entry), { keyId, mac });
}

/** Everything of an entry, in 32 bytes. */
export function digestOfEntry(entry: StoredEntry): Buffer {
  const { id, atMicros, signature } = entry;
  const head = JSON.stringify([id, atMicros, signature?.toString('hex') ?? null]);
  return createHash('sha256')
    .update(`${head}\n${contentOf(entry)}`)
    .digest();
}
