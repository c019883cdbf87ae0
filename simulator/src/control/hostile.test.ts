import { expect, test } from 'vitest';

import { type Bench, startBench } from '../../test/support/harness.ts';
import { controlRoutes } from './routes.ts';

const bad: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  'x',
  '\u0000',
  '__proto__',
  'constructor',
  [],
  {},
  '9'.repeat(5_000),
];

async function post(bench: Bench, path: string, body: string): Promise<[status: number, text: string]> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(bench.simulator.url + path, { method: 'POST', headers, body });
  return [answer.status, await answer.text()];
}

const isAlive = async (bench: Bench): Promise<void> => {
  for (const path of ['clock', 'switches', 'faults', 'webhooks', 'calls', 'companies'])
    expect(await bench.control(path), path).not.toHaveProperty('error');
};

test('whatever is put into a field of a control call, it is taken or refused in a sentence, and the simulator lives on', async () => {
  await using bench = await startBench({ companies: 1 });
  const routes = controlRoutes.filter(({ method }) => method === 'POST');
  let refused = 0;
  for (const { path: pattern, takes } of routes) {
    const path = pattern.replace(':realm', bench.realmId);
    for (const field of takes ?? ['cdcDays', 'limits', 'tokens', 'idOrder', '__proto__']) {
      for (const value of bad) {
        const [status, text] = await post(bench, path, `{${JSON.stringify(field)}:${JSON.stringify(value)}}`);
        expect(status, `${path} ${field} ${JSON.stringify(value)?.slice(0, 50)}: ${text}`).toBeLessThan(500);
        if (status >= 400) refused += 1;
        if (status >= 400) expect(JSON.parse(text)).toEqual({ error: expect.stringMatching(/\w+.*/) });
      }
    }
    for (const body of ['{', 'null', '[]', '"x"', '\u0000'])
      expect((await post(bench, path, body))[0], `${path} ${body}`).toBe(400);
  }
  expect(refused).toBeGreaterThan(200);
  await isAlive(bench);
});

test('a misspelt field is refused by name, with those there are', async () => {
  await using bench = await startBench({ companies: 1 });
  expect(await bench.control('clock', { advanceSecond: 5 })).toEqual({
    error: 'There is no field advanceSecond here; this call takes advanceSeconds, jumpSeconds.',
  });
  expect(await bench.control('clock', { advanceSeconds: 1e12 })).toEqual({
    error: 'The time must stay between the years 1990 and 2199.',
  });
});

test('odd paths and methods are not found, whatever they hold', async () => {
  await using bench = await startBench({ companies: 1 });
  const paths = [
    '',
    'nope',
    'companies/1',
    'companies/__proto__',
    'companies/%00',
    'companies/%',
    'webhooks/x',
  ];
  const states = ['Nope', '__proto__', 'constructor', '%E0%A4%A'];
  for (const path of [...paths, ...states.map((name) => `companies/${bench.realmId}/state/${name}`)]) {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await fetch(`${bench.simulator.url}/simulator/${path}`, { method });
      expect(answer.status, `${method} ${path}`).toBe(404);
    }
  }
});
