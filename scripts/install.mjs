/**
 * Brings node_modules to what package-lock.json says, and does nothing when it is there already.
 * Plain JavaScript that runs on Node 20, because it runs before anything is installed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Explained, root, run } from './prepare.mjs';

const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Installs dependencies when what is installed is not what package-lock.json says. Returns whether it did. */
export async function installWhenNeeded(say, folder = root) {
  if (missing(folder) === undefined) return false;
  return oneAtATime(join(folder, '.cache', 'installing'), say, async () => {
    const reason = missing(folder);
    if (reason === undefined) return false;
    say(`Installing dependencies (${reason.text}); this takes a minute or two the first time…`);
    const npm = npmCommand();
    const code = await run(npm.file, [...npm.args, ...reason.npm, ...quiet], { cwd: folder });
    if (code === 0) return true;
    throw new Explained(
      [
        'The dependencies could not be installed; the lines above are npm’s own.',
        'Most often the npm registry cannot be reached: check the connection and, behind a proxy,',
        '`npm config get registry` and `npm config get proxy`. Then run the same command again;',
        '`npm ci` installs everything from the beginning.',
      ].join('\n'),
    );
  });
}

const nothing = { text: 'nothing is installed yet', npm: ['ci'] };
// Not `npm ci`: it begins by deleting node_modules, and with it the modules of a program that runs from this folder and
// the files of its PostgreSQL. This replaces only what changed.
const changed = { text: 'package-lock.json has changed', npm: ['install', '--no-save'] };

/**
 * npm itself records what it installed, as its last step, in node_modules/.package-lock.json:
 * comparing that with the lock file also notices an installation that was interrupted.
 */
function missing(folder) {
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  if (wanted === undefined)
    throw new Explained(
      'package-lock.json is missing or damaged; restore it with `git checkout package-lock.json`.',
    );
  const installed = packagesOf(join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return nothing;
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    // The rest are this package and its workspaces; each workspace is also a link in node_modules.
    if (!path.startsWith('node_modules/')) continue;
    // Optional packages are for other platforms.
    if (installed[path] === undefined ? optional !== true : installed[path].version !== version)
      return changed;
  }
  return undefined;
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** npm names its own program for the scripts it runs; outside npm the one on the path has to do. */
function npmCommand() {
  const own = process.env.npm_execpath;
  if (own !== undefined && /npm-cli\.c?js$/.test(own) && existsSync(own))
    return { file: process.execPath, args: [own] };
  return { file: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/** `npm start` and `npm test` of a fresh clone, begun together, would delete what the other is just writing. */
async function oneAtATime(file, say, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waits = false; !take(file); waits = true) {
    if (!waits) say(`Waiting for another installation to end (if there is none, delete ${file})…`);
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Writes our process id into a file that must not exist; one that a killed process left is in nobody's way. */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!holderLives(file)) rmSync(file, { force: true });
  return false;
}

function holderLives(file) {
  try {
    // Of a file whose process has not written yet, or that has gone meanwhile, nothing is known: look again.
    const pid = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return pid === '' || process.kill(Number(pid), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
