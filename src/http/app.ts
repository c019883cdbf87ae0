import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import type { Access } from '../access/access.ts';
import { permissions, type Permissions } from '../access/permissions.ts';
import { createConnectStates } from '../access/connect-states.ts';
import type { Installation } from '../api-contract/index.ts';
import { createAddressList } from '../base/addresses.ts';
import { systemClock, type Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import type { Waker } from '../jobs/wake-ups.ts';
import type { Database } from '../postgres/database.ts';
import { createRequests } from '../requests/requests.ts';
import type { CallForecast, Organizations, TokenKeeper } from '../sync/index.ts';
import { createAccessWatch } from './access-watch.ts';
import { registerDataRoutes } from './data-routes.ts';
import { createErrorHandler } from './error-handler.ts';
import { createEventHub } from './events/event-hub.ts';
import { createFailureLog } from './failure-log.ts';
import { answerClientError, answerFrameworkError } from './framework-errors.ts';
import { createHealthReporter } from './health.ts';
import { createIntegrationRegistry, type Integration } from './integrations/integration.ts';
import { credentialsOf, installAccess } from './plugins/access.ts';
import { installCompression } from './plugins/compression.ts';
import { createCredentialGate } from './plugins/credential-gate.ts';
import { installDashboard } from './plugins/dashboard.ts';
import { installForwarded } from './plugins/forwarded.ts';
import { installStrictInput } from './plugins/strict-input.ts';
import { installGuard } from './plugins/guard.ts';
import { installOpenApi } from './plugins/openapi.ts';
import { installRateLimit, type RateLimitOptions } from './plugins/rate-limit.ts';
import { installRequestLog } from './plugins/request-log.ts';
import { installSecurityHeaders } from './plugins/security-headers.ts';
import { auditRoutes } from './routes/audit.ts';
import { authRoutes } from './routes/auth.ts';
import { disconnectRoutes } from './routes/disconnect.ts';
import { eventRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { installationRoutes } from './routes/installation.ts';
import { keyRoutes } from './routes/keys.ts';
import { oauthRoutes } from './routes/oauth.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { organizationRoutes } from './routes/organizations.ts';
import { proofRoutes } from './routes/proof.ts';
import { userRoutes } from './routes/users.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { createSessionCookie } from './session-cookie.ts';

export type AppOptions = {
  readonly db: Database;
  /** What all companies together need of the month's calls. @default it is not told */
  readonly forecastCalls?: (() => Promise<CallForecast>) | undefined;
  /** Connections that nothing but records is read by: whoever else asks does not wait for them. @default those of `db` */
  readonly recordsDb?: Database | undefined;
  /** A replica for reading records, where there is one. */
  readonly readDb?: Database | undefined;
  readonly organizations: Organizations;
  readonly jobs: Waker;
  /** Rejects when the job queue does not work; for the health routes. */
  readonly checkJobs: () => Promise<void>;
  readonly integrations: readonly Integration[];
  readonly installation: Omit<Installation, 'publicUrl'>;
  readonly publicUrl: URL;
  /** Further names we may be called by; see plugins/guard.ts. */
  readonly allowedHosts?: readonly string[];
  /** Folder of the built dashboard. When it is missing, a page says how to build it. */
  readonly dashboardDir: string;
  readonly access: Access;
  /** The demo on this computer: whoever opens it is signed in at once. */
  readonly demoSignIn: boolean;
  /** Ends our access to a company at its provider and forgets the tokens; the vault. */
  readonly tokens: TokenKeeper;
  /** @default the table of src/access/permissions.ts */
  readonly permissions?: Permissions;
  /** Proxies whose X-Forwarded-For is believed: addresses and ranges. */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly rateLimit?: RateLimitOptions | undefined;
  readonly logger: Logger;
  readonly clock?: Clock;
};

/**
 * Builds the HTTP server: API under /v1, dashboard everywhere else. It listens to PostgreSQL from `ready` on; closing
 * it ends the event streams first, so that they do not hold the shutdown up. Start it with `listen` of listen.ts.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { access, db, organizations, jobs, publicUrl, logger, clock = systemClock } = options;
  const isProxy = createAddressList(options.trustedProxies ?? []);
  const cookieOfSession = createSessionCookie(publicUrl, { maxAgeMs: access.sessions.totalMs });
  const app = fastify({
    // Fastify's own lines would carry whole addresses, and with them OAuth codes; installRequestLog writes ours.
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy: isProxy,
    bodyLimit: 64 * 1024,
    // Against clients that send a byte a minute: the whole request within this time.
    requestTimeout: 30_000,
    // Node looks for late requests twice a minute unless told otherwise, and takes the longer of the two limits (its
    // own for headers is 60 s) for the whole request.
    http: { connectionsCheckingInterval: 1000, headersTimeout: 10_000, requestTimeout: 30_000 },
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
    // And for ours to answer: a route that hangs ends in HTTP_TIMEOUT.
    handlerTimeout: 60_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    ajv: { customOptions: { coerceTypes: true } },
    routerOptions: { maxParamLength: 256 },
  }).withTypeProvider<TypeBoxTypeProvider>();

  // First of all: whatever asks for the address of a caller asks after this.
  installForwarded(app, { isProxy, logger });
  installRequestLog(app, { logger });
  await installSecurityHeaders(app, { publicUrl });
  installGuard(app, { publicUrl, allowedHosts: options.allowedHosts ?? [] });
  const logFailure = createFailureLog({ logger, clock });
  app.setErrorHandler(createErrorHandler({ logFailure, publicUrl }));
  // What a form of another site could send without asking first; we take JSON only.
  app.removeContentTypeParser('text/plain');
  await app.register(cookie);
  const gate = createCredentialGate({ access, clock });
  const watch = createAccessWatch({ access, clock, logger });
  app.addHook('onReady', (done) => {
    watch.start();
    done();
  });
  app.addHook('preClose', (done) => {
    watch.stop();
    done();
  });
  installAccess(app, {
    access,
    gate,
    watch,
    cookie: cookieOfSession,
    demo: options.demoSignIn,
    permissions: options.permissions ?? permissions,
  });
  await installRateLimit(app, {
    ...options.rateLimit,
    onExceeded: (request, durationMs) => gate.rest(credentialsOf(request, cookieOfSession), durationMs),
  });
  await installCompression(app);
  installStrictInput(app);
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
  const requests = createRequests({ organizations, audit: access.audit, jobs, logger });
  const integrations = createIntegrationRegistry(options.integrations);
  await app.register(webhookRoutes, { integrations });
  await app.register(oauthRoutes, {
    states: createConnectStates({ db, clock }),
    integrations,
    publicUrl,
    logFailure,
  });
  await app.register(authRoutes, { access, cookie: cookieOfSession });
  await app.register(userRoutes, { access, publicUrl });
  await app.register(keyRoutes, { keys: access.keys });
  await app.register(auditRoutes, { audit: access.audit });
  await app.register(organizationRoutes, {
    organizations,
    requests,
    forecastCalls: options.forecastCalls,
  });
  await app.register(proofRoutes, { organizations, requests });
  await app.register(disconnectRoutes, {
    db,
    organizations,
    audit: access.audit,
    tokens: options.tokens,
    logger,
  });
  await app.register(eventRoutes, { events });
  await registerDataRoutes(app, {
    db,
    recordsDb: options.recordsDb,
    readDb: options.readDb,
    organizations,
    version: options.installation.version,
    clock,
    logger,
  });
  await app.register(openApiRoutes);
  await installDashboard(app, { dashboardDir: options.dashboardDir });
  return app;
}
