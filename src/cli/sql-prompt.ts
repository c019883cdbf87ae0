import { createInterface } from 'node:readline/promises';

import { quoted } from '../postgres/quoted.ts';
import { cliError } from './errors.ts';
import type { Terminal } from './terminal.ts';

const HELP = [
  'A statement ends with ; and may have several lines.',
  '  \\d           list the tables',
  '  \\d <table>   show the columns of a table and what they mean',
  '  \\q           leave (or Ctrl-D)',
];

const UNKNOWN_COMMAND =
  'Of the backslash commands there are \\d (the tables), \\d <table> (its columns) and \\q (leave).';

const TABLES = `
  SELECT n.nspname AS schema, c.relname AS name, obj_description(c.oid) AS description
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('quickbooks', 'ledger_mirror') AND c.relkind IN ('r', 'v', 'p', 'm')
  ORDER BY n.nspname DESC, c.relname`;

/** The statement behind a command such as `\d invoices`; undefined for words we do not know. */
export function metaStatement(line: string): string | undefined {
  const [word = '', name, ...rest] = line.trim().split(/\s+/);
  // The longer form is what people type in psql; ours tells everything anyway.
  const command = word.replace(/\+$/, '');
  if (rest.length > 0) return undefined;
  if ((command === '\\d' || command === '\\dt') && name === undefined) return TABLES;
  if (command !== '\\d' || name === undefined) return undefined;
  const literal = quoted(name.replace(/;$/, ''));
  return `
    SELECT a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type, col_description(a.attrelid, a.attnum) AS description
    FROM pg_attribute a
    WHERE a.attrelid = ${literal}::regclass AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum`;
}

/**
 * A prompt that lasts until \q, Ctrl-D or the end of the input.
 * @param run  Runs a statement and shows its answer.
 * @param fail Shows a refused statement; the prompt goes on.
 */
export async function promptForSql(
  terminal: Terminal,
  run: (text: string) => Promise<void>,
  fail: (error: unknown) => void,
): Promise<void> {
  const lines = createInterface({ input: terminal.stdin, output: terminal.stdout, historySize: 1000 });
  const attempt = async (text: string): Promise<void> => {
    try {
      await run(text);
    } catch (error) {
      fail(error);
    }
  };
  let statement = '';
  terminal.out('SQL on your QuickBooks copy. help shows what else there is; \\q leaves.');
  lines.setPrompt('ledger=> ');
  // Ctrl-C drops what was typed, as in every SQL prompt.
  lines.on('SIGINT', () => {
    statement = '';
    terminal.out('');
    lines.setPrompt('ledger=> ');
    lines.prompt();
  });
  lines.prompt();
  for await (const line of lines) {
    const word = line.trim();
    if (statement === '' && /^(\\q|quit|exit);?$/.test(word)) break;
    if (statement === '' && /^(help|\\\?);?$/.test(word)) for (const help of HELP) terminal.out(help);
    else if (statement === '' && word.startsWith('\\')) {
      const meta = metaStatement(word);
      if (meta === undefined) terminal.err(UNKNOWN_COMMAND);
      else await attempt(meta);
    } else {
      statement += statement === '' ? line : `\n${line}`;
      if (word.endsWith(';')) {
        await attempt(statement);
        statement = '';
      } else if (statement.trim() === '') statement = '';
    }
    lines.setPrompt(statement === '' ? 'ledger=> ' : '     ...> ');
    lines.prompt();
  }
  lines.close();
}

/**
 * The parts of a text that does not come line by line: commands that begin with a backslash, each on a line of its
 * own, and the statements between them. What follows \\q is dropped.
 * @throws AppError CLI_USAGE for a backslash command we do not know
 */
export function splitInput(text: string): string[] {
  const parts: string[] = [];
  let statements = '';
  const flush = (): void => {
    if (statements.trim() !== '') parts.push(statements);
    statements = '';
  };
  for (const line of text.split('\n')) {
    const isCommand = line.trim().startsWith('\\') && /(^|;)\s*$/.test(statements);
    if (!isCommand) {
      statements += `${line}\n`;
      continue;
    }
    flush();
    if (/^\\q;?$/.test(line.trim())) return parts;
    const meta = metaStatement(line);
    if (meta === undefined) throw cliError('CLI_USAGE', { text: UNKNOWN_COMMAND });
    parts.push(meta);
  }
  flush();
  return parts;
}

/** Everything that comes in on a pipe. */
export async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) text += String(chunk);
  return text;
}
