import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import type { Logger } from '../base/logger.ts';
import { Secret } from '../base/secret.ts';
import type { QuickBooksSettings } from '../config/derive.ts';
import type { Organizations } from '../sync/index.ts';
import type { Lifetime } from './lifetime.ts';
import { loadSimulator } from './load-simulator.ts';
import { onFreePort } from './ports.ts';
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

/** Starts the bundled simulator in this process. */
export async function startDemo(options: {
  readonly dataDir: string;
  /** Where our server will listen; the simulator announces changes there. */
  readonly localUrl: string;
  readonly lifetime: Lifetime;
  readonly logger: Logger;
}): Promise<Demo> {
  const { startSimulator } = await loadSimulator();
  // Known to the two of them only, and for this run.
  const verifierToken = new Secret(randomBytes(32).toString('base64url'));
  const simulator = await onFreePort('127.0.0.1', FIRST_PORT, async (port) =>
    startSimulator({
      port,
      seed: 1,
      size: 'small',
      // Kept, so that a restart finds the same companies, grants and changes.
      stateDir: join(options.dataDir, 'simulator'),
      live: CHANGES_A_MINUTE,
      companies: 2,
      webhooks: [{ url: `${options.localUrl}/v1/webhooks/qbo`, verifierToken: verifierToken.reveal() }],
      logger: options.logger.child({ part: 'simulator' }),
    }),
  );
  await options.lifetime.add('simulator', () => simulator.stop());
  const { url } = simulator;
  return {
    url,
    companies: simulator.companies,
    quickbooks: { ...(await simulatorSettings(url)), webhookVerifierToken: verifierToken },
  };
}

/** What the program is told instead of an Intuit app, for a simulator that runs at an address. */
export async function simulatorSettings(url: string): Promise<QuickBooksSettings> {
  const { defaultClient } = await loadSimulator();
  const oauth = {
    authorizeUrl: `${url}/connect/oauth2`,
    tokenUrl: `${url}/oauth2/v1/tokens/bearer`,
    revokeUrl: `${url}/v2/oauth2/tokens/revoke`,
  };
  return {
    clientId: defaultClient.id,
    clientSecret: new Secret(defaultClient.secret),
    webhookVerifierToken: undefined,
    endpoints: { apiUrl: url, ...oauth },
    given: oauth,
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
