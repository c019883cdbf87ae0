import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

import { expect, test } from 'vitest';

import { isAppError } from '../base/errors.ts';
import { Secret } from '../base/secret.ts';
import { keysOfCommand } from './key-command.ts';

const key = (): string => randomBytes(32).toString('base64');
const node = (script: string): Secret =>
  new Secret(`"${process.execPath}" -e "${script.replaceAll('"', '\\"')}"`);

test('the first line that a command prints is the key, further ones are keys before it', async () => {
  const [first, second] = [key(), key()];
  const { current, previous } = await keysOfCommand(
    node(`console.log('${first}'); console.log('${second}')`),
  );
  expect(current.reveal()).toBe(first);
  expect(previous.map((one) => one.reveal())).toEqual([second]);
});

test('it is run by the shell', async () => {
  const printed = key();
  expect((await keysOfCommand(new Secret(`echo not this >&2 && echo ${printed}`))).current.reveal()).toBe(
    printed,
  );
});

test.each([
  ['fails', `console.log('SECRET'); console.error('SECRET'); process.exit(3)`, 'it ended with 3'],
  ['prints nothing', '', 'it printed nothing'],
  ['prints something else', `console.log('SECRET')`, 'not 32 bytes in base64'],
  ['prints without end', `setInterval(() => console.log('SECRET'.repeat(1000)), 1)`, 'not 32 bytes'],
  ['hangs', `setInterval(() => {}, 1000)`, 'no answer within 2 s'],
])('a command that %s is told in words, and nothing of what it printed', async (_title, script, reason) => {
  const error: unknown = await keysOfCommand(node(script), 2000).catch((thrown: unknown) => thrown);
  if (!isAppError(error, 'CLI_KEY_COMMAND_FAILED')) throw error;
  expect(error.message).toContain(reason);
  expect(inspect(error, { depth: 9 })).not.toContain('SECRET');
});
