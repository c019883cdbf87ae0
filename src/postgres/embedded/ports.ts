import { createServer } from 'node:net';

/** Below the range from which systems give ports to outgoing connections, so that a kept port stays free. */
const FIRST_PORT = 15_432;
const LAST_PORT = 15_932;

/** Ports to try, best first: the one asked for, the one used before, then any free one. */
export function* candidatePorts(wanted: number | undefined, kept: number | undefined): Generator<number> {
  const tried = new Set<number>();
  for (const port of [wanted, kept]) {
    if (port === undefined || tried.has(port)) continue;
    tried.add(port);
    yield port;
  }
  for (let port = FIRST_PORT; port <= LAST_PORT; port += 1) if (!tried.has(port)) yield port;
}

/** Whether nothing listens on this loopback port. Somebody may still take it before we do. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
