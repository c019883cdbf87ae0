/* A simulator in a process of its own, so that it does not share a core's turn with what is measured. */
import { silentLogger } from '../../src/base/logger.ts';
import { startSimulator } from '../../simulator/src/index.ts';
import { ordersOf } from './child-server.ts';

const orders = ordersOf<{ seed: number; size: number; companies: number; invoices?: number }>();
const simulator = await startSimulator({ port: 0, ...orders, logger: silentLogger });

// Made over weeks, as their owner would: each page begins with the last second of the one before it, so that hundreds in
// a second would come twice.
const LOT = 20;
const SECONDS_BETWEEN_LOTS = 300;
for (const { realmId } of simulator.companies) {
  const company = `/companies/${realmId}`;
  const { records } = await control<{ records: Record<string, number> }>(company);
  const lots = Math.ceil(((orders.invoices ?? 0) - (records['Invoice'] ?? 0)) / LOT);
  await control('/clock', { jumpSeconds: -lots * SECONDS_BETWEEN_LOTS });
  for (let lot = 0; lot < lots; lot += 1) {
    await control(`${company}/changes`, { kind: 'create', count: LOT });
    await control('/clock', { advanceSeconds: SECONDS_BETWEEN_LOTS });
  }
}
process.send?.({ url: simulator.url, companies: simulator.companies });
process.once('disconnect', () => process.exit());

async function control<T>(path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${simulator.url}/simulator${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
