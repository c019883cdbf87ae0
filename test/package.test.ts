import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { silentLogger } from '../src/base/logger.ts';
import { startSimulator } from '../simulator/src/index.ts';
import { connectClient } from './support/connected-client.ts';

// What somebody gets who installs the package: packed as npm packs it, unpacked into an empty project. No network.

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const tsc = (...args: string[]) => run(process.execPath, [join(modules, 'typescript/bin/tsc'), ...args]);
const folder = mkdtempSync(join(tmpdir(), 'package-'));
const stage = join(folder, 'stage');
const project = join(folder, 'project');
const example = join(project, 'example.ts');
let packed: string[] = [];

beforeAll(async () => {
  mkdirSync(stage);
  for (const part of [
    'bin',
    'migrations',
    'simulator',
    'src',
    'test',
    'LICENSE',
    'NOTICE',
    'README.md',
    'package.json',
  ])
    cpSync(join(root, part), join(stage, part), { recursive: true });
  await tsc('-p', join(root, 'tsconfig.build.json'), '--outDir', join(stage, 'dist'));
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--offline'], { cwd: stage });
  const [tarball] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  packed = tarball.files.map(({ path }) => path);

  const installed = join(project, 'node_modules/ledger-mirror');
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', join(stage, tarball.filename), '--strip-components=1', '-C', installed]);
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of [...Object.keys(dependencies), '@types/node', 'undici-types']) {
    mkdirSync(dirname(join(project, 'node_modules', name)), { recursive: true });
    symlinkSync(join(modules, name), join(project, 'node_modules', name));
  }
  const guide = readFileSync(join(root, 'docs/quickbooks-client.md'), 'utf8');
  writeFileSync(example, /```ts\n([\s\S]*?)```/.exec(guide)?.[1] ?? '');
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package holds the compiled program and what it needs, and neither sources nor tests', () => {
  for (const path of [
    'dist/src/quickbooks/index.js',
    'dist/src/quickbooks/index.d.ts',
    'dist/src/cli/main.js',
    'dist/simulator/src/index.js',
    'bin/ledger-mirror.mjs',
  ])
    expect(packed).toContain(path);
  expect(packed.some((path) => path.startsWith('migrations/'))).toBe(true);
  expect(
    packed.filter((path) => /^(?!dist\/)(.*\/)?src\/|(^|\/)(test|bench)\/|\.test\.|(?<!\.d)\.ts$/.test(path)),
  ).toEqual([]);
  expect(packed.filter((path) => path.startsWith('simulator/'))).toEqual([]);
});

test('it brings the packages that the simulator names, in the same versions', () => {
  type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };
  const read = (path: string): Manifest => JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
  const [whole, part] = [read('package.json'), read('simulator/package.json')];
  expect(Object.keys(part.dependencies)).not.toEqual([]);
  expect(whole.dependencies).toMatchObject(part.dependencies);
  // Tools of both are of one version too.
  for (const [name, version] of Object.entries(part.devDependencies))
    expect(whole.devDependencies[name] ?? version, name).toBe(version);
});

test('its command runs, and brings the simulator', async () => {
  const command = join(project, 'node_modules/ledger-mirror/bin/ledger-mirror.mjs');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect((await run(process.execPath, [command, '--version'], { cwd: project })).stdout).toBe(`${version}\n`);

  const words = [
    'simulator',
    '--json',
    '--size',
    'tiny',
    '--companies',
    '1',
    '--port',
    String(await freePort()),
  ];
  const child = spawn(process.execPath, [command, ...words], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (text: Buffer) => resolve(text.toString()));
      child.once('exit', () => reject(new Error('The simulator ended before it began.')));
    });
    const { url, companies } = JSON.parse(line) as { url: string; companies: { realmId: string }[] };
    const answer = await fetch(`${url}/simulator/companies`);
    expect(await answer.json()).toMatchObject({ companies: [{ realmId: companies[0]?.realmId }] });
  } finally {
    child.kill();
    await ended;
  }
}, 60_000);

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

test('its types are found, and the example of the guide fits them', async () => {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2024',
    module: 'nodenext',
    types: ['node'],
    skipLibCheck: false,
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['example.ts'] }));
  const { stdout } = await tsc('-p', project).catch((error: unknown) => error as { stdout: string });
  expect(stdout).toBe('');
}, 60_000);

test('the example of the guide lists a company from the discovery document to the last invoice', async () => {
  const simulator = await startSimulator({
    port: 0,
    seed: 7,
    size: 'tiny',
    companies: 1,
    logger: silentLogger,
  });
  const quickbooks = await connectClient(simulator.url, simulator.companies[0]?.realmId ?? '');
  const { count } = await quickbooks.client.count(quickbooks.realm, 'Invoice');
  const env = {
    QBO_API_URL: simulator.url,
    QBO_DISCOVERY_URL: `${simulator.url}/.well-known/openid_configuration/`,
    QBO_CLIENT_ID: 'simulator-client',
    QBO_CLIENT_SECRET: 'simulator-secret',
    QBO_REFRESH_TOKEN: quickbooks.tokens().refreshToken.reveal(),
    QBO_REALM_ID: quickbooks.realm,
  };
  const { stdout, stderr } = await run(process.execPath, [example], { env, cwd: project });
  expect(stdout).toBe(`${count} of ${count} invoices\n`);
  expect(stderr).toMatch(/^count 200 \d+ true\nquery 200 \d+ true\n/);
  await quickbooks.close();
  await simulator.stop();
}, 60_000);
