import { commandActor, withRequests } from '../as-command.ts';
import type { CommandDefinition } from '../command.ts';
import { parseRealmId } from './organizations.ts';

export const pauseCommand: CommandDefinition = {
  name: 'pause',
  summary: 'Stop syncing a company; its copy stays.',
  examples: ['npx ledger-mirror pause 9341452000000001', 'npx ledger-mirror pause 9341452000000001 --json'],
  configure: (command) => void command.argument('<realm-id>', "QuickBooks' id of the company"),
  run: (invocation) =>
    withRequests(invocation, async ({ organizations, requests }) => {
      const { terminal, json, args } = invocation;
      const realmId = parseRealmId(args[0] ?? '');
      await requests.ask('pause', realmId, { actor: commandActor() });
      const { companyName, status } = await organizations.get(realmId);
      terminal.out(json ? JSON.stringify({ realmId, status }) : `${companyName ?? realmId} is paused.`);
    }),
};
