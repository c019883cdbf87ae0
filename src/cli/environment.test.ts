import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { readEnvironment } from './environment.ts';

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
