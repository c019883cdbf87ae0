import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Secret } from '../../base/secret.ts';
import { ROLE } from './control.ts';
import { readState } from './home.ts';

/** What a data folder says about its embedded server, running or not. */
export type EmbeddedLocation = {
  /** Where the database files are; not always inside the data folder. */
  readonly folder: string;
  /** Folder of the programs that run it, or did last; undefined where that cannot be read. */
  readonly programs: string | undefined;
  /** They are a copy of those we bring, and not the machine's own. */
  readonly brought: boolean;
  /** Where a server that runs on it answers; undefined before the first start was complete. */
  urlOf(database: string): Secret | undefined;
};

/**
 * Looks up the embedded server of a data folder and changes nothing; undefined when there is none yet.
 * @throws AppError DATABASE_EMBEDDED_FOLDER when the state file is damaged
 */
export function locateEmbeddedServer(dataDir: string): EmbeddedLocation | undefined {
  const state = readState(dataDir);
  if (state === undefined) return undefined;
  const folder = resolve(dataDir, state.home);
  const programs = lastPrograms(folder);
  return {
    folder,
    programs,
    brought: /[\\/]binaries-[^\\/]+[\\/]bin$/.test(programs ?? ''),
    urlOf: (database) =>
      state.port === undefined
        ? undefined
        : embeddedUrl(state.port, new Secret(state.rolePassword), database),
  };
}

/** The address of an embedded server's database, as the ordinary role; whoever else answers there is told nothing. */
export function embeddedUrl(port: number, password: Secret, database: string): Secret {
  const credentials = `${ROLE}:${encodeURIComponent(password.reveal())}`;
  return new Secret(
    `postgres://${credentials}@127.0.0.1:${port}/${encodeURIComponent(database)}?require_auth=scram-sha-256`,
  );
}

/** A server notes how it was started beside its files: its program, then its arguments in quotes. */
function lastPrograms(folder: string): string | undefined {
  try {
    const noted = readFileSync(join(folder, 'cluster', 'postmaster.opts'), 'utf8');
    const [, program] = /^(.+?) "-D" /.exec(noted) ?? [];
    return program === undefined ? undefined : dirname(program);
  } catch {
    return undefined;
  }
}
