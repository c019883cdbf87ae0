/**
 * Notifications QuickBooks sends. They say that a record changed, never how: an event means "go and read it"
 * (facts#webhook-signal). They come unordered, more than once, or not at all (facts#webhook-unreliable).
 * @see https://developer.intuit.com/app/developer/qbo/docs/develop/webhooks (read October 2026)
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isRealmId } from '../base/realm-id.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Secret } from '../base/secret.ts';
import { instantOf } from './answers.ts';
import { quickbooksError } from './errors.ts';
import { parseLossless } from './json.ts';

/** One change of one record, whichever of Intuit's two shapes it came in. */
export type WebhookEvent = {
  /** Equal for every delivery of the same event: Intuit's id, or a digest of what the older shape has instead of one. */
  readonly id: string;
  /** One delivery can carry several companies. */
  readonly realmId: RealmId;
  /** In small letters, as the newer shape has it: `invoice`, `creditmemo`. Can be one we have never heard of. */
  readonly entity: string;
  /** After a merge, the record that remains. */
  readonly recordId: string;
  /** `created`, `updated`, `deleted`, `merged`, `voided`, `emailed`, or a verb of the future in small letters. */
  readonly verb: string;
  /** When it happened, by QuickBooks' clock; undefined where that cannot be read. */
  readonly at: Date | undefined;
  /** After a merge, the record that is gone. */
  readonly mergedId: string | undefined;
};

/** What one delivery held. */
export type WebhookDelivery = {
  readonly events: readonly WebhookEvent[];
  /** Entries that name no company or no record, or by no word an id can be, as JSON: keep them, they are news too. */
  readonly unknown: readonly string[];
};

/** The verbs of both shapes; third parties have seen both `void` and `voided` (facts#void-verb). */
const verbs: Readonly<Record<string, string>> = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  merge: 'merged',
  void: 'voided',
  email: 'emailed',
};

type Entry = { readonly [key: string]: unknown };

/**
 * Whether a delivery comes from Intuit: compares the `intuit-signature` header with the HMAC of the body, in constant
 * time.
 * @param body the bytes exactly as they arrived; a body that was parsed and printed again has another signature
 * @param verifierToken of the app and environment, from Intuit's developer portal (facts#webhook-signature)
 */
export function verifySignature(
  body: Uint8Array,
  signature: string | undefined,
  verifierToken: Secret,
): boolean {
  if (signature === undefined || !/^[A-Za-z0-9+/]{43}=$/.test(signature)) return false;
  const expected = createHmac('sha256', verifierToken.reveal()).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'base64'));
}

/**
 * The events of a delivery whose signature was verified: CloudEvents (an array) or the classic shape (facts#webhooks).
 * @throws AppError QBO_WEBHOOK_UNREADABLE when it is neither
 */
export function parseWebhook(body: Uint8Array): WebhookDelivery {
  const entries = entriesOf(parse(body));
  if (entries === undefined) throw quickbooksError('QBO_WEBHOOK_UNREADABLE');
  const events: WebhookEvent[] = [];
  const unknown: string[] = [];
  for (const entry of entries) {
    const event = isEntry(entry) ? (fromCloudEvent(entry) ?? fromClassic(entry)) : undefined;
    if (event === undefined) unknown.push(JSON.stringify(entry));
    else events.push(event);
  }
  return { events, unknown };
}

function parse(body: Uint8Array): unknown {
  try {
    return parseLossless<unknown>(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The classic shape nests events below companies; here each gets its company's id, so that both shapes are flat. */
function entriesOf(delivery: unknown): unknown[] | undefined {
  if (Array.isArray(delivery)) return delivery;
  if (!isEntry(delivery)) return undefined;
  const notifications = delivery['eventNotifications'];
  if (!Array.isArray(notifications)) return 'specversion' in delivery ? [delivery] : undefined;
  return notifications.flatMap((notification: unknown) => {
    const change = isEntry(notification) ? notification['dataChangeEvent'] : undefined;
    const entities = isEntry(change) ? change['entities'] : undefined;
    if (!isEntry(notification) || !Array.isArray(entities)) return [notification];
    return entities.map((entity: unknown): unknown =>
      isEntry(entity) ? { realmId: notification['realmId'], ...entity } : entity,
    );
  });
}

function fromCloudEvent(entry: Entry): WebhookEvent | undefined {
  const { realmId, recordId } = namesOf(entry['intuitaccountid'], entry['intuitentityid']);
  const id = textOf(entry['id']);
  const type = textOf(entry['type']);
  const data = isEntry(entry['data']) ? entry['data'] : {};
  const mergedId = textOf(data['deletedid'] ?? data['deletedId']);
  if (id === undefined || type === undefined || realmId === undefined || recordId === undefined)
    return undefined;
  if (![type, recordId, mergedId].every(isPlain)) return undefined;
  // `qbo.invoice.void.v1`; of another length, the last word before the version is still the verb.
  const words = type
    .replace(/^qbo\./i, '')
    .replace(/\.v\d+$/i, '')
    .split('.');
  const verb = words.length > 1 ? words.pop() : undefined;
  return {
    id: isPlain(id) ? id : digestOf(id),
    realmId,
    entity: words.join('.').toLowerCase(),
    recordId,
    verb: verbOf(verb),
    at: instantOf(entry['time']),
    mergedId,
  };
}

function fromClassic(entry: Entry): WebhookEvent | undefined {
  const { realmId, recordId } = namesOf(entry['realmId'], entry['id']);
  const name = textOf(entry['name']);
  if (name === undefined || realmId === undefined || recordId === undefined) return undefined;
  const mergedId = textOf(entry['deletedId']);
  const operation = textOf(entry['operation']);
  if (![name, recordId, operation, mergedId].every(isPlain)) return undefined;
  const identity = [realmId, name, recordId, entry['operation'], entry['lastUpdated'], mergedId];
  return {
    id: digestOf(JSON.stringify(identity)),
    realmId,
    entity: name.toLowerCase(),
    recordId,
    verb: verbOf(operation),
    at: instantOf(entry['lastUpdated']),
    mergedId,
  };
}

function namesOf(
  account: unknown,
  record: unknown,
): { realmId: RealmId | undefined; recordId: string | undefined } {
  const realmId = textOf(account);
  return { realmId: isRealmId(realmId) ? realmId : undefined, recordId: textOf(record) };
}

function verbOf(word: string | undefined): string {
  const verb = word?.toLowerCase() ?? '';
  return verbs[verb] ?? verb;
}

/** Ids are strings; one that came as a number has kept its digits in the lossless parse. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether a text can be one of Intuit's names and ids: a record is asked for by its id, beside others that are good. */
const isPlain = (text: string | undefined): boolean =>
  text === undefined || /^[\x20-\x7e]{1,200}$/.test(text);

const digestOf = (text: string): string => `~${createHash('sha256').update(text).digest('base64url')}`;

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
