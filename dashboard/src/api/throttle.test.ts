import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createThrottle } from './throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('many requests run the work at once and then once per interval', async () => {
  const work = vi.fn(async () => {});
  const throttle = createThrottle(500, work);
  for (let index = 0; index < 50; index += 1) throttle.request();
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(499);
  expect(work).toHaveBeenCalledTimes(1);
  throttle.request();
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(2);
});

test('a slow run is waited for, and the last request is not lost', async () => {
  const work = vi.fn(() => new Promise((resolve) => setTimeout(resolve, 3000)));
  const throttle = createThrottle(500, work);
  throttle.request();
  throttle.request();
  await vi.advanceTimersByTimeAsync(2999);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
});

test('work that fails does not stop later work', async () => {
  const work = vi.fn(async () => {
    throw new Error('unreachable');
  });
  const throttle = createThrottle(500, work);
  throttle.request();
  await vi.advanceTimersByTimeAsync(500);
  throttle.request();
  expect(work).toHaveBeenCalledTimes(2);
});

test('nothing runs after it was cancelled', async () => {
  const work = vi.fn(async () => {});
  const throttle = createThrottle(500, work);
  throttle.request();
  throttle.request();
  throttle.cancel();
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(1);
});
