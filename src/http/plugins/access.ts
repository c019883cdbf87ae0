import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access, Credentials } from '../../access/access.ts';
import { actorOf, type Actor, type AuditEntry } from '../../access/audit.ts';
import { accessError } from '../../access/errors.ts';
import type { Origin } from '../../access/origin.ts';
import {
  confirmedRoutes,
  maySeeSensitive,
  permissionOf,
  requireConfirmed,
  requirePermission,
  type Permission,
  type Permissions,
} from '../../access/permissions.ts';
import type { Principal } from '../../access/principal.ts';
import { isLoopback } from '../../base/addresses.ts';
import { isRealmId } from '../../base/realm-id.ts';
import type { AccessWatch } from '../access-watch.ts';
import { assertSees } from '../principal.ts';
import type { Asker } from '../../requests/requests.ts';
import type { SessionCookie } from '../session-cookie.ts';
import type { CredentialGate } from './credential-gate.ts';
import { readOnly } from './guard.ts';

export type GuardedRoute = {
  readonly method: string;
  readonly url: string;
  readonly permission: Permission;
  /** Whether a person must have typed the password lately. */
  readonly confirmed: boolean;
};

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, with what it asks of its caller. */
    readonly guardedRoutes: readonly GuardedRoute[];
  }
  interface FastifyRequest {
    /** Who asks; undefined on routes that anyone may use. */
    principal: Principal | undefined;
    /** Writes to the audit trail who did something here, and from where. */
    audit(entry: Omit<AuditEntry, 'actor' | 'address' | 'requestId'> & { actor?: Actor }): Promise<void>;
  }
  interface FastifyReply {
    /**
     * For an answer that goes on for long: aborts when its caller may no longer have it. Follows until it is sent.
     * @param onPresent told now and again who the caller is by now, who may see other companies than before
     */
    whileAllowed(onPresent?: (principal: Principal) => void): AbortSignal;
  }
}

export type AccessPluginOptions = {
  readonly access: Pick<Access, 'audit'>;
  readonly gate: CredentialGate;
  readonly watch: AccessWatch;
  readonly cookie: SessionCookie;
  /** The demo: whoever sits at this computer is its owner, without signing in. */
  readonly demo: boolean;
  /** Who may do what; the one table, to which a test adds routes of its own. */
  readonly permissions: Permissions;
};

const demoPrincipal: Principal = {
  kind: 'demo',
  id: 'demo',
  name: 'Demo',
  role: 'owner',
  organizations: undefined,
};

/** Where a request came from, as the audit trail keeps it. */
export function originOf(request: FastifyRequest): Origin {
  const { throughUnlistedProxy } = request;
  return {
    address: request.ip,
    requestId: request.id,
    ...(throughUnlistedProxy && { throughUnlistedProxy }),
  };
}

/** The same with who it was. */
export function askerOf(request: FastifyRequest): Asker {
  return { actor: actorOf(request.principal), ...originOf(request) };
}

/**
 * Straight from this computer: a proxy or tunnel on it would bring requests of the whole world, and says so. A page of
 * another site may lead here, but gets nothing to read or to show.
 */
function isAtThisComputer(request: FastifyRequest): boolean {
  const { headers } = request;
  const forwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'cf-ray'];
  if (forwarded.some((name) => headers[name] !== undefined)) return false;
  if (!isLoopback(request.socket.remoteAddress ?? '')) return false;
  if (!isLoopback(URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '')) return false;
  return headers['sec-fetch-site'] !== 'cross-site' || headers['sec-fetch-mode'] === 'navigate';
}

/** Nobody learns what exists under /v1 before they are known; the rest are the files of the sign-in page. */
function permissionFor(permissions: Permissions, request: FastifyRequest): Permission {
  const { url } = request.routeOptions;
  // What no route of ours answers ends at the dashboard's files, which answer any address.
  if (request.is404 || url === '/*') return /^\/(v1|metrics)([/?]|$)/.test(request.url) ? 'viewer' : 'anyone';
  const permission = permissionOf(permissions, request.method, url ?? '');
  if (permission === undefined) throw accessError('ACCESS_ROUTE_UNLISTED');
  return permission;
}

