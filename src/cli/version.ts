import { readFileSync } from 'node:fs';

import { packageDirectory } from './paths.ts';

const packageFile = new URL('package.json', packageDirectory);

export function packageVersion(): string {
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
}
