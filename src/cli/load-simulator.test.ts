import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

import { isAppError, toAppError } from '../base/errors.ts';
import { loadSimulator } from './load-simulator.ts';

const run = promisify(execFile);
const inside = new URL('../../simulator/src/', import.meta.url).href;
const main = fileURLToPath(new URL('main.ts', import.meta.url));

/** Files of the simulator that a command loads. */
async function loadedBy(...words: string[]): Promise<string[]> {
  const spy = `
    import { registerHooks } from 'node:module';
    registerHooks({
      load(url, context, next) {
        if (url.startsWith('${inside}')) console.error('loaded ' + url.slice(${inside.length}));
        return next(url, context);
      },
    });`;
  const flags = ['--import', `data:text/javascript,${encodeURIComponent(spy)}`];
  const { stderr } = await run(process.execPath, [...flags, main, ...words]);
  return [...stderr.matchAll(/^loaded (.+)$/gm)].map(([, file]) => file ?? '');
}

test('nothing of the simulator is loaded until somebody asks for it', async () => {
  expect(await loadedBy('--help')).toEqual([]);
  expect(await loadedBy('start', '--help')).toEqual([]);
  expect(await loadedBy('simulator', '--help')).toContain('index.ts');
});

test('help that is asked for by name has the options of the simulator too', async () => {
  const { stdout } = await run(process.execPath, [main, 'help', 'simulator']);
  expect(stdout).toContain('--webhook-token <token>');
  expect(stdout).toBe((await run(process.execPath, [main, 'simulator', '--help'])).stdout);
});

test('what keeps the simulator from starting is an error of the program, in the same words', async () => {
  const { startSimulator, silentLogger, simulatorErrors } = await loadSimulator();
  const options = { seed: 1, size: 'tiny', companies: 1, logger: silentLogger } as const;
  const simulator = await startSimulator({ ...options, port: 0 });
  const port = Number(new URL(simulator.url).port);
  const refused: unknown = await startSimulator({ ...options, port }).catch((error: unknown) => error);
  await simulator.stop();
  expect(isAppError(refused, 'SIMULATOR_PORT_TAKEN')).toBe(true);
  expect(toAppError(refused)).toMatchObject({
    message: simulatorErrors.SIMULATOR_PORT_TAKEN,
    details: { port },
    row: { owner: 'operator', next: 'give-up', httpStatus: 500 },
    cause: { cause: { code: 'EADDRINUSE' } },
  });
});
