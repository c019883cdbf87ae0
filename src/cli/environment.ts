import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readEnvFile } from './env-file.ts';
import { packageDirectory } from './paths.ts';
import type { Environment } from './terminal.ts';

/** Settings that name a place; written in a file, they are meant from where the file is. */
const places = ['DATA_DIR', 'LOG_FILE'] as const;

/**
 * The settings as the program sees them: the process's environment, and below it the file `.env` of the
 * home folder. What is really in the environment wins, empty values included. In a subfolder of a clone, places that
 * the environment does not name are those of the clone: there is one installation, wherever one stands in it.
 * @returns with it, what is probably not meant as it is written in the file
 * @throws AppError CLI_USAGE
 */
export function readEnvironment(
  env: Environment = process.env,
  folder: string = process.cwd(),
  clone: string = fileURLToPath(packageDirectory),
): { readonly env: Environment; readonly notices: readonly string[] } {
  const home = homeOf(folder, clone);
  const { values: written, notices } = readEnvFile(join(home, '.env'), env);
  if (home === folder) return { env: { ...written, ...env }, notices };
  const moved = places.flatMap((name) => {
    const place = written[name] ?? (name === 'DATA_DIR' ? 'data' : undefined);
    return place === undefined || place === '' ? [] : [[name, resolve(home, place)] as const];
  });
  return { env: { ...written, ...Object.fromEntries(moved), ...env }, notices };
}

/** The folder whose file `.env` is read. */
export function homeFolder(): string {
  return homeOf(process.cwd(), fileURLToPath(packageDirectory));
}

function homeOf(folder: string, clone: string): string {
  const way = relative(clone, folder);
  return way.startsWith('..') || isAbsolute(way) ? folder : resolve(clone);
}
