import { expect, test } from 'vitest';

import { silentLogger } from '../base/logger.ts';
import { Lifetime } from './lifetime.ts';

test('parts stop in reverse order, once, however often stop is asked', async () => {
  const lifetime = new Lifetime(silentLogger);
  const stopped: string[] = [];
  for (const name of ['database', 'worker', 'server']) {
    await lifetime.add(name, async () => void stopped.push(name));
  }
  await Promise.all([lifetime.stop('test'), lifetime.stop('test again')]);
  await lifetime.ended();
  expect(stopped).toEqual(['server', 'worker', 'database']);
});

test('a part that fails to stop does not keep the others running, and its failure is told', async () => {
  const lifetime = new Lifetime(silentLogger);
  const stopped: string[] = [];
  await lifetime.add('database', async () => void stopped.push('database'));
  await lifetime.add('server', () => Promise.reject(new Error('stuck')));
  await lifetime.stop('test');
  await expect(lifetime.ended()).rejects.toThrow('stuck');
  expect(stopped).toEqual(['database']);
});

test('a failing part ends everything with its own error', async () => {
  const lifetime = new Lifetime(silentLogger);
  let stopped = false;
  await lifetime.add('database', async () => {
    stopped = true;
  });
  lifetime.fail(new Error('worker died'));
  await expect(lifetime.ended()).rejects.toThrow('worker died');
  expect(stopped).toBe(true);
  expect(lifetime.signal.aborted).toBe(true);
});

test('a part that comes up while everything stops is stopped too', async () => {
  const lifetime = new Lifetime(silentLogger);
  await lifetime.stop('test');
  let stopped = false;
  await expect(
    lifetime.add('late', async () => {
      stopped = true;
    }),
  ).rejects.toThrow('Stopped: test.');
  expect(stopped).toBe(true);
});
