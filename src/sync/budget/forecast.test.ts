import { expect, test } from 'vitest';
import { callsADay, forecastOf } from './forecast.ts';

const settings = { monthlyCallBudget: 500_000, safetyIntervalSeconds: 1800 };
const polled = { intervalSeconds: 180, announced: false };

test('I40: a company costs its looks and what a day costs beside', () => {
  expect(callsADay(180)).toBeCloseTo(491, 1);
  expect(callsADay(1800)).toBeCloseTo(60, 1);
});

test('forty companies polled every three minutes need more than is free, and webhooks bring it to an eighth', () => {
  const forecast = forecastOf([{ ...polled, companies: 40 }], settings);
  expect(forecast).toMatchObject({ companies: 40, calls: 597_040, callsAnnounced: 72_960, budget: 500_000 });
  expect(forecast.notice).toBe(
    '40 companies, polled every 3 minutes, need 597,040 reads a month; of the 500,000 of QBO_MONTHLY_CALL_BUDGET polling ' +
      'may use 400,000, so they are looked at less often than that. Webhooks bring it to 72,960: give the Intuit app the ' +
      'endpoint PUBLIC_URL/v1/webhooks/qbo, and set QBO_WEBHOOK_VERIFIER_TOKEN; a longer interval for some companies, or a larger budget, helps too.',
  );
  expect(forecastOf([{ ...polled, companies: 40, announced: true }], settings)).toEqual({
    companies: 40,
    calls: 72_960,
    callsAnnounced: 72_960,
    budget: 500_000,
  });
});

test('nothing is said while polling suffices with what it may use, nor where there is no limit', () => {
  const of = (companies: number, monthlyCallBudget = 500_000): string | undefined =>
    forecastOf([{ ...polled, companies }], { ...settings, monthlyCallBudget }).notice;
  expect(of(0)).toBeUndefined();
  expect(of(26)).toBeUndefined();
  expect(of(27)).toContain('27 companies');
  expect(of(40, 0)).toBeUndefined();
  expect(of(40, 1_000_000)).toBeUndefined();
  expect(of(1, 10_000)).toContain('One company, polled every 3 minutes, needs 14,926 reads a month');
  expect(of(1, 10_000)).toContain('so it is looked at less often');
});

test('what is advised is what helps: webhooks that arrive for some only are to be looked after, and more than they bring costs', () => {
  const mixed = [
    { ...polled, companies: 100, announced: true },
    { ...polled, companies: 20 },
  ];
  const notice = forecastOf(mixed, settings, 'open').notice ?? '';
  expect(notice).toContain('120 companies, as they are polled now, need 480,920');
  expect(notice).toContain('Webhooks bring it to 218,880, but they do not arrive for every company');
  const all = forecastOf([{ ...polled, companies: 1000, announced: true }], settings, 'open').notice ?? '';
  expect(all).toContain('1,000 companies, polled every 30 minutes');
  expect(all).toContain('What helps is a longer interval or a larger budget.');
});
