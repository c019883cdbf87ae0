import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  clusterOf,
  dataFolder,
  preparedFolder,
  query,
  start,
  untouchedPrograms,
  withFolders,
} from '../../../test/support/embedded-folders.ts';
import { packageVersion, packagedBinaries } from './binaries.ts';
import { locateEmbeddedServer } from './locate.ts';
import { DEBIAN_SERVERS } from './machine-binaries.ts';

withFolders();

const [MAJOR = ''] = packageVersion(process.env['TEST_POSTGRES_BINARIES'] ?? packagedBinaries()).split('.');

/** A folder of servers by version: whole ones by their programs, and others that only say which they are. */
function machine(servers: Readonly<Record<string, { programs: string } | { says: string }>>): string {
  const folder = dataFolder();
  for (const [major, server] of Object.entries(servers)) {
    if ('programs' in server) {
      symlinkSync(dirname(server.programs), join(folder, major));
      continue;
    }
    const bin = join(folder, major, 'bin');
    mkdirSync(bin, { recursive: true });
    for (const name of ['postgres', 'initdb']) {
      writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} (PostgreSQL) ${server.says}"\n`);
      chmodSync(join(bin, name), 0o755);
    }
  }
  return folder;
}

async function programsOf(): Promise<string> {
  const dataDir = dataFolder();
  await (await start(dataDir)).stop();
  return untouchedPrograms(dataDir);
}

test('new files are made by the machine’s newest server, and nothing is copied', async () => {
  const folder = machine({
    '9.6': { says: '9.6.24' },
    '14': { says: '14.9' },
    [MAJOR]: { programs: await programsOf() },
  });
  mkdirSync(join(folder, String(Number(MAJOR) + 1), 'bin'), { recursive: true });
  const dataDir = dataFolder();
  const server = await start(dataDir, { machineServers: folder });
  expect(await query(server.url.reveal(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(locateEmbeddedServer(dataDir)).toMatchObject({ brought: false });
  expect(readdirSync(join(dataDir, 'postgres')).filter((name) => name.startsWith('binaries-'))).toEqual([]);
});

test('files that exist stay with the version that made them, whatever else the machine has', async () => {
  const dataDir = preparedFolder();
  const other = machine({
    [String(Number(MAJOR) + 1)]: { says: `${Number(MAJOR) + 1}.2` },
    '17.1': { says: '17.1' },
  });
  const server = await start(dataDir, { machineServers: other });
  expect(await query(server.url.reveal(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(locateEmbeddedServer(dataDir)).toMatchObject({ brought: true });
});

test('a server that calls itself another version than its folder does is not used', async () => {
  const dataDir = dataFolder();
  await start(dataDir, { machineServers: machine({ '99': { says: '12.1' } }) });
  expect(locateEmbeddedServer(dataDir)).toMatchObject({ brought: true });
});

test('POSTGRES_BIN_DIR of another major version than the files is refused with what to do', async () => {
  const dataDir = preparedFolder();
  const binDir = join(machine({ '99': { says: '99.1 (Debian 99.1-1)' } }), '99', 'bin');
  await expect(start(dataDir, { binDir })).rejects.toMatchObject({
    code: 'DATABASE_EMBEDDED_VERSION',
    message: expect.stringMatching(
      new RegExp(
        `made by PostgreSQL ${MAJOR}; those in .*/99/bin are 99\\. .*package postgresql-${MAJOR}\\)`,
      ),
    ) as string,
  });
  expect(existsSync(join(clusterOf(dataDir), 'postmaster.pid'))).toBe(false);
});

test.each([
  ['nothing', {}, 'has no PostgreSQL server that runs'],
  ['an old server', { '14': { says: '14.9' } }, 'has PostgreSQL 14.9; 15 or newer is needed'],
])('POSTGRES_BIN_DIR with %s in it is refused, and nothing is made', async (_what, servers, words) => {
  const dataDir = dataFolder();
  const binDir = join(machine(servers), '14', 'bin');
  await expect(start(dataDir, { binDir })).rejects.toMatchObject({
    code: 'DATABASE_EMBEDDED_UNAVAILABLE',
    message: expect.stringContaining(words) as string,
  });
  expect(existsSync(join(dataDir, 'postgres', 'cluster'))).toBe(false);
});

const debians = existsSync(DEBIAN_SERVERS)
  ? readdirSync(DEBIAN_SERVERS).filter(
      (name) => Number(name) >= 15 && existsSync(join(DEBIAN_SERVERS, name, 'bin/initdb')),
    )
  : [];

test.skipIf(debians.length === 0)('Debian’s own server runs the database, XML and all', async () => {
  const dataDir = dataFolder();
  const first = await start(dataDir, { machineServers: DEBIAN_SERVERS });
  expect(locateEmbeddedServer(dataDir)?.programs).toContain(DEBIAN_SERVERS);
  await query(first.url.reveal(), "CREATE TABLE kept AS SELECT xpath('/a/text()', '<a>1</a>')::text AS x");
  await first.stop();
  const again = await start(dataDir, { machineServers: DEBIAN_SERVERS });
  expect(await query(again.url.reveal(), 'SELECT x FROM kept')).toEqual([{ x: '{1}' }]);
});
