import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  entityStatusOf,
  nextStatus,
  type OrganizationEvent,
  organizationEvents,
  type OrganizationStatus,
  organizationStatuses,
  restingStatuses,
  transitions,
} from './state.ts';

/** What workers and the dispatcher report, as opposed to what a person asks for. */
const reports: readonly OrganizationEvent[] = [
  'progressed',
  'succeeded',
  'failed_once',
  'failed_often',
  'grant_refused',
  'fell_behind',
  'budget_spent',
  'budget_freed',
];

test('every status has an answer to every event', () => {
  expect(Object.keys(transitions).toSorted()).toEqual(organizationStatuses.toSorted());
  for (const status of organizationStatuses) {
    expect(Object.keys(transitions[status]).toSorted()).toEqual(organizationEvents.toSorted());
  }
});

test('I1: no report of a worker moves a company that a person must move', () => {
  for (const status of restingStatuses) {
    for (const report of reports)
      expect([status, report, nextStatus(status, report, true)]).toEqual([status, report, status]);
  }
});

test('I2: a company is current only through a success', () => {
  for (const status of organizationStatuses) {
    for (const event of organizationEvents) {
      if (status === 'current' || event === 'succeeded') continue;
      expect([status, event, nextStatus(status, event, true)]).not.toEqual([status, event, 'current']);
    }
  }
});

test('I3: a company that was never copied whole is never called late', () => {
  const story = fc.array(fc.constantFrom(...organizationEvents));
  fc.assert(
    fc.property(story, (events) => {
      let status: OrganizationStatus = 'loading';
      let loaded = false;
      for (const event of events) {
        const next = nextStatus(status, event, loaded || event === 'succeeded');
        if (next === 'refused') continue;
        status = next;
        if (status === 'current') loaded = true;
        expect(status === 'late' && !loaded).toBe(false);
      }
    }),
  );
});

test('every trouble ends: from any status some events lead back to current', () => {
  for (const status of organizationStatuses) {
    const reached = new Set<OrganizationStatus>([status]);
    for (const from of reached) {
      for (const event of organizationEvents) {
        const next = nextStatus(from, event, true);
        if (next !== 'refused') reached.add(next);
      }
    }
    expect([status, reached.has('current')]).toEqual([status, true]);
  }
});

test('pausing and resuming a healthy company leaves it waiting for its next success', () => {
  expect(nextStatus('current', 'paused', true)).toBe('paused');
  expect(nextStatus('paused', 'resumed', true)).toBe('late');
  expect(nextStatus('paused', 'resumed', false)).toBe('loading');
});

test('pausing a disconnected company is refused', () => {
  expect(nextStatus('disconnected', 'paused', true)).toBe('refused');
  expect(nextStatus('disconnected', 'resumed', true)).toBe('refused');
});

test('the status of an entity follows from its position and its cursor', () => {
  expect(entityStatusOf({ hasCursor: false, hasPosition: false })).toBe('pending');
  expect(entityStatusOf({ hasCursor: false, hasPosition: true })).toBe('backfilling');
  expect(entityStatusOf({ hasCursor: true, hasPosition: false })).toBe('current');
  expect(entityStatusOf({ hasCursor: true, hasPosition: true })).toBe('catching_up');
});
