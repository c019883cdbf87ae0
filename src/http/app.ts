import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import { createConnectStates } from '../access/connect-states.ts';
import type { Installation } from '../api-contract/index.ts';
import { systemClock, type Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import type { Secret } from '../base/secret.ts';
import type { Database } from '../postgres/database.ts';
import type { Organizations } from '../sync/organizations.ts';
import { createErrorHandler } from './error-handler.ts';
import { createEventHub } from './events/event-hub.ts';
import { answerClientError, answerFrameworkError } from './framework-errors.ts';
import { createHealthReporter } from './health.ts';
import { createIntegrationRegistry, type Integration } from './integrations/integration.ts';
import { installDashboard } from './plugins/dashboard.ts';
import { installGuard } from './plugins/guard.ts';
import { installOpenApi } from './plugins/openapi.ts';
import { installRequestLog } from './plugins/request-log.ts';
import { installSecurityHeaders } from './plugins/security-headers.ts';
import { eventRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { installationRoutes } from './routes/installation.ts';
import { oauthRoutes } from './routes/oauth.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { organizationRoutes } from './routes/organizations.ts';
import type { Waker } from './waker.ts';

export type AppOptions = {
  readonly db: Database;
  readonly organizations: Organizations;
  readonly jobs: Waker;
  /** Rejects when the job queue does not work; for the health routes. */
  readonly checkJobs: () => Promise<void>;
  readonly integrations: readonly Integration[];
  readonly installation: Omit<Installation, 'publicUrl'>;
  readonly publicUrl: URL;
  /** Folder of the built dashboard. When it is missing, a page says how to build it. */
  readonly dashboardDir: string;
  readonly adminApiKey?: Secret | undefined;
  readonly logger: Logger;
  readonly clock?: Clock;
};

/**
 * Builds the HTTP server: API under /v1, dashboard everywhere else. It listens to PostgreSQL from `ready` on; closing
 * it ends the event streams first, so that they do not hold the shutdown up. Start it with `listen` of listen.ts.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, organizations, jobs, publicUrl, logger, clock = systemClock } = options;
  const app = fastify({
    // Fastify's own lines would carry whole addresses, and with them OAuth codes; installRequestLog writes ours.
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: 64 * 1024,
    // Against clients that send a byte a minute: the whole request within this time.
    requestTimeout: 30_000,
    // Node looks for late requests twice a minute unless told otherwise, and takes the longer of the two limits (its
    // own for headers is 60 s) for the whole request.
    http: { connectionsCheckingInterval: 1000, headersTimeout: 30_000, requestTimeout: 30_000 },
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
    // And for ours to answer: a route that hangs ends in HTTP_TIMEOUT.
    handlerTimeout: 60_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    ajv: { customOptions: { coerceTypes: true } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  installRequestLog(app, { logger });
  installSecurityHeaders(app, { publicUrl });
  installGuard(app, { publicUrl, adminApiKey: options.adminApiKey });
  app.setErrorHandler(createErrorHandler(logger));
  await app.register(cookie);
  await installOpenApi(app, { version: options.installation.version });

  const events = createEventHub({ db, clock, logger });
  app.addHook('onReady', () => events.start());
  app.addHook('preClose', () => events.stop());

  await app.register(healthRoutes, {
    health: createHealthReporter({
      db,
      checkJobs: options.checkJobs,
      version: options.installation.version,
      logger,
    }),
  });
  await app.register(installationRoutes, {
    installation: { ...options.installation, publicUrl: publicUrl.origin },
  });
  await app.register(oauthRoutes, {
    states: createConnectStates({ db, clock }),
    integrations: createIntegrationRegistry(options.integrations),
    publicUrl,
    logger,
  });
  await app.register(organizationRoutes, { organizations, jobs });
  await app.register(eventRoutes, { events });
  await app.register(openApiRoutes);
  await installDashboard(app, { dashboardDir: options.dashboardDir });
  return app;
}
