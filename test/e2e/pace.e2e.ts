import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectThroughBrowser } from '../../src/cli/demo-browser.ts';
import {
  type Installation,
  type InstallationOptions,
  openInstallation,
  openProofDatabase,
  until,
} from '../support/installation.ts';
import { startTestServer, type TestServer } from '../support/postgres-server.ts';
import { runCommand } from '../support/product.ts';
import { environmentOf, isListening, type Program, startRole } from '../support/program.ts';
import { countStrictly } from '../support/strict-counter.ts';

/*
 * What QuickBooks counts for a company and an app, several processes make together. The server that counts looks at every
 * window of a second and of a minute, and refuses what is above.
 */

let server: TestServer;
const programs: Program[] = [];

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function openStrict(options: Partial<InstallationOptions>): Promise<Installation> {
  const installation = await openInstallation(await openProofDatabase(server), {
    seed: 3,
    size: 500,
    ...options,
  });
  await installation.control('switches', { limits: { enabled: true, concurrent: 10 } });
  return installation;
}

async function start(installation: Installation, role: 'web' | 'worker'): Promise<Program> {
  const more = role === 'web' ? {} : { LOG_LEVEL: 'info' };
  const program = await startRole(installation, role, more);
  programs.push(program);
  return program;
}

async function stopAll(installation: Installation): Promise<void> {
  await Promise.all(programs.splice(0).map((program) => program.kill()));
  await installation.close();
}

/** Through the web process, as a person connects: it reads the company once before anybody else does. */
async function connect(installation: Installation, web: Program): Promise<string> {
  const [realmId = ''] = installation.realmIds;
  const url = web.url ?? '';
  await connectThroughBrowser({
    company: { realmId, name: 'the company' },
    localUrl: url,
    publicUrl: url.replace('127.0.0.1', 'localhost'),
    authorization: `Bearer ${environmentOf(installation)['ADMIN_API_KEY'] ?? ''}`,
  });
  return realmId;
}

const statusOf = async ({ db }: Installation): Promise<string | undefined> =>
  (await db.query<{ status: string }>('SELECT status FROM ledger_mirror.organizations'))[0]?.status;

async function refusals({ simulatorUrl }: Installation): Promise<number> {
  const report = (await (await fetch(`${simulatorUrl}/simulator/calls`)).json()) as {
    counts: { status: number; count: number }[];
  };
  return report.counts.filter(({ status }) => status === 429).reduce((sum, { count }) => sum + count, 0);
}

test('I60: a company that is connected through the web process while workers wait is current in seconds, and nothing is refused', async () => {
  const installation = await openStrict({});
  try {
    const web = await start(installation, 'web');
    await Promise.all([start(installation, 'worker'), start(installation, 'worker')]);
    await until(() => isListening(installation.db), 60_000, 'the workers are ready');
    const realmId = await connect(installation, web);
    const connectedAt = performance.now();
    await until(async () => (await statusOf(installation)) === 'current', 40_000, 'the company is current');
    expect(performance.now() - connectedAt).toBeLessThan(30_000);
    expect(await refusals(installation)).toBe(0);
    expect(countStrictly(installation.proxy.calls, realmId).mostInASecond).toBeLessThanOrEqual(10);
  } finally {
    await stopAll(installation);
  }
});

test('I60: with web, workers and commands at work, one of them killed, no second sees more than 10 calls of a company', async () => {
  const installation = await openStrict({ size: 2500, pageSize: 10 });
  try {
    const web = await start(installation, 'web');
    const [first] = await Promise.all([start(installation, 'worker'), start(installation, 'worker')]);
    await until(() => isListening(installation.db), 60_000, 'the workers are ready');
    const realmId = await connect(installation, web);
    const seen = (): number => countStrictly(installation.proxy.calls, realmId).calls;
    // People who reconnect and ask, at moments that nobody has chosen.
    for (const calls of [5, 20, 35]) {
      await until(() => seen() >= calls || isCurrent(installation), 30_000, `${calls} calls`);
      await connect(installation, web);
      await runCommand(['sync', realmId], { ...environmentOf(installation) });
    }
    await first.kill();
    await until(() => isCurrent(installation), 60_000, 'the company is current');
    for (let times = 0; times < 3; times += 1) {
      await Promise.all([
        connect(installation, web),
        runCommand(['sync', realmId], { ...environmentOf(installation) }),
      ]);
    }
    const counted = countStrictly(installation.proxy.calls, realmId);
    expect(counted.mostInASecond).toBeLessThanOrEqual(10);
    expect(counted.mostInAMinute).toBeLessThanOrEqual(500);
    expect(await refusals(installation)).toBe(0);
  } finally {
    await stopAll(installation);
  }
}, 240_000);

const isCurrent = async (installation: Installation): Promise<boolean> =>
  (await statusOf(installation)) === 'current';
