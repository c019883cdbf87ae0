import { expect, test } from 'vitest';
import { createPageLimit } from './page-limit.ts';

test('pages under way count against the limit until they end, looks do not', () => {
  const limit = createPageLimit(2);
  const ends = [limit.begin('page'), limit.begin('capture'), limit.begin('catch-up')];
  expect(limit.free()).toBe(0);
  const beyond = limit.begin('page');
  expect(limit.free()).toBe(0);
  beyond();
  for (const end of ends) end();
  expect(limit.free()).toBe(2);
});
