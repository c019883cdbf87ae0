import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { organizationsOf, whenCurrent } from '../support/ask-product.ts';
import {
  databasePid,
  freePort,
  isAlive,
  main,
  makeDataDir,
  removeDataDir,
  runCommand,
  startProduct,
} from '../support/product.ts';

let dataDir: string;

/** One folder for all: each test finds and leaves a stopped installation, as its user would. */
beforeAll(() => {
  dataDir = makeDataDir();
});
afterAll(() => removeDataDir(dataDir));

test('a taken web port is refused before anything is made', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  const nothingYet = join(dataDir, 'nothing-yet');
  const refused = await runCommand(['start'], { DATA_DIR: nothingYet, PORT: String(port) });
  other.close();
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(`Port ${port} is in use by another program`);
  expect(existsSync(nothingYet)).toBe(false);
});

test('it stops on SIGTERM and SIGINT, leaves no process behind, and the next start connects nothing again', async () => {
  const first = await startProduct({ DATA_DIR: dataDir });
  const database = databasePid(dataDir) ?? 0;
  expect(isAlive(database)).toBe(true);
  expect(await first.stop('SIGTERM')).toBe(0);
  expect(isAlive(database)).toBe(false);

  const second = await startProduct({ DATA_DIR: dataDir });
  expect(second.logs()).not.toContain('company connected');
  expect(await organizationsOf(second)).toHaveLength(2);
  const again = databasePid(dataDir) ?? 0;
  expect(await second.stop('SIGINT')).toBe(0);
  expect(isAlive(again)).toBe(false);
});

test('of two starts at once on one data folder, the one that loses names the address of the other', async () => {
  const ports = [String(await freePort()), String(await freePort())];
  const outcomes = await Promise.allSettled(ports.map((PORT) => startProduct({ DATA_DIR: dataDir, PORT })));
  const won = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const [lost] = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  for (const product of won) await product.stop();
  expect(won).toHaveLength(1);
  expect(lost).toContain(`already runs on this data folder: ${won[0]?.url}`);
  // Once, and not once more as a line of the log.
  expect(lost?.split('already runs on this data folder')).toHaveLength(2);
});

test('when nobody reads its output any more it stops cleanly and leaves nothing behind', async () => {
  // As `npm start | head`: the reader has gone when the banner comes.
  const pipeline = spawn('sh', ['-c', `{ "$NODE" "$MAIN" start; echo $? > "$DATA_DIR/code"; } | true`], {
    cwd: dataDir,
    env: {
      PATH: process.env['PATH'],
      NODE: process.execPath,
      MAIN: main,
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
    },
    stdio: 'ignore',
  });
  await once(pipeline, 'exit');
  expect((await readFile(join(dataDir, 'code'), 'utf8')).trim()).toBe('0');
  expect(databasePid(dataDir)).toBeUndefined();

  const product = await startProduct({ DATA_DIR: dataDir, LOG_LEVEL: 'debug' });
  const database = databasePid(dataDir) ?? 0;
  product.closeOutput();
  await fetch(`${product.url}/v1/health/live`);
  expect(await product.exited).toBe(0);
  expect(isAlive(database)).toBe(false);

  // A short command brings its own database server and takes it away again.
  const query = spawn('sh', ['-c', `"$NODE" "$MAIN" sql -c 'select 1' | true`], {
    cwd: dataDir,
    env: { PATH: process.env['PATH'], NODE: process.execPath, MAIN: main, DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  await once(query, 'exit');
  expect(databasePid(dataDir)).toBeUndefined();
});

test('after kill -9 the next start takes the database server over and says so', async () => {
  const first = await startProduct({ DATA_DIR: dataDir });
  const database = databasePid(dataDir) ?? 0;
  await first.kill();
  expect(isAlive(database)).toBe(true);
  const second = await startProduct({ DATA_DIR: dataDir });
  expect(second.logs()).toContain('took over a database server');
  expect(databasePid(dataDir)).toBe(database);
  await whenCurrent(second, 2);
  expect(await second.stop()).toBe(0);
  expect(isAlive(database)).toBe(false);
});
