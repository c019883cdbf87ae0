import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { readEnvironment as read } from './environment.ts';

const readEnvironment = (...from: Parameters<typeof read>) => read(...from).env;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-mirror-env-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('.env is read below the real environment, an empty value there included', () => {
  expect(readEnvironment({ PORT: '1' }, folder)).toEqual({ PORT: '1' });
  writeFileSync(join(folder, '.env'), '# note\nPORT=2\nQBO_CLIENT_ID="an id"\nLOG_LEVEL=debug\n');
  expect(readEnvironment({ PORT: '1', LOG_LEVEL: '' }, folder)).toEqual({
    PORT: '1',
    QBO_CLIENT_ID: 'an id',
    LOG_LEVEL: '',
  });
});

test('in a subfolder of the clone, its .env and its data folder are found', () => {
  const inside = join(folder, 'docs', 'decisions');
  mkdirSync(inside, { recursive: true });
  expect(readEnvironment({}, inside, folder)).toEqual({ DATA_DIR: join(folder, 'data') });
  writeFileSync(join(folder, '.env'), 'DATA_DIR=./elsewhere\nLOG_FILE=log/all.log\nPORT=2\n');
  expect(readEnvironment({}, inside, `${folder}/`)).toEqual({
    DATA_DIR: join(folder, 'elsewhere'),
    LOG_FILE: join(folder, 'log', 'all.log'),
    PORT: '2',
  });
  expect(readEnvironment({ DATA_DIR: 'here' }, inside, folder)).toMatchObject({ DATA_DIR: 'here' });
  // In the clone itself nothing is rewritten, and a folder beside it is its own home.
  expect(readEnvironment({}, folder, folder)).toMatchObject({ DATA_DIR: './elsewhere' });
  expect(readEnvironment({}, `${folder}-beside`, folder)).toEqual({});
});

const written = (content: string | Buffer) => {
  writeFileSync(join(folder, '.env'), content);
  return read({}, folder, folder);
};

test.each([
  ['UTF-8', Buffer.from('\uFEFFPORT=1\nHOST=::1\n', 'utf8')],
  ['UTF-16, as PowerShell writes it', Buffer.from('\uFEFFPORT=1\r\nHOST=::1\r\n', 'utf16le')],
  ['UTF-16, the other way round', Buffer.from('\uFEFFPORT=1\nHOST=::1\n', 'utf16le').swap16()],
])('a file that begins with the byte order mark of %s loses no line', (_name, content) => {
  expect(written(content)).toEqual({ env: { PORT: '1', HOST: '::1' }, notices: [] });
});

test.skipIf(process.platform === 'win32')('a file that everybody may write is read, and said to be', () => {
  writeFileSync(join(folder, '.env'), 'PORT=1\n');
  chmodSync(join(folder, '.env'), 0o666);
  expect(read({}, folder, folder)).toEqual({
    env: { PORT: '1' },
    notices: [expect.stringMatching(/^Everybody on this machine may write to .*chmod o-w/)],
  });
});

test('a file in another encoding is read, and said to be', () => {
  expect(written(Buffer.from('PORT=1\nADMIN_PASSWORD=pässword-of-mine', 'latin1')).notices).toEqual([
    expect.stringMatching(/\.env is not UTF-8/),
  ]);
});

test.each([
  [
    'PORT=1\nADMIN_PASSWORD=half#of-it',
    'half',
    /^Line 2 of .*\.env: the value of ADMIN_PASSWORD ends before the #/,
  ],
  ['ADMIN_PASSWORD=#of-it', '', /ends before the #/],
  ['export ADMIN_PASSWORD = half#of-it # and a comment', 'half', /ends before the #/],
  ['\uFEFFADMIN_PASSWORD=half#of-it\r\n', 'half', /^Line 1 .* ends before the #/],
  ['ADMIN_PASSWORD="half"of-it', 'half', /^Line 1 .*what follows its closing quote is left out/],
  ["ADMIN_PASSWORD='half'#of-it'", 'half', /what follows its closing quote is left out/],
  ['ADMIN_PASSWORD="whole#of-it\nPORT=1', '"whole#of-it', /the quote that begins it is not closed/],
])('a value that is not all of its line is pointed out, without being told: %j', (content, value, words) => {
  const { env, notices } = written(content);
  expect(env['ADMIN_PASSWORD']).toBe(value);
  expect(notices).toEqual([expect.stringMatching(words)]);
  expect(notices.join()).not.toMatch(/half|whole|of-it"/);
});

test.each([
  ['PORT=1 # the usual one'],
  ['PORT=1\t#2'],
  ['PORT=# none'],
  ['PORT=#'],
  ['# ADMIN_PASSWORD=half#of-it'],
  ['ADMIN_PASSWORD="whole#of-it" # changed in May'],
  ["ADMIN_PASSWORD='whole#of-it'"],
  ['ADMIN_PASSWORD=`whole#of-it`'],
  ['ADMIN_PASSWORD="two\nlines#1" # and a comment'],
  ['COLOUR=#ffffff'],
  ['ADMIN_PASSWORD=half#of-it\nADMIN_PASSWORD=whole-of-it'],
])('what is meant as it is read is no trouble: %j', (content) => {
  expect(written(content).notices).toEqual([]);
});

test('what the environment sets itself is not looked for in the file', () => {
  writeFileSync(join(folder, '.env'), 'ADMIN_PASSWORD=half#of-it');
  expect(read({ ADMIN_PASSWORD: 'whole' }, folder, folder).notices).toEqual([]);
});
