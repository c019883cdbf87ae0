import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie that signs a browser in. */
export interface SessionCookie {
  /** What the browser brought, if it looks like one of ours. */
  read(request: FastifyRequest): string | undefined;
  write(reply: FastifyReply, token: string): void;
  clear(reply: FastifyReply): void;
}

/** `__Host-` makes browsers refuse a cookie of this name that another host of the domain, or plain HTTP, has set. */
export function createSessionCookie(publicUrl: URL, options: { maxAgeMs: number }): SessionCookie {
  const secure = publicUrl.protocol === 'https:';
  const name = secure ? '__Host-ledger_mirror_session' : 'ledger_mirror_session';
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    read(request) {
      const value = request.cookies[name];
      return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
    },
    write(reply, token) {
      // As long as a session can last at most; the server ends it earlier when it is not used.
      void reply.setCookie(name, token, { ...attributes, maxAge: options.maxAgeMs / 1000 });
    },
    clear(reply) {
      void reply.clearCookie(name, attributes);
    },
  };
}
