import { Command, CommanderError } from 'commander';

import { cliError } from './errors.ts';
import type { CommandDefinition, Invocation } from './command.ts';
import { commands } from './commands/index.ts';
import { guardTerminal, type Environment, type Terminal } from './terminal.ts';
import { packageVersion } from './version.ts';

/**
 * The whole command line. Nothing is read or started before a command is chosen.
 * @param words  What was typed: the commands it names get all their options.
 */
export async function createProgram(
  terminal: Terminal,
  env: Environment,
  words: readonly string[],
  notices: readonly string[] = [],
): Promise<Command> {
  const guarded = guardTerminal(terminal);
  const program = new Command('ledger-mirror');
  program
    .description('An exact, queryable copy of QuickBooks Online companies in PostgreSQL.')
    .version(packageVersion(), '-V, --version', 'Print the version.')
    .helpOption('-h, --help', 'Print this help.')
    .helpCommand('help [command]', 'Print the help of a command.')
    .addHelpText(
      'after',
      '\nSettings come from the environment and from .env; docs/configuration.md lists them.',
    )
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => guarded.out(text.trimEnd()),
      writeErr: (text) => guarded.err(text.trimEnd()),
      // Errors are told in one place, by the caller.
      outputError: () => undefined,
    })
    .exitOverride();
  for (const definition of commands) {
    const command = addCommand(program, definition, { terminal: guarded, env, notices });
    if (words.includes(definition.name)) await definition.configureWhenNamed?.(command);
    // Last, so that it stands last in the help.
    command.option('--json', 'Print the result as JSON.');
  }
  return program;
}

function addCommand(
  program: Command,
  definition: CommandDefinition,
  surroundings: Pick<Invocation, 'terminal' | 'env' | 'notices'>,
): Command {
  const command = program
    .command(definition.name)
    .summary(definition.summary)
    .description(
      [definition.summary, definition.description].filter((part) => part !== undefined).join('\n\n'),
    )
    .helpOption('-h, --help', 'Print this help.');
  definition.configure?.(command);
  command.addHelpText(
    'after',
    ['', 'Examples:', ...definition.examples.map((example) => `  $ ${example}`)].join('\n'),
  );
  command.action(async () => {
    const options = command.opts<Record<string, unknown>>();
    await definition.run({ ...surroundings, json: options['json'] === true, args: command.args, options });
  });
  return command;
}

/**
 * Runs one command line.
 * @param notices  what is probably not meant as the file of settings says it
 * @returns whether there was something to do (help and version end here).
 * @throws AppError CLI_USAGE, or what the command throws
 */
export async function runCommandLine(
  words: readonly string[],
  terminal: Terminal,
  env: Environment,
  notices: readonly string[] = [],
): Promise<void> {
  const program = await createProgram(terminal, env, words, notices);
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    // `ledger-mirror` alone has printed its help already.
    const text =
      error.code === 'commander.help' ? 'A command is missing; choose one of the list above.' : error.message;
    throw cliError('CLI_USAGE', { text: sentence(text) });
  }
}

/** `error: unknown option '--x'` → `Unknown option '--x'. Add --help ...` */
function sentence(message: string): string {
  const words = message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .trim();
  const first = words.charAt(0).toUpperCase() + words.slice(1);
  return `${/[.?!)]$/.test(first) ? first : `${first}.`} Add --help to see how it is used.`;
}
