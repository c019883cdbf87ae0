import { ManualClock } from './manual-clock.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { startSimulator } from '../../src/start.ts';
import { NOON } from './harness.ts';

// A process of its own, so that a test can kill it without warning.
const { url, companies } = await startSimulator({
  port: 0,
  seed: 1,
  size: 'tiny',
  companies: 2,
  stateDir: process.argv[2],
  logger: silentLogger,
  clock: new ManualClock(NOON),
});
process.send?.([url, companies[0]?.realmId]);
