import { Command } from 'commander';
import { expect, test } from 'vitest';

import { switchesFrom } from '../simulator/index.ts';
import { runCommandLine } from './program.ts';
import { addSimulatorOptions, readSimulatorOptions } from './simulator-options.ts';
import type { Terminal } from './terminal.ts';

function read(...words: string[]): ReturnType<typeof readSimulatorOptions> {
  const command = new Command();
  addSimulatorOptions(command);
  command.parse(words, { from: 'user' });
  return readSimulatorOptions(command.opts());
}

test('without options the simulator serves four small companies on port 4010, without limits', () => {
  expect(read()).toEqual({
    host: '127.0.0.1',
    port: 4010,
    seed: 1,
    size: 'small',
    companies: 4,
    stateDir: undefined,
    live: undefined,
    webhooks: [],
    switches: [],
  });
});

test('sizes are words or numbers', () => {
  expect(read('--size', 'large').size).toBe('large');
  expect(read('--size', '1200').size).toBe(1_200);
});

test('limits, budget, webhooks and rotation become switches, and any other can be named', () => {
  const words = `--limits 0.5 --monthly-budget 900 --webhook-shape classic --rotation always --rotation-grace 60
    --webhook-url http://localhost:3000/x --webhook-token secret
    --switch cdcDays=0 --switch merges.restamp=true --switch idOrder=lexical`;
  const { webhooks, switches } = read(...words.split(/\s+/));
  expect(webhooks).toEqual([{ url: 'http://localhost:3000/x', verifierToken: 'secret' }]);
  expect(switchesFrom(switches)).toMatchObject({
    limits: { enabled: true, scale: 0.5, perMinute: 500 },
    metering: { block: true, monthlyReads: 900 },
    webhooks: { shape: 'classic' },
    tokens: { rotation: 'always', graceMs: 60_000 },
    cdcDays: 0,
    merges: { restamp: true },
    idOrder: 'lexical',
  });
  expect(switchesFrom(read('--limits', 'off').switches)).toMatchObject({ limits: { enabled: false } });
});

test.each([
  ['--port', '0', 'from 1 to 65535'],
  ['--port', 'http', 'from 1 to 65535'],
  ['--companies', '0', 'from 1 to 1000'],
  ['--size', 'huge', 'tiny, small, medium, large or a number'],
  ['--size', '0', 'tiny, small, medium, large or a number'],
  ['--seed', '-1', 'whole number'],
  ['--live', '1.5', 'whole number'],
  ['--limits', 'some', 'above 0, or off'],
  ['--limits', '0', 'above 0, or off'],
  ['--monthly-budget', '0', 'whole number'],
  ['--webhook-url', 'ftp://somewhere', 'http or https'],
  ['--webhook-url', 'http://localhost:3000/x', '--webhook-token belong together'],
  ['--webhook-token', 'secret', '--webhook-url and'],
  ['--webhook-shape', 'xml', 'cloudevents or classic'],
  ['--rotation', 'never', 'daily or always'],
  ['--rotation-grace', 'long', 'whole number'],
  ['--switch', 'cdcDays', 'a name, =, and a value'],
  ['--switch', 'noSuch=1', 'noSuch: no such switch'],
  ['--switch', 'limits=5', 'limits: an object is expected'],
  ['--switch', 'cdcCap=all', 'cdcCap: one of response, entity is expected'],
  ['--switch', 'toString=1', 'toString: no such switch'],
])('%s %s is refused by name', async (option, value, reason) => {
  const terminal = { out: () => undefined, err: () => undefined } as unknown as Terminal;
  const refused = runCommandLine(['simulator', option, value], terminal, {});
  await expect(refused).rejects.toMatchObject({ code: 'CLI_USAGE' });
  await expect(refused).rejects.toThrow(option);
  await expect(refused).rejects.toThrow(reason);
});
