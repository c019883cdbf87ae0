import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Another process with the same LOG_FILE turns a moment later, and would write on into what was packed. */
const QUIET_MS = 10 * 60_000;

type LogFile = {
  readonly name: string;
  readonly date: string;
  readonly number: number;
  readonly packed: boolean;
};

/**
 * Keeps so many files of a log that turns, the one in use included, and packs those of earlier days. What turns them only
 * tidies when it turns one: a program that is stopped every evening would keep all of them.
 * @param path  as in LOG_FILE; its files are `name.2026-01-31.1.log`, with `.gz` once they are packed
 */
export async function tidyLogFiles(path: string, options: { keep: number; now: Date }): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder);
  for (const name of names) {
    const [draft, packed = ''] = /^(.+\.gz)\.\d+\.part$/.exec(name) ?? [];
    if (draft === undefined || toLogFile(path, packed) === undefined) continue;
    if (await isQuiet(join(folder, name), options.now)) await rm(join(folder, name), { force: true });
  }
  const files = names.flatMap((name) => toLogFile(path, name) ?? []).toSorted(newestFirst);
  for (const { name } of files.slice(options.keep)) await rm(join(folder, name), { force: true });
  const newest = files[0]?.date ?? '';
  for (const { name, date, packed } of files.slice(0, options.keep)) {
    if (packed || date >= newest || !(await isQuiet(join(folder, name), options.now))) continue;
    await pack(join(folder, name));
  }
}

function toLogFile(path: string, name: string): LogFile | undefined {
  const { name: stem, ext } = parse(path);
  if (!name.startsWith(`${stem}.`)) return undefined;
  const [, date, number, rest] = /^(\d{4}-\d\d-\d\d)\.(\d{1,9})(.*)$/.exec(name.slice(stem.length + 1)) ?? [];
  if (date === undefined || (rest !== ext && rest !== `${ext}.gz`)) return undefined;
  return { name, date, number: Number(number), packed: rest !== ext };
}

const newestFirst = (a: LogFile, b: LogFile): number =>
  a.date === b.date ? b.number - a.number : a.date < b.date ? 1 : -1;

/** Not written to for a while; what another process has removed meanwhile is nobody's business any more. */
async function isQuiet(path: string, now: Date): Promise<boolean> {
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return facts !== undefined && now.getTime() - facts.mtime.getTime() >= QUIET_MS;
}

/** Aside first, under a name of this process: a kill in between leaves the file as it was. */
async function pack(path: string): Promise<void> {
  const { mtime } = await stat(path);
  const draft = `${path}.gz.${process.pid}.part`;
  await pipeline(
    createReadStream(path),
    createGzip(),
    createWriteStream(draft, { mode: 0o600, flags: 'wx' }),
  );
  await utimes(draft, mtime, mtime);
  await rename(draft, `${path}.gz`);
  await rm(path, { force: true });
}
