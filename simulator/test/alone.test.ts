import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, test } from 'vitest';

// What somebody has who has this folder and the packages it names, and nothing of what lies around it here.

const root = fileURLToPath(new URL('..', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'simulator-alone-'));
const folder = join(place, 'simulator');
/** The same with what its tests need. */
const workshop = join(place, 'workshop');
const project = join(place, 'project');

beforeAll(() => {
  const installed = join(root, 'node_modules');
  for (const copy of [folder, workshop])
    cpSync(root, copy, { recursive: true, filter: (path) => path !== installed });
  const { name, dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as { name: string; dependencies: Record<string, string>; devDependencies: Record<string, string> };
  const link = (target: string, path: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  };
  const install = (into: string, packages: Readonly<Record<string, string>>): void => {
    for (const dependency of Object.keys(packages))
      link(
        dirname(findPackageJSON(dependency, import.meta.url) ?? ''),
        join(into, 'node_modules', dependency),
      );
  };
  install(folder, dependencies);
  install(workshop, { ...dependencies, ...devDependencies });
  // As `npm install ../simulator` links it.
  link(folder, join(project, 'node_modules', name));
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs a program; `onOutput` is told what it has said so far. */
function run(
  cwd: string,
  args: readonly string[],
  onOutput: (text: string, stop: () => void) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
    onOutput(stdout, () => child.kill('SIGTERM'));
  });
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

test('it starts from its own command line, answers, and stops when it is told to', async () => {
  const port = await freePort();
  let companies: unknown;
  const words = [
    'src/main.ts',
    '--port',
    String(port),
    '--size',
    'tiny',
    '--companies',
    '1',
    '--limits',
    '1',
  ];
  const ended = await run(folder, words, (text, stop) => {
    if (!text.includes('Client id') || companies !== undefined) return;
    companies = fetch(`http://127.0.0.1:${port}/simulator/companies`).then(
      async (answer) => (await answer.json()) as unknown,
    );
    void (companies as Promise<unknown>).finally(stop);
  });
  expect(await companies).toMatchObject({ companies: [{ name: expect.any(String) as unknown }] });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toContain(`The QuickBooks simulator answers on http://127.0.0.1:${port}.`);
});

test('its command line refuses in sentences', async () => {
  const refused = async (...words: string[]): Promise<Ended> => run(folder, ['src/main.ts', ...words]);
  expect(await refused('--webhook-token', 'secret')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^--webhook-url and --webhook-token belong together/) as unknown,
  });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = String((server.address() as AddressInfo).port);
  expect(await refused('--port', port, '--size', 'tiny', '--companies', '1')).toMatchObject({
    code: 1,
    stderr: 'Another program already listens on the port of the QuickBooks simulator.\n',
  });
  server.close();
});

test('another program imports it by its name', async () => {
  const program = `
    import { SimulatorError, silentLogger, startSimulator } from '@ledger-mirror/simulator';
    const options = { port: 0, seed: 7, size: 'tiny', companies: 1, logger: silentLogger };
    const simulator = await startSimulator(options);
    const answer = await fetch(simulator.url + '/simulator/companies');
    const { companies } = await answer.json();
    console.log(companies.length, companies[0].realmId === simulator.companies[0].realmId);
    const again = startSimulator({ ...options, port: Number(new URL(simulator.url).port) });
    await again.catch((error) => console.log(error instanceof SimulatorError, error.code));
    await simulator.stop();
  `;
  writeFileSync(join(project, 'program.js'), program);
  expect(await run(project, ['program.js'])).toEqual({
    code: 0,
    stdout: '1 true\ntrue SIMULATOR_PORT_TAKEN\n',
    stderr: '',
  });
});

test('its tests run there', async () => {
  const ended = await run(workshop, ['node_modules/vitest/vitest.mjs', 'run', 'src/values']);
  expect(ended.stdout).toMatch(/Tests .*[1-9]\d* passed/);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
});
