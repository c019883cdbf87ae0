import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Health, Organization } from '../../src/api-contract/index.ts';
import { connectThroughBrowser } from '../../src/cli/demo-browser.ts';
import { openInstallation, openProofDatabase, until } from '../support/installation.ts';
import { startTestServer, type TestServer } from '../support/postgres-server.ts';
import { runCommand } from '../support/product.ts';
import { environmentOf, startRole } from '../support/program.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('I61: web and workers together make no more billable calls than the month allows, and whatever tells of a company says that it waits', async () => {
  const allowed = 8;
  const installation = await openInstallation(await openProofDatabase(server), {
    seed: 4,
    size: 500,
    companies: 2,
  });
  const settings = { QBO_MONTHLY_CALL_BUDGET: String(allowed) };
  const authorization = `Bearer ${environmentOf(installation)['ADMIN_API_KEY'] ?? ''}`;
  const web = await startRole(installation, 'web', settings);
  const programs = [web];
  try {
    const url = web.url ?? '';
    for (const realmId of installation.realmIds) {
      await connectThroughBrowser({
        company: { realmId, name: 'a company' },
        localUrl: url,
        publicUrl: url.replace('127.0.0.1', 'localhost'),
        authorization,
      });
    }
    programs.push(...(await Promise.all([1, 2].map(() => startRole(installation, 'worker', settings)))));
    const blocked = async (): Promise<boolean> =>
      (
        await installation.db.query<{ blocked: boolean }>(
          `SELECT count(*) = 2 AS blocked FROM ledger_mirror.organizations WHERE status = 'blocked_budget'`,
        )
      )[0]?.blocked === true;
    await until(blocked, 90_000, 'both companies wait for the next month');
    const report = (await (await fetch(`${installation.simulatorUrl}/simulator/calls`)).json()) as {
      counts: { realmId: string | null; status: number; count: number }[];
    };
    const billable = report.counts.filter(({ realmId, status }) => realmId !== null && status === 200);
    expect(billable.reduce((sum, { count }) => sum + count, 0)).toBe(allowed);
    // What connecting called is counted too, by the process that called.
    await until(
      async () =>
        (
          await installation.db.query<{ calls: number }>(
            'SELECT coalesce(sum(calls), 0)::int AS calls FROM ledger_mirror.api_calls WHERE billable',
          )
        )[0]?.calls === allowed,
      30_000,
      'every call is counted',
    );
    const words = /calls to QuickBooks are used up; syncing goes on on \d{4}-\d\d-01/;
    const ask = async <T>(path: string): Promise<T> =>
      (await (await fetch(`${url}${path}`, { headers: { authorization } })).json()) as T;
    const detail = await ask<Organization>(`/v1/organizations/${installation.realmIds[0] ?? ''}`);
    expect(detail).toMatchObject({ status: 'blocked_budget', statusReason: expect.stringMatching(words) });
    expect((await runCommand(['status'], environmentOf(installation))).stdout).toMatch(words);
    expect(await ask<Health>('/v1/health')).toMatchObject({
      status: 'degraded',
      organizations: { waitingForCalls: 2 },
    });
  } finally {
    await Promise.all(programs.map((program) => program.kill()));
    await installation.close();
  }
}, 240_000);
