import { expect, test } from 'vitest';

import { cliError } from './errors.ts';
import { reportError } from './print-error.ts';

const plain = { json: false, debug: false };

test('wrong usage exits with 2, a failure with 1, and neither shows a stack', () => {
  expect(reportError(cliError('CLI_USAGE'), plain).exitCode).toBe(2);
  const report = reportError(cliError('CLI_PORT_TAKEN', { details: { port: 3000 } }), plain);
  expect(report.exitCode).toBe(1);
  expect(report.lines).toEqual([
    'The port of the web server is in use by another program. Stop that program, or choose another port with PORT. (CLI_PORT_TAKEN)',
    '  port: 3000',
  ]);
});

test('every problem is a line of its own', () => {
  const error = cliError('CLI_USAGE', {
    text: 'Two things are wrong.',
    details: { problems: ['A is.', 'B is.'] },
  });
  expect(reportError(error, plain).lines).toEqual([
    'Two things are wrong. (CLI_USAGE)',
    '  - A is.',
    '  - B is.',
  ]);
});

test('the reason underneath is told, also when a connection failed on every address', () => {
  const cause = new AggregateError([new Error('connect ECONNREFUSED 127.0.0.1:1')]);
  const { lines } = reportError(cliError('CLI_NOT_RUNNING', { cause }), plain);
  expect(lines[1]).toBe('  because: connect ECONNREFUSED 127.0.0.1:1');
});

test('a sentence that names its facts, and a cause that says the same in general, are told once', () => {
  const cause = cliError('CLI_NOT_RUNNING');
  const error = cliError('CLI_NOT_RUNNING', {
    text: 'Nothing runs on /x.',
    cause,
    details: { dataDir: '/x', port: 3 },
  });
  expect(reportError(error, plain).lines).toEqual(['Nothing runs on /x. (CLI_NOT_RUNNING)', '  port: 3']);
});

test('a bug says where it happened only when asked', () => {
  const bug = new TypeError('x is not a function');
  expect(reportError(bug, plain).lines.join('\n')).not.toContain('print-error.test.ts');
  expect(reportError(bug, { json: false, debug: true }).lines.join('\n')).toContain('print-error.test.ts');
});

test('with --json the error is one JSON object', () => {
  const { lines } = reportError(cliError('CLI_NOT_RUNNING', { details: { dataDir: '/x' } }), {
    json: true,
    debug: false,
  });
  expect(JSON.parse(lines.join('\n'))).toMatchObject({
    error: { code: 'CLI_NOT_RUNNING', details: { dataDir: '/x' } },
  });
});
