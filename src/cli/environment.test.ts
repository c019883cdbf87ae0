import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readEnvironment } from './environment.ts';

test('.env is read below the real environment, an empty value there included', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-mirror-env-'));
  try {
    const file = join(folder, '.env');
    expect(readEnvironment(file, { PORT: '1' })).toEqual({ PORT: '1' });
    await writeFile(file, '# note\nPORT=2\nQBO_CLIENT_ID="an id"\nLOG_LEVEL=debug\n');
    expect(readEnvironment(file, { PORT: '1', LOG_LEVEL: '' })).toEqual({
      PORT: '1',
      QBO_CLIENT_ID: 'an id',
      LOG_LEVEL: '',
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
