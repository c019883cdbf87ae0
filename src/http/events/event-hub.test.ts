import { once } from 'node:events';
import { expect, test } from 'vitest';
import { ManualClock } from '../../base/clock.ts';
import { silentLogger } from '../../base/logger.ts';
import { createEventHub } from './event-hub.ts';

test('a listener hears of its own companies only, and nothing once it may not listen any more', async () => {
  const clock = new ManualClock();
  let say: (payload: string) => void = () => undefined;
  const hub = createEventHub({
    db: {
      listen: (_channel, onPayload) => {
        say = onPayload;
        return Promise.resolve(() => Promise.resolve());
      },
    },
    clock,
    logger: silentLogger,
    heartbeatMs: 1000,
  });
  await hub.start();
  let allowed = true;
  const limited = hub.subscribe({
    sees: (realmId) => realmId === '1',
    isStillAllowed: () => Promise.resolve(allowed),
  });
  const failing = hub.subscribe({
    sees: () => true,
    isStillAllowed: () => Promise.reject(new Error('the key was refused')),
  });
  let heard = '';
  limited.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  failing.resume();
  const announce = (realmId: string): void =>
    say(JSON.stringify({ type: 'organization', realmId, status: 'current' }));
  announce('1');
  announce('2');
  await Promise.all([once(failing, 'end'), clock.advance(1000)]);
  expect(heard).toContain('"realmId":"1"');
  expect(heard).not.toContain('"realmId":"2"');
  expect(heard).toContain('still here');
  allowed = false;
  await Promise.all([once(limited, 'end'), clock.advance(1000)]);
  await hub.stop();
});
