import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * On every answer; errors that no hook sees set them themselves. The policy of the dashboard's page comes from helmet.
 */
export const protectiveHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // The API's answers are a company's books; files of the dashboard set their own rule.
  'cache-control': 'no-store',
};

/** Sets the same protective headers on every answer, errors and pages included. */
export async function installSecurityHeaders(
  app: FastifyInstance,
  options: { publicUrl: URL },
): Promise<void> {
  const secure = options.publicUrl.protocol === 'https:';
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine sets sizes and colours through style attributes and a style element of its own.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Not no-referrer: with that, browsers send "Origin: null" for our own forms.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // A year, and only where browsers reach us by https: on plain http it would be ignored at best.
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      // The API's answers are a company's books; files of the dashboard set their own rule.
      'cache-control': 'no-store',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'x-request-id': request.id,
    });
    done();
  });
}
