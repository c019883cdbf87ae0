import type { CommandDefinition } from '../command.ts';
import { requestRuns } from '../requested-runs.ts';

export const syncCommand: CommandDefinition = {
  name: 'sync',
  summary: 'Ask QuickBooks for changes now, of some companies or of all.',
  description: 'The work is done by the running server or its workers; this command asks for it.',
  examples: [
    'npx ledger-mirror sync',
    'npx ledger-mirror sync 9341452000000001 --wait',
    'npx ledger-mirror sync 9341452000000001 --rejected --json',
  ],
  configure: (command) =>
    void command
      .argument('[realm-ids...]', "QuickBooks' ids of the companies; all that can be synced when left out")
      .option('--rejected', 'Try the records again that could not be stored.')
      .option('--wait', 'Wait until the runs have ended, and fail unless all succeeded.'),
  run: (invocation) =>
    requestRuns(
      invocation,
      invocation.options['rejected'] === true
        ? { name: 'retryRejected', what: 'another try of the rejected records' }
        : { name: 'sync', what: 'a sync' },
    ),
};
