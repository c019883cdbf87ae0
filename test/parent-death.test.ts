import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

const module = fileURLToPath(new URL('../bin/parent-death.mjs', import.meta.url));

// npm, its shell, and the script in it. The colon keeps the shell from making room for the script.
const script = `import(process.env.WATCH).then(({ watchParent }) => {
  setInterval(() => undefined, 1000);
  watchParent(() => { console.log('npm has gone'); process.exit(); });
  console.log('watching');
});`;
const npm = `require('node:child_process').spawn('sh', ['-c', '"$NODE" -e "$SCRIPT"; :'], { stdio: 'inherit' });`;

test.runIf(process.platform === 'linux')(
  'a script notices when npm is killed, although the shell between them lives on',
  async () => {
    const child = spawn(process.execPath, ['-e', npm], {
      env: {
        ...process.env,
        NODE: process.execPath,
        SCRIPT: script,
        WATCH: module,
        npm_lifecycle_event: 'start',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    // Ends when the last process that holds the other end has ended.
    for await (const line of createInterface(child.stdout)) {
      said.push(line);
      if (line === 'watching') child.kill('SIGKILL');
    }
    expect(said).toEqual(['watching', 'npm has gone']);
  },
);
