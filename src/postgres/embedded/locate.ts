import { resolve } from 'node:path';
import { Secret } from '../../base/secret.ts';
import { ROLE } from './control.ts';
import { readState } from './home.ts';

/** What a data folder says about its embedded server, running or not. */
export type EmbeddedLocation = {
  /** Where the database files are; not always inside the data folder. */
  readonly folder: string;
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
  return {
    folder: resolve(dataDir, state.home),
    urlOf: (database) =>
      state.port === undefined
        ? undefined
        : embeddedUrl(state.port, new Secret(state.rolePassword), database),
  };
}

/** The address of an embedded server's database, as the ordinary role. */
export function embeddedUrl(port: number, password: Secret, database: string): Secret {
  const credentials = `${ROLE}:${encodeURIComponent(password.reveal())}`;
  return new Secret(`postgres://${credentials}@127.0.0.1:${port}/${encodeURIComponent(database)}`);
}
