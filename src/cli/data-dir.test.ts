import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import {
  findRunningServer,
  loadOrCreateEncryptionKeys,
  prepareDataDir,
  readServerRecord,
  writeServerRecord,
} from './data-dir.ts';
import { runCommandLine } from './program.ts';
import { processTerminal } from './terminal.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ledger-mirror-data-'));
});

afterEach(async () => {
  await rm(dataDir, { recursive: true });
});

test('the encryption key is made once, readable by its owner only', async () => {
  const { current: first } = await loadOrCreateEncryptionKeys(dataDir);
  const { current: second } = await loadOrCreateEncryptionKeys(dataDir);
  expect(second.reveal()).toBe(first.reveal());
  expect(Buffer.from(first.reveal(), 'base64')).toHaveLength(32);
  expect((await stat(join(dataDir, 'encryption-key'))).mode & 0o777).toBe(0o600);
});

test('processes that begin at once get one key, and leave nothing else behind', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => loadOrCreateEncryptionKeys(dataDir)));
  expect(new Set(made.map(({ current }) => current.reveal())).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(['encryption-key']);
});

test('a damaged key is reported, never replaced', async () => {
  await writeFile(join(dataDir, 'encryption-key'), 'half a k');
  await expect(loadOrCreateEncryptionKeys(dataDir)).rejects.toMatchObject({ code: 'CLI_KEY_DAMAGED' });
});

test('a folder that cannot be made is explained', async () => {
  await writeFile(join(dataDir, 'file'), '');
  const nowhere = ['/proc/none'].filter(() => process.platform === 'linux');
  for (const folder of [join(dataDir, 'file'), join(dataDir, 'file', 'data'), ...nowhere]) {
    await expect(prepareDataDir(folder)).rejects.toMatchObject({ code: 'CLI_DATA_DIR_UNUSABLE' });
  }
  await prepareDataDir(join(dataDir, 'a', 'b'));
  expect((await stat(join(dataDir, 'a', 'b'))).isDirectory()).toBe(true);
  await prepareDataDir(join(dataDir, 'a', 'b'));
});

const testWithModes = test.skipIf(process.platform === 'win32');

testWithModes('a data folder that everybody may write is refused, and nothing is put there', async () => {
  for (const mode of [0o777, 0o1777, 0o703]) {
    await chmod(dataDir, mode);
    await expect(prepareDataDir(dataDir)).rejects.toMatchObject({
      code: 'CLI_OPEN_TO_ALL',
      message: expect.stringContaining(`chmod o-w '${dataDir}'`) as string,
    });
    for (const words of [['status'], ['sql', '-c', 'SELECT 1'], ['keys', 'rotate-encryption']])
      await expect(runCommandLine(words, processTerminal(), { DATA_DIR: dataDir })).rejects.toMatchObject({
        code: 'CLI_OPEN_TO_ALL',
      });
    expect(await readdir(dataDir)).toEqual([]);
  }
  await chmod(dataDir, 0o770);
  await prepareDataDir(dataDir);
});

testWithModes(
  'a key file that everybody may write is refused, for the key may be somebody else’s',
  async () => {
    await loadOrCreateEncryptionKeys(dataDir);
    const file = join(dataDir, 'encryption-key');
    await chmod(file, 0o602);
    await expect(loadOrCreateEncryptionKeys(dataDir)).rejects.toMatchObject({
      code: 'CLI_OPEN_TO_ALL',
      message: expect.stringContaining(`chmod 600 '${file}'`) as string,
    });
    await chmod(file, 0o600);
    await loadOrCreateEncryptionKeys(dataDir);
  },
);

test('a running server is found; one that stopped or crashed is not', async () => {
  const program = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'src/cli/main.ts']);
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await Promise.all([once(program, 'spawn'), once(other, 'spawn')]);
  const server = {
    pid: program.pid ?? 0,
    url: 'http://localhost:1',
    embeddedDatabase: 'x',
    demo: true,
    startedAt: '2026-01-01T00:00:00Z',
  };
  try {
    expect(await findRunningServer(dataDir)).toBeUndefined();
    await writeServerRecord(dataDir, server);
    expect(await findRunningServer(dataDir)).toEqual(server);
    await writeServerRecord(dataDir, { ...server, stoppedAt: '2026-01-01T01:00:00Z' });
    expect(await findRunningServer(dataDir)).toBeUndefined();
    expect(await readServerRecord(dataDir)).toMatchObject({ url: 'http://localhost:1' });
    // The number was given to another program since; only Linux lets us see that cheaply.
    await writeServerRecord(dataDir, { ...server, pid: other.pid ?? 0 });
    if (process.platform === 'linux') expect(await findRunningServer(dataDir)).toBeUndefined();
    await writeServerRecord(dataDir, server);
    program.kill();
    await once(program, 'exit');
    expect(await findRunningServer(dataDir)).toBeUndefined();
  } finally {
    program.kill();
    other.kill();
  }
});
