import { ManualClock } from '../../src/base/clock.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { toRealmId } from '../../src/base/realm-id.ts';
import { Secret } from '../../src/base/secret.ts';
import type { CallRecord, ClientOptions } from '../../src/quickbooks/calls.ts';
import { createQuickBooksClient } from '../../src/quickbooks/client.ts';
import type { QuickBooksClient } from '../../src/quickbooks/client.ts';
import { createTransport } from '../../src/quickbooks/transport.ts';
import { startScriptedServer } from './scripted-server.ts';
import type { ReceivedRequest, ScriptedAnswer, ScriptedServer } from './scripted-server.ts';

export const realm = toRealmId('9130347957983456');

export type Scene = {
  readonly server: ScriptedServer;
  readonly client: QuickBooksClient;
  readonly clock: ManualClock;
  readonly calls: CallRecord[];
  /** Tokens that were reported as rejected. */
  readonly rejected: string[];
  close(): Promise<void>;
};

/** A client on a manual clock, and the server it talks to; `answers` is told how many requests came before. */
export async function openScene(
  answers: (request: ReceivedRequest, index: number) => ScriptedAnswer | Promise<ScriptedAnswer>,
  options: Partial<ClientOptions> = {},
): Promise<Scene> {
  let index = 0;
  const server = await startScriptedServer((request) => answers(request, index++));
  const transport = createTransport();
  const clock = new ManualClock();
  const calls: CallRecord[] = [];
  const rejected: string[] = [];
  const client = createQuickBooksClient({
    apiUrl: server.url,
    tokens: {
      accessToken: (_realm, o) => {
        if (o?.rejected !== undefined) rejected.push(o.rejected.reveal());
        return Promise.resolve(new Secret(`token-${rejected.length + 1}`));
      },
    },
    transport,
    clock,
    logger: silentLogger,
    onCall: (call) => calls.push(call),
    // On a clock that stands still a second call would wait for ever; tests of the pace have a throttle.
    limits: 'off',
    ...options,
  });
  return {
    server,
    client,
    clock,
    calls,
    rejected,
    async close() {
      await transport.close();
      await server.stop();
    },
  };
}
