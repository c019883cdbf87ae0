import { Argument, Option } from 'commander';

import {
  createPinnedFields,
  pinnedTypes,
  type PinnedFields,
  type PinnedType,
} from '../../tables/pinned-fields.ts';
import { createReaders } from '../../tables/readers.ts';
import type { AuditTrail } from '../../access/audit.ts';
import { commandActor, withAccess } from '../as-command.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { formatTable } from '../table.ts';

export const customFieldsCommand: CommandDefinition = {
  name: 'custom-fields',
  summary: 'Give custom fields of QuickBooks plain columns of their own.',
  description: [
    'Every custom field is in the column custom_fields and in the table of that name anyway. A pinned one has an',
    'indexed column beside it, filled for the rows that are there and kept by every write.',
  ].join('\n'),
  examples: [
    'npx ledger-mirror custom-fields pin invoice "Generator Model" --as generator_model',
    'npx ledger-mirror custom-fields pin customer "Contract End" --as contract_end --type date',
    'npx ledger-mirror custom-fields list --json',
    'npx ledger-mirror custom-fields unpin invoice generator_model',
  ],
  configure: (command) =>
    void command
      .addArgument(new Argument('<action>', 'What to do').choices(['list', 'pin', 'unpin']))
      .argument('[entity]', 'Entity or table, such as invoice')
      .argument('[field]', 'Name of the field in QuickBooks; for unpin, of the column')
      .option('--as <column>', 'Name of the column.')
      .addOption(
        new Option('--type <type>', 'Type of the column; a value that is none of it leaves it empty.')
          .choices(pinnedTypes)
          .default('text'),
      ),
  run: (invocation) =>
    withAccess(invocation, async ({ db, access }) => {
      const pins = createPinnedFields(db);
      const [action] = invocation.args;
      if (action === 'list') return printList(invocation, pins);
      await change(invocation, pins, access.audit);
      // Readers must see the column, or the views of theirs that went with it.
      await createReaders(db).refreshSchemas();
    }),
};

async function change(
  { args, options, terminal, json }: Invocation,
  pins: PinnedFields,
  audit: AuditTrail,
): Promise<void> {
  const actor = commandActor();
  const [action, entity, field] = args;
  const { as: column, type } = options as { readonly as?: string; readonly type: PinnedType };
  if (entity === undefined || field === undefined)
    throw cliError('CLI_USAGE', {
      text: `The entity or the ${action === 'pin' ? 'field' : 'column'} is missing.`,
    });
  if (action === 'unpin') {
    await pins.unpin({ entity, column: field });
    await audit.record({ actor, action: 'custom_field.unpinned', target: field, details: { entity } });
    terminal.out(
      json ? JSON.stringify({ entity, column: field, pinned: false }) : `Removed the column ${field}.`,
    );
    return;
  }
  if (column === undefined) throw cliError('CLI_USAGE', { text: 'Name the column: --as <column>.' });
  await pins.pin({ entity, field, column, type });
  await audit.record({
    actor,
    action: 'custom_field.pinned',
    target: column,
    details: { entity, field, type },
  });
  terminal.out(
    json
      ? JSON.stringify({ entity, field, column, type, pinned: true })
      : `${field} is in the column ${column} now.`,
  );
}

async function printList({ terminal, json }: Invocation, pins: PinnedFields): Promise<void> {
  const list = await pins.list();
  if (json) return terminal.out(JSON.stringify(list, null, 2));
  if (list.length === 0) return terminal.out('No custom field is pinned yet.');
  const titles = ['table', 'field', 'column', 'type', 'state'].map((title) => ({ title }));
  const cells = list.map((pin) => [
    pin.table,
    pin.field,
    pin.column,
    pin.type,
    pin.filled ? 'filled' : 'filling',
  ]);
  for (const line of formatTable(titles, cells)) terminal.out(line);
}
