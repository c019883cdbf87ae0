import type { RealmId } from '../../base/realm-id.ts';
import { createOrganizations, type Reconciliation } from '../../sync/index.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { withDatabase } from '../open-database.ts';
import { requestRuns } from '../requested-runs.ts';
import { ago, formatTable } from '../table.ts';
import { parseRealmId } from './organizations.ts';

export const reconcileCommand: CommandDefinition = {
  name: 'reconcile',
  summary: "Compare the copy with QuickBooks' own figures now, or show what was compared.",
  description:
    'A deep comparison reads every record again and replaces what differs in any field; it costs as many calls as the first copy did. The work is done by the running server or its workers; this command asks for it.',
  examples: [
    'npx ledger-mirror reconcile',
    'npx ledger-mirror reconcile 9341452000000001 --deep --wait',
    'npx ledger-mirror reconcile 9341452000000001 --show --json',
  ],
  configure: (command) =>
    void command
      .argument('[realm-ids...]', "QuickBooks' ids of the companies; all that can be synced when left out")
      .option('--deep', 'Read every record again first.')
      .option('--wait', 'Wait until the runs have ended, and fail unless all succeeded.')
      .option('--show', 'Ask for nothing: show the newest comparison of each figure of one company.'),
  run: (invocation) => {
    if (invocation.options['show'] === true) return show(invocation);
    return requestRuns(
      invocation,
      invocation.options['deep'] === true
        ? { name: 'reconcileDeep', what: 'a deep comparison' }
        : { name: 'reconcile', what: 'a comparison' },
    );
  },
};

async function show(invocation: Invocation): Promise<void> {
  const [realmId, ...others] = invocation.args.map(parseRealmId);
  if (realmId === undefined || others.length > 0) {
    throw cliError('CLI_USAGE', { text: 'Show one company: reconcile <realm-id> --show.' });
  }
  const newest = await withDatabase(invocation, {}, ({ db }) => newestOf(createOrganizations(db), realmId));
  const { terminal, json } = invocation;
  if (json) return terminal.out(JSON.stringify(newest, null, 2));
  if (newest.length === 0) return terminal.out('Nothing has been compared yet.');
  const columns = [
    { title: 'record' },
    { title: 'compared' },
    { title: 'id' },
    { title: 'QuickBooks', align: 'right' as const },
    { title: 'here', align: 'right' as const },
    { title: 'difference', align: 'right' as const },
    { title: 'reason' },
    { title: 'when' },
  ];
  const now = new Date();
  const rows = newest.map((one) => [
    one.entity,
    one.measure,
    one.recordId,
    one.expected,
    one.actual,
    one.difference,
    one.reason,
    ago(one.checkedAt, now),
  ]);
  for (const line of formatTable(columns, rows)) terminal.out(line);
}

async function newestOf(
  organizations: ReturnType<typeof createOrganizations>,
  realmId: RealmId,
): Promise<Reconciliation[]> {
  const newestLast = (await organizations.reconciliations(realmId, 500)).toReversed();
  const what = ({ entity, measure, recordId, period }: Reconciliation): string =>
    JSON.stringify([entity, measure, recordId, period]);
  return [...new Map(newestLast.map((one) => [what(one), one])).values()];
}
