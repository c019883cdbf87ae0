import { expect, test } from 'vitest';
import type { Organization } from '../../../src/api-contract/index.ts';
import { summarize } from './summarize.ts';

const company = (more: Partial<Organization>): Organization => ({
  realmId: '1',
  status: 'current',
  connectedAt: '2026-01-01T00:00:00.000Z',
  nextRunAt: '2026-01-01T00:03:00.000Z',
  intervalSeconds: 180,
  sensitiveFields: 'stored',
  rows: 5,
  rejected: 0,
  ...more,
});

test('all is current only where nothing is kept aside', () => {
  expect(summarize([company({}), company({})])).toBe('2 companies · 10 rows · all current');
  expect(summarize([company({}), company({ rejected: 2 })])).toBe(
    '2 companies · 10 rows · 2 records kept aside',
  );
  expect(summarize([company({ status: 'failed' }), company({ rejected: 2 })])).toBe(
    '2 companies · 10 rows · 1 needs attention',
  );
});
