import type { Config } from '../config/derive.ts';
import { configError } from '../config/errors.ts';
import { loadConfig } from '../config/load.ts';
import type { Invocation } from './command.ts';
import { createLog, type Log } from './logging.ts';

export type Context = { readonly config: Config; readonly log: Log; readonly notices: readonly string[] };

/**
 * Settings and log of one command.
 * @param options.tellsNotices  the command shows the notices itself; otherwise those of the file `.env` are shown here,
 *   because what is cut off there comes to light as something else: a password that is refused
 * @throws AppError CONFIG_INVALID, which names every problem
 */
export async function loadContext(
  invocation: Pick<Invocation, 'env' | 'notices' | 'terminal'>,
  options: { readonly longRunning: boolean; readonly tellsNotices?: boolean },
): Promise<Context> {
  const loaded = loadConfig(invocation.env);
  if (!loaded.ok) {
    const count = loaded.problems.length === 1 ? 'One setting is' : `${loaded.problems.length} settings are`;
    throw configError('CONFIG_INVALID', {
      text: `${count} missing or wrong. They come from the environment and from the file .env; docs/configuration.md explains them.`,
      details: { problems: [...loaded.problems, ...invocation.notices, ...loaded.notices] },
    });
  }
  const { config } = loaded;
  const notices = [...invocation.notices, ...loaded.notices];
  if (options.tellsNotices !== true)
    for (const notice of invocation.notices) invocation.terminal.err(`Note: ${notice}`);
  // A short command shows its result; of the log only what is wrong, unless somebody asked for more.
  const level = !options.longRunning && config.logLevel === 'info' ? 'warn' : config.logLevel;
  const log = await createLog({
    level,
    format: config.logFormat,
    file:
      options.longRunning && config.logFile !== undefined
        ? { path: config.logFile, maxMb: config.logMaxMb, keep: config.logKeep }
        : undefined,
    stream: process.stderr,
  });
  return { config, log, notices };
}
