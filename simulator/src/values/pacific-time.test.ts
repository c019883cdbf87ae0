import { expect, test } from 'vitest';

import { addDays, envelopeTime, parseTime, stamp } from './pacific-time.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1_000;

test('stamps carry the Pacific offset of their own date, to the second of the change', () => {
  expect(stamp(seconds('2026-03-08T09:59:59Z'))).toBe('2026-03-08T01:59:59-08:00');
  expect(stamp(seconds('2026-03-08T10:00:00Z'))).toBe('2026-03-08T03:00:00-07:00');
  expect(stamp(seconds('2026-11-01T08:59:59Z'))).toBe('2026-11-01T01:59:59-07:00');
  expect(stamp(seconds('2026-11-01T09:00:00Z'))).toBe('2026-11-01T01:00:00-08:00');
  expect(envelopeTime(Date.parse('2026-05-12T10:14:15.926Z'))).toBe('2026-05-12T03:14:15.926-07:00');
});

test('times are read with any offset, with Z, as plain dates and without an offset', () => {
  expect(parseTime('2026-05-12T03:14:15-07:00')).toBe(seconds('2026-05-12T10:14:15Z'));
  expect(parseTime('2026-05-12T10:14:15.5Z')).toBe(seconds('2026-05-12T10:14:15.5Z'));
  expect(parseTime('2026-05-12')).toBe(seconds('2026-05-12T07:00:00Z'));
  expect(parseTime('2026-01-12T00:00:00')).toBe(seconds('2026-01-12T08:00:00Z'));
  expect(parseTime('soon')).toBeUndefined();
  expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
});
