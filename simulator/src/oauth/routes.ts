import { timingSafeEqual } from 'node:crypto';

import { type Answer, html, json, redirect } from '../http/answer.ts';
import { type Request } from '../http/request.ts';
import { escapeHtml, page } from '../http/page.ts';
import { consentPage } from './consent-page.ts';
import { ISSUER, OpenId, userOf } from './openid.ts';
import { type GrantError, type IssuedTokens, type TokenStore } from './tokens.ts';

export type OAuthOptions = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokens: TokenStore;
  readonly clock: { readonly nowMs: number };
  readonly companies: () => readonly { readonly realmId: string; readonly name: string }[];
  /** The simulator's own address, known once it listens. */
  readonly url: () => string;
};

const PARAMETERS = ['client_id', 'redirect_uri', 'response_type', 'scope', 'state'] as const;

function isUsableRedirect(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname, hash } = new URL(uri);
  if (hash !== '') return false;
  // Intuit's rule: https anywhere, http only for development on the own machine.
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The authorization server: consent page, token, revocation and discovery (facts#oauth). Undefined for a path that is not its own. */
export function createOAuthRoutes(options: OAuthOptions): (request: Request) => Promise<Answer | undefined> {
  const { tokens } = options;
  const openId = new OpenId();

  const refusal = (parameters: URLSearchParams): Answer | undefined => {
    const problem = (text: string): Answer =>
      html(400, page('Sorry, the application is not set up correctly', `<p>${escapeHtml(text)}</p>`));
    if (parameters.get('client_id') !== options.clientId) return problem('The client_id is unknown.');
    if (!isUsableRedirect(parameters.get('redirect_uri') ?? ''))
      return problem('The redirect_uri is invalid.');
    if (parameters.get('response_type') !== 'code') return problem('The response_type must be code.');
    if ((parameters.get('scope') ?? '') === '') return problem('A scope is required.');
    return undefined;
  };

  const authorize = (request: Request): Answer => {
    const problem = refusal(request.query);
    if (problem !== undefined) return problem;
    const hidden = Object.fromEntries(PARAMETERS.map((name) => [name, request.query.get(name) ?? '']));
    return html(200, consentPage(options.companies(), hidden));
  };

  const decide = (request: Request): Answer => {
    const form = new URLSearchParams(request.body);
    const problem = refusal(form);
    if (problem !== undefined) return problem;
    const redirectUri = form.get('redirect_uri') ?? '';
    const back = new URL(redirectUri);
    const state = form.get('state') ?? '';
    if (form.get('decision') !== 'allow') {
      back.searchParams.set('error', 'access_denied');
      if (state !== '') back.searchParams.set('state', state);
      return redirect(back.href);
    }
    const realmId = form.get('realmId') ?? '';
    if (!options.companies().some((company) => company.realmId === realmId)) {
      return html(400, page('Choose a company', '<p>There is no such company here.</p>'));
    }
    const clientId = form.get('client_id') ?? '';
    const scope = form.get('scope') ?? '';
    back.searchParams.set('code', tokens.createCode({ clientId, redirectUri, realmId, scope }));
    if (state !== '') back.searchParams.set('state', state);
    back.searchParams.set('realmId', realmId);
    return redirect(back.href);
  };

  const isClient = (request: Request, form: URLSearchParams): boolean => {
    const [scheme = '', encoded = ''] = (request.headers.authorization ?? '').split(' ');
    const basic = scheme.toLowerCase() === 'basic' ? Buffer.from(encoded, 'base64').toString('utf8') : '';
    const given = basic === '' ? `${form.get('client_id') ?? ''}:${form.get('client_secret') ?? ''}` : basic;
    return isSame(given, `${options.clientId}:${options.clientSecret}`);
  };

  const token = async (request: Request): Promise<Answer> => {
    const form = new URLSearchParams(request.body);
    if (!isClient(request, form)) return json(401, { error: 'invalid_client' });
    const withHardExpiry = request.headers['x-include-refresh-token-hard-expires-in'] === 'true';
    const answer = (result: IssuedTokens | GrantError): Answer => {
      const idToken =
        'error' in result ? undefined : openId.tokenFor(result.grant, options.clientId, options.clock.nowMs);
      return tokenAnswer(result, { withHardExpiry, idToken });
    };
    switch (form.get('grant_type')) {
      case 'authorization_code':
        return answer(tokens.exchange(form.get('code') ?? '', form.get('redirect_uri') ?? ''));
      case 'refresh_token':
        return answer(await tokens.refresh(form.get('refresh_token') ?? ''));
      case null:
        return json(400, { error: 'invalid_request' });
      default:
        return json(400, { error: 'unsupported_grant_type' });
    }
  };

  const revoke = (request: Request): Answer => {
    const isJson = (request.headers['content-type'] ?? '').includes('json');
    const form = isJson ? fromJson(request.body) : new URLSearchParams(request.body);
    if (!isClient(request, form)) return json(401, { error: 'invalid_client' });
    return tokens.revokeToken(form.get('token') ?? '')
      ? { status: 200, headers: {}, body: '' }
      : json(400, { error: 'invalid_request' });
  };

  const discovery = (): Answer => {
    const url = options.url();
    return json(200, {
      issuer: ISSUER,
      authorization_endpoint: `${url}/connect/oauth2`,
      token_endpoint: `${url}/oauth2/v1/tokens/bearer`,
      userinfo_endpoint: `${url}/v1/openid_connect/userinfo`,
      revocation_endpoint: `${url}/v2/oauth2/tokens/revoke`,
      jwks_uri: `${url}/op/v1/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', 'email', 'profile', 'address', 'phone'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      claims_supported: ['aud', 'exp', 'iat', 'iss', 'realmid', 'sub'],
    });
  };

  const userInfo = (request: Request): Answer => {
    const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const grant = tokens.authenticate(token);
    return grant?.scope.split(' ').includes('openid') === true
      ? json(200, userOf(grant))
      : json(401, { error: 'invalid_token' }, { 'www-authenticate': 'Bearer error="invalid_token"' });
  };

  return async (request) => {
    const path = request.path.replace(/\/$/, '');
    switch (`${request.method} ${path}`) {
      case 'GET /connect/oauth2':
        return authorize(request);
      case 'POST /connect/oauth2':
        return decide(request);
      case 'POST /oauth2/v1/tokens/bearer':
        return token(request);
      case 'POST /v2/oauth2/tokens/revoke':
        return revoke(request);
      case 'GET /.well-known/openid_configuration':
      case 'GET /.well-known/openid_sandbox_configuration':
        return discovery();
      case 'GET /op/v1/jwks':
        return json(200, openId.keys());
      case 'GET /v1/openid_connect/userinfo':
        return userInfo(request);
      default:
        return undefined;
    }
  };
}

function fromJson(body: string): URLSearchParams {
  try {
    const parsed = JSON.parse(body) as unknown;
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
    return new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)]));
  } catch {
    // A body that is no JSON names no token; the caller answers 400 to that.
    return new URLSearchParams();
  }
}

function tokenAnswer(
  result: IssuedTokens | GrantError,
  { withHardExpiry, idToken }: { readonly withHardExpiry: boolean; readonly idToken: string | undefined },
): Answer {
  if ('error' in result) {
    const { error, description } = result;
    return json(400, description === undefined ? { error } : { error, error_description: description });
  }
  return json(200, {
    token_type: 'bearer',
    expires_in: 3_600,
    access_token: result.accessToken,
    refresh_token: result.refreshToken,
    x_refresh_token_expires_in: result.refreshExpiresInSeconds,
    ...(withHardExpiry ? { x_refresh_token_hard_expires_in: result.hardExpiresInSeconds } : {}),
    ...(idToken === undefined ? {} : { id_token: idToken }),
  });
}
