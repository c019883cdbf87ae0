import { cliError } from '../errors.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { withOrganizations } from '../open-database.ts';
import { isRealmId } from '../../base/realm-id.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { EntityState } from '../../sync/entity-states.ts';
import type { Organization, Organizations } from '../../sync/organizations.ts';
import { ago, formatTable } from '../table.ts';

export const organizationsCommand: CommandDefinition = {
  name: 'organizations',
  summary: 'List the connected companies, or show one with its tables.',
  examples: ['npx ledger-mirror organizations', 'npx ledger-mirror organizations 9341452000000001 --json'],
  configure: (command) => void command.argument('[realm-id]', "QuickBooks' id of one company"),
  run: (invocation) =>
    withOrganizations(invocation, async ({ organizations }) => {
      const [realmId] = invocation.args;
      if (realmId === undefined) printList(invocation, await organizations.list());
      else await printOne(invocation, organizations, parseRealmId(realmId));
    }),
};

/** @throws AppError CLI_USAGE */
export function parseRealmId(text: string): RealmId {
  if (isRealmId(text)) return text;
  throw cliError('CLI_USAGE', { text: 'A realm id is a number, as `ledger-mirror organizations` shows it.' });
}

/** `1,204 of 3,000` while loading. */
function progressOf(row: { readonly rows: number; readonly expectedRows: number | undefined }): string {
  const number = (value: number): string => value.toLocaleString('en-US');
  return row.expectedRows === undefined || row.expectedRows === row.rows
    ? number(row.rows)
    : `${number(row.rows)} of ${number(row.expectedRows)}`;
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
  else for (const line of organizationLines(list, new Date())) terminal.out(line);
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

function entityLines(entities: readonly EntityState[], now: Date): string[] {
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
