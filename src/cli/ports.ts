import { createServer } from 'node:net';

import { cliError } from './errors.ts';

/** Whether a program could listen there now. */
export function isPortFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    probe.listen({ host, port, exclusive: true }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

/** The first free port from `first` on; tries twenty. */
export async function nextFreePort(host: string, first: number): Promise<number> {
  for (let port = first; port < first + 20; port += 1) {
    if (await isPortFree(host, port)) return port;
  }
  throw cliError('CLI_PORT_TAKEN', {
    text: `The ports ${first} to ${first + 19} are all in use. Stop one of the programs that use them.`,
  });
}

/**
 * Starts something on the first free port from `first` on. Another program may take a port between our look and the
 * start; then the next one is tried.
 */
export async function onFreePort<T>(
  host: string,
  first: number,
  start: (port: number) => Promise<T>,
): Promise<T> {
  for (let from = first; ;) {
    const port = await nextFreePort(host, from);
    try {
      return await start(port);
    } catch (error) {
      if (await isPortFree(host, port)) throw error;
      from = port + 1;
    }
  }
}

/**
 * @param setting what chooses the port, for the sentence
 * @throws AppError CLI_PORT_TAKEN
 */
export async function requireFreePort(host: string, port: number, setting = 'PORT'): Promise<void> {
  let free: boolean;
  try {
    free = await isPortFree(host, port);
  } catch (cause) {
    throw cliError('CLI_PORT_TAKEN', {
      cause,
      text: `The server cannot listen on ${host} port ${port}. Choose another with ${setting === 'PORT' ? 'HOST and PORT' : setting}.`,
    });
  }
  if (!free) {
    throw cliError('CLI_PORT_TAKEN', {
      text: `Port ${port} is in use by another program. Stop that program, or choose another port, for example ${setting}=${port < 65_535 ? port + 1 : 3000}.`,
    });
  }
}
