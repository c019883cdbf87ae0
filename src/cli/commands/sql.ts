import type { CommandDefinition, Invocation } from '../command.ts';
import { cliError } from '../errors.ts';
import { withDatabase } from '../open-database.ts';
import { reportError } from '../print-error.ts';
import { formatAnswer, type SqlFormat } from '../sql-output.ts';
import { metaStatement, promptForSql, readAll, splitInput } from '../sql-prompt.ts';
import { openSqlSession, type SqlSession } from '../sql-session.ts';

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
    withDatabase(invocation, {}, async ({ db }) => {
      const write = invocation.options['write'] === true;
      const session = await openSqlSession(db, { write });
      if (!write && !session.protected) invocation.terminal.err(UNPROTECTED);
      try {
        await work(invocation, session);
      } finally {
        await session.close();
      }
    }),
};

async function work(invocation: Invocation, session: SqlSession): Promise<void> {
  const { terminal, options } = invocation;
  const format = chooseFormat(invocation);
  const run = async (text: string): Promise<void> => {
    for (const answer of await session.run(metaStatement(text) ?? text)) {
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
