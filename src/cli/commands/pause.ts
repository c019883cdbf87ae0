import { createOrganizations } from '../../sync/index.ts';
import { commandActor, withAccess } from '../as-command.ts';
import type { CommandDefinition } from '../command.ts';
import { parseRealmId } from './organizations.ts';

export const pauseCommand: CommandDefinition = {
  name: 'pause',
  summary: 'Stop syncing a company; its copy stays.',
  examples: ['npx ledger-mirror pause 9341452000000001', 'npx ledger-mirror pause 9341452000000001 --json'],
  configure: (command) => void command.argument('<realm-id>', "QuickBooks' id of the company"),
  run: (invocation) =>
    withAccess(invocation, async ({ access, db }) => {
      const { terminal, json, args } = invocation;
      const realmId = parseRealmId(args[0] ?? '');
      const organizations = createOrganizations(db);
      await organizations.pause(realmId);
      await access.audit.record({ actor: commandActor(), action: 'organization.paused', realmId });
      const { companyName, status } = await organizations.get(realmId);
      terminal.out(json ? JSON.stringify({ realmId, status }) : `${companyName ?? realmId} is paused.`);
    }),
};
