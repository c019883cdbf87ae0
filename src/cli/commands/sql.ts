import type { AuditTrail } from '../../access/audit.ts';
import { isAppError } from '../../base/errors.ts';
import { commandActor, withAccessTo } from '../as-command.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { withDatabase } from '../open-database.ts';
import { reportError } from '../print-error.ts';
import { formatAnswer, type SqlFormat } from '../sql-output.ts';
import { metaStatement, promptForSql, readAll, splitInput } from '../sql-prompt.ts';
import { openSqlSession, type SqlSession } from '../sql-session.ts';

/** Statements of one text that the trail names; of more it tells how many they were. */
const MOST_NAMED = 50;

const UNPROTECTED =
  'Note: no login that only reads could be used: the role of DATABASE_URL may not make one, or what it leads to does not let a new one in, as a pooler may not. This session is set to read only, which guards against mistakes; a statement can undo it.';

export const sqlCommand: CommandDefinition = {
  name: 'sql',
  summary: 'Ask the copy in SQL: a prompt, one statement with -c, or statements from a pipe.',
  description:
    'Tables of schema quickbooks need no prefix. Unless --write is given the session has a login of its own that may only read the copy; where the role of DATABASE_URL may not make one (CREATEROLE) or a pooler does not let it in, it is only set to read and says so.',
  examples: [
    'npx ledger-mirror sql',
    'npx ledger-mirror sql -c "select realm_id, customer_name, sum(balance) from open_invoices group by realm_id, customer_id, customer_name order by 3 desc limit 5"',
    'npx ledger-mirror sql --csv -c "select * from invoices" > invoices.csv',
  ],
  configure: (command) =>
    void command
      .option('-c, --command <sql>', 'Run this and leave.')
      .option(
        '--csv',
        "Print the result as CSV; a text that a spreadsheet would run as a formula gets a ' in front.",
      )
      .option('--exact', 'With --csv: change no text, for programs.')
      .option('--write', 'Allow statements that change something.'),
  run: (invocation) =>
    withDatabase(invocation, {}, async (opened) => {
      const write = invocation.options['write'] === true;
      const session = await openSqlSession(opened.db, { write });
      if (!write && !session.protected) invocation.terminal.err(UNPROTECTED);
      try {
        if (session.protected) await work(invocation, session.run);
        else await withAccessTo(opened, async ({ audit }) => work(invocation, await noted(session, audit)));
      } finally {
        await session.close();
      }
    }),
};

type Run = SqlSession['run'];

/** Of a session that PostgreSQL lets change something: who has it, before the first statement, and what was run. */
async function noted(session: SqlSession, audit: AuditTrail): Promise<Run> {
  const note = (action: 'sql.opened' | 'sql.ran', details: Record<string, unknown>): Promise<void> =>
    audit.record({ actor: commandActor(), action, details });
  await note('sql.opened', {});
  return async (text) => {
    try {
      const answers = await session.run(text);
      const all = answers.map(({ command, rowCount }) => [command, rowCount || ''].join(' ').trim());
      await note('sql.ran', {
        statements: all.slice(0, MOST_NAMED),
        ...(all.length > MOST_NAMED && { of: all.length }),
      });
      return answers;
    } catch (error) {
      // A COMMIT may have come before. Never the words of a statement: they may hold a password, or a customer's data.
      await note('sql.ran', {
        failed: isAppError(error) ? (error.details['sqlState'] ?? error.code) : 'unknown',
      });
      throw error;
    }
  };
}

async function work(invocation: Invocation, runText: Run): Promise<void> {
  const { terminal, options } = invocation;
  const format = chooseFormat(invocation);
  const run = async (text: string): Promise<void> => {
    for (const answer of await runText(metaStatement(text) ?? text)) {
      const say = format.endsWith('csv') ? terminal.exact : terminal.out;
      for (const line of formatAnswer(answer, format, terminal.columns !== undefined)) say(line);
    }
  };
  const runAll = async (text: string): Promise<void> => {
    for (const part of splitInput(text)) await run(part);
  };
  if (typeof options['command'] === 'string') await runAll(options['command']);
  else if (terminal.stdin.isTTY === true) {
    await promptForSql(terminal, run, (error) => {
      for (const line of reportError(error, { json: false, debug: false }).lines) terminal.err(line);
    });
  } else await runAll(await readAll(terminal.stdin));
}

function chooseFormat({ json, options }: Invocation): SqlFormat {
  if (json && options['csv'] === true)
    throw cliError('CLI_USAGE', { text: 'Choose one of --json and --csv.' });
  const isExact = options['exact'] === true;
  if (isExact && options['csv'] !== true)
    throw cliError('CLI_USAGE', { text: '--exact belongs to --csv; everything else is exact by itself.' });
  if (json) return 'json';
  if (options['csv'] !== true) return 'table';
  return isExact ? 'exact csv' : 'csv';
}
