/* A simulator in a process of its own, so that it does not share a core's turn with what is measured. */
import { silentLogger } from '../../src/base/logger.ts';
import { startSimulator } from '../../src/simulator/start.ts';
import { ordersOf } from './child-server.ts';

const orders = ordersOf<{ seed: number; size: number; companies: number; invoices?: number }>();
const simulator = await startSimulator({ port: 0, ...orders, logger: silentLogger });

// Made one by one until there are so many, as their owner would.
for (const { realmId } of simulator.companies) {
  const company = `${simulator.url}/simulator/companies/${realmId}`;
  for (;;) {
    const { records } = (await (await fetch(company)).json()) as { records: Record<string, number> };
    const missing = (orders.invoices ?? 0) - (records['Invoice'] ?? 0);
    if (missing <= 0) break;
    const count = Math.min(missing, 5000);
    await fetch(`${company}/changes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'create', count }),
    });
  }
}
process.send?.({ url: simulator.url, companies: simulator.companies });
process.once('disconnect', () => process.exit());
