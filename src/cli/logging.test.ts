import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';

import { expect, test } from 'vitest';

import { Secret } from '../base/secret.ts';
import { cliError } from './errors.ts';
import { createLog, type LogOptions } from './logging.ts';
import { reportError } from './print-error.ts';

function memory(): { stream: Writable; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

async function logged(options: Partial<LogOptions>): Promise<string> {
  const { stream, text } = memory();
  const log = await createLog({ level: 'info', format: 'json', file: undefined, stream, ...options });
  const error = cliError('CLI_PORT_TAKEN', { cause: new Error('EADDRINUSE'), details: { port: 3000 } });
  log.logger.child({ part: 'web' }).error({ error, token: new Secret('hidden-word') }, 'cannot listen');
  log.logger.debug('not asked for');
  await log.close();
  return text();
}

test('a line of JSON carries level, time, bindings and the error with its code, and no secret', async () => {
  const text = await logged({});
  expect(JSON.parse(text)).toMatchObject({
    level: 'error',
    msg: 'cannot listen',
    part: 'web',
    token: '[redacted]',
    error: { code: 'CLI_PORT_TAKEN', details: { port: 3000 }, cause: { message: 'EADDRINUSE' } },
  });
  expect(text).not.toContain('hidden-word');
  expect(text.trimEnd().split('\n')).toHaveLength(1);
});

test('the value that PostgreSQL could not read is not logged, neither in its sentence nor in the stack', async () => {
  const { stream, text } = memory();
  const log = await createLog({ level: 'info', format: 'json', file: undefined, stream });
  const refusals = [
    ['22P02', 'invalid input syntax for type integer: "hidden-word "and more""'],
    ['22007', 'ungültige Eingabesyntax für Typ date: »hidden-word«'],
    ['22003', 'value "hidden-word" is out of range for type bigint'],
  ] as const;
  for (const [code, message] of refusals) {
    const error = Object.assign(new Error(message), { code, severity: 'ERROR' });
    log.logger.error({ error: new Error('outer', { cause: error }) }, 'failed');
  }
  await log.close();
  expect(text()).not.toContain('hidden-word');
  for (const [code] of refusals) expect(text()).toContain(code);
  expect(text()).toContain('logging.test');
});

test.each(['pretty', 'json', 'gcp'] as const)(
  'what comes from outside does not command the terminal that shows the log, as %s',
  async (format) => {
    const { stream, text } = memory();
    const log = await createLog({ level: 'info', format, file: undefined, stream });
    const name = 'Blue\u001b[2J\u009b31m\u202e\r\u0008\\u001b Fern';
    log.logger.child({ company: name }).warn({ name, error: new Error(name) }, name);
    await log.close();
    expect(text().replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(text()).toContain(String.raw`Blue\u001b[2J\u009b31m\u202e`);
    if (format !== 'pretty') expect(JSON.parse(text())).toMatchObject({ company: name, name });
  },
);

test('of an error only what says what and where it is is logged, not what the library that threw it attached', async () => {
  const { stream, text } = memory();
  const log = await createLog({ level: 'info', format: 'json', file: undefined, stream });
  // What URL throws quotes the whole address, and PostgreSQL's errors quote the statement and the row.
  const invalid = Object.assign(new TypeError('Invalid URL'), { input: 'postgres://u:hidden-word@/db' });
  const refused = Object.assign(new Error('no such role'), {
    code: '42704',
    severity: 'ERROR',
    where: 'SQL statement "ALTER ROLE r PASSWORD \'hidden-word\'"',
    detail: 'Failing row contains (hidden-word).',
    cause: new AggregateError([invalid], 'all failed'),
  });
  log.logger.error({ error: new Error('outer', { cause: refused }), err: invalid }, 'failed');
  await log.close();
  expect(text()).not.toContain('hidden-word');
  expect(JSON.parse(text())).toMatchObject({
    error: {
      message: 'outer',
      cause: { message: 'no such role', code: '42704', severity: 'ERROR', cause: { type: 'AggregateError' } },
    },
    err: {
      type: 'TypeError',
      message: 'Invalid URL',
      stack: expect.stringContaining('logging.test') as string,
    },
  });
});

test('an error that is its own cause, by however many steps, is logged once', async () => {
  const { stream, text } = memory();
  const log = await createLog({ level: 'info', format: 'json', file: undefined, stream });
  const inner = new Error('inner');
  const outer = new Error('outer', { cause: inner });
  inner.cause = outer;
  log.logger.error({ error: outer }, 'failed');
  await log.close();
  expect(JSON.parse(text())).toMatchObject({
    error: { message: 'outer', cause: { message: 'inner', cause: 'outer' } },
  });
});

test('gcp gives Google Cloud Logging its severity and message', async () => {
  expect(JSON.parse(await logged({ format: 'gcp' }))).toMatchObject({
    severity: 'ERROR',
    message: 'cannot listen',
  });
});

test('auto is JSON where nobody looks, and pretty text is one readable line', async () => {
  expect((await logged({ format: 'auto' })).startsWith('{')).toBe(true);
  expect(await logged({ format: 'pretty' })).toMatch(/ERROR: cannot listen/);
});

test('a log file has everything when the log is closed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-mirror-log-'));
  try {
    await logged({ file: { path: join(folder, 'logs', 'ledger.log'), maxMb: 50, keep: 14 } });
    const [name = ''] = await readdir(join(folder, 'logs'));
    expect(name).toMatch(/^ledger\.\d{4}-\d\d-\d\d\.1\.log$/);
    expect((await stat(join(folder, 'logs', name))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'logs', name), 'utf8')).toContain('cannot listen');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a log file that cannot be written is a wrong setting, told at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-mirror-log-'));
  try {
    await writeFile(join(folder, 'file'), '');
    const nowhere = ['/proc/none/ledger.log'].filter(() => process.platform === 'linux');
    for (const path of [folder, `${folder}/new/`, join(folder, 'file', 'ledger.log'), ...nowhere]) {
      const error: unknown = await logged({ file: { path, maxMb: 50, keep: 14 } }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ code: 'CLI_LOG_FILE_UNUSABLE' });
      const report = reportError(error, { json: false, debug: false });
      expect(report.exitCode).toBe(2);
      expect(report.lines).toHaveLength(1);
      expect(report.lines[0]).toMatch(/^LOG_FILE cannot be written: /);
    }
    expect(await readdir(folder)).toEqual(['file']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
