import type { CommandDefinition } from '../command.ts';
import { requestRuns } from '../requested-runs.ts';

export const backfillCommand: CommandDefinition = {
  name: 'backfill',
  summary: 'Copy the whole history of a company again.',
  description:
    'What is stored stays meanwhile, and is replaced where it differs. Costs as many calls as the first copy did. The work is done by the running server or its workers; this command asks for it.',
  examples: [
    'npx ledger-mirror backfill 9341452000000001',
    'npx ledger-mirror backfill 9341452000000001 --wait --json',
  ],
  configure: (command) =>
    void command
      .argument('<realm-ids...>', "QuickBooks' ids of the companies")
      .option('--wait', 'Wait until everything is copied, and fail if that failed.'),
  run: (invocation) => requestRuns(invocation, { name: 'backfill', what: 'a copy of the whole history' }),
};
