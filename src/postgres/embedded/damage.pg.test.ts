import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  testAsRoot,
  cleanups,
  dataFolder,
  preparedFolder,
  start,
  query,
  clusterOf,
  PROGRAM,
  withFolders,
} from '../../../test/support/embedded-folders.ts';

withFolders();

describe('data that are not as expected', () => {
  test('files of another major version are refused and left alone', async () => {
    const dataDir = preparedFolder();
    const versionFile = join(clusterOf(dataDir), 'PG_VERSION');
    const version = readFileSync(versionFile, 'utf8');
    writeFileSync(versionFile, '14\n');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'DATABASE_EMBEDDED_VERSION',
      message: expect.stringContaining('were made by PostgreSQL 14') as string,
    });
    writeFileSync(versionFile, version);
    await start(dataDir);
  });

  test('an initdb that was killed in the middle is made good by the next start', async () => {
    const dataDir = dataFolder();
    const child = spawn(process.execPath, [PROGRAM, dataDir], { stdio: 'ignore' });
    const home = join(dataDir, 'postgres');
    await expect
      .poll(
        () => existsSync(home) && readdirSync(home).some((name) => /^cluster\.new-[\da-f-]+$/.test(name)),
        {
          interval: 5,
          timeout: 20_000,
        },
      )
      .toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(home, 'cluster'))).toBe(false);
    const server = await start(dataDir);
    expect(await query(server.url.reveal(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('lost passwords are reported, not replaced', async () => {
    const dataDir = preparedFolder();
    rmSync(join(dataDir, 'embedded-postgres.json'));
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'DATABASE_EMBEDDED_FOLDER',
      message: expect.stringContaining('passwords') as string,
    });
    expect(existsSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'))).toBe(true);
  });
});

describe('a full disk', () => {
  /** A disk of its own in memory; only root may mount one, and some containers do not allow even that. */
  function smallDisk(megabytes: number): string | undefined {
    const folder = dataFolder();
    try {
      execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], {
        stdio: 'ignore',
      });
    } catch {
      return undefined;
    }
    cleanups.push(() => execFileSync('/bin/umount', ['-l', folder]));
    return folder;
  }

  for (const [what, megabytes] of [
    ['the programs', 20],
    ['the database files', 75],
  ] as const) {
    testAsRoot(`too little space for ${what}: says so and leaves nothing half done`, async ({ skip }) => {
      const dataDir = smallDisk(megabytes);
      if (dataDir === undefined) return skip('no disk can be mounted here');
      await expect(start(dataDir)).rejects.toMatchObject({ code: 'DATABASE_DISK_FULL' });
      expect(readdirSync(join(dataDir, 'postgres')).filter((name) => name.includes('new-'))).toEqual([]);
    });
  }

  testAsRoot(
    'that filled up later: says so, and everything is there when space is free again',
    async ({ skip }) => {
      const dataDir = smallDisk(160);
      if (dataDir === undefined) return skip('no disk can be mounted here');
      const server = await start(dataDir);
      await query(server.url.reveal(), 'CREATE TABLE kept AS SELECT 7 AS id');
      await server.stop();
      const filler = join(dataDir, 'filler');
      try {
        execFileSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k'], { stdio: 'ignore' });
      } catch {
        // dd ends with an error when the disk is full, which is what it is for.
      }
      await expect(start(dataDir)).rejects.toMatchObject({ code: 'DATABASE_DISK_FULL' });
      rmSync(filler);
      const again = await start(dataDir);
      expect(await query(again.url.reveal(), 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
    },
  );
});
