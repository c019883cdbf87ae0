import { join } from 'node:path';

import type { Logger } from '../base/logger.ts';
import { Secret } from '../base/secret.ts';
import type { QuickBooksSettings } from '../config/derive.ts';
import type { Organizations } from '../sync/organizations.ts';
import type { Lifetime } from './lifetime.ts';
import { nextFreePort } from './ports.ts';
import { connectThroughBrowser } from './demo-browser.ts';

const FIRST_PORT = 4010;
/** So that the dashboard shows life. */
const CHANGES_A_MINUTE = 6;

export type Demo = {
  readonly url: string;
  readonly companies: readonly { readonly realmId: string; readonly name: string }[];
  /** What the program is told instead of an Intuit app. */
  readonly quickbooks: QuickBooksSettings;
};

/**
 * Starts the bundled simulator in this process. It is loaded only here, so that with real keys not a line of it runs.
 */
export async function startDemo(options: {
  readonly dataDir: string;
  readonly lifetime: Lifetime;
  readonly logger: Logger;
}): Promise<Demo> {
  const { defaultClient, startSimulator } = await import('../simulator/index.ts');
  const simulator = await startSimulator({
    port: await nextFreePort('127.0.0.1', FIRST_PORT),
    seed: 1,
    size: 'small',
    // Kept, so that a restart finds the same companies, grants and changes.
    stateDir: join(options.dataDir, 'simulator'),
    live: CHANGES_A_MINUTE,
    logger: options.logger.child({ part: 'simulator' }),
  });
  await options.lifetime.add('simulator', () => simulator.stop());
  const { url } = simulator;
  const oauth = {
    authorizeUrl: `${url}/connect/oauth2`,
    tokenUrl: `${url}/oauth2/v1/tokens/bearer`,
    revokeUrl: `${url}/v2/oauth2/tokens/revoke`,
  };
  return {
    url,
    companies: simulator.companies.slice(0, 2),
    quickbooks: {
      clientId: defaultClient.id,
      clientSecret: new Secret(defaultClient.secret),
      endpoints: { apiUrl: url, ...oauth },
      given: oauth,
    },
  };
}

/** Connects the demo companies that are not connected yet, as a person in a browser would. */
export async function connectDemoCompanies(options: {
  readonly demo: Demo;
  readonly organizations: Organizations;
  /** Where our server listens. */
  readonly localUrl: string;
  readonly publicUrl: string;
  readonly signal: AbortSignal;
}): Promise<void> {
  const connected = new Set((await options.organizations.list()).map((row) => row.realmId as string));
  for (const company of options.demo.companies) {
    if (!connected.has(company.realmId)) await connectThroughBrowser({ ...options, company });
  }
}
