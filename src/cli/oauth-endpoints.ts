import type { Logger } from '../base/logger.ts';
import type { Environment, QuickBooksSettings } from '../config/derive.ts';
import {
  discoverEndpoints,
  intuitDiscoveryUrls,
  type OAuthEndpoints,
  type Transport,
} from '../quickbooks/index.ts';

/**
 * Where people sign in and tokens are fetched: what was set by name wins, the rest is what QuickBooks' discovery document
 * says, or what is built in when that cannot be had. With all of them set, nobody is asked.
 */
export async function findOAuthEndpoints(options: {
  readonly quickbooks: QuickBooksSettings;
  readonly environment: Environment;
  readonly transport: Transport;
  readonly logger: Logger;
  readonly signal?: AbortSignal | undefined;
}): Promise<OAuthEndpoints> {
  const { environment, transport, logger, signal } = options;
  const { endpoints, given } = options.quickbooks;
  const { apiUrl, ...builtIn } = endpoints;
  if (Object.keys(given).length === Object.keys(builtIn).length) return builtIn;
  const url =
    environment === 'simulator'
      ? `${apiUrl}/.well-known/openid_configuration/`
      : intuitDiscoveryUrls[environment];
  const found = await discoverEndpoints({ url, transport, logger, builtIn, signal });
  return { ...found, ...given };
}
