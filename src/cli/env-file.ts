import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

import { isWritableByAll } from '../base/file-modes.ts';
import { options } from '../config/options.ts';
import { cliError } from './errors.ts';
import type { Environment } from './terminal.ts';

export type EnvFile = {
  readonly values: Environment;
  /** What is probably not meant as it is read, a sentence each. No values. */
  readonly notices: readonly string[];
};

/**
 * Reads a file of settings by Node's own rules, which are those of the package `dotenv`: a `#` begins a comment unless
 * it is in quotes. A missing file is an empty one.
 * @throws AppError CLI_USAGE
 */
export function readEnvFile(file: string, given: Environment): EnvFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { values: {}, notices: [] };
    throw cliError('CLI_USAGE', { cause: error, text: `The file ${file} exists but cannot be read.` });
  }
  const text = decode(bytes);
  const notices = text.includes('\uFFFD')
    ? [`${file} is not UTF-8: letters that are not ASCII are misread. Save it as UTF-8.`]
    : [];
  if (isWritableByAll(file))
    notices.push(
      `Everybody on this machine may write to ${file}, and could set anything: chmod o-w '${file}'.`,
    );
  // Other programs' values may be as they like.
  const names = Object.values(options).map(({ name }) => name);
  for (const name of names) {
    if (given[name] !== undefined) continue;
    const trouble = troubleIn(text, name);
    if (trouble !== undefined)
      notices.push(`Line ${trouble.line} of ${file}: the value of ${name} ${trouble.words}`);
  }
  return { values: parseEnv(text), notices };
}

/** Editors on Windows mark a text's encoding at its beginning; the mark is no part of the first name. */
function decode(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Whether part of what stands behind a name is lost, in silence, by the rules of the file. The last line counts. */
function troubleIn(text: string, name: string): { line: number; words: string } | undefined {
  const found = [...text.matchAll(new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=[ \\t]*`, 'gm'))].at(
    -1,
  );
  if (found === undefined) return undefined;
  const start = found.index + found[0].length;
  const [value = ''] = text.slice(start).split(/\r?\n/, 1);
  const words = /^["'`]/.test(value) ? troubleOfQuotes(text.slice(start)) : troubleOfComment(value);
  return words === undefined ? undefined : { line: text.slice(0, found.index).split('\n').length, words };
}

function troubleOfComment(value: string): string | undefined {
  // With white space before it, or nothing but a comment behind the name, a # is meant as one.
  return /^[^#]*[^\s#]#/.test(value) || /^#\S/.test(value)
    ? 'ends before the #, which begins a comment. If the # is part of it, put the value in quotes; if not, put a space before it.'
    : undefined;
}

function troubleOfQuotes(rest: string): string | undefined {
  const end = rest.indexOf(rest.charAt(0), 1);
  if (end < 0)
    return 'is read with the quote that begins it, up to the end of the line: the quote that begins it is not closed.';
  const [after = ''] = rest.slice(end + 1).split(/\r?\n/, 1);
  return /^[ \t]*(#|$)/.test(after) && !/^#\S/.test(after)
    ? undefined
    : 'ends at its second quote: what follows its closing quote is left out. If the quote is part of it, use another kind of quotes around it.';
}
