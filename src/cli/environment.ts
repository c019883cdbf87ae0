import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

import { cliError } from './errors.ts';
import type { Environment } from './terminal.ts';

/**
 * The settings as the program sees them: the process's environment, and below it the file `.env` of the
 * working folder. What is really in the environment wins, empty values included.
 */
export function readEnvironment(file = '.env', env: Environment = process.env): Environment {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return env;
    throw cliError('CLI_USAGE', { cause: error, text: `The file ${file} exists but cannot be read.` });
  }
  return { ...parseEnv(text), ...env };
}
