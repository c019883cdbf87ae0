import { cliError } from '../errors.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { withOrganizations } from '../open-database.ts';
import { isRealmId } from '../../base/realm-id.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { EntityReport, Organization, Organizations } from '../../sync/index.ts';
import { commandActor, withRequests } from '../as-command.ts';
import { reasonLines } from '../reason-lines.ts';
import { ago, formatTable } from '../table.ts';

export const organizationsCommand: CommandDefinition = {
  name: 'organizations',
  summary: 'List the connected companies, show one with its tables, or change its settings.',
  description:
    'Sensitive fields are tax ids, bank numbers, birth dates and salaries. Excluded, they are not stored from now on, and what is stored of them is taken away by the running server; included again, they return soon, because whatever has any is read again.',
  examples: [
    'npx ledger-mirror organizations',
    'npx ledger-mirror organizations 9341452000000001 --json',
    'npx ledger-mirror organizations set 9341452000000001 --interval 60 --exclude-sensitive',
  ],
  configure: (command) =>
    void command
      .usage('[options] [realm-id]\n       ledger-mirror organizations set <realm-id> [options]')
      .argument('[words...]', "QuickBooks' id of one company; `set` before it changes its settings")
      .option('--interval <seconds>', 'set: seconds between two scheduled runs.', wholeNumber)
      .option('--exclude-sensitive', 'set: leave sensitive fields out of the copy.')
      .option('--include-sensitive', 'set: store sensitive fields.'),
  run: (invocation) => {
    if (invocation.args[0] === 'set') return setOne(invocation);
    if (invocation.args.length > 1) {
      throw cliError('CLI_USAGE', { text: 'Show one company at a time. Add --help to see how it is used.' });
    }
    return withOrganizations(invocation, async ({ organizations }) => {
      const [realmId] = invocation.args;
      if (realmId === undefined) printList(invocation, await organizations.list());
      else await printOne(invocation, organizations, parseRealmId(realmId));
    });
  },
};

async function setOne(invocation: Invocation): Promise<void> {
  const { terminal, json, args, options } = invocation;
  const [, text = '', ...others] = args;
  const realmId = parseRealmId(text);
  const settings = {
    intervalSeconds: options['interval'] as number | undefined,
    excludeSensitive: choice(options['excludeSensitive'] === true, options['includeSensitive'] === true),
  };
  if (others.length > 0 || Object.values(settings).every((value) => value === undefined)) {
    throw cliError('CLI_USAGE', {
      text: 'Name one company and what to change: organizations set <realm-id> --interval 60.',
    });
  }
  await withRequests(invocation, async ({ organizations, requests }) => {
    await requests.changeSettings(realmId, settings, { actor: commandActor() });
    const organization = await organizations.get(realmId);
    if (json) return terminal.out(JSON.stringify(organization, null, 2));
    terminal.out(
      `${organization.companyName ?? realmId}: every ${organization.intervalSeconds} s; ${sensitiveWords[organization.sensitiveFields]}`,
    );
  });
}

const sensitiveWords = {
  stored: 'sensitive fields are stored.',
  removing: 'sensitive fields are left out, and what was stored of them is being taken away.',
  excluded: 'sensitive fields are left out.',
} as const;

function choice(exclude: boolean, include: boolean): boolean | undefined {
  if (exclude && include)
    throw cliError('CLI_USAGE', { text: 'Sensitive fields are either excluded or included.' });
  return exclude ? true : include ? false : undefined;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 604_800) return value;
  throw cliError('CLI_USAGE', { text: 'The interval is a number of seconds, from 1 to 604800 (a week).' });
}

/** @throws AppError CLI_USAGE */
export function parseRealmId(text: string): RealmId {
  if (isRealmId(text)) return text;
  throw cliError('CLI_USAGE', { text: 'A realm id is a number, as `ledger-mirror organizations` shows it.' });
}

type Counted = {
  readonly rows: number;
  readonly expectedRows: number | undefined;
  readonly rejected: number;
};

/** `1,204 of 3,000` where QuickBooks has more, and how many are known by name and could not be stored. */
export function progressOf({ rows, expectedRows, rejected }: Counted): string {
  const number = (value: number): string => value.toLocaleString('en-US');
  const counted =
    expectedRows === undefined || expectedRows === rows
      ? number(rows)
      : `${number(rows)} of ${number(expectedRows)}`;
  return rejected === 0 ? counted : `${counted}, ${number(rejected)} kept aside`;
}

export function organizationLines(list: readonly Organization[], now: Date): string[] {
  return formatTable(
    [
      { title: 'realm id' },
      { title: 'company' },
      { title: 'status' },
      { title: 'rows', align: 'right' },
      { title: 'current through' },
    ],
    list.map((row) => [
      row.realmId,
      row.companyName,
      row.status,
      progressOf(row),
      row.currentThrough === undefined ? 'not yet' : ago(row.currentThrough, now),
    ]),
  );
}

function printList({ terminal, json }: Invocation, list: readonly Organization[]): void {
  if (json) terminal.out(JSON.stringify(list, null, 2));
  else if (list.length === 0)
    terminal.out('No company is connected yet. `ledger-mirror connect` shows how to connect one.');
  else for (const line of [...organizationLines(list, new Date()), ...reasonLines(list)]) terminal.out(line);
}

async function printOne(
  { terminal, json }: Invocation,
  organizations: Organizations,
  realmId: RealmId,
): Promise<void> {
  const organization = await organizations.get(realmId);
  const entities = await organizations.entities(realmId);
  if (json) {
    terminal.out(JSON.stringify({ ...organization, entities }, null, 2));
    return;
  }
  const now = new Date();
  for (const line of organizationLines([organization], now)) terminal.out(line);
  if (organization.statusReason !== undefined) terminal.out(organization.statusReason);
  terminal.out('');
  for (const line of entityLines(entities, now)) terminal.out(line);
}

function entityLines(entities: readonly EntityReport[], now: Date): string[] {
  return formatTable(
    [
      { title: 'table' },
      { title: 'status' },
      { title: 'rows', align: 'right' },
      { title: 'last synced' },
      { title: 'trouble' },
    ],
    entities.map((row) => [row.table, row.status, progressOf(row), ago(row.lastSyncedAt, now), row.error]),
  );
}
