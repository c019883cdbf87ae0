import type { AccessSettings } from '../access/access.ts';
import type { Config } from '../config/derive.ts';

/** What the settings say about who gets in, and for how long; the same for every process and command. */
export function accessSettings(config: Config): AccessSettings {
  return {
    adminApiKey: config.adminApiKey,
    adminApiKeyAddresses: config.adminApiKeyAddresses,
    sessionLimits: {
      idleMs: config.sessionIdleMinutes * 60_000,
      totalMs: config.sessionHours * 3_600_000,
    },
  };
}
