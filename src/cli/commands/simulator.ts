import type { CommandDefinition } from '../command.ts';
import { loadContext } from '../context.ts';
import { cliError } from '../errors.ts';
import { Lifetime, bindToProcess } from '../lifetime.ts';
import { loadSimulator } from '../load-simulator.ts';
import { requireFreePort } from '../ports.ts';

export const simulatorCommand: CommandDefinition = {
  name: 'simulator',
  summary: 'Run a simulated QuickBooks Online by itself, to develop and test against.',
  description:
    'It speaks OAuth and the accounting API; /simulator is its control interface, docs/simulator.md explains it. Stop it with Ctrl-C.',
  examples: [
    'npx ledger-mirror simulator',
    'npx ledger-mirror simulator --port 4020 --seed 7 --size tiny --companies 1',
    'npx ledger-mirror simulator --live 30 --limits 1 --monthly-budget 5000 --rotation always',
    'npx ledger-mirror simulator --webhook-url http://localhost:3000/v1/webhooks/qbo --webhook-token secret',
    'npx ledger-mirror simulator --switch cdcDays=0 --switch merges.restamp=true',
  ],
  configureWhenNamed: async (command) => {
    (await loadSimulator()).addSimulatorOptions(command);
  },
  run: async (invocation) => {
    const { terminal, json } = invocation;
    const { defaultClient, readSimulatorOptions, startSimulator } = await loadSimulator();
    const options = readSimulatorOptions(invocation.options);
    if (typeof options === 'string') throw cliError('CLI_USAGE', { text: options });
    const { log } = await loadContext(invocation, { longRunning: true });
    const { logger } = log;
    await requireFreePort(options.host, options.port, '--port');
    const lifetime = new Lifetime(logger);
    bindToProcess(lifetime, logger, terminal.err);
    await lifetime.add('log', log.close);
    const simulator = await startSimulator({
      ...options,
      logger: logger.child({ part: 'simulator' }),
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
