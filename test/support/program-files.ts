import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { mayImport, rooms } from '../../boundaries.mjs';
import { importsOf as readImports, type ImportsOf } from './imports.ts';

// The files of `src`, and what each imports, for the tests that look at all of them.

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const src = join(root, 'src');
export const law: Readonly<Record<string, readonly string[]>> = mayImport;
export const divided: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = rooms;

export type Import = {
  /** Both relative to src, as `folder/file.ts`. */
  readonly from: string;
  readonly to: string;
};

export const folderOf = (path: string): string => path.split('/', 1)[0] ?? '';

/** The room of a file, where its folder is divided; undefined for the roof, the files beside the rooms. */
export function roomOf(path: string): string | undefined {
  const [folder = '', room, ...rest] = path.split('/');
  return folder in divided && rest.length > 0 ? room : undefined;
}

function sourceFiles(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort();
}

/** A file as the folders of `src` are written: `folder/file.ts`, and `../` before what is outside. */
export const targetOf = (path: string, specifier: string): string =>
  relative(src, resolve(src, dirname(path), specifier)).replaceAll('\\', '/');

export function importsOf(path: string, { specifiers }: ImportsOf): Import[] {
  return specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({ from: path, to: targetOf(path, specifier) }));
}

export const textOf = (path: string): string => readFileSync(join(src, path), 'utf8');
export const files = sourceFiles();
const parsed = files.map((path) => ({ path, read: readImports(path, textOf(path)) }));
export const imports = parsed.flatMap(({ path, read }) => importsOf(path, read));
/** All but the tests. */
export const programs = parsed.filter(({ path }) => !path.endsWith('.test.ts'));
