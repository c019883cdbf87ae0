import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { Secret } from '../../src/base/secret.ts';
import { keyIdOf } from '../../src/vault/keyring.ts';
import { whenCurrent } from '../support/ask-product.ts';
import {
  freePort,
  makeDataDir,
  removeDataDir,
  runCommand,
  startProduct,
  type Product,
} from '../support/product.ts';

let demo: Product;

beforeAll(async () => {
  demo = await startProduct({ DATA_DIR: makeDataDir() });
});
afterAll(async () => {
  await demo?.stop();
  if (demo !== undefined) await removeDataDir(demo.dataDir);
});

/** The ids of the keys in the data folder, the one that seals first. */
async function keysInFolder(): Promise<string[]> {
  const text = await readFile(join(demo.dataDir, 'encryption-key'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => keyIdOf(new Secret(line)));
}

async function keysOf({ env }: Product, table: 'tokens' | 'audit_seals'): Promise<string[]> {
  const words = ['sql', '--write', '--json', '-c', `SELECT DISTINCT key_id FROM ledger_mirror.${table}`];
  const { code, stdout, stderr } = await runCommand(words, env);
  if (code !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as { key_id: string }[]).map((row) => row.key_id);
}

test('three rotations at once lose no key, and end with everything sealed with the newest', async () => {
  await whenCurrent(demo, 2);
  for (let round = 1; round <= 2; round += 1) {
    const before = await keysInFolder();
    const rotate = () => runCommand(['keys', 'rotate-encryption', '--json'], demo.env);
    const ended = await Promise.all([rotate(), rotate(), rotate()]);
    expect(ended.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      ended.map(() => ({ code: 0, stderr: '' })),
    );
    const after = await keysInFolder();
    // Each made a key of its own, and what was there before may be in a backup, or in another database of the folder.
    expect(after).toHaveLength(before.length + 3);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(await keysOf(demo, 'tokens')).toEqual(after.slice(0, 1));
    expect(await keysOf(demo, 'audit_seals')).toEqual(after.slice(0, 1));
  }
});

test('a key that a command prints is used, and stands nowhere in the data folder', async () => {
  const key = randomBytes(32).toString('base64');
  const asked = await startProduct({ ENCRYPTION_KEY_COMMAND: `echo ${key}` });
  try {
    await whenCurrent(asked, 2);
    expect(await readdir(asked.dataDir)).not.toContain('encryption-key');
    expect(await keysOf(asked, 'tokens')).toEqual([keyIdOf(new Secret(key))]);
    expect(asked.logs()).not.toContain(key);
  } finally {
    await asked.stop();
  }
});

test('a command that gives no key ends the start, in words', async () => {
  const env = {
    ENCRYPTION_KEY_COMMAND: 'echo none; exit 7',
    DATA_DIR: makeDataDir(),
    PORT: String(await freePort()),
  };
  const { code, stderr } = await runCommand(['start'], env);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('it ended with 7') });
  await removeDataDir(env.DATA_DIR);
});
