import { Option } from 'commander';
import { removeOrganization } from '../../requests/remove-organization.ts';
import { createOrganizations } from '../../sync/index.ts';
import { commandActor, withAccess } from '../as-command.ts';
import type { CommandDefinition } from '../command.ts';
import { cliError } from '../errors.ts';
import { withVault } from '../open-vault.ts';
import { parseRealmId } from './organizations.ts';

export const disconnectCommand: CommandDefinition = {
  name: 'disconnect',
  summary: 'End our access to a company at QuickBooks, and keep or erase its copy.',
  description:
    'What is erased does not come back, except by connecting the company again. To erase, give the name of the company exactly as `organizations` shows it.',
  examples: [
    'npx ledger-mirror disconnect 9341452000000001 --data keep',
    'npx ledger-mirror disconnect 9341452000000001 --data erase --name "Riverbend Supply"',
  ],
  configure: (command) =>
    void command
      .argument('<realm-id>', "QuickBooks' id of the company")
      .addOption(
        new Option('--data <what>', 'What becomes of the copy.')
          .choices(['keep', 'erase'])
          .makeOptionMandatory(),
      )
      .option('--name <name>', 'To erase: the name of the company.'),
  run: (invocation) =>
    withAccess(invocation, async (opened) => {
      const { access, db, logger } = opened;
      const { terminal, json, args, options } = invocation;
      const realmId = parseRealmId(args[0] ?? '');
      const { companyName } = await createOrganizations(db).get(realmId);
      const name = companyName ?? realmId;
      const data = options['data'] as 'keep' | 'erase';
      if (data === 'erase' && (options['name'] as string | undefined)?.trim() !== name.trim()) {
        throw cliError('CLI_USAGE', {
          text: `To erase the copy, add --name with the name of the company: ${name}`,
        });
      }
      const removed = await withVault(opened, (tokens) =>
        removeOrganization(
          { db, audit: access.audit, tokens, logger },
          { realmId, companyName, data },
          { actor: commandActor() },
        ),
      );
      if (json) return terminal.out(JSON.stringify(removed));
      terminal.out(`${name} is disconnected; its copy is ${data === 'erase' ? 'erased' : 'kept'}.`);
      if (!removed.revoked)
        terminal.out('Its tokens could not be read, so remove the app in QuickBooks as well.');
    }),
};
