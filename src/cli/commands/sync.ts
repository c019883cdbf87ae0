import { systemClock } from '../../base/clock.ts';
import type { RealmId } from '../../base/realm-id.ts';
import type { Organizations } from '../../sync/organizations.ts';
import type { SyncRun } from '../../sync/runs.ts';
import type { CommandDefinition } from '../command.ts';
import { cliError } from '../errors.ts';
import { withOrganizations } from '../open-database.ts';
import { parseRealmId } from './organizations.ts';

const POLL_MS = 300;

export const syncCommand: CommandDefinition = {
  name: 'sync',
  summary: 'Ask QuickBooks for changes now, of some companies or of all.',
  description: 'The work is done by the running server or its workers; this command asks for it.',
  examples: ['npx ledger-mirror sync', 'npx ledger-mirror sync 9341452000000001 --wait'],
  configure: (command) =>
    void command
      .argument('[realm-ids...]', "QuickBooks' ids of the companies; all that can be synced when left out")
      .option('--wait', 'Wait until the runs have ended, and fail if one of them failed.'),
  run: (invocation) =>
    withOrganizations(invocation, async ({ organizations, server, config }) => {
      const { terminal, json } = invocation;
      // With DATABASE_URL the workers may be anywhere; with the embedded server they are here or nowhere.
      if (server === undefined && config.databaseUrl === undefined) {
        throw cliError('CLI_NOT_RUNNING', { details: { dataDir: config.dataDir } });
      }
      const realmIds =
        invocation.args.length > 0 ? invocation.args.map(parseRealmId) : await syncable(organizations);
      const asked: { realmId: RealmId; runId: string }[] = [];
      for (const realmId of realmIds) asked.push({ realmId, ...(await organizations.requestSync(realmId)) });
      if (invocation.options['wait'] !== true) {
        if (json) terminal.out(JSON.stringify(asked, null, 2));
        else
          terminal.out(
            asked.length === 0
              ? 'No company can be synced now.'
              : `Asked for a sync of ${asked.length === 1 ? 'one company' : `${asked.length} companies`}.`,
          );
        return;
      }
      const runs: SyncRun[] = [];
      for (const { realmId, runId } of asked) runs.push(await ended(organizations, realmId, runId));
      if (json) terminal.out(JSON.stringify(runs, null, 2));
      else for (const run of runs) terminal.out(describe(run));
      const failed = runs.filter((run) => run.status === 'failed');
      if (failed.length > 0) {
        throw cliError('CLI_SYNC_FAILED', {
          details: { problems: failed.map((run) => `${run.realmId}: ${run.error ?? 'failed'}`) },
        });
      }
    }),
};

/** Companies nobody has stopped and nobody must reconnect. */
async function syncable(organizations: Organizations): Promise<RealmId[]> {
  const list = await organizations.list();
  const stopped = new Set(['paused', 'reconnect_required', 'disconnected']);
  return list.filter((row) => !stopped.has(row.status)).map((row) => row.realmId);
}

async function ended(organizations: Organizations, realmId: RealmId, runId: string): Promise<SyncRun> {
  for (;;) {
    const run = (await organizations.runs(realmId, 20)).find((candidate) => candidate.id === runId);
    if (run !== undefined && run.status !== 'queued' && run.status !== 'running') return run;
    await systemClock.sleep(POLL_MS);
  }
}

function describe(run: SyncRun): string {
  const result = `${run.created} new, ${run.updated} changed, ${run.rejected} rejected, ${run.calls} calls`;
  return `${run.realmId}: ${run.status} (${result})`;
}
