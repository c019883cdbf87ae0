import type { CommandDefinition } from '../command.ts';
import { loadContext } from '../context.ts';
import { findRunningServer, type ServerRecord } from '../data-dir.ts';
import { hasDatabase, withOrganizations } from '../open-database.ts';
import type { Organization } from '../../sync/index.ts';
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
    if (await hasDatabase(config)) {
      organizations = await withOrganizations(invocation, (opened) => opened.organizations.list());
    }
    if (json) {
      terminal.out(
        JSON.stringify(
          { running: server !== undefined, server: server && publicFacts(server), organizations },
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
    else for (const line of ['', ...organizationLines(organizations, new Date())]) terminal.out(line);
    for (const { companyName, realmId, statusReason } of organizations)
      if (statusReason !== undefined) terminal.out(`${companyName ?? realmId}: ${statusReason}`);
  },
};

/** Named one by one: what else the record comes to hold is not for everybody. */
function publicFacts({ pid, url, demo, startedAt }: ServerRecord): object {
  return { pid, url, demo, startedAt };
}
