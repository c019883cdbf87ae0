import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tidyLogFiles } from './log-files.ts';
import { createLog } from './logging.ts';

let folder: string;
const now = new Date('2026-03-20T08:00:00Z');
const screen = new Writable({ write: (_chunk, _encoding, done) => done() });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-mirror-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A file that was last written so many minutes before now. */
async function leave(name: string, minutesAgo: number, text = `what ${name} says\n`): Promise<void> {
  const at = new Date(now.getTime() - minutesAgo * 60_000);
  await writeFile(join(folder, name), text, { mode: 0o600 });
  await utimes(join(folder, name), at, at);
}
const tidy = (keep: number) => tidyLogFiles(join(folder, 'ledger.log'), { keep, now });
const left = async (): Promise<string[]> => (await readdir(folder)).toSorted();

test('files that earlier starts left behind are removed by the next one, however seldom a file turns', async () => {
  for (let day = 10; day < 30; day += 1) await leave(`ledger.2025-01-${day}.1.log`, 60);
  const log = await createLog({
    level: 'info',
    format: 'json',
    file: { path: join(folder, 'ledger.log'), maxMb: 50, keep: 14 },
    stream: screen,
  });
  log.logger.info('begun');
  await log.close();
  const files = await left();
  expect(files).toHaveLength(14);
  expect(files[0]).toMatch(/^ledger\.2025-01-17\.1\.log/);
});

test('the newest stay as they are, older days are packed with their text and their mode', async () => {
  await leave('ledger.2026-03-18.1.log', 2000);
  await leave('ledger.2026-03-19.2.log', 900);
  await leave('ledger.2026-03-20.1.log', 30);
  await leave('ledger.2026-03-20.2.log', 0);
  await tidy(14);
  expect(await left()).toEqual([
    'ledger.2026-03-18.1.log.gz',
    'ledger.2026-03-19.2.log.gz',
    'ledger.2026-03-20.1.log',
    'ledger.2026-03-20.2.log',
  ]);
  const packed = join(folder, 'ledger.2026-03-19.2.log.gz');
  expect(gunzipSync(await readFile(packed)).toString()).toBe('what ledger.2026-03-19.2.log says\n');
  expect((await stat(packed)).mode & 0o777).toBe(0o600);
});

test('what another process may still write to is not packed away under it', async () => {
  await leave('ledger.2026-03-19.1.log', 5);
  await leave('ledger.2026-03-20.1.log', 0);
  await tidy(14);
  expect(await left()).toEqual(['ledger.2026-03-19.1.log', 'ledger.2026-03-20.1.log']);
});

test('the oldest go first, packed or not, by date and number', async () => {
  await leave('ledger.2026-03-17.1.log.gz', 5000);
  await leave('ledger.2026-03-18.9.log', 2000);
  await leave('ledger.2026-03-18.10.log', 1990);
  await leave('ledger.2026-03-20.1.log', 0);
  await tidy(2);
  expect(await left()).toEqual(['ledger.2026-03-18.10.log.gz', 'ledger.2026-03-20.1.log']);
});

test('files of others, and what a kill left half packed, are told apart', async () => {
  const others = [
    'ledger.log',
    'ledger.2026-03-01.log',
    'other.2026-03-01.1.log',
    'ledger.2026-03-01.1.log.bak',
  ];
  for (const name of others) await leave(name, 9000);
  await leave('ledger.2026-03-18.1.log', 2000);
  await leave('ledger.2026-03-18.1.log.gz.77.part', 2000, 'half');
  await leave('ledger.2026-03-20.1.log', 0);
  await tidy(1);
  expect(await left()).toEqual([...others, 'ledger.2026-03-20.1.log'].toSorted());
});
