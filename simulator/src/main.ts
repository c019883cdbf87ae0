// `npm start -- --help`: the simulator by itself, with nothing else around it.
import { Command } from 'commander';

import { SimulatorError } from './base/errors.ts';
import { type Logger } from './base/logger.ts';
import { addSimulatorOptions, readSimulatorOptions } from './options.ts';
import { defaultClient, startSimulator } from './start.ts';

function say(facts: Readonly<Record<string, unknown>>, phrase: string): void {
  const { err, ...others } = facts;
  console.error(phrase, JSON.stringify(others), err ?? '');
}

/** What failed goes to standard error, and nothing else. */
const logger: Logger = { debug: () => undefined, info: () => undefined, error: say };

async function run(command: Command): Promise<void> {
  const options = readSimulatorOptions(command.opts());
  if (typeof options === 'string') return command.error(options);
  const simulator = await startSimulator({ ...options, logger });
  const stop = (): void => void simulator.stop();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const lines = [
    `The QuickBooks simulator answers on ${simulator.url}. Its data is made up. Stop it with Ctrl-C.`,
    ...simulator.companies.map(({ realmId, name }) => `  ${realmId}  ${name}`),
    `Client id ${defaultClient.id}, client secret ${defaultClient.secret}`,
  ];
  console.log(lines.join('\n'));
}

const command = new Command('simulator').description('A QuickBooks Online that runs on your own machine.');
addSimulatorOptions(command);
try {
  await run(command.parse());
} catch (error) {
  if (!(error instanceof SimulatorError)) throw error;
  command.error(error.message);
}
