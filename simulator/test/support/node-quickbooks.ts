import { createRequire } from 'node:module';

import { type Bench, type Json } from './harness.ts';

// A client nobody here wrote; its types do not fit how it is called, so it is used by name.
export type Answer = Json;
export type Client = (method: string, ...values: unknown[]) => Promise<Answer>;

/** Connects node-quickbooks to the simulator; methods are called by name and answer a promise. */
export async function connectClient(bench: Bench): Promise<Client> {
  const require = createRequire(import.meta.url);
  const QuickBooks = require('node-quickbooks') as {
    new (...values: unknown[]): Record<string, unknown>;
    V3_ENDPOINT_BASE_URL: string;
  };
  QuickBooks.V3_ENDPOINT_BASE_URL = `${bench.simulator.url}/v3/company/`;
  const { access_token, refresh_token } = await bench.connect();
  const client = new QuickBooks(
    'simulator-client',
    'simulator-secret',
    access_token,
    false,
    bench.realmId,
    true,
    false,
    75,
    '2.0',
    refresh_token,
  );
  return (method, ...values) =>
    new Promise((resolve, reject) => {
      const call = client[method] as (...args: unknown[]) => void;
      call.call(client, ...values, (error: unknown, answer: Answer) =>
        error ? reject(error as Error) : resolve(answer),
      );
    });
}
