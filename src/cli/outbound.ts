import type { Config } from '../config/derive.ts';
import { createTransport, type Transport } from '../quickbooks/index.ts';

/** The one way out: whatever this program asks of another machine by HTTP, by the proxies of the settings. */
export function createOutbound(
  config: Pick<Config, 'httpProxy' | 'httpsProxy' | 'noProxy'>,
  limits: { readonly connectTimeoutMs?: number } = {},
): Transport {
  return createTransport({
    ...limits,
    proxy: {
      httpUrl: config.httpProxy?.reveal(),
      httpsUrl: config.httpsProxy?.reveal(),
      bypass: config.noProxy,
    },
  });
}
