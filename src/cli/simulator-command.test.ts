import { expect, test } from 'vitest';

import { runCommandLine } from './program.ts';
import type { Terminal } from './terminal.ts';

// The options are the simulator's own (simulator/src/options.test.ts); here is how the command line tells what is wrong.
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
