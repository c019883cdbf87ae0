import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

import { cliError } from './errors.ts';
import { packageDirectory } from './paths.ts';
import type { Environment } from './terminal.ts';

/** Settings that name a place; written in a file, they are meant from where the file is. */
const places = ['DATA_DIR', 'LOG_FILE'] as const;

/**
 * The settings as the program sees them: the process's environment, and below it the file `.env` of the
 * home folder. What is really in the environment wins, empty values included. In a subfolder of a clone, places that
 * the environment does not name are those of the clone: there is one installation, wherever one stands in it.
 */
export function readEnvironment(
  env: Environment = process.env,
  folder: string = process.cwd(),
  clone: string = fileURLToPath(packageDirectory),
): Environment {
  const home = homeOf(folder, clone);
  const written = readFile(join(home, '.env'));
  if (home === folder) return { ...written, ...env };
  const moved = places.flatMap((name) => {
    const place = written[name] ?? (name === 'DATA_DIR' ? 'data' : undefined);
    return place === undefined || place === '' ? [] : [[name, resolve(home, place)] as const];
  });
  return { ...written, ...Object.fromEntries(moved), ...env };
}

function homeOf(folder: string, clone: string): string {
  const way = relative(clone, folder);
  return way.startsWith('..') || isAbsolute(way) ? folder : resolve(clone);
}

function readFile(file: string): Environment {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw cliError('CLI_USAGE', { cause: error, text: `The file ${file} exists but cannot be read.` });
  }
}
