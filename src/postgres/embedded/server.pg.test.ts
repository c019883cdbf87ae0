import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import {
  testAsRoot,
  WITHOUT_ENTRY,
  cleanups,
  dataFolder,
  preparedFolder,
  readState,
  start,
  startProcess,
  query,
  clusterOf,
  postmasterPid,
  processesOf,
  ownerOf,
  recording,
  PROGRAM,
  withFolders,
} from '../../../test/support/embedded-folders.ts';
import { serverAccount } from './account.ts';
import { SUPERUSER } from './cluster.ts';

withFolders();

/** Another program that takes a port in the moment it gets free. */
async function listenAsSoonAsFree(port: number): Promise<Server> {
  for (;;) {
    const server = createServer();
    const outcome = await new Promise((resolve) => {
      server
        .once('error', resolve)
        .listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve('listens'));
    });
    if (outcome === 'listens') return server;
  }
}

// Not tested here, because they need another machine: Windows (signals do not exist there, pg_ctl stops the server),
// macOS as root, and musl (refused before anything is written).

test('the log of the server holds nothing of what statements and rows said, whatever was wrong with them', async () => {
  const dataDir = dataFolder();
  const server = await start(dataDir);
  const url = server.url.reveal();
  const word = 'hidden-word';
  const failing = [
    `CREATE TABLE people (name text PRIMARY KEY, age int CHECK (age > 0)); INSERT INTO people VALUES ('${word}', -1)`,
    `CREATE TABLE names (name text PRIMARY KEY); INSERT INTO names VALUES ('${word}'), ('${word}')`,
    `SELECT '${word}'::date`,
    `SELECT '{"a": ${word}}'::jsonb`,
    `ALTER ROLE nobody_here PASSWORD '${word}'`,
    `DO $$ BEGIN RAISE EXCEPTION '${word}'; END $$`,
    `DO $$ BEGIN RAISE WARNING '${word}'; END $$; SELECT 1 / 0`,
  ];
  for (const text of failing) await expect(query(url, text), text).rejects.toThrow();
  const wrongPassword = url.replace(/:[^:@/]+@/, ':wrong@');
  await expect(query(wrongPassword, 'SELECT 1')).rejects.toThrow();
  const log = (): string => readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8');
  // Who was refused is what somebody looks for here.
  await expect.poll(log).toContain('password authentication failed');
  expect(log()).not.toContain(word);
});

test('a data folder may be called anything, also what a shell would read otherwise', async () => {
  const dataDir = join(dataFolder(), 'a $HOME "b" `c` \\d %e & \'f; g');
  mkdirSync(dataDir);
  const server = await start(dataDir);
  expect(await query(server.url.reveal(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await server.stop();
  expect(await query((await start(dataDir)).url.reveal(), 'SELECT 2 AS two')).toEqual([{ two: 2 }]);
});

describe('whom it runs as', () => {
  testAsRoot('root with a user postgres: runs as that user', async ({ skip }) => {
    const account = serverAccount(undefined);
    if (account?.name !== 'postgres') skip('this machine has no user postgres');
    const dataDir = dataFolder();
    await start(dataDir);
    expect(ownerOf(postmasterPid(clusterOf(dataDir)))).toBe(account?.uid);
  });

  testAsRoot(
    'root that may not look at processes of others, as in a container: starts and stops it',
    async ({ skip }) => {
      if (!existsSync('/usr/bin/setpriv')) skip('this machine has no setpriv');
      const dataDir = preparedFolder();
      const { child, said } = await startProcess(dataDir, undefined, [
        'setpriv',
        '--bounding-set',
        '-sys_ptrace',
      ]);
      expect(said).toMatchObject({ adopted: false });
      child.kill('SIGTERM');
      await once(child, 'exit');
      expect(processesOf(realpathSync(clusterOf(dataDir)))).toEqual([]);
    },
  );

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

  test('a lock file that another start has made but not written yet is waited for', async () => {
    const dataDir = preparedFolder();
    const lockFile = join(clusterOf(dataDir), 'postmaster.pid');
    writeFileSync(lockFile, '');
    const starting = start(dataDir);
    const serverLog = (): string => readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8');
    await expect.poll(serverLog, { interval: 5 }).toContain('lock file "postmaster.pid" is empty');
    // That other start failed.
    rmSync(lockFile);
    expect((await starting).adopted).toBe(false);
  });

  test.each([
    ['', -1],
    [', after which the clock is behind', 1],
  ])('an empty lock file that a power cut left behind%s does not stop the start', async (_clock, hours) => {
    const dataDir = preparedFolder();
    const lockFile = join(clusterOf(dataDir), 'postmaster.pid');
    writeFileSync(lockFile, '');
    const written = new Date(Date.now() + hours * 3_600_000);
    utimesSync(lockFile, written, written);
    expect((await start(dataDir)).adopted).toBe(false);
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

  test('a server that dies while its port is taken comes back on that port, however long it takes to be free', async () => {
    const dataDir = preparedFolder();
    const { logger, phrases } = recording();
    const server = await start(dataDir, { logger, restartDelaysMs: [1, 10] });
    process.kill(postmasterPid(clusterOf(dataDir)), 'SIGKILL');
    const other = await listenAsSoonAsFree(server.port);
    const tries = (): number =>
      phrases.filter((phrase) => phrase === 'database server could not be started again').length;
    await expect.poll(tries, { timeout: 20_000 }).toBeGreaterThan(2);
    other.close();
    await expect
      .poll(() => query(server.url.reveal(), 'SELECT 1 AS one').catch(() => 'away'), { timeout: 20_000 })
      .toEqual([{ one: 1 }]);
  });

  test('a server that another process took over when its owner’s connection broke is left to that one', async () => {
    const dataDir = preparedFolder();
    const { logger, phrases } = recording();
    const server = await start(dataDir, { logger });
    const text = readFileSync(join(dataDir, 'embedded-postgres.json'), 'utf8');
    const { superuserPassword: password } = JSON.parse(text) as { superuserPassword: string };
    const { port } = server;
    const other = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' });
    await other.connect();
    await other.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'ledger-mirror holder%';
       SELECT pg_advisory_lock(hashtext('ledger_mirror.embedded'))`,
    );
    await expect
      .poll(() => phrases, { timeout: 20_000 })
      .toContain('database server could not be started again');
    await server.stop();
    expect((await other.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await other.end();
    expect((await start(dataDir)).adopted).toBe(true);
  });

  test('stopping does not wait for the next try to start it again', async () => {
    const dataDir = preparedFolder();
    const { logger, phrases } = recording();
    const server = await start(dataDir, { logger, restartDelaysMs: [3_600_000] });
    process.kill(postmasterPid(clusterOf(dataDir)), 'SIGKILL');
    await expect
      .poll(() => phrases, { timeout: 20_000 })
      .toContain('database server ended unexpectedly, starting it again');
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
