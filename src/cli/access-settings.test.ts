import { expect, test } from 'vitest';
import { loadConfig } from '../config/load.ts';
import { times } from '../tuning/times.ts';
import { accessSettings } from './access-settings.ts';

function settingsOf(env: Record<string, string>) {
  const loaded = loadConfig(env);
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return accessSettings(loaded.config);
}

test('how long browsers stay signed in, and where the pre-shared key works, is as it was set', () => {
  const settings = settingsOf({
    SESSION_IDLE_MINUTES: '15',
    SESSION_HOURS: '12',
    ADMIN_API_KEY: 'k'.repeat(32),
    ADMIN_API_KEY_ADDRESSES: '10.0.0.0/8, ::1',
  });
  expect(settings.sessionLimits).toEqual({ idleMs: 15 * 60_000, totalMs: 12 * 3_600_000 });
  expect(settings.adminApiKeyAddresses).toEqual(['10.0.0.0/8', '::1']);
});

test('unless something is set it is a week without use, thirty days in all, and anywhere', () => {
  const { sessionLimits, adminApiKeyAddresses } = settingsOf({});
  expect(sessionLimits).toEqual({ idleMs: times.sessionIdleMs, totalMs: times.sessionTotalMs });
  expect(adminApiKeyAddresses).toBeUndefined();
});
