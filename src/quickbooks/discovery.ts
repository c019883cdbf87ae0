import { isAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import { quickbooksError } from './errors.ts';
import { parseBody } from './faults.ts';
import { intuitEndpoints } from './oauth.ts';
import type { OAuthEndpoints } from './oauth.ts';
import type { Transport } from './transport.ts';

/** Where Intuit publishes its OAuth endpoints; the two documents differ only in what we do not use. */
export const intuitDiscoveryUrls = {
  production: 'https://developer.api.intuit.com/.well-known/openid_configuration/',
  sandbox: 'https://developer.api.intuit.com/.well-known/openid_sandbox_configuration/',
} as const;

/**
 * The endpoints of the discovery document, or the built-in ones when it cannot be had in time: it changes about never,
 * and an outage of it must not keep a program from starting. Ask once, when the program starts.
 * @param o.url     one of `intuitDiscoveryUrls`, or a simulator's
 * @param o.builtIn what to fall back on; Intuit's endpoints unless given
 * @param o.timeoutMs for all of it, the connection included; three seconds unless given, since a program waits for it
 * @throws the reason of `signal` when it aborts; nothing else
 */
export async function discoverEndpoints(o: {
  readonly url: string;
  readonly transport: Transport;
  readonly logger: Logger;
  readonly builtIn?: OAuthEndpoints | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
}): Promise<OAuthEndpoints> {
  const tooLong = AbortSignal.timeout(o.timeoutMs ?? 3_000);
  try {
    const answer = await o.transport.send({
      method: 'GET',
      url: o.url,
      headers: { accept: 'application/json' },
      signal: o.signal === undefined ? tooLong : AbortSignal.any([o.signal, tooLong]),
    });
    const json = answer.status === 200 ? parseBody(answer) : undefined;
    const authorizeUrl = urlOf(json?.['authorization_endpoint'], o.url);
    const tokenUrl = urlOf(json?.['token_endpoint'], o.url);
    const revokeUrl = urlOf(json?.['revocation_endpoint'], o.url);
    if (authorizeUrl !== undefined && tokenUrl !== undefined && revokeUrl !== undefined)
      return { authorizeUrl, tokenUrl, revokeUrl };
    throw quickbooksError('QBO_UNREADABLE_ANSWER', { details: { status: answer.status } });
  } catch (error) {
    if (o.signal?.aborted === true) throw error;
    const failure = tooLong.aborted ? quickbooksError('QBO_TIMEOUT') : error;
    if (!isAppError(failure)) throw failure;
    o.logger.warn(
      { errorCode: failure.code, ...failure.details },
      'OAuth endpoints could not be looked up, using the built-in ones',
    );
    return o.builtIn ?? intuitEndpoints;
  }
}

/** The client secret and the tokens travel there: never less protected than the document itself. */
function urlOf(value: unknown, source: string): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const { protocol } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && new URL(source).protocol === 'http:')
    ? value
    : undefined;
}
