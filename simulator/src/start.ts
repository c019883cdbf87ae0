import { type AddressInfo } from 'node:net';

import { type Clock, systemClock } from './base/clock.ts';
import { type Logger } from './base/logger.ts';
import { COMPANY_COUNT, type Size, generateCompanies } from './data/generate.ts';
import { SimulatorError } from './base/errors.ts';
import { createSimulatorServer } from './server.ts';
import { keepLiving } from './world/live.ts';
import { type Switches, defaultSwitches } from './world/switches.ts';
import { World } from './world/world.ts';

export type SimulatorOptions = {
  /** 0 takes a free port. */
  readonly port: number;
  /** Loopback unless said otherwise; naming another address opens the simulator, its control interface included, to that network. */
  readonly host?: string | undefined;
  readonly seed: number;
  /** About 200, 4,000, 26,000 or 250,000 records in each company, or so many. */
  readonly size: Size;
  /** How many companies there are; all that are known unless said otherwise. */
  readonly companies?: number | undefined;
  /** Where the generated history ends; midnight (UTC) of today, and what the state folder remembers, unless given. */
  readonly asOf?: Date | undefined;
  /** Folder that keeps companies, changes and grants over a restart, a killed one included. */
  readonly stateDir?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** Changes a minute, over all companies together. */
  readonly live?: number | undefined;
  /** How it behaves where Intuit's documents leave room, limits included; `defaultSwitches` unless given. */
  readonly switches?: Switches | undefined;
  /** Addresses that are told of changes; more can be added through the control interface. */
  readonly webhooks?: readonly { readonly url: string; readonly verifierToken: string }[] | undefined;
  readonly clock?: Clock | undefined;
  readonly logger: Logger;
  /** Makes the companies; tests that need the same ones again and again make them once and hand out copies. */
  readonly generate?: typeof generateCompanies | undefined;
};

export type Simulator = {
  readonly url: string;
  readonly companies: readonly { readonly realmId: string; readonly name: string }[];
  stop(): Promise<void>;
};

/** The app the simulator knows when none is named. */
export const defaultClient = { id: 'simulator-client', secret: 'simulator-secret' } as const;

/**
 * Starts a simulated QuickBooks Online: OAuth, the accounting API and the control interface under /simulator.
 * @throws SimulatorError SIMULATOR_PORT_TAKEN, SIMULATOR_STATE_MISMATCH, SIMULATOR_STATE_UNREADABLE
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port, host = '127.0.0.1', logger } = options;
  const world = World.open({
    seed: options.seed,
    size: options.size,
    companies: options.companies ?? COMPANY_COUNT,
    asOf: options.asOf,
    stateDir: options.stateDir,
    switches: options.switches ?? defaultSwitches,
    clock: options.clock ?? systemClock,
    generate: options.generate ?? generateCompanies,
  });
  for (const target of options.webhooks ?? []) world.webhooks.subscribe({ ...target, entities: [] });
  let url = '';
  const server = createSimulatorServer({
    world,
    host,
    clientId: options.clientId ?? defaultClient.id,
    clientSecret: options.clientSecret ?? defaultClient.secret,
    logger,
    url: () => url,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (cause) {
    world.close();
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new SimulatorError('SIMULATOR_PORT_TAKEN', { cause, details: { port } });
  }
  const bound = (server.address() as AddressInfo).port;
  url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  world.files.address = url;
  const companies = [...world.companies.values()].map(({ realmId, profile }) => ({
    realmId,
    name: profile.name,
  }));
  logger.info(
    { url, companies: companies.length, seed: options.seed, size: options.size },
    'simulator started',
  );

  const stopped = new AbortController();
  const living =
    options.live === undefined || options.live <= 0
      ? Promise.resolve()
      : keepLiving(world, options.live, stopped.signal, logger);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopped.abort(new Error('The simulator stops.'));
    await living;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    world.close();
  };
  return { url, companies, stop: () => (stopping ??= stop()) };
}
