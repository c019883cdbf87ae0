import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Logger, silentLogger } from '../../base/logger.ts';
import { serverAccount } from './account.ts';
import { type EmbeddedServer, type EmbeddedServerOptions, startEmbeddedServer } from './server.ts';

// Not tested here, because they need another machine: Windows (signals do not exist there, pg_ctl stops the server),
// macOS as root, and musl (refused before anything is written).

const isRoot = process.getuid?.() === 0;
/** Skipped with its reason in the title when the tests do not run as root, who alone can become somebody else. */
const testAsRoot = test.skipIf(!isRoot);
const WITHOUT_ENTRY = 54_321;
const PROGRAM = new URL('../../../test/support/embedded-process.ts', import.meta.url).pathname;

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** A data folder; open to others so that the server's user can enter it, unless told otherwise. */
function dataFolder(options: { mode?: number; owner?: number } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-mirror-embedded-'));
  chmodSync(folder, options.mode ?? 0o755);
  if (options.owner !== undefined) chownSync(folder, options.owner, options.owner);
  cleanups.push(() => {
    const { home } = readState(folder);
    if (home?.startsWith('/var/lib/ledger-mirror/') === true) rmSync(home, { recursive: true, force: true });
    // The initdb of a process that a test killed may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return folder;
}

let prepared: string | undefined;
beforeAll(async () => {
  const folder = dataFolder();
  await (await start(folder)).stop();
  prepared = folder;
  // Not after the first test, like everybody else's.
  afterAllCleanups.push(...cleanups.splice(0));
});
const afterAllCleanups: (() => unknown)[] = [];
afterAll(async () => {
  for (const cleanup of afterAllCleanups.toReversed()) await cleanup();
});

/** A data folder that was started and stopped before: a copy of one made once, because initdb takes its time. */
function preparedFolder(): string {
  const folder = dataFolder();
  const from = prepared ?? '';
  mkdirSync(join(folder, 'postgres'));
  execFileSync('cp', ['-a', join(from, 'embedded-postgres.json'), folder]);
  execFileSync('cp', ['-a', join(from, 'postgres', 'cluster'), join(folder, 'postgres')]);
  const { uid, gid } = statSync(join(from, 'postgres'));
  chownSync(join(folder, 'postgres'), uid, gid);
  chmodSync(join(folder, 'postgres'), 0o700);
  return folder;
}

function readState(dataDir: string): { home?: string; port?: number } {
  const path = join(dataDir, 'embedded-postgres.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { home: string; port: number }) : {};
}

async function start(dataDir: string, options: Partial<EmbeddedServerOptions> = {}): Promise<EmbeddedServer> {
  const binaries = process.env['TEST_POSTGRES_BINARIES'];
  const server = await startEmbeddedServer({
    dataDir,
    database: 'ledger_mirror',
    logger: silentLogger,
    ...(binaries === undefined ? {} : { binaries }),
    settings: { fsync: 'off' },
    ...options,
  });
  cleanups.push(() => server.stop());
  return server;
}

type Said = { url: string; port: number; adopted: boolean; code: string; message: string };

/** The same in a process of its own, as another user if asked. */
async function startProcess(dataDir: string, uid?: number): Promise<{ child: ChildProcess; said: Said }> {
  const child = spawn(process.execPath, [PROGRAM, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  cleanups.push(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said: JSON.parse(line) as Said };
}

async function query<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

function clusterOf(dataDir: string): string {
  return join(dataDir, readState(dataDir).home === 'postgres' ? 'postgres' : '', 'cluster');
}

function postmasterPid(cluster: string): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Processes whose working directory is the cluster: the postmaster and everything it started. */
function processesOf(cluster: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(cluster);
      } catch {
        return false;
      }
    })
    .map(Number);
}

const ownerOf = (pid: number): number => statSync(`/proc/${pid}`).uid;

function recording(): { logger: Logger; phrases: string[] } {
  const phrases: string[] = [];
  const note = (facts: unknown, phrase?: string): void => void phrases.push(phrase ?? String(facts));
  const logger: Logger = { ...silentLogger, info: note, warn: note, error: note, child: () => logger };
  return { logger, phrases };
}

describe('whom it runs as', () => {
  testAsRoot('root with a user postgres: runs as that user', async ({ skip }) => {
    const account = serverAccount(undefined);
    if (account?.name !== 'postgres') skip('this machine has no user postgres');
    const dataDir = dataFolder();
    await start(dataDir);
    expect(ownerOf(postmasterPid(clusterOf(dataDir)))).toBe(account?.uid);
  });

  testAsRoot('root without a user postgres: picks nobody, by number where even that has no entry', () => {
    const passwd = join(dataFolder(), 'passwd');
    writeFileSync(passwd, 'root:x:0:0::/:/bin/sh\nnobody:x:65533:65532::/:/bin/false\n');
    expect(serverAccount(undefined, passwd)).toEqual({ name: 'nobody', uid: 65_533, gid: 65_532 });
    expect(serverAccount(undefined, '/nonexistent')).toMatchObject({ uid: 65_534, gid: 65_534 });
  });

  testAsRoot('root whose data belong to a user: goes on as that user, here nobody', async () => {
    const dataDir = dataFolder();
    mkdirSync(join(dataDir, 'postgres'), { mode: 0o700 });
    chownSync(join(dataDir, 'postgres'), 65_534, 65_534);
    const server = await start(dataDir);
    expect(ownerOf(postmasterPid(clusterOf(dataDir)))).toBe(65_534);
    expect(await query(server.url.reveal(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  testAsRoot(
    'root with everything below a folder of mode 0700: puts binaries and data elsewhere and says so',
    async () => {
      const dataDir = join(dataFolder({ mode: 0o700 }), 'clone', 'data');
      const { logger, phrases } = recording();
      const server = await start(dataDir, { logger });
      const { home } = readState(dataDir);
      cleanups.push(() => rmSync(home ?? '', { recursive: true, force: true }));
      expect(home).toMatch(/^\/var\/lib\/ledger-mirror\/[0-9a-f]{12}$/);
      expect(phrases).toContain('the database user cannot enter the data folder, its files go elsewhere');
      await query(server.url.reveal(), 'CREATE TABLE kept (id int)');
      await server.stop();

      const again = await start(dataDir);
      expect(await query(again.url.reveal(), 'SELECT count(*)::int AS count FROM kept')).toEqual([
        { count: 0 },
      ]);
      await again.stop();
    },
  );

  testAsRoot('an ordinary user: runs as themselves', async () => {
    const { child, said } = await startProcess(dataFolder({ owner: 65_534 }), 65_534);
    expect(said).toMatchObject({ adopted: false });
    expect(await query(said.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  testAsRoot('a uid without an entry in /etc/passwd: runs as that number', async () => {
    const dataDir = dataFolder({ owner: WITHOUT_ENTRY });
    const { said } = await startProcess(dataDir, WITHOUT_ENTRY);
    expect(said).toMatchObject({ adopted: false });
    expect(ownerOf(postmasterPid(clusterOf(dataDir)))).toBe(WITHOUT_ENTRY);
    expect(await query(said.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  testAsRoot('a root that may not become anybody else is told what to do', async ({ skip }) => {
    const dropped = ['--inh-caps=-setuid,-setgid', '--bounding-set=-setuid,-setgid'];
    let output: string;
    try {
      output = execFileSync('/usr/bin/setpriv', [...dropped, process.execPath, PROGRAM, dataFolder()], {
        encoding: 'utf8',
      });
    } catch (error) {
      const { code, stdout } = error as { code?: string; stdout: string };
      if (code === 'ENOENT') return skip('this machine has no setpriv');
      output = stdout;
    }
    expect(JSON.parse(output)).toMatchObject({ code: 'DATABASE_EMBEDDED_USER' });
  });

  testAsRoot('an ordinary user whose data were made by somebody else is told so', async () => {
    const dataDir = dataFolder({ owner: 65_534 });
    const first = await startProcess(dataDir, 65_534);
    first.child.kill('SIGTERM');
    await once(first.child, 'exit');
    chownSync(dataDir, WITHOUT_ENTRY, WITHOUT_ENTRY);
    chownSync(join(dataDir, 'embedded-postgres.json'), WITHOUT_ENTRY, WITHOUT_ENTRY);
    const { said } = await startProcess(dataDir, WITHOUT_ENTRY);
    expect(said.code).toBe('DATABASE_EMBEDDED_FOLDER');
    expect(said.message).toContain('belong to another user (uid 65534)');
  });

  testAsRoot('a data folder that cannot be written is named', async () => {
    const { said } = await startProcess(join(dataFolder(), 'data'), WITHOUT_ENTRY);
    expect(said).toMatchObject({ code: 'DATABASE_EMBEDDED_FOLDER' });
    expect(said.message).toContain('cannot be written (EACCES)');
  });
});

describe('who owns it', () => {
  test('a second start on the same data is refused with the first one’s process, which goes on', async () => {
    const dataDir = preparedFolder();
    const { child, said } = await startProcess(dataDir);
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'DATABASE_EMBEDDED_RUNNING',
      message: expect.stringContaining(`(process ${child.pid ?? 0})`) as string,
    });
    expect(await query(said.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('two first starts at the same moment: one runs, the other is refused', async () => {
    const dataDir = dataFolder();
    const both = await Promise.all([startProcess(dataDir), startProcess(dataDir)]);
    const codes = both.map(({ said }) => said.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'DATABASE_EMBEDDED_RUNNING')).toHaveLength(1);
    const winner = both.find(({ said }) => said.code === undefined);
    expect(await query(winner?.said.url ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a server whose owner was killed with SIGKILL is taken over, and the log says so', async () => {
    const dataDir = preparedFolder();
    const { child, said } = await startProcess(dataDir);
    await query(said.url, 'CREATE TABLE kept AS SELECT 1 AS id');
    const pid = postmasterPid(clusterOf(dataDir));
    child.kill('SIGKILL');
    await once(child, 'exit');

    const { logger, phrases } = recording();
    const server = await start(dataDir, { logger });
    expect(server).toMatchObject({ adopted: true, port: said.port });
    expect(postmasterPid(clusterOf(dataDir))).toBe(pid);
    expect(phrases).toContain('took over a database server whose owner was gone');
    expect(await query(server.url.reveal(), 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
    await server.stop();
    expect(processesOf(realpathSync(clusterOf(dataDir)))).toEqual([]);
  });

  test('a lock file whose process id now belongs to another program does not stop the start', async () => {
    const dataDir = preparedFolder();
    const lockFile = join(clusterOf(dataDir), 'postmaster.pid');
    writeFileSync(
      lockFile,
      `${process.pid}\n${clusterOf(dataDir)}\n1\n15999\n\n127.0.0.1\n  1 1\nready   \n`,
    );
    const { uid, gid } = statSync(clusterOf(dataDir));
    chownSync(lockFile, uid, gid);
    const server = await start(dataDir);
    expect(server.adopted).toBe(false);
  });

  test('a server that dies while owned is started again on the same port', async () => {
    const dataDir = preparedFolder();
    const server = await start(dataDir);
    const pid = postmasterPid(clusterOf(dataDir));
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => query(server.url.reveal(), 'SELECT 1 AS one').catch(() => 'away'), { timeout: 20_000 })
      .toEqual([{ one: 1 }]);
    expect(postmasterPid(clusterOf(dataDir))).not.toBe(pid);
    await server.stop();
    expect(processesOf(realpathSync(clusterOf(dataDir)))).toEqual([]);
  });
});

describe('stopping', () => {
  test('stops within 10 s and leaves no process, also in the middle of somebody’s transaction', async () => {
    const dataDir = preparedFolder();
    const server = await start(dataDir);
    const client = new pg.Client({ connectionString: server.url.reveal() });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN; CREATE TABLE never (id int)');
    const startedAt = performance.now();
    await server.stop();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(processesOf(realpathSync(clusterOf(dataDir)))).toEqual([]);
    expect(existsSync(join(clusterOf(dataDir), 'postmaster.pid'))).toBe(false);
  });

  test('has a process group of its own, so that Ctrl-C reaches it only through us', async () => {
    const dataDir = preparedFolder();
    await start(dataDir);
    const pid = postmasterPid(clusterOf(dataDir));
    const group = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]);
    expect(group).toBe(pid);
  });

  test('the second start takes less than a second', async () => {
    const dataDir = preparedFolder();
    const startedAt = performance.now();
    await start(dataDir);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('ports and access', () => {
  test('a port that is taken is replaced by another, which is kept', async () => {
    const dataDir = preparedFolder();
    const first = await start(dataDir);
    await first.stop();
    const squatter = createServer().listen(first.port, '127.0.0.1');
    await once(squatter, 'listening');
    cleanups.push(() => squatter.close());

    const { logger, phrases } = recording();
    const second = await start(dataDir, { logger });
    expect(second.port).not.toBe(first.port);
    expect(phrases).toContain('the database port is taken by another program, using another one');
    await second.stop();
    await new Promise((resolve) => squatter.close(resolve));
    expect((await start(dataDir)).port).toBe(second.port);
  });

  test('listens on loopback only, and only to the right password', async () => {
    const dataDir = preparedFolder();
    const server = await start(dataDir);
    const url = new URL(server.url.reveal());
    const [, , , , sockets, addresses] = readFileSync(
      join(clusterOf(dataDir), 'postmaster.pid'),
      'utf8',
    ).split('\n');
    expect({ sockets, addresses }).toEqual({ sockets: '', addresses: '127.0.0.1' });
    url.password = 'guess';
    await expect(query(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('the role is no superuser, owns its database and may create roles; its password is for its owner only', async () => {
    const dataDir = preparedFolder();
    const server = await start(dataDir);
    const [role] = await query(
      server.url.reveal(),
      `SELECT rolsuper, rolcreaterole, rolcreatedb, pg_get_userbyid(datdba) = current_user AS owner
         FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
    );
    expect(role).toEqual({ rolsuper: false, rolcreaterole: true, rolcreatedb: false, owner: true });
    expect(statSync(join(dataDir, 'embedded-postgres.json')).mode & 0o777).toBe(0o600);
  });
});

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
