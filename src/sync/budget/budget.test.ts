import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextMonth, paceBudget, stretched } from './budget.ts';

const now = new Date('2026-11-16T00:00:00Z');
const halfMonthSeconds = 15 * 86_400;

test('calls that suffice change nothing', () => {
  expect(paceBudget({ now, budget: 500_000, used: 10_000, demandPerSecond: 10 / 180 })).toMatchObject({
    state: 'open',
    stretch: 1,
  });
  expect(paceBudget({ now, budget: 0, used: 9_000_000, demandPerSecond: 100 })).toMatchObject({
    state: 'open',
    stretch: 1,
  });
});

test('I27: what is left is spread over the time that is left, a fifth kept for people', () => {
  const { stretch, state } = paceBudget({
    now,
    budget: 100_000,
    used: 40_000,
    demandPerSecond: 80_000 / halfMonthSeconds,
  });
  expect(state).toBe('open');
  expect(stretch).toBeCloseTo(2);
  expect(paceBudget({ now, budget: 100_000, used: 80_000, demandPerSecond: 1 }).state).toBe('reserve');
  expect(paceBudget({ now, budget: 100_000, used: 100_000, demandPerSecond: 1 }).state).toBe('spent');
});

test('the forecast is what the month would cost at everybody’s interval', () => {
  expect(paceBudget({ now, budget: 1000, used: 100, demandPerSecond: 1 }).forecast).toBe(
    100 + halfMonthSeconds,
  );
  expect(nextMonth(new Date('2026-12-31T23:59:59Z')).toISOString()).toBe('2027-01-01T00:00:00.000Z');
});

test('I27: at the stretched pace scheduled calls never use the reserve', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (budget, used, demandPerSecond) => {
        const pace = paceBudget({ now, budget, used, demandPerSecond });
        expect(pace.stretch).toBeGreaterThanOrEqual(1);
        const paced = used + (demandPerSecond / pace.stretch) * halfMonthSeconds;
        if (pace.state === 'open') expect(paced).toBeLessThanOrEqual(Math.max(used, 0.8 * budget) * 1.000001);
      },
    ),
  );
});

test('a company is looked at once a day at least while there are calls', () => {
  expect(stretched(180_000, 1)).toBe(180_000);
  expect(stretched(180_000, 3)).toBe(540_000);
  expect(stretched(180_000, 1e9)).toBe(86_400_000);
  expect(stretched(200_000_000, 5)).toBe(200_000_000);
});
