import { createHash, createHmac } from 'node:crypto';

import { type EventVerb, type WebhookEvent } from './events.ts';
import { type WebhookRules } from './rules.ts';

const classicOperations: Readonly<Record<EventVerb, string>> = {
  created: 'Create',
  updated: 'Update',
  deleted: 'Delete',
  merged: 'Merge',
  void: 'Void',
  emailed: 'Emailed',
};

function cloudEvent(event: WebhookEvent, rules: WebhookRules): object {
  const { id, realmId, entity, entityId, verb, atMs, deletedId } = event;
  const source = createHash('sha256').update(`${realmId}:source`).digest('base64');
  // Intuit's times have from none to nine digits after the second; the id decides here, so that a duplicate is the same.
  const digits = id.charCodeAt(0) % 3;
  const iso = new Date(atMs).toISOString();
  const time = [iso.replace(/\.\d+Z$/, 'Z'), iso, iso.replace('Z', '034359Z')][digits];
  return {
    specversion: '1.0',
    id,
    source: `intuit.${source}`,
    type: `qbo.${entity.toLowerCase()}.${verb === 'void' ? rules.voidVerb : verb}.v1`,
    datacontenttype: 'application/json',
    time,
    intuitentityid: entityId,
    intuitaccountid: realmId,
    data: deletedId === undefined ? {} : { deletedid: deletedId },
  };
}

function classicEvent({ entity, entityId, verb, atMs, deletedId }: WebhookEvent): object {
  const change = {
    name: entity,
    id: entityId,
    operation: classicOperations[verb],
    lastUpdated: new Date(atMs).toISOString(),
  };
  return deletedId === undefined ? change : { ...change, deletedId };
}

/** The body of one delivery, which may tell of several companies (facts#webhook-classic, facts#webhook-cloudevents). */
export function payloadOf(events: readonly WebhookEvent[], rules: WebhookRules): string {
  if (rules.shape === 'cloudevents') return JSON.stringify(events.map((event) => cloudEvent(event, rules)));
  const byRealm = Map.groupBy(events, ({ realmId }) => realmId);
  const notifications = [...byRealm].map(([realmId, own]) => ({
    realmId,
    dataChangeEvent: { entities: own.map(classicEvent) },
  }));
  return JSON.stringify({ eventNotifications: notifications });
}

/** What stands in `intuit-signature`: HMAC-SHA256 of the raw body under the verifier token, in base64 (facts#webhook-signature). */
export function signatureOf(body: string, verifierToken: string): string {
  return createHmac('sha256', verifierToken).update(body, 'utf8').digest('base64');
}
