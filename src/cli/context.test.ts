import { expect, test } from 'vitest';

import { loadContext } from './context.ts';
import { guardTerminal, processTerminal } from './terminal.ts';

const notice = 'Line 2 of .env: the value of DATABASE_URL ends before the #.';

function invocation(env: Record<string, string>) {
  const told: string[] = [];
  const terminal = guardTerminal({ ...processTerminal(), err: (line) => void told.push(line) });
  return { told, invocation: { env, terminal, notices: [notice] } };
}

test('what is odd in .env is told by every command, once', async () => {
  const short = invocation({});
  await loadContext(short.invocation, { longRunning: false });
  expect(short.told).toEqual([`Note: ${notice}`]);
  const own = invocation({});
  const context = await loadContext(own.invocation, { longRunning: false, tellsNotices: true });
  expect(own.told).toEqual([]);
  expect(context.notices).toEqual([notice]);
});

test('and beside the settings that are wrong because of it', async () => {
  const { invocation: wrong } = invocation({ PORT: 'x' });
  await expect(loadContext(wrong, { longRunning: false })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    details: { problems: ['PORT must be a whole number from 1 to 65535.', notice] },
  });
});
