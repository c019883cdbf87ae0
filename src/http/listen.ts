import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../base/addresses.ts';
import { httpError } from './errors.ts';

/**
 * For an installation without an owner: whoever reaches it first could make themselves one, so it listens on loopback
 * only.
 * @throws AppError HTTP_NOT_LOOPBACK, which says what to do.
 */
export function assertLoopback(host: string): void {
  if (isLoopback(host)) return;
  throw httpError('HTTP_NOT_LOOPBACK', {
    text:
      `HOST is ${host}, an address other computers can reach, and the installation has no owner yet. ` +
      'Set ADMIN_EMAIL and ADMIN_PASSWORD (or ADMIN_API_KEY), or start with HOST=127.0.0.1 and open the set-up link first.',
    details: { host },
  });
}

/**
 * Starts to listen.
 * @returns the port, which the system chooses when 0 is asked for.
 * @throws AppError HTTP_PORT_TAKEN
 */
export async function listen(app: FastifyInstance, address: { host: string; port: number }): Promise<number> {
  try {
    await app.listen(address);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw cause;
    const why = code === 'EADDRINUSE' ? 'is used by another program' : 'may not be used by this user';
    throw httpError('HTTP_PORT_TAKEN', {
      cause,
      text: `Port ${address.port} on ${address.host} ${why}. Stop that program or set PORT to a free port.`,
      details: address,
    });
  }
  const bound = app.server.address();
  return bound === null || typeof bound === 'string' ? address.port : bound.port;
}
