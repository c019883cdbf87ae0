import type { FastifyInstance } from 'fastify';

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  // Mantine sets sizes and colours through style attributes and a style element of its own.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer; errors that no hook sees set them themselves. */
export const protectiveHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Not no-referrer: with that, browsers send "Origin: null" for our own forms.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // The API's answers are a company's books; files of the dashboard set their own rule.
  'cache-control': 'no-store',
};

/** Sets the same protective headers on every answer, errors and pages included. */
export function installSecurityHeaders(app: FastifyInstance, options: { publicUrl: URL }): void {
  const secure = options.publicUrl.protocol === 'https:';
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(protectiveHeaders).header('x-request-id', request.id);
    if (secure) void reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
}
