import { type Logger } from '../base/logger.ts';
import { type World } from './world.ts';

/** Keeps the companies living: so many changes a minute, in turn, until the signal aborts. */
export async function keepLiving(
  world: World,
  changesPerMinute: number,
  signal: AbortSignal,
  logger: Logger,
): Promise<void> {
  const companies = [...world.companies.values()];
  for (let turn = 0; !signal.aborted; turn += 1) {
    try {
      await world.clock.sleep(60_000 / changesPerMinute, signal);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    const company = companies[turn % companies.length];
    const change = company && world.change(company);
    if (change !== undefined) logger.debug({ realmId: company?.realmId, ...change }, 'simulated change');
  }
}
