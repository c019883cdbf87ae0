import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startListing } from '../../quickbooks/index.ts';
import type { EntityState } from '../company/entity-states.ts';
import type { Position } from '../company/position.ts';
import { entityStatusOf } from '../company/state.ts';
import { nextStep, type PlanFacts, stepsBeside } from './plan.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 15, 12, minute));
const listing = startListing({ entity: 'Invoice', select: '*', by: 'MetaData.CreateTime' });
const backfillPosition: Position = { kind: 'backfill', listing };
const changesPosition: Position = {
  kind: 'changes',
  from: at(0).toISOString(),
  listing: null,
  through: null,
};

const facts: PlanFacts = {
  now: at(60),
  runStartedAt: at(59),
  requestedAt: undefined,
  intervalMs: 180_000,
  companyCursorAt: at(50),
  announcedAt: undefined,
  askAt: undefined,
  proveAt: at(120),
  renamed: false,
  suspected: false,
  retryAt: undefined,
};

function entity(name: string, given: Partial<EntityState> = {}): EntityState {
  const { position, cursorAt } = given;
  return {
    entity: name,
    table: name.toLowerCase(),
    status: entityStatusOf({ hasCursor: cursorAt !== undefined, hasPosition: position !== undefined }),
    rows: 0,
    expectedRows: undefined,
    position: undefined,
    cursorAt: undefined,
    lastSyncedAt: undefined,
    errorCode: undefined,
    error: undefined,
    failures: 0,
    retryAt: undefined,
    retryDue: false,
    joined: false,
    byCapture: true,
    byPosition: false,
    captureResumes: false,
    ...given,
  };
}

const chosen = (states: readonly EntityState[], other: Partial<PlanFacts> = {}): string | undefined => {
  const step = nextStep(states, { ...facts, ...other });
  if (step === undefined) return undefined;
  const asked = 'state' in step ? [step.state] : 'states' in step ? step.states : [];
  return [step.kind, ...asked.map((state) => state.entity)].join(' ');
};

/** Current and joined: its cursor is the company's. */
const synced = (minute: number): Partial<EntityState> => ({
  cursorAt: facts.companyCursorAt,
  lastSyncedAt: at(minute),
  joined: true,
});

test('I40: entities copied one after the other join in one look a minute while others are still being copied', () => {
  const justCopied = entity('Vendor', { cursorAt: at(55) });
  const copying = entity('Invoice', { position: backfillPosition });
  const states = (lookedAt: number): readonly EntityState[] => [
    entity('Customer', synced(lookedAt)),
    justCopied,
    copying,
  ];
  expect(chosen(states(60))).toBe('page Invoice');
  expect(chosen(states(59))).toBe('capture Customer Vendor');
  // The first one to be whole is looked at at once, and all of them when nothing is left to copy.
  expect(chosen([justCopied, copying])).toBe('capture Vendor');
  expect(chosen(states(60).slice(0, 2))).toBe('capture Customer Vendor');
  // A look for another reason takes them along.
  expect(chosen(states(60), { requestedAt: new Date(at(60).getTime() + 1) })).toBe('capture Customer Vendor');
});

test('what is read again for merges, which may take an hour, does not keep the others from being looked at', () => {
  const since = (minute: number): string | undefined =>
    chosen([entity('Customer', synced(minute))], { suspected: true, runStartedAt: at(30) });
  expect(since(31)).toBe('capture Customer');
  expect(since(58)).toBe('merge');
  // What the run began for comes first in any case.
  expect(since(29)).toBe('capture Customer');
  expect(chosen([entity('Customer', synced(58))], { suspected: true, runStartedAt: at(59) })).toBe(
    'capture Customer',
  );
});

test('an entity with many pages does not wait for those of the others', () => {
  const copying = ['Customer', 'Item', 'Invoice', 'Bill'].map((name) =>
    entity(name, { position: backfillPosition }),
  );
  const started = (
    underWay: readonly string[],
    states: readonly EntityState[] = copying,
  ): readonly string[] =>
    stepsBeside(nextStep(states, facts), states, 3, new Set(underWay)).map(
      (step) => `${step.kind} ${'state' in step ? step.state.entity : ''}`,
    );
  expect(started([])).toEqual(['page Customer', 'page Item', 'page Invoice']);
  expect(started(['Customer', 'Invoice'])).toEqual(['page Item']);
  expect(started(['Customer', 'Item', 'Invoice'])).toEqual([]);
  expect(started(['Bill'], copying.slice(3))).toEqual([]);
});

