import { answerControl } from './control/routes.ts';
import { escapeHtml, page } from './http/page.ts';
import { createOAuthRoutes } from './oauth/routes.ts';
import { type World } from './world/world.ts';
import { type Answer, gatewayFault, gatewayFaultXml, gatewayFaults, html, json } from './http/answer.ts';
import { answerApi } from './api/api-routes.ts';
import { isBillable, kindOf } from './http/call-kind.ts';
import { refuseRequest } from './http/guard.ts';
import { type InjectedFault } from './http/injected-faults.ts';
import { type Request } from './http/request.ts';
import { type Ending } from './http/send.ts';

export type GatewayOptions = {
  readonly world: World;
  readonly host: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The simulator's own address, known once it listens. */
  readonly url: () => string;
};

export type Outcome = { readonly answer: Answer; readonly ending?: Ending };

/** What stands before every interface: who may call, how often, and the faults that were ordered. */
export function createGateway(options: GatewayOptions): (request: Request) => Promise<Outcome> {
  const { world } = options;
  const { clock } = world;
  const oauth = createOAuthRoutes({
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    tokens: world.tokens,
    clock,
    companies: () => [...world.companies.values()].map(({ profile }) => profile),
    url: options.url,
  });

  const isOverBudget = (request: Request): boolean => {
    const { metering, limits } = world.switches;
    return (
      metering.block &&
      isBillable(kindOf(request), 200) &&
      world.calls.readsInMonthOf(clock.now(), metering.batch) >= metering.monthlyReads * limits.scale
    );
  };

  const api = (request: Request): Answer => {
    const { nowMs } = clock;
    const [, , , realmId = '', ...rest] = request.path.replace(/\/$/, '').split('/');
    const isFile = kindOf(request) === 'download' || request.path.endsWith('/pdf');
    if (!isFile && !(request.headers.accept ?? '').includes('json')) {
      const detail = 'This simulator answers JSON only: send Accept: application/json';
      return gatewayFaultXml(
        { status: 406, type: 'SERVICE', code: '406', message: 'NotAcceptable', detail },
        nowMs,
      );
    }
    const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const grant = world.tokens.authenticate(token);
    if (grant === undefined) {
      const detail =
        token === '' ? 'Missing required header: Authorization' : `Token expired: ${token.slice(0, 52)}`;
      return gatewayFault(gatewayFaults.unauthorized(detail), nowMs);
    }
    const company = world.companies.get(realmId);
    if (company === undefined || grant.realmId !== realmId)
      return gatewayFault(gatewayFaults.forbidden, nowMs);
    if (isOverBudget(request)) return gatewayFaultXml(gatewayFaults.budgetSpent, nowMs);
    const { limits } = world.switches;
    if (!world.limiter.admits(realmId, options.clientId, kindOf(request), nowMs, limits)) {
      return gatewayFaultXml(gatewayFaults.throttled, nowMs);
    }
    return answerApi(company, request, rest, world);
  };

  const dispatch = async (request: Request): Promise<Answer> => {
    if (request.path.startsWith('/v3/company/')) return api(request);
    if (/^\/simulator(\/|$)/.test(request.path)) return answerControl(world, request);
    if (request.path === '/') {
      const names = [...world.companies.values()].map(
        ({ realmId, profile }) => `<li>${escapeHtml(profile.name)} (${realmId})</li>`,
      );
      return html(
        200,
        page('QuickBooks simulator', `<p>Simulated companies, made-up data:</p><ul>${names.join('')}</ul>`),
      );
    }
    return world.files.answer(request) ?? (await oauth(request)) ?? json(404, { error: 'not_found' });
  };

  const spoilt = async (request: Request, fault: InjectedFault): Promise<Outcome> => {
    const limitMs = world.switches.requestSeconds * 1_000;
    if (fault.latencyMs > 0) await clock.sleep(Math.min(fault.latencyMs, limitMs));
    if (fault.latencyMs > limitMs) return { answer: gatewayFaultXml(gatewayFaults.timeout, clock.nowMs) };
    const real = fault.answer === undefined || fault.executes ? await dispatch(request) : undefined;
    const answer = fault.answer?.(clock.nowMs) ?? real ?? json(500, {});
    return fault.kind === 'reset' || fault.kind === 'truncate' ? { answer, ending: fault.kind } : { answer };
  };

  return async (request) => {
    const refusal = refuseRequest(request, options.host);
    if (refusal !== undefined) return { answer: json(403, { error: refusal }) };
    const kind = kindOf(request);
    const end = world.limiter.begin(request.path.split('/')[3] ?? '');
    try {
      const fault = kind === 'other' ? undefined : world.faults.take(request);
      return fault === undefined ? { answer: await dispatch(request) } : await spoilt(request, fault);
    } finally {
      end();
    }
  };
}
