import { once } from 'node:events';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { pino, type DestinationStream, type LoggerOptions, type StreamEntry } from 'pino';
import { prettyFactory } from 'pino-pretty';

import { AppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import { times } from '../tuning/times.ts';
import { cliError } from './errors.ts';
import { tidyLogFiles } from './log-files.ts';
import { loggableWords } from '../postgres/errors.ts';
import { makeFolder } from './make-folder.ts';
import { printable, printableOnceRead } from './printable.ts';

export type LogOptions = {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error';
  readonly format: 'auto' | 'pretty' | 'json' | 'gcp';
  /** Where it is also written as JSON: begun anew every day and at `maxMb`; so many files are kept. */
  readonly file: { readonly path: string; readonly maxMb: number; readonly keep: number } | undefined;
  /** Where the log goes besides the file; standard error in the program. */
  readonly stream: NodeJS.WritableStream & { isTTY?: boolean };
};

export type Log = {
  readonly logger: Logger;
  /** Writes what is still held back and closes the file. */
  close(): Promise<void>;
};

// https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#LogSeverity (read 2026-11-20)
const SEVERITY: Readonly<Record<string, string>> = {
  trace: 'DEBUG',
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
  fatal: 'CRITICAL',
};

/** What is shown of an error besides what it is and where: names and numbers of systems, no values. */
const SHOWN = 'code errno syscall address port severity schema table column constraint routine'.split(' ');

/**
 * An error and its causes, with the facts of our own ones; `err` and `error` are treated alike. Libraries attach to their
 * errors what they worked on: URL the whole address, PostgreSQL the statement and the row. That stays out.
 */
function errorFacts(error: unknown, above: readonly unknown[] = []): unknown {
  if (!(error instanceof Error)) return error;
  const message = loggableWords(error);
  if (above.includes(error)) return message;
  const chain = [...above, error];
  const { cause } = error;
  // It begins with the error's own words.
  const stack = error.stack?.replace(error.message, () => message);
  const shown = SHOWN.flatMap((name) => {
    const value = (error as unknown as Record<string, unknown>)[name];
    return typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [];
  });
  return {
    type: error.constructor.name,
    message,
    stack,
    ...Object.fromEntries(shown),
    ...(error instanceof AppError ? { details: error.details } : {}),
    ...(error instanceof AggregateError
      ? { errors: (error.errors as unknown[]).map((one) => errorFacts(one, chain)) }
      : {}),
    ...(cause === undefined ? {} : { cause: errorFacts(cause, chain) }),
  };
}

const COMMON: LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (error) => errorFacts(error), error: (error) => errorFacts(error) },
  hooks: { streamWrite: printable },
};

const PLAIN: LoggerOptions = { ...COMMON, formatters: { level: (label) => ({ level: label }) } };

const GCP: LoggerOptions = {
  ...COMMON,
  messageKey: 'message',
  formatters: { level: (label) => ({ severity: SEVERITY[label] ?? 'DEFAULT' }) },
};

/**
 * The log of the program. No worker threads: what was logged before a crash is written before the end.
 * With `gcp` the file has the same form, because pino writes one form to all its streams.
 * @throws AppError CLI_LOG_FILE_UNUSABLE
 */
export async function createLog(options: LogOptions): Promise<Log> {
  const format =
    options.format === 'auto' ? (options.stream.isTTY === true ? 'pretty' : 'json') : options.format;
  const prettify = format === 'pretty' ? createPrettifier(options.stream.isTTY === true) : undefined;
  const screen: DestinationStream = {
    write: (line) =>
      void options.stream.write(prettify === undefined ? line : prettify(printableOnceRead(line))),
  };
  const { level } = options;
  const streams: StreamEntry[] = [{ level, stream: screen }];
  const file = options.file === undefined ? undefined : await openLogFile(options.file);
  if (file !== undefined) {
    streams.push({ level, stream: file });
    // A disk that fills up later must not end the program; the screen still has every line.
    file.once('error', ({ message }: Error) => {
      options.stream.write(`LOG_FILE cannot be written any more: ${message}\n`);
      file.on('error', () => undefined);
    });
  }
  const tidying = options.file === undefined ? undefined : keepTidy(options.file, options.stream);
  const logger = pino({ ...(format === 'gcp' ? GCP : PLAIN), level }, pino.multistream(streams));
  return {
    logger: logger as unknown as Logger,
    close: async () => {
      if (file === undefined) return;
      await tidying?.stop();
      await new Promise<void>((resolve) => {
        file.once('close', resolve);
        file.once('error', () => resolve());
        file.end();
      });
    },
  };
}

/** Line by line and at once, unlike pino-pretty's stream: nothing is held back when the program ends. */
function createPrettifier(colorize: boolean): (line: string) => string {
  const prettify = prettyFactory({ colorize, translateTime: 'SYS:HH:MM:ss', singleLine: true });
  return (line) => prettify(line) ?? '';
}

/** Tidies now and every hour; what keeps it from that is told once, and does not end the program. */
function keepTidy(
  { path, keep }: NonNullable<LogOptions['file']>,
  screen: LogOptions['stream'],
): { stop(): Promise<void> } {
  let failed = false;
  const tidy = () =>
    tidyLogFiles(resolve(path), { keep, now: new Date() }).catch(({ message }: Error) => {
      if (!failed) screen.write(`Old files of LOG_FILE cannot be removed or packed: ${message}\n`);
      failed = true;
    });
  let last = tidy();
  const timer = setInterval(() => {
    last = last.then(tidy);
  }, times.housekeepingMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}

async function openLogFile({ path, maxMb }: NonNullable<LogOptions['file']>): Promise<NodeJS.WritableStream> {
  try {
    if (/[/\\]$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
      throw new Error(`${path} is a folder`);
    await makeFolder(dirname(resolve(path)));
    const { default: openRollingFile } = await import('pino-roll');
    const file = await openRollingFile({
      file: path,
      frequency: 'daily',
      dateFormat: 'yyyy-MM-dd',
      size: `${maxMb}m`,
      // What is logged names companies.
      mode: 0o600,
    });
    // It opens the file after it returned.
    await once(file, 'ready');
    return file;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw cliError('CLI_LOG_FILE_UNUSABLE', {
      text: `LOG_FILE cannot be written: ${reason}. Name a file in a folder where this user may write, or unset it.`,
    });
  }
}