test('what concerns the whole company waits for the steps under way', () => {
  const copying = entity('Invoice', { position: backfillPosition });
  const states = [entity('Customer', synced(50)), copying];
  const step = nextStep(states, facts);
  expect(step).toMatchObject({ kind: 'capture' });
  expect(stepsBeside(step, states, 3, new Set(['Invoice']))).toEqual([]);
  expect(stepsBeside(step, states, 3, new Set())).toEqual([step]);
});

test('every entity is counted before the first page is read, so that progress is known', () => {
  const states = [entity('Customer', { position: backfillPosition }), entity('Invoice')];
  expect(chosen(states)).toBe('begin Invoice');
});

test('parents are copied before children', () => {
  const states = ['Customer', 'Invoice'].map((name) => entity(name, { position: backfillPosition }));
  expect(chosen(states)).toBe('page Customer');
});

test('an entity is brought up to date as soon as its first copy is done', () => {
  const states = [entity('Customer', { cursorAt: at(0) }), entity('Invoice', { position: backfillPosition })];
  expect(chosen(states)).toBe('capture Customer');
});

test('I7: a first copy that takes hours does not keep the others from staying current', () => {
  const long = { runStartedAt: at(0) };
  const invoice = entity('Invoice', { position: backfillPosition });
  expect(chosen([entity('Customer', synced(59)), invoice], long)).toBe('page Invoice');
  expect(chosen([entity('Customer', synced(50)), invoice], long)).toBe('capture Customer');
});

test('I14: a click during a first copy is served before the next page', () => {
  const states = [entity('Customer', synced(59)), entity('Invoice', { position: backfillPosition })];
  expect(chosen(states, { runStartedAt: at(0), requestedAt: at(60) })).toBe('capture Customer');
});

test('a run looks at each current entity once and then ends', () => {
  expect(chosen([entity('Customer', synced(58)), entity('Invoice', synced(58))])).toBe(
    'capture Customer Invoice',
  );
  expect(chosen([entity('Customer', synced(60)), entity('Invoice', synced(60))])).toBeUndefined();
});

test('I14: a click makes the open run look again', () => {
  const states = [entity('Customer', synced(60))];
  expect(chosen(states, { requestedAt: at(61) })).toBe('capture Customer');
});

test('I8: an entity in trouble is left alone until its time and then goes on from where it stopped', () => {
  const trouble = { status: 'failed', error: 'x', retryAt: at(61) } as const;
  const half = { ...trouble, position: backfillPosition };
  expect(chosen([entity('Invoice', half)])).toBeUndefined();
  expect(chosen([entity('Invoice', { ...half, retryDue: true })])).toBe('page Invoice');
  expect(chosen([entity('Invoice', { ...trouble, retryDue: true })])).toBe('begin Invoice');
  const behind = { ...trouble, cursorAt: at(0), position: changesPosition, retryDue: true };
  expect(chosen([entity('Invoice', behind)])).toBe('catch-up Invoice');
});

test('I15: all that keep up are asked for by one call; one far behind is asked for by itself first', () => {
  const [customer, item] = [entity('Customer', synced(58)), entity('Item', synced(58))];
  const far = entity('Invoice', { cursorAt: at(10) });
  const farToo = entity('Bill', { cursorAt: at(14) });
  expect(chosen([customer, item, far, farToo])).toBe('capture Invoice Bill');
  const near = entity('Invoice', { cursorAt: at(46) });
  expect(chosen([customer, item, near])).toBe('capture Customer Item Invoice');
  expect(chosen([far, farToo], { companyCursorAt: undefined })).toBe('capture Invoice Bill');
});

test('what change data capture does not cover is asked for every six hours and on a click', () => {
  const slow = (hours: number): EntityState =>
    entity('TaxCode', { byCapture: false, cursorAt: at(0), lastSyncedAt: at(60 - 60 * hours) });
  const customer = entity('Customer', synced(60));
  expect(chosen([customer, slow(5)])).toBeUndefined();
  expect(chosen([customer, slow(7)])).toBe('poll TaxCode');
  expect(chosen([customer, slow(1)], { requestedAt: at(60) })).toBe('poll TaxCode');
});

