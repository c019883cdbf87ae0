import { Argument } from 'commander';

import type { AuditTrail } from '../../access/audit.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { Secret } from '../../base/secret.ts';
import { forTools, withLogin } from '../../postgres/connection.ts';
import { createOrganizations } from '../../sync/index.ts';
import { createReaders, type Readers } from '../../tables/readers.ts';
import { commandActor, withAccess } from '../as-command.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { formatTable } from '../table.ts';
import { parseRealmId } from './organizations.ts';

export const readerCommand: CommandDefinition = {
  name: 'reader',
  summary: 'Manage database logins that may read some companies and nothing else.',
  description: [
    'For Metabase, Excel, psql and other tools. `add` prints the password once; `allow` replaces the companies.',
    'Sensitive values (tax ids, bank numbers, birth dates, salaries) are null without --sensitive, and taken out of raw;',
    'every table, view and column can be listed and read, so tools that say `select *` work.',
    'PostgreSQL shows each login the names of all others: choose names that tell nothing of a customer.',
    '`remove` ends its sessions; it cannot be prevented by what the login has left on the server.',
  ].join('\n'),
  examples: [
    'npx ledger-mirror reader add metabase --organization 9341452000000001 9341452000000002',
    'npx ledger-mirror reader add accountant --organization 9341452000000001 --schema acme --sensitive',
    'npx ledger-mirror reader allow metabase --organization 9341452000000002',
    'npx ledger-mirror reader list --json',
    'npx ledger-mirror reader remove metabase',
  ],
  configure: (command) =>
    void command
      .addArgument(new Argument('<action>', 'What to do').choices(['add', 'allow', 'remove', 'list']))
      .argument('[name]', 'Name of the login')
      .option('--organization <realm-id...>', 'Company it may read; may be given more than once.')
      .option(
        '--schema [name]',
        'Also make a schema of plain views of its one company (named like the login).',
      )
      .option('--sensitive', 'Show it sensitive values too.'),
  run: (invocation) =>
    withAccess(invocation, async ({ db, access }) => {
      const readers = createReaders(db);
      const { audit } = access;
      const [action] = invocation.args;
      if (action === 'list') return printList(invocation, readers);
      const name = nameOf(invocation);
      if (action === 'remove') {
        const { left } = await readers.remove(name);
        await audit.record({ actor: commandActor(), action: 'reader.removed', target: name });
        const kept =
          left === undefined
            ? []
            : [
                `PostgreSQL keeps the name for now (${left}). The login is closed and reads nothing; each start tries again.`,
              ];
        print(invocation, { name, removed: true, left }, `Removed the reader ${name}.`, ...kept);
        return;
      }
      const companies = companiesOf(invocation);
      const organizations = createOrganizations(db);
      for (const realmId of companies) await organizations.get(realmId);
      if (action === 'add') return add(invocation, { readers, audit }, { name, companies }, db.url);
      await readers.allow(name, companies);
      await audit.record({
        actor: commandActor(),
        action: 'reader.changed',
        target: name,
        details: { organizations: companies },
      });
      print(invocation, { name, organizations: companies }, `${name} now reads ${companies.join(', ')}.`);
    }),
};

function nameOf({ args }: Invocation): string {
  const [, name] = args;
  if (name === undefined) throw cliError('CLI_USAGE', { text: 'The name of the reader is missing.' });
  return name;
}

function companiesOf({ options }: Invocation): RealmId[] {
  const given = (options['organization'] ?? []) as readonly string[];
  if (given.length === 0)
    throw cliError('CLI_USAGE', { text: 'Say which companies it may read: --organization <realm-id>.' });
  return given.map(parseRealmId);
}

async function add(
  invocation: Invocation,
  { readers, audit }: { readonly readers: Readers; readonly audit: AuditTrail },
  { name, companies }: { readonly name: string; readonly companies: readonly RealmId[] },
  databaseUrl: Secret,
): Promise<void> {
  const { options } = invocation;
  const schema = options['schema'] === true ? name : (options['schema'] as string | undefined);
  const sensitive = options['sensitive'] === true;
  const { password } = await readers.add({
    name,
    companies,
    sensitive,
    ...(schema === undefined ? {} : { schema }),
  });
  await audit.record({
    actor: commandActor(),
    action: 'reader.added',
    target: name,
    details: { organizations: companies, schema, sensitive },
  });
  const facts = {
    name,
    organizations: companies,
    schema,
    sensitive,
    password: password.reveal(),
    url: forTools(withLogin(databaseUrl, name, password.reveal())).reveal(),
  };
  print(
    invocation,
    facts,
    `Added the reader ${name}, for ${companies.join(', ')}.`,
    `Password: ${facts.password}`,
    `Address:  ${facts.url}`,
    'The password is not shown again.',
  );
}

async function printList(invocation: Invocation, readers: Readers): Promise<void> {
  const list = await readers.list();
  if (invocation.json) {
    const rows = list.map(({ companies, ...reader }) => ({ ...reader, organizations: companies }));
    invocation.terminal.out(JSON.stringify(rows, null, 2));
    return;
  }
  if (list.length === 0) return invocation.terminal.out('There are no database readers yet.');
  const titles = ['login', 'companies', 'schema', 'sensitive', 'since'].map((title) => ({ title }));
  const cells = list.map((reader) => [
    reader.name,
    reader.companies.join(', '),
    reader.schema,
    reader.sensitive ? 'yes' : 'no',
    reader.createdAt.toISOString().slice(0, 10),
  ]);
  for (const line of formatTable(titles, cells)) invocation.terminal.out(line);
}

function print({ terminal, json }: Invocation, facts: object, ...lines: readonly string[]): void {
  if (json) terminal.out(JSON.stringify(facts, null, 2));
  else for (const line of lines) terminal.out(line);
}
