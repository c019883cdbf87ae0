import type { CommandDefinition } from '../command.ts';
import { loadContext } from '../context.ts';
import { findRunningServer, type ServerRecord } from '../data-dir.ts';
import { hasDatabase, withOrganizations } from '../open-database.ts';
import type { CallForecast, Organization } from '../../sync/index.ts';
import { forecastCalls } from '../call-forecast.ts';
import { reasonLines } from '../reason-lines.ts';
import { organizationLines } from './organizations.ts';

export const statusCommand: CommandDefinition = {
  name: 'status',
  summary: 'Tell whether Ledger Mirror runs here and how its companies are.',
  examples: ['npx ledger-mirror status', 'npx ledger-mirror status --json'],
  run: async (invocation) => {
    const { terminal, json } = invocation;
    const { config } = await loadContext(invocation, { longRunning: false });
    const server = await findRunningServer(config.dataDir);
    let organizations: Organization[] = [];
    let callForecast: CallForecast | undefined;
    if (await hasDatabase(config)) {
      await withOrganizations(invocation, async ({ db, organizations: known }) => {
        organizations = await known.list();
        callForecast = await forecastCalls(db, config);
      });
    }
    if (json) {
      terminal.out(
        JSON.stringify(
          {
            running: server !== undefined,
            server: server && publicFacts(server),
            organizations,
            callForecast,
          },
          null,
          2,
        ),
      );
      return;
    }
    if (server === undefined) terminal.out(`Not running on ${config.dataDir}. \`npm start\` starts it.`);
    else {
      terminal.out(`Running on ${server.url} (process ${server.pid}, since ${server.startedAt}).`);
      if (server.demo) terminal.out('Demo: all data comes from the bundled simulator, none of it is real.');
    }
    if (organizations.length === 0) terminal.out('No company is connected.');
    else {
      const lines = ['', ...organizationLines(organizations, new Date()), ...reasonLines(organizations)];
      for (const line of lines) terminal.out(line);
    }
    if (callForecast?.notice !== undefined) terminal.out(`\n${callForecast.notice}`);
  },
};

/** Named one by one: what else the record comes to hold is not for everybody. */
function publicFacts({ pid, url, demo, startedAt }: ServerRecord): object {
  return { pid, url, demo, startedAt };
}
