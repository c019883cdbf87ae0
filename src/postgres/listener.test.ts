import { expect, onTestFinished, test, vi } from 'vitest';
import { silentLogger } from '../base/logger.ts';
import { createListener, LOOK_AGAIN_MS } from './listener.ts';

test('where a pooler lends the sessions nobody listens, and whoever would is told to look again and again', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const listener = createListener(
    () => {
      throw new Error('There is nothing to connect to.');
    },
    silentLogger,
    () => true,
  );
  const looks = vi.fn<() => void>();
  const stop = await listener.listen('channel', () => undefined, looks);
  await listener.listen('other', () => undefined);
  vi.advanceTimersByTime(3 * LOOK_AGAIN_MS);
  expect(looks).toHaveBeenCalledTimes(3);
  await stop();
  vi.advanceTimersByTime(LOOK_AGAIN_MS);
  expect(looks).toHaveBeenCalledTimes(3);
  await listener.close();
  expect(vi.getTimerCount()).toBe(0);
});
