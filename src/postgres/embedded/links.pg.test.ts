import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import {
  dataFolder,
  preparedFolder,
  start,
  testAsRoot,
  withFolders,
} from '../../../test/support/embedded-folders.ts';
import { serverAccount } from './account.ts';

withFolders();

// As root the program works in a folder of the server's user. Whoever got hold of that user puts links there.

const VICTIM = 'kept as it is\n';

function victim(): string {
  const path = join(dataFolder(), 'of-root');
  writeFileSync(path, VICTIM, { mode: 0o600 });
  return path;
}

testAsRoot.each([
  ['a link to a file of root’s', (log: string, file: string) => symlinkSync(file, log)],
  ['a link to a file that is not there', (log: string, file: string) => symlinkSync(`${file}.new`, log)],
  ['another name of a file of root’s', (log: string, file: string) => linkSync(file, log)],
  ['a pipe', (log: string) => void execFileSync('sh', ['-c', 'mkfifo "$0"', log])],
])('a start as root writes through nothing that stands in place of the log: %s', async (_what, put) => {
  const dataDir = preparedFolder();
  const log = join(dataDir, 'postgres', 'server.log');
  const file = victim();
  rmSync(log, { force: true });
  put(log, file);
  await expect(start(dataDir)).rejects.toMatchObject({
    code: 'DATABASE_EMBEDDED_FOLDER',
    message: expect.stringMatching(
      /server\.log is a link, or belongs to somebody else.*move it away/,
    ) as string,
  });
  expect(readFileSync(file, 'utf8')).toBe(VICTIM);
  expect(statSync(file)).toMatchObject({ uid: 0, mode: 0o100_600 });
  expect(existsSync(`${file}.new`)).toBe(false);
  rmSync(log);
  await start(dataDir);
  expect(lstatSync(log)).toMatchObject({ uid: serverAccount(undefined)?.uid, mode: 0o100_600 });
});

testAsRoot('a log that root made, as earlier versions did, is gone on with', async () => {
  const dataDir = preparedFolder();
  const log = join(dataDir, 'postgres', 'server.log');
  writeFileSync(log, 'before\n', { mode: 0o600 });
  await start(dataDir);
  expect(readFileSync(log, 'utf8')).toMatch(/^before\n.*ready to accept connections/s);
});
