import { isAppError } from '../../base/errors.ts';
import type { Config } from '../../config/derive.ts';
import type { Transport } from '../../quickbooks/index.ts';
import type { CallForecast } from '../../sync/index.ts';
import { forecastCalls } from '../call-forecast.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { loadContext } from '../context.ts';
import { findRunningServer } from '../data-dir.ts';
import { cliError } from '../errors.ts';
import { hasDatabase, withDatabase } from '../open-database.ts';
import { createOutbound } from '../outbound.ts';

export const connectCommand: CommandDefinition = {
  name: 'connect',
  summary: 'Show the address that connects a QuickBooks company.',
  description:
    'Granting access needs a person in a browser: open the address, sign in to Intuit and choose the company. Its history starts to arrive at once.',
  examples: ['npx ledger-mirror connect'],
  run: async (invocation) => {
    const { terminal, json } = invocation;
    const { config } = await loadContext(invocation, { longRunning: false });
    const server = await findRunningServer(config.dataDir);
    const base = server?.url ?? config.publicUrl;
    await requireAnswer(base, createOutbound(config, { connectTimeoutMs: 5000 }));
    const url = `${base}/v1/oauth/authorize/qbo`;
    const callForecast = await forecastWithOneMore(invocation, config);
    if (json)
      terminal.out(JSON.stringify({ url, ...(callForecast?.notice !== undefined && { callForecast }) }));
    else {
      terminal.out('Open this address in a browser and choose the company:');
      terminal.out(`  ${url}`);
      if (server?.demo === true)
        terminal.out('Demo: this leads to the bundled simulator, not to QuickBooks.');
      if (callForecast?.notice !== undefined) terminal.out(`With one more: ${callForecast.notice}`);
    }
  },
};

/** What the companies will need once this one is there; undefined where this machine does not know the database. */
async function forecastWithOneMore(
  invocation: Invocation,
  config: Config,
): Promise<CallForecast | undefined> {
  if (!(await hasDatabase(config))) return undefined;
  try {
    return await withDatabase(invocation, {}, ({ db }) => forecastCalls(db, config, 1));
  } catch (error) {
    // The address leads to its company without it.
    if (!isAppError(error)) throw error;
    return undefined;
  }
}

/** The address is of no use while nobody answers there. */
async function requireAnswer(base: string, outbound: Transport): Promise<void> {
  try {
    const url = `${base}/v1/health/live`;
    const { status } = await outbound.send({ method: 'GET', url, headers: {}, timeoutMs: 5000 });
    if (status === 200) return;
  } catch (cause) {
    throw cliError('CLI_NOT_RUNNING', { cause, details: { url: base } });
  } finally {
    await outbound.close();
  }
  throw cliError('CLI_NOT_RUNNING', { details: { url: base } });
}
