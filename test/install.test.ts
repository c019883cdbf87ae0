import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { ownNode } from '../bin/own-node.mjs';
import { installWhenNeeded } from '../scripts/install.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

type Locked = {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  bin?: Record<string, string>;
};
type Lock = { packages: Record<string, Locked> };
const readLock = (): Lock => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'install-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** What `npm ci` says of a lock file before it does anything: nothing is asked of a registry, nothing is written. */
async function dryRun(lock: Lock, ...platform: string[]): Promise<string> {
  const workspaces = Object.keys(lock.packages).filter((path) => !/^$|node_modules/.test(path));
  expect(workspaces.length).toBeGreaterThan(0);
  for (const path of ['.', ...workspaces]) {
    mkdirSync(join(folder, path), { recursive: true });
    copyFileSync(join(root, path, 'package.json'), join(folder, path, 'package.json'));
  }
  copyFileSync(join(root, '.npmrc'), join(folder, '.npmrc'));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const args = [
    'ci',
    '--dry-run',
    '--offline',
    '--ignore-scripts',
    '--cache',
    join(folder, 'cache'),
    ...platform,
  ];
  const { stdout, stderr } = await run('npm', args, { cwd: folder }).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  return stdout + stderr;
}

describe('the lock file', () => {
  test.each([[[]], [['--os=darwin', '--cpu=arm64']]])(
    'is one that `npm ci` takes, also with %j',
    async (platform) => {
      expect(await dryRun(readLock(), ...platform)).toMatch(/^added [1-9]\d\d packages/m);
    },
  );

  test('would be refused if a package of another platform were missing', async () => {
    const lock = readLock();
    delete lock.packages['node_modules/@oxlint/binding-win32-x64-msvc'];
    expect(await dryRun(lock)).toMatch(/Missing: @oxlint\/binding-win32-x64-msvc@/);
  });

  test('names what a package is and never where it comes from', () => {
    const packages = Object.entries(readLock().packages).filter(([path]) => path.includes('node_modules/'));
    expect(packages.length).toBeGreaterThan(300);
    for (const [path, { link, integrity, resolved }] of packages) {
      if (link === true) expect(existsSync(join(root, resolved ?? '')), path).toBe(true);
      else
        expect({ path, integrity, resolved }).toEqual({
          path,
          integrity: expect.stringMatching(/^sha512-/) as string,
        });
    }
  });
});

test('of every package that has a program to run when it is installed, it is said whether that runs', () => {
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    allowScripts: Record<string, boolean>;
  };
  const wanting = Object.entries(readLock().packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(wanting.toSorted()).toEqual(Object.keys(allowScripts).toSorted());
});

test('the Node that a clone brings is in the lock file with its checksum, for each platform, and found', () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'runtime/package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  const { packages } = readLock();
  expect(Object.keys(optionalDependencies).length).toBeGreaterThan(3);
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const locked = packages[`node_modules/${name}`];
    expect({ name, ...locked }).toMatchObject({ name, version, optional: true });
    expect(locked?.integrity, name).toMatch(/^sha512-/);
    expect(locked?.hasInstallScript, name).toBeUndefined();
    const [major = 0, minor = 0] = version.split('.').map(Number);
    expect(major > 22 || (major === 22 && minor >= 18), name).toBe(true);
  }
  const here = Object.keys(optionalDependencies).find((name) => existsSync(join(root, 'node_modules', name)));
  expect(ownNode()).toBe(
    here &&
      realpathSync(join(root, 'node_modules', here, packages[`node_modules/${here}`]?.bin?.['node'] ?? '')),
  );
});

test('nothing is brought past the lock file by a program that runs when it is installed', () => {
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    allowScripts: Record<string, boolean>;
  };
  expect(Object.keys(allowScripts)).not.toEqual([]);
  expect(Object.entries(allowScripts).filter(([, runs]) => runs)).toEqual([]);
});

describe('installing', () => {
  const wanted = {
    '': {},
    part: { version: '1.0.0' },
    'node_modules/part': { resolved: 'part', link: true },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-another-platform': { version: '1.0.0', optional: true },
  };
  const { '': _root, part: _part, 'node_modules/for-another-platform': _other, ...installed } = wanted;
  const record = (packages: Record<string, Locked>): void => {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
  };
  const holder = (): string => join(folder, '.cache/installing');
  const calls = (): string[] =>
    existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [];
  const install = (): Promise<boolean> => installWhenNeeded(() => undefined, folder);

  /** In npm's place: notes how it was called, and records that everything is installed. */
  beforeEach(() => {
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
    const npm = join(folder, 'npm-cli.cjs');
    writeFileSync(
      npm,
      `const fs = require('node:fs');
       fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
       if (fs.existsSync('broken')) process.exit(1);
       fs.mkdirSync('node_modules', { recursive: true });
       fs.writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(JSON.stringify({ packages: installed }))});`,
    );
    vi.stubEnv('npm_execpath', npm);
  });

  test('is `npm ci` in a fresh clone, once', async () => {
    expect(await install()).toBe(true);
    expect(await install()).toBe(false);
    expect(calls()).toEqual([expect.stringMatching(/^ci /)]);
  });

  test('begins again after one that was interrupted', async () => {
    mkdirSync(join(folder, 'node_modules/a'), { recursive: true });
    expect(await install()).toBe(true);
    expect(calls()).toEqual([expect.stringMatching(/^ci /)]);
  });

  test.each([
    ['a package of another version', { ...installed, 'node_modules/a': { version: '0.9.0' } }],
    ['a workspace that came', { 'node_modules/a': installed['node_modules/a'] }],
    ['a package that came', { 'node_modules/part': installed['node_modules/part'] }],
  ])('changes in place what a running program may be using: %s', async (_what, packages) => {
    record(packages);
    expect(await install()).toBe(true);
    expect(calls()).toEqual([expect.stringMatching(/^install --no-save /)]);
  });

  test('does nothing when all is there', async () => {
    record(installed);
    expect(await install()).toBe(false);
    expect(calls()).toEqual([]);
  });

  test('happens once when two begin together', async () => {
    const didIt = await Promise.all([install(), install()]);
    expect(didIt.filter(Boolean)).toHaveLength(1);
    expect(calls()).toHaveLength(1);
  });

  test('is not held up by one that was killed', async () => {
    const killed = await run(process.execPath, ['-p', 'process.pid']);
    mkdirSync(join(folder, '.cache'));
    writeFileSync(holder(), killed.stdout.trim());
    expect(await install()).toBe(true);
    expect(existsSync(holder())).toBe(false);
  });

  test('that fails says which commands to try, and leaves the way free', async () => {
    writeFileSync(join(folder, 'broken'), '');
    await expect(install()).rejects.toThrow(/registry[^]*`npm ci`/);
    expect(existsSync(holder())).toBe(false);
  });
});

test('npm warns of no Node that the README promises to work', () => {
  const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
  const [, promised] = /You need Node (\d+) or newer/.exec(read('README.md')) ?? [];
  expect(engines.node).toBe(`>=${promised ?? ''}`);
});
