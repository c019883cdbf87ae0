import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, openInstallation, openProofDatabase } from '../support/installation.ts';
import { startTestServer, type TestServer } from '../support/postgres-server.ts';
import { startRole } from '../support/program.ts';

let server: TestServer;
let installation: Installation;

beforeAll(async () => {
  server = await startTestServer();
  installation = await openInstallation(await openProofDatabase(server), { seed: 1, size: 20 });
});
afterAll(async () => {
  await installation.close();
  await server.stop();
});

/** What a web process that has just started tells the workers. */
async function told(env: Readonly<Record<string, string>>): Promise<unknown> {
  const web = await startRole(installation, 'web', env);
  const rows = await installation.db.query(
    'SELECT open_at IS NOT NULL AS open FROM ledger_mirror.webhook_endpoint',
  );
  await web.kill();
  return rows;
}

test('I26: a web process tells the workers whether it takes webhooks before it listens', async () => {
  expect(await told({})).toEqual([{ open: true }]);
  expect(await told({ QBO_WEBHOOK_VERIFIER_TOKEN: '' })).toEqual([{ open: false }]);
  expect(await told({})).toEqual([{ open: true }]);
});
