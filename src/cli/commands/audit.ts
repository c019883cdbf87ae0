import { Argument } from 'commander';

import { accessError } from '../../access/errors.ts';
import { formatHead, parseHead, type KnownHead } from '../../access/trail/chain.ts';
import { verifyTrail, type Verdict } from '../../access/trail/verify.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { findEncryptionKeys, trailKeysOf } from '../encryption.ts';
import { cliError } from '../errors.ts';
import { withDatabase } from '../open-database.ts';
import { createHeadMemory } from '../trail.ts';

/** Sentences that are shown; the rest is counted. `--json` has the first thousand. */
const MOST_SHOWN = 20;

export const auditCommand: CommandDefinition = {
  name: 'audit',
  summary: 'Tell whether the audit trail was changed behind Ledger Mirror’s back.',
  description: [
    'Follows the chain that links the entries, from its beginning or from where AUDIT_DAYS cut it, to its end. It changes',
    'nothing, and fails when something does not fit. Heads that the log told (“audit trail sealed”) or a backup noted show,',
    'given with --head, even that the whole database was set back; the last one that this data folder knows is taken by',
    'itself.',
  ].join('\n'),
  examples: [
    'npx ledger-mirror audit verify',
    'npx ledger-mirror audit verify --head 812:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'npx ledger-mirror audit verify --json',
  ],
  configure: (command) =>
    void command
      .addArgument(new Argument('<action>', 'What to do').choices(['verify']))
      .option('--head <number:digest...>', 'An end of the chain that is known from elsewhere.'),
  run: (invocation) =>
    withDatabase(invocation, {}, async ({ db, config }) => {
      const keys = await findEncryptionKeys(config);
      if (keys === undefined) {
        throw cliError('CLI_KEY_OTHER', {
          text: `There is no key in ${config.dataDir}, and without the one that sealed the trail nothing can be told. Restore it from a backup, or set ENCRYPTION_KEY.`,
        });
      }
      const remembered = await createHeadMemory(config).read();
      const known = [...headsOf(invocation), ...(remembered === undefined ? [] : [remembered])];
      const verdict = await verifyTrail(db, trailKeysOf(keys), known);
      print(invocation, verdict);
      const { length: problems } = verdict.problems;
      if (problems > 0) throw accessError('ACCESS_TRAIL_CHANGED', { details: { problems } });
    }),
};

function headsOf({ options }: Invocation): KnownHead[] {
  const given = (options['head'] ?? []) as readonly string[];
  return given.map((text) => {
    const head = parseHead(text);
    if (head !== undefined) return head;
    throw cliError('CLI_USAGE', {
      text: 'A head is a number, a colon and 64 hexadecimal digits, as in the log.',
    });
  });
}

function print({ terminal, json }: Invocation, { head, cut, ...verdict }: Verdict): void {
  const { entries, links, waiting, problems } = verdict;
  if (json) {
    terminal.out(
      JSON.stringify({ ...verdict, cut, head: head === undefined ? undefined : formatHead(head) }, null, 2),
    );
    return;
  }
  for (const problem of problems.slice(0, MOST_SHOWN)) terminal.out(problem);
  if (problems.length > MOST_SHOWN)
    terminal.out(`… and ${problems.length - MOST_SHOWN} more; --json has them.`);
  const wait = waiting === 0 ? '' : `, and ${waiting} that wait to be linked`;
  terminal.out(`${entries} entries in ${links} links${wait}.`);
  if (cut !== undefined)
    terminal.out(`AUDIT_DAYS cut ${cut.entries} entries off, none newer than ${cut.before.toISOString()}.`);
  if (head !== undefined && head.number > 0) terminal.out(`The chain ends at ${formatHead(head)}.`);
  if (problems.length === 0) terminal.out('Nothing was changed, removed or added.');
}
