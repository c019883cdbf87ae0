import { Option } from 'commander';
import type { Access } from '../../access/access.ts';
import { roles, type Role } from '../../access/roles.ts';
import { hasOwner, type User } from '../../access/users.ts';
import { linkUrl } from '../../http/routes/users.ts';
import { commandPrincipal, withAccess } from '../as-command.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { ago, formatTable } from '../table.ts';

const actions = ['list', 'invite', 'link', 'change', 'disable', 'enable', 'sign-out', 'remove', 'set-up'];

export const usersCommand: CommandDefinition = {
  name: 'users',
  summary: 'List the people who can sign in, invite them, and change what they may do.',
  description:
    'invite and link print a link with which the person chooses a password; set-up prints the one that makes the first owner. Links work once.',
  examples: [
    'npx ledger-mirror users',
    'npx ledger-mirror users invite ada@example.com --role viewer --organization 9341452000000001',
    'npx ledger-mirror users link ada@example.com',
    'npx ledger-mirror users change ada@example.com --role admin --all-organizations',
    'npx ledger-mirror users disable ada@example.com --json',
    'npx ledger-mirror users set-up',
  ],
  configure: (command) =>
    void command
      .argument('[action]', `what to do: ${actions.join(', ')}`, 'list')
      .argument('[email]', 'whom it concerns')
      .addOption(new Option('--role <role>', 'What the person may do.').choices([...roles]))
      .option('--name <name>', 'How the person is called.')
      .option('--organization <realm-ids...>', 'Only these companies.')
      .option('--all-organizations', 'Every company; lifts a limit.'),
  run: (invocation) =>
    withAccess(invocation, async ({ access, config, db }) => {
      const { terminal, json, args } = invocation;
      const [action = 'list', email] = args;
      const tell = (user: User, sentence: string, link?: string): void => {
        if (json) terminal.out(JSON.stringify({ user, link }, null, 2));
        else for (const line of [sentence, ...(link === undefined ? [] : [`  ${link}`])]) terminal.out(line);
      };
      const by = commandPrincipal();
      const { users } = access;
      if (action === 'list') return printUsers(invocation, await users.list());
      if (action === 'set-up') return printSetUp(invocation, access, config.publicUrl, await hasOwner(db));
      if (!actions.includes(action)) {
        throw cliError('CLI_USAGE', { text: `users can ${actions.join(', ')}. Add --help to see how.` });
      }
      if (email === undefined) {
        throw cliError('CLI_USAGE', { text: `An e-mail address is missing: users ${action} <email>.` });
      }
      if (action === 'invite') {
        const { role, name, organizations } = scopeOf(invocation);
        const { user, token } = await users.invite(
          { email, name, role: role ?? 'viewer', organizations },
          by,
        );
        return tell(
          user,
          `${user.email} is invited as ${user.role}. Pass this link on; it works once, for seven days:`,
          linkUrl(config.publicUrl, token),
        );
      }
      const { id } = await users.getByEmail(email);
      switch (action) {
        case 'link': {
          const { user, token } = await users.createLink(id, by);
          return tell(
            user,
            `With this link ${user.email} chooses a password; it works once:`,
            linkUrl(config.publicUrl, token),
          );
        }
        case 'change': {
          const { role, name, organizations } = scopeOf(invocation);
          const lifted = invocation.options['allOrganizations'] === true ? null : undefined;
          const user = await users.change(id, { role, name, organizations: organizations ?? lifted }, by);
          return tell(user, `${user.email} is ${user.role} of ${companies(user)}.`);
        }
        case 'disable':
        case 'enable': {
          const user = await users.change(id, { disabled: action === 'disable' }, by);
          return tell(user, `${user.email} may ${action === 'disable' ? 'not ' : ''}sign in.`);
        }
        case 'sign-out': {
          await users.signOut(id, by);
          return tell(await users.get(id), `${email} is signed out everywhere.`);
        }
        default: {
          const user = await users.get(id);
          await users.remove(id, by);
          return tell(user, `${user.email} is removed.`);
        }
      }
    }),
};

function scopeOf({ options }: Invocation): {
  role: Role | undefined;
  name: string | undefined;
  organizations: readonly string[] | undefined;
} {
  return {
    role: options['role'] as Role | undefined,
    name: options['name'] as string | undefined,
    organizations: options['organization'] as string[] | undefined,
  };
}

const companies = (who: Pick<User, 'organizations'>): string =>
  who.organizations === undefined ? 'every company' : who.organizations.join(', ') || 'no company';

function printUsers({ terminal, json }: Invocation, list: readonly User[]): void {
  if (json) return terminal.out(JSON.stringify(list, null, 2));
  if (list.length === 0)
    return terminal.out('Nobody can sign in yet. `ledger-mirror users set-up` makes a link.');
  const columns = ['e-mail', 'role', 'companies', 'status', 'last sign-in'].map((title) => ({ title }));
  const now = new Date();
  const rows = list.map((user) => [
    user.email,
    user.role,
    companies(user),
    user.status,
    ago(user.lastSignInAt, now),
  ]);
  for (const line of formatTable(columns, rows)) terminal.out(line);
}

async function printSetUp(
  { terminal, json }: Invocation,
  access: Access,
  publicUrl: string,
  ownerExists: boolean,
): Promise<void> {
  if (ownerExists) {
    throw cliError('CLI_USAGE', {
      text: 'There is an owner already. `users link <email>` makes a link to choose a new password.',
    });
  }
  const link = linkUrl(publicUrl, await access.links.create('set_up', undefined));
  if (json) return terminal.out(JSON.stringify({ link }));
  terminal.out('Make the first owner with this link; it works once, for 30 minutes:');
  terminal.out(`  ${link}`);
}
