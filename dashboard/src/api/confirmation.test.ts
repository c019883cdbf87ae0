import { afterEach, expect, test, vi } from 'vitest';
import { answerConfirmations } from './confirmation.ts';
import { callApi } from './http-client.ts';

afterEach(() => void vi.unstubAllGlobals());

const wanted = () =>
  Response.json({ code: 'ACCESS_CONFIRMATION_REQUIRED', detail: 'Type it.' }, { status: 403 });

test('what wants the password goes on once it was typed, and several calls ask for it once', async () => {
  let confirmed = false;
  let asked = 0;
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(confirmed ? Response.json({ path }) : wanted()));
  const stop = answerConfirmations(async () => {
    asked += 1;
    await Promise.resolve();
    confirmed = true;
    return true;
  });
  const answers = await Promise.all([
    callApi('/v1/keys', { method: 'POST', body: { name: 'x' } }),
    callApi('/v1/users/1/link', { method: 'POST' }),
  ]);
  stop();
  expect(answers).toEqual([{ path: '/v1/keys' }, { path: '/v1/users/1/link' }]);
  expect(asked).toBe(1);
});

test('whoever would rather not type it is told why nothing happened, and is not asked again and again', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(wanted()));
  let asked = 0;
  const answer = (typed: boolean) => () => {
    asked += 1;
    return Promise.resolve(typed);
  };
  for (const typed of [false, true]) {
    const stop = answerConfirmations(answer(typed));
    await expect(callApi('/v1/keys', { method: 'POST' })).rejects.toThrow('Type it.');
    stop();
  }
  expect(asked).toBe(2);
  await expect(callApi('/v1/keys', { method: 'POST' })).rejects.toThrow('Type it.');
});
