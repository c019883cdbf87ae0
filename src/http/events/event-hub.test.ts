import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createTeller } from '../../../test/support/teller.ts';
import { ManualClock } from '../../base/clock.ts';
import { silentLogger } from '../../base/logger.ts';
import { createEventHub } from './event-hub.ts';

test('a listener hears of its own companies only, and nothing once it may not listen any more', async () => {
  const clock = new ManualClock();
  const teller = createTeller();
  const hub = createEventHub({ db: teller.db, clock, logger: silentLogger, heartbeatMs: 1000 });
  await hub.start();
  const [shutOut, failing] = [new AbortController(), new AbortController()];
  const limited = hub.subscribe({
    caller: 'one',
    sees: (realmId) => realmId === '1',
    signal: shutOut.signal,
  });
  const other = hub.subscribe({ caller: 'other', sees: () => true, signal: failing.signal });
  let heard = '';
  limited.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  other.resume();
  const announce = (realmId: string): void =>
    teller.tell({ type: 'organization', realmId, status: 'current' });
  announce('1');
  announce('2');
  failing.abort();
  await Promise.all([once(other, 'end'), clock.advance(1000)]);
  expect(heard).toContain('"realmId":"1"');
  expect(heard).not.toContain('"realmId":"2"');
  expect(heard).toContain('still here');
  shutOut.abort();
  announce('1');
  await once(limited, 'end');
  expect(heard.match(/realmId/g)).toHaveLength(1);
  await hub.stop();
});

test('one caller has so many streams and no more, which keeps nobody else out until the process has enough', async () => {
  const hub = createEventHub({
    db: createTeller().db,
    clock: new ManualClock(),
    logger: silentLogger,
    maxSubscribers: 4,
    maxOfCaller: 2,
  });
  const subscribe = (caller: string) => hub.subscribe({ caller, sees: () => true }).resume();
  const first = subscribe('greedy');
  subscribe('greedy');
  expect(() => subscribe('greedy')).toThrow(expect.objectContaining({ code: 'HTTP_CALLER_STREAMS' }));
  subscribe('other');
  first.destroy();
  await once(first, 'close');
  subscribe('greedy');
  subscribe('third');
  expect(() => subscribe('fourth')).toThrow(expect.objectContaining({ code: 'HTTP_TOO_MANY_STREAMS' }));
  expect(hub.subscribers).toBe(4);
  await hub.stop();
});
