import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The dashboard as it is built, with maps, which tell what its files were made of.
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = mkdtempSync(join(tmpdir(), 'licences-'));
let bundled: string[] = [];

beforeAll(async () => {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const options = ['build', '--outDir', dist, '--sourcemap', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: join(root, 'dashboard') });
  const assets = join(dist, 'assets');
  const maps = readdirSync(assets).filter((name) => name.endsWith('.js.map'));
  const sources = maps.flatMap(
    (name) => (JSON.parse(readFileSync(join(assets, name), 'utf8')) as { sources: string[] }).sources,
  );
  const packages = sources.flatMap(
    (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(source)?.[1] ?? [],
  );
  bundled = [...new Set(packages)];
}, 120_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

/** The text of a package's licence, as it lies in the package. */
function licenceOf(name: string): string | undefined {
  const folder = join(root, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8');
}

const words = (text: string): string => text.replaceAll(/[\s>]+/g, ' ').trim();

test('the dashboard brings the licence text of every package that is bundled into it', () => {
  const text = readFileSync(join(dist, 'licences.txt'), 'utf8');
  expect(bundled.length).toBeGreaterThan(5);
  expect(bundled).toContain('react-dom');
  for (const name of bundled) {
    expect(text, name).toContain(name);
    const licence = licenceOf(name);
    if (licence !== undefined) expect(words(text), name).toContain(words(licence));
  }
});
