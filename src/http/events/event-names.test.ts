import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, expectTypeOf, test } from 'vitest';
import { eventTypes } from '../../api-contract/events.ts';
import { createTeller } from '../../../test/support/teller.ts';
import { ManualClock } from '../../base/clock.ts';
import { silentLogger } from '../../base/logger.ts';
import type { SyncEvent } from '../../sync/company/events.ts';
import { createEventHub } from './event-hub.ts';

const src = fileURLToPath(new URL('../..', import.meta.url));

/** The types that the program publishes, by its text. */
function published(): Set<string> {
  const texts = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(`${src}/${path}`, 'utf8'));
  const calls = texts.flatMap((text) => [...text.matchAll(/\bpublish\(\s*\w+,\s*\{\s*type: '(\w+)'/g)]);
  expect(calls.length).toBeGreaterThan(5);
  return new Set(calls.map(([, type = '']) => type));
}

test('every type of the contract is published, and every published one is in the contract', () => {
  expect([...published()].toSorted()).toEqual([...eventTypes].toSorted());
  // However it is published: the type checker looks at this one.
  expectTypeOf<SyncEvent['type']>().toEqualTypeOf<(typeof eventTypes)[number]>();
});

test('each of them reaches a page as a message without a name, and nothing else does', async () => {
  const teller = createTeller();
  const hub = createEventHub({ db: teller.db, clock: new ManualClock(), logger: silentLogger });
  await hub.start();
  const stream = hub.subscribe({
    caller: 'one',
    sees: () => true,
  });
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  for (const type of [...eventTypes, 'ghost', eventTypes[0]]) teller.tell({ type, realmId: '1' });
  await expect.poll(() => text.split('data: ').length).toBe(eventTypes.length + 2);
  await hub.stop();
  const fields = text.split('\n').filter((line) => line !== '' && !line.startsWith(':'));
  // The dashboard's half is dashboard/src/api/event-stream.test.ts: it listens for `message`.
  expect(fields.filter((line) => line.startsWith('event'))).toEqual([]);
  expect(fields.filter((line) => line.startsWith('data: '))).toEqual(
    [...eventTypes, eventTypes[0]].map((type) => `data: {"type":"${type}","realmId":"1"}`),
  );
});
