import { randomUUID } from 'node:crypto';

import { type Act, type Commit } from '../company/company.ts';
import { type Entity } from '../entities/entity.ts';
import { type StoredRecord } from '../company/record.ts';
import { type WebhookRules } from './rules.ts';

/** One thing that happened to one record, before it is given a shape. */
export type WebhookEvent = {
  readonly id: string;
  readonly realmId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly verb: EventVerb;
  readonly atMs: number;
  /** The name that was merged into this one. */
  readonly deletedId: string | undefined;
};

export type EventVerb = 'created' | 'updated' | 'deleted' | 'merged' | 'void' | 'emailed';

const letters: Readonly<Record<string, EventVerb>> = {
  C: 'created',
  U: 'updated',
  D: 'deleted',
  M: 'merged',
  V: 'void',
  E: 'emailed',
};

/** Which entities send events, and which (facts#webhook-coverage); one that is missing sends none. */
const matrix: Readonly<Record<string, string>> = {
  Account: 'CUDM',
  Bill: 'CUD',
  BillPayment: 'CUDV',
  Budget: 'CUD',
  Class: 'CUDM',
  CompanyCurrency: 'CUD',
  CreditMemo: 'CUDVE',
  Customer: 'CUDM',
  Department: 'CUDM',
  Deposit: 'CUD',
  Employee: 'CUDM',
  Estimate: 'CUDE',
  Invoice: 'CUDVE',
  Item: 'CUDM',
  JournalCode: 'CU',
  JournalEntry: 'CUD',
  Payment: 'CUDVE',
  PaymentMethod: 'CUM',
  Preferences: 'U',
  Purchase: 'CUDV',
  PurchaseOrder: 'CUDE',
  RefundReceipt: 'CUDVE',
  SalesReceipt: 'CUDVE',
  TaxAgency: 'CU',
  Term: 'CU',
  TimeActivity: 'CUD',
  Transfer: 'CUDV',
  Vendor: 'CUDM',
  VendorCredit: 'CUD',
};

const verbsOf = new Map(
  Object.entries(matrix).map(([entity, codes]) => [
    entity,
    new Set(codes.split('').flatMap((code) => letters[code] ?? [])),
  ]),
);

/** Whether the entity sends events of that verb. */
function sendsEvent(entity: string, verb: EventVerb): boolean {
  return verbsOf.get(entity)?.has(verb) ?? false;
}

/** The verb an act is told by; undefined when it is not told. */
function verbOf({ verb, record }: Act, rules: WebhookRules): EventVerb | undefined {
  const told = verb === 'inactivated' ? rules.inactivatedVerb : verb;
  const { name } = record.entity;
  if (sendsEvent(name, told)) return told;
  // What has no event of its own is still a change.
  return told !== 'created' && told !== 'deleted' && sendsEvent(name, 'updated') ? 'updated' : undefined;
}

/** Whether a change that another record caused (an invoice that was paid, say) is told. */
function isSideEffectTold({ name, kind }: Entity, { sideEffects }: WebhookRules): boolean {
  if (!sendsEvent(name, 'updated')) return false;
  return sideEffects === 'all' || (sideEffects === 'transactions' && kind === 'transaction');
}

/** The events of one finished operation. */
export function eventsOf(commit: Commit, atMs: number, rules: WebhookRules): WebhookEvent[] {
  const { act, company, saved } = commit;
  if (act === undefined) return [];
  const event = (record: StoredRecord, verb: EventVerb, deletedId?: string): WebhookEvent => ({
    id: randomUUID(),
    realmId: company.realmId,
    entity: record.entity.name,
    entityId: record.id,
    verb,
    atMs,
    deletedId,
  });
  const verb = verbOf(act, rules);
  const own = verb === undefined ? [] : [event(act.record, verb, act.deletedId)];
  // A record that only got a new name of something else keeps its time: nothing happened to it.
  const moved = saved.filter(
    (record) =>
      record !== act.record &&
      record.id !== act.deletedId &&
      record.updatedAt === act.record.updatedAt &&
      isSideEffectTold(record.entity, rules),
  );
  return [...own, ...moved.map((record) => event(record, 'updated'))];
}
