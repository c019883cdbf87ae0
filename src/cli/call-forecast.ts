import type { Config } from '../config/derive.ts';
import type { Queryable } from '../postgres/database.ts';
import { type CallForecast, loadForecast } from '../sync/index.ts';

/**
 * What the companies need of the month's calls, under these settings.
 * @param more companies that are about to be connected
 */
export function forecastCalls(
  db: Queryable,
  { monthlyCallBudget, safetyIntervalSeconds, syncIntervalSeconds }: Config,
  more = 0,
): Promise<CallForecast> {
  return loadForecast(db, {
    monthlyCallBudget,
    safetyIntervalSeconds,
    ...(more > 0 && { more: { companies: more, intervalSeconds: syncIntervalSeconds } }),
  });
}
