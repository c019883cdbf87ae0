import { InvalidArgumentError } from 'commander';

import type { CommandDefinition } from '../command.ts';
import { loadContext } from '../context.ts';
import { Lifetime, bindToProcess } from '../lifetime.ts';
import { requireFreePort } from '../ports.ts';

const SIZES = ['tiny', 'small', 'medium'] as const;
type Size = (typeof SIZES)[number];

export const simulatorCommand: CommandDefinition = {
  name: 'simulator',
  summary: 'Run a simulated QuickBooks Online by itself, to develop and test against.',
  description:
    'It speaks OAuth and the accounting API; /simulator is its control interface. Stop it with Ctrl-C.',
  examples: ['npx ledger-mirror simulator', 'npx ledger-mirror simulator --port 4020 --seed 7 --size tiny'],
  configure: (command) =>
    void command
      .option('--port <port>', 'Port to listen on.', port, 4010)
      .option('--seed <number>', 'Same seed, same companies.', wholeNumber, 1)
      .option('--size <size>', `How much data: ${SIZES.join(', ')}.`, size, 'small')
      .option('--state-dir <folder>', 'Keep changes and grants in this folder over a restart.')
      .option('--live <number>', 'Change so many records a minute, as people would.', wholeNumber),
  run: async (invocation) => {
    const { terminal, json, options } = invocation;
    const { log } = await loadContext(invocation, { longRunning: true });
    const { logger } = log;
    const wanted = options['port'] as number;
    await requireFreePort('127.0.0.1', wanted, '--port');
    const lifetime = new Lifetime(logger);
    bindToProcess(lifetime, logger, terminal.err);
    await lifetime.add('log', log.close);
    const { defaultClient, startSimulator } = await import('../../simulator/index.ts');
    const simulator = await startSimulator({
      port: wanted,
      seed: options['seed'] as number,
      size: options['size'] as Size,
      logger: logger.child({ part: 'simulator' }),
      ...(options['stateDir'] === undefined ? {} : { stateDir: options['stateDir'] as string }),
      ...(options['live'] === undefined ? {} : { live: options['live'] as number }),
    });
    await lifetime.add('simulator', simulator.stop);
    const settings = simulatorSettings(simulator.url, defaultClient);
    if (json) terminal.out(JSON.stringify({ url: simulator.url, companies: simulator.companies, settings }));
    else {
      terminal.out(
        `The QuickBooks simulator answers on ${simulator.url}. Its data is made up. Stop it with Ctrl-C.`,
      );
      for (const company of simulator.companies) terminal.out(`  ${company.realmId}  ${company.name}`);
      terminal.out('To use it from Ledger Mirror, set:');
      for (const [name, value] of Object.entries(settings)) terminal.out(`  ${name}=${value}`);
    }
    await lifetime.ended();
  },
};

/** The settings that point Ledger Mirror at a simulator. */
function simulatorSettings(
  url: string,
  client: { readonly id: string; readonly secret: string },
): Readonly<Record<string, string>> {
  return {
    QBO_CLIENT_ID: client.id,
    QBO_CLIENT_SECRET: client.secret,
    QBO_ENVIRONMENT: 'simulator',
    QBO_API_URL: url,
    QBO_AUTHORIZE_URL: `${url}/connect/oauth2`,
    QBO_TOKEN_URL: `${url}/oauth2/v1/tokens/bearer`,
    QBO_REVOKE_URL: `${url}/v2/oauth2/tokens/revoke`,
  };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function port(text: string): number {
  const number = wholeNumber(text);
  if (number < 1 || number > 65_535) throw new InvalidArgumentError('It must be from 1 to 65535.');
  return number;
}

function size(text: string): Size {
  const found = SIZES.find((candidate) => candidate === text);
  if (found === undefined) throw new InvalidArgumentError(`It must be one of ${SIZES.join(', ')}.`);
  return found;
}
