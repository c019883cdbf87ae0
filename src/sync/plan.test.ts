import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntityState } from './entity-states.ts';
import { nextStep, type PlanFacts } from './plan.ts';
import type { Position } from './position.ts';
import { startListing } from '../quickbooks/index.ts';
import { entityStatusOf } from './state.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 15, 12, minute));
const listing = startListing({ entity: 'Invoice', select: '*', by: 'MetaData.CreateTime' });
const backfillPosition: Position = { kind: 'backfill', listing };
const changesPosition: Position = { kind: 'changes', listing, through: at(0).toISOString() };

const facts: PlanFacts = { now: at(60), runStartedAt: at(59), requestedAt: undefined, intervalMs: 180_000 };

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
    ...given,
  };
}

const chosen = (states: readonly EntityState[], other: Partial<PlanFacts> = {}): string | undefined => {
  const step = nextStep(states, { ...facts, ...other });
  return step === undefined ? undefined : `${step.kind} ${step.state.entity}`;
};

const synced = (minute: number): Partial<EntityState> => ({ cursorAt: at(minute), lastSyncedAt: at(minute) });

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
  expect(chosen(states)).toBe('changes Customer');
});

test('I7: a first copy that takes hours does not keep the others from staying current', () => {
  const long = { runStartedAt: at(0) };
  const invoice = entity('Invoice', { position: backfillPosition });
  expect(chosen([entity('Customer', synced(59)), invoice], long)).toBe('page Invoice');
  expect(chosen([entity('Customer', synced(50)), invoice], long)).toBe('changes Customer');
});

test('I14: a click during a first copy is served before the next page', () => {
  const states = [entity('Customer', synced(59)), entity('Invoice', { position: backfillPosition })];
  expect(chosen(states, { runStartedAt: at(0), requestedAt: at(60) })).toBe('changes Customer');
});

test('a run looks at each current entity once and then ends', () => {
  expect(chosen([entity('Customer', synced(60)), entity('Invoice', synced(58))])).toBe('changes Invoice');
  expect(chosen([entity('Customer', synced(60)), entity('Invoice', synced(60))])).toBeUndefined();
});

test('I14: a click makes the open run look again', () => {
  const states = [entity('Customer', synced(60))];
  expect(chosen(states, { requestedAt: at(61) })).toBe('changes Customer');
});

test('I8: an entity in trouble is left alone until its time and then goes on from where it stopped', () => {
  const trouble = { status: 'failed', error: 'x', retryAt: at(61) } as const;
  const half = { ...trouble, position: backfillPosition };
  expect(chosen([entity('Invoice', half)])).toBeUndefined();
  expect(chosen([entity('Invoice', { ...half, retryDue: true })])).toBe('page Invoice');
  expect(chosen([entity('Invoice', { ...trouble, retryDue: true })])).toBe('begin Invoice');
  const behind = { ...trouble, cursorAt: at(0), position: changesPosition, retryDue: true };
  expect(chosen([entity('Invoice', behind)])).toBe('changes Invoice');
});

test('a disabled entity is never read', () => {
  expect(chosen([entity('Invoice', { status: 'disabled' })])).toBeUndefined();
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
          if (step === undefined) break;
          const index = states.indexOf(step.state);
          if (given[index]?.fails === true) {
            states[index] = { ...step.state, status: 'failed' };
          } else if (step.kind === 'begin') {
            states[index] = entity(step.state.entity, { position: backfillPosition });
          } else if (step.kind === 'page' && (left[index] ?? 0) > 0) {
            left[index] = (left[index] ?? 0) - 1;
          } else {
            states[index] = entity(step.state.entity, {
              cursorAt: now,
              lastSyncedAt: step.kind === 'changes' ? now : undefined,
            });
          }
        }
        for (const state of states) {
          expect(state.status === 'failed' || (state.lastSyncedAt ?? at(0)) >= facts.runStartedAt).toBe(true);
        }
      },
    ),
  );
});
