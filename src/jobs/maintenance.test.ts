import { expect, test } from 'vitest';
import { silentLogger } from '../base/logger.ts';
import { createMaintenance } from './maintenance.ts';

test('periodic work runs at once and again, and survives a failure', async () => {
  const maintenance = createMaintenance({ logger: silentLogger });
  const third = Promise.withResolvers<void>();
  let runs = 0;
  maintenance.register({
    name: 'dispatcher',
    everyMs: 10,
    async run() {
      runs += 1;
      if (runs === 1) throw new Error('first one fails');
      if (runs === 3) third.resolve();
    },
  });
  await third.promise;
  await maintenance.stop();
});

test('stopping tells what is under way, waits for it, and begins nothing more', async () => {
  const maintenance = createMaintenance({ logger: silentLogger });
  const events: string[] = [];
  maintenance.register({
    name: 'long',
    everyMs: 0,
    async run(signal) {
      events.push('begins');
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      events.push('ends');
    },
  });
  await maintenance.stop();
  await maintenance.stop();
  expect(events).toEqual(['begins', 'ends']);
});

test('a name is given once', async () => {
  const maintenance = createMaintenance({ logger: silentLogger });
  const work = { name: 'once', everyMs: 60_000, run: () => Promise.resolve() };
  maintenance.register(work);
  expect(() => maintenance.register(work)).toThrow(TypeError);
  await maintenance.stop();
  expect(() => maintenance.register({ ...work, name: 'too late' })).toThrow(TypeError);
});
