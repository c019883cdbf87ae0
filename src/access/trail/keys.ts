import { createHmac, timingSafeEqual } from 'node:crypto';

export type TrailKey = {
  /** 16 hexadecimal digits. */
  readonly id: string;
  readonly bytes: Buffer;
};

/** The keys that sign and seal the trail. They are not in the database, or whoever changes the trail could seal it. */
export interface TrailKeys {
  current(): TrailKey;
  /** Undefined for a key that is not at hand. */
  find(keyId: string): TrailKey | undefined;
}

/** What is made for one of these cannot be passed off as another. */
export type Purpose = 'entry' | 'link' | 'head';

export function macOf(key: TrailKey, purpose: Purpose, content: string | Buffer): Buffer {
  return createHmac('sha256', key.bytes).update(`${purpose}\n`).update(content).digest();
}

/** Whether a MAC is right; undefined where its key is not at hand. */
export function isMac(
  keys: TrailKeys,
  purpose: Purpose,
  content: string | Buffer,
  { keyId, mac }: { readonly keyId: string; readonly mac: Buffer },
): boolean | undefined {
  const key = keys.find(keyId);
  if (key === undefined) return undefined;
  const right = macOf(key, purpose, content);
  return right.length === mac.length && timingSafeEqual(right, mac);
}
