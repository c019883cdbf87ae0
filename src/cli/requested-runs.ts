import { systemClock } from '../base/clock.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { RequestName } from '../requests/requests.ts';
import type { Organizations, SyncRun } from '../sync/index.ts';
import { commandActor, withRequests } from './as-command.ts';
import type { Invocation } from './command.ts';
import { parseRealmId } from './commands/organizations.ts';
import { cliError } from './errors.ts';

const POLL_MS = 300;

/** A command that asks for a run of companies, which the running server or its workers then do. */
export type RunRequest = {
  /** As in "Asked for a sync of two companies." */
  readonly what: string;
  readonly name: Exclude<RequestName, 'pause' | 'resume'>;
};

/**
 * Asks for a run of the companies that are named, or of all that can be synced, and with `--wait` waits for the ends.
 * @throws AppError CLI_NOT_RUNNING where nothing could take it up, CLI_SYNC_FAILED, and what asking throws
 */
export function requestRuns(invocation: Invocation, request: RunRequest): Promise<void> {
  return withRequests(invocation, async ({ organizations, requests, config, server }) => {
    const { terminal, json } = invocation;
    // With DATABASE_URL the workers may be anywhere; with the embedded server they are here or nowhere.
    if (server === undefined && config.databaseUrl === undefined) {
      throw cliError('CLI_NOT_RUNNING', { details: { dataDir: config.dataDir } });
    }
    const realmIds =
      invocation.args.length > 0 ? invocation.args.map(parseRealmId) : await syncable(organizations);
    const asked: { realmId: RealmId; runId: string }[] = [];
    for (const realmId of realmIds) {
      asked.push(await requests.ask(request.name, realmId, { actor: commandActor() }));
    }
    if (invocation.options['wait'] !== true) {
      if (json) return terminal.out(JSON.stringify(asked, null, 2));
      const count = asked.length === 1 ? 'one company' : `${asked.length} companies`;
      return terminal.out(
        asked.length === 0 ? 'No company can be synced now.' : `Asked for ${request.what} of ${count}.`,
      );
    }
    const runs: SyncRun[] = [];
    for (const { realmId, runId } of asked) runs.push(await ended(organizations, realmId, runId));
    if (json) terminal.out(JSON.stringify(runs, null, 2));
    else for (const run of runs) terminal.out(describe(run));
    const unfinished = runs.filter((run) => run.status !== 'succeeded');
    if (unfinished.length > 0) {
      // A run that was stopped has no error of its own: the company says why it rests.
      const reasons = new Map((await organizations.list()).map((row) => [row.realmId, row.statusReason]));
      const problems = unfinished.map(
        (run) => `${run.realmId}: ${run.error ?? reasons.get(run.realmId) ?? run.status}`,
      );
      throw cliError('CLI_SYNC_FAILED', { details: { problems } });
    }
  });
}

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
