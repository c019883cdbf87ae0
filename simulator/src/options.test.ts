import { Command } from 'commander';
import { expect, test } from 'vitest';

import { type SimulatorArguments, addSimulatorOptions, readSimulatorOptions } from './options.ts';
import { defaultSwitches } from './world/switches.ts';

function read(...words: string[]): SimulatorArguments {
  const command = new Command();
  addSimulatorOptions(command);
  command.parse(words, { from: 'user' });
  const options = readSimulatorOptions(command.opts());
  if (typeof options === 'string') throw new Error(options);
  return options;
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
    switches: defaultSwitches,
  });
  expect(defaultSwitches.limits.enabled).toBe(false);
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
  expect(switches).toMatchObject({
    limits: { enabled: true, scale: 0.5, perMinute: 500 },
    metering: { block: true, monthlyReads: 900 },
    webhooks: { shape: 'classic' },
    tokens: { rotation: 'always', graceMs: 60_000 },
    cdcDays: 0,
    merges: { restamp: true },
    idOrder: 'lexical',
  });
  expect(read('--limits', 'off').switches).toMatchObject({ limits: { enabled: false } });
});