test('I23: what is announced is looked for at once, but no more often than every second', () => {
  const states = [entity('Customer', { ...synced(60), lastSyncedAt: new Date(at(60).getTime() - 500) })];
  expect(chosen(states, { announcedAt: at(60) })).toBeUndefined();
  const later = new Date(at(60).getTime() + 500);
  expect(chosen(states, { announcedAt: at(60), now: later })).toBe('capture Customer');
  expect(chosen(states, { askAt: at(60) })).toBe('ask');
  expect(chosen(states, { askAt: at(61) })).toBeUndefined();
});

test('I8: an entity that cannot be listed is compared too, and keeps no other from it', () => {
  const current = entity('Customer', synced(60));
  const failed = { status: 'failed', errorCode: 'QBO_QUERY_REJECTED' } as const;
  const chosenWith = (item: Partial<EntityState>): string | undefined =>
    chosen([current, entity('Item', item)], { proveAt: undefined });
  expect(chosenWith({ ...failed, failures: 4 })).toBeUndefined();
  expect(chosenWith({ ...failed, failures: 5 })).toBe('prove Customer Item');
  expect(chosenWith({ ...failed, errorCode: 'QBO_LISTING_DISORDERED', failures: 1 })).toBe(
    'prove Customer Item',
  );
  expect(chosenWith({ ...failed, errorCode: 'INTERNAL', failures: 9 })).toBeUndefined();
});

test('the copy is compared with QuickBooks when nothing else is left and all of it is there', () => {
  const current = entity('Customer', synced(60));
  expect(chosen([current], { proveAt: undefined })).toBe('prove Customer');
  expect(chosen([current, entity('Item', { status: 'failed' })], { proveAt: undefined })).toBeUndefined();
  const notOffered = entity('Budget', { status: 'unavailable' });
  expect(chosen([current, notOffered], { proveAt: undefined })).toBe('prove Customer');
  expect(chosen([entity('Customer', synced(58))], { proveAt: undefined })).toBe('capture Customer');
});

test('L1: a run ends, whatever the entities go through, as long as each listing does', () => {
  const anyEntity = fc.record({
    pages: fc.integer({ min: 0, max: 4 }),
    fails: fc.boolean(),
    lastSynced: fc.option(fc.integer({ min: 0, max: 59 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(
      fc.array(anyEntity, { maxLength: 6 }),
      fc.integer({ min: 1000, max: 600_000 }),
      (given, intervalMs) => {
        const states = given.map((one, index) =>
          entity(`E${index}`, one.lastSynced === undefined ? {} : synced(one.lastSynced)),
        );
        const left = given.map((one) => one.pages);
        let now = facts.now;
        for (let steps = 0; ; steps += 1) {
          expect(steps).toBeLessThan(200);
          now = new Date(now.getTime() + 1000);
          const step = nextStep(states, { ...facts, now, intervalMs });
          if (step === undefined || step.kind === 'prove' || !('state' in step || 'states' in step)) break;
          for (const state of 'state' in step ? [step.state] : step.states) {
            const index = states.indexOf(state);
            if (given[index]?.fails === true) {
              states[index] = { ...state, status: 'failed', joined: false };
            } else if (step.kind === 'begin') {
              states[index] = entity(state.entity, { position: backfillPosition });
            } else if (step.kind === 'page' && (left[index] ?? 0) > 0) {
              left[index] = (left[index] ?? 0) - 1;
            } else if (step.kind === 'page') {
              states[index] = entity(state.entity, { cursorAt: at(index % 2 === 0 ? 0 : 49) });
            } else {
              states[index] = entity(state.entity, { ...synced(0), lastSyncedAt: now });
            }
          }
        }
        for (const state of states) {
          expect(state.status === 'failed' || (state.lastSyncedAt ?? at(0)) >= facts.runStartedAt).toBe(true);
        }
      },
    ),
  );
});

test('I13: an entity whose changes cannot be captured for some minutes is looked at as often as the others', () => {
  const recently = { cursorAt: at(58), lastSyncedAt: at(58), byCapture: false };
  expect(chosen([entity('Invoice', recently)])).toBeUndefined();
  expect(chosen([entity('Invoice', { ...recently, captureResumes: true })])).toBe('poll Invoice');
});
