import { Option } from 'commander';
import type { Keys, ApiKey } from '../../access/keys.ts';
import { roles, type Role } from '../../access/roles.ts';
import { commandActor, commandPrincipal, withAccess } from '../as-command.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { rotateEncryption } from '../encryption.ts';
import { cliError } from '../errors.ts';
import { ago, formatTable } from '../table.ts';

const actions = ['list', 'create', 'rotate', 'revoke', 'rotate-encryption'];
const HOUR_MS = 3_600_000;

export const keysCommand: CommandDefinition = {
  name: 'keys',
  summary: 'List, make, replace and revoke API keys, and change the encryption key of the tokens.',
  description:
    'A key is printed once, when it is made. rotate-encryption seals the stored QuickBooks tokens with a new key while everything runs; docs/security.md tells how to prepare it where ENCRYPTION_KEY is set.',
  examples: [
    'npx ledger-mirror keys',
    'npx ledger-mirror keys create reports --role viewer --organization 9341452000000001 --address 10.0.0.0/8 --days 365',
    'npx ledger-mirror keys rotate reports --overlap-hours 48',
    'npx ledger-mirror keys revoke lm_Ab3dE6gH --json',
    'npx ledger-mirror keys rotate-encryption',
  ],
  configure: (command) =>
    void command
      .argument('[action]', `what to do: ${actions.join(', ')}`, 'list')
      .argument('[key]', 'name of the key, or its visible beginning')
      .addOption(new Option('--role <role>', 'What the key may do.').choices([...roles]).default('viewer'))
      .option('--organization <realm-ids...>', 'Only these companies.')
      .option(
        '--address <addresses...>',
        'It works only from these addresses and ranges, such as 10.0.0.0/8.',
      )
      .option('--days <days>', 'The key ends after so many days.', positive)
      .option('--overlap-hours <hours>', 'How long the key before still works.', positive, 24),
  run: (invocation) =>
    withAccess(invocation, async ({ access, config, db }) => {
      const { terminal, json, args, options } = invocation;
      const { keys } = access;
      const [action = 'list', name] = args;
      const by = commandPrincipal();
      const show = ({ key, secret }: Awaited<ReturnType<Keys['create']>>): void => {
        if (json) return terminal.out(JSON.stringify({ key, secret: secret.reveal() }, null, 2));
        terminal.out(`${key.name}, ${key.role}. Keep this key now; it is not shown again:`);
        terminal.out(`  ${secret.reveal()}`);
      };
      if (action === 'list') return printKeys(invocation, await keys.list());
      if (action === 'rotate-encryption') {
        const resealed = await rotateEncryption(db, config);
        await access.audit.record({
          actor: commandActor(),
          action: 'encryption.rotated',
          details: { resealed },
        });
        if (json) return terminal.out(JSON.stringify({ resealed }));
        return terminal.out(
          `The tokens of ${resealed === 1 ? 'one company are' : `${resealed} companies are`} sealed with the new key.`,
        );
      }
      if (!actions.includes(action)) {
        throw cliError('CLI_USAGE', { text: `keys can ${actions.join(', ')}. Add --help to see how.` });
      }
      if (name === undefined) {
        throw cliError('CLI_USAGE', { text: `The name of the key is missing: keys ${action} <key>.` });
      }
      if (action === 'create') {
        const days = options['days'] as number | undefined;
        return show(
          await keys.create(
            {
              name,
              role: options['role'] as Role,
              organizations: options['organization'] as string[] | undefined,
              addresses: options['address'] as string[] | undefined,
              expiresAt: days === undefined ? undefined : new Date(Date.now() + days * 24 * HOUR_MS),
            },
            by,
          ),
        );
      }
      const key = await findKey(keys, name);
      if (action === 'rotate') {
        return show(await keys.rotate(key.id, (options['overlapHours'] as number) * HOUR_MS, by));
      }
      await keys.revoke(key.id, by);
      return terminal.out(json ? JSON.stringify({ revoked: key.id }) : `${key.name} is revoked.`);
    }),
};

function positive(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  throw cliError('CLI_USAGE', { text: 'Days and hours are numbers.' });
}

/** By its beginning or its name; a name that several have says so. */
async function findKey(keys: Keys, name: string): Promise<ApiKey> {
  const active = (await keys.list()).filter((key) => key.status === 'active');
  const found = active.filter((key) => key.prefix === name || key.name === name || key.id === name);
  const [key] = found;
  if (key === undefined) throw cliError('CLI_USAGE', { text: 'There is no such key that still works.' });
  if (found.length > 1) {
    throw cliError('CLI_USAGE', {
      text: 'Several keys have this name; give the beginning of the one you mean.',
    });
  }
  return key;
}

function printKeys({ terminal, json }: Invocation, list: readonly ApiKey[]): void {
  if (json) return terminal.out(JSON.stringify(list, null, 2));
  if (list.length === 0)
    return terminal.out('There is no API key. `ledger-mirror keys create <name>` makes one.');
  const columns = ['begins with', 'name', 'role', 'companies', 'from', 'status', 'last used'].map(
    (title) => ({
      title,
    }),
  );
  const now = new Date();
  const rows = list.map((key) => [
    key.prefix,
    key.name,
    key.role,
    key.organizations === undefined ? 'every company' : key.organizations.join(', ') || 'no company',
    key.addresses?.join(', ') ?? 'anywhere',
    key.status,
    ago(key.lastUsedAt, now),
  ]);
  for (const line of formatTable(columns, rows)) terminal.out(line);
}
