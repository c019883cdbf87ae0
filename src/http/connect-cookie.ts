import type { FastifyReply, FastifyRequest } from 'fastify';
import { connectStateSeconds } from '../access/connect-states.ts';

/** The cookie that binds a request for access to the browser that began it. */
export interface ConnectCookie {
  /** What the browser brought, if it looks like one of ours: two tabs of one browser share it, so both can finish. */
  read(request: FastifyRequest): string | undefined;
  write(reply: FastifyReply, value: string): void;
}

/**
 * With https its name begins with `__Host-`, as that of the session does: another host of the domain could otherwise plant
 * its own, and have a company of its choice connected by somebody else. Browsers then want the path to be `/`.
 */
export function createConnectCookie(publicUrl: URL): ConnectCookie {
  const secure = publicUrl.protocol === 'https:';
  const name = secure ? '__Host-ledger_mirror_connect' : 'ledger_mirror_connect';
  return {
    read(request) {
      const value = request.cookies[name];
      return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
    },
    write(reply, value) {
      void reply.setCookie(name, value, {
        path: secure ? '/' : '/v1/oauth',
        httpOnly: true,
        // Lax and not Strict: the way back from the consent page starts on another site.
        sameSite: 'lax',
        secure,
        maxAge: connectStateSeconds,
      });
    },
  };
}