/** Other people's companies do not exist, whatever is asked of them. */
function checkCompany(request: FastifyRequest, principal: Principal | undefined): void {
  const { realmId } = (request.params ?? {}) as { realmId?: string };
  if (principal !== undefined && isRealmId(realmId)) assertSees(principal, realmId);
}

/** The one place where it is decided who may do what; the table is src/access/permissions.ts. */
export function installAccess(app: FastifyInstance, options: AccessPluginOptions): void {
  const { access, gate, watch, cookie, demo, permissions } = options;

  const guardedRoutes: GuardedRoute[] = [];
  app.decorate('guardedRoutes', guardedRoutes);
  app.addHook('onRoute', (route) => {
    const { url } = route;
    for (const method of [route.method].flat()) {
      const permission = permissionOf(permissions, method, url);
      if (permission === undefined) {
        throw new Error(
          `${method} ${url} is not in src/access/permissions.ts: nobody has said who may use it.`,
        );
      }
      guardedRoutes.push({ method, url, permission, confirmed: confirmedRoutes.has(`${method} ${url}`) });
      if (confirmedRoutes.has(`${method} ${url}`) && route.schema !== undefined) {
        const { description } = route.schema as { description?: string };
        const wanted = 'A person must have typed the password within the last ten minutes.';
        route.schema.description = description === undefined ? wanted : `${description} ${wanted}`;
      }
      // For the OpenAPI document, which asks for a key or a cookie everywhere else.
      if (permission === 'anyone' && route.schema !== undefined) route.schema.security = [];
    }
  });

  app.decorateRequest('principal', undefined);
  app.decorateRequest('audit', function audit(this: FastifyRequest, entry) {
    return access.audit.record({ ...askerOf(this), ...entry });
  });

  /** Whether somebody would get the answer that is being sent if they asked for it now. */
  const wouldGet = (request: FastifyRequest, principal: Principal): boolean => {
    try {
      requirePermission(permissionFor(permissions, request), principal);
      checkCompany(request, principal);
    } catch {
      return false;
    }
    return (
      request.principal === undefined || !maySeeSensitive(request.principal) || maySeeSensitive(principal)
    );
  };

  app.decorateReply('whileAllowed', function whileAllowed(this: FastifyReply, onPresent) {
    const ending = new AbortController();
    if (this.request.principal?.kind === 'demo') return ending.signal;
    const forget = watch.follow({
      credentials: credentialsOf(this.request, cookie),
      mayGoOn: (principal) => {
        const may = wouldGet(this.request, principal);
        if (may) onPresent?.(principal);
        return may;
      },
      end: () => ending.abort(new Error('Whoever asked for this may no longer have it.')),
    });
    this.raw.once('close', forget);
    return ending.signal;
  });

  // Whoever is shut out by a request is out when its answer comes.
  app.addHook('onSend', async (request) => {
    if (!readOnly.has(request.method)) await watch.look();
  });

  const identify = async (request: FastifyRequest): Promise<Principal | undefined> => {
    const known = await gate.identify(credentialsOf(request, cookie), originOf(request));
    return known ?? (demo && isAtThisComputer(request) ? demoPrincipal : undefined);
  };

  app.addHook('onRequest', async (request) => {
    if (permissionFor(permissions, request) !== 'anyone') request.principal = await identify(request);
  });

  // After the rate limit, which counts by who asks; before the body is read.
  app.addHook('preParsing', (request, _reply, payload, done) => {
    requirePermission(permissionFor(permissions, request), request.principal);
    checkCompany(request, request.principal);
    const { url = '' } = request.routeOptions;
    if (confirmedRoutes.has(`${request.method} ${url}`)) requireConfirmed(request.principal);
    done(null, payload);
  });
}

/** What a request brings to prove who sent it. */
export function credentialsOf(request: FastifyRequest, cookie: SessionCookie): Credentials {
  return { authorization: request.headers.authorization, sessionToken: cookie.read(request) };
}
