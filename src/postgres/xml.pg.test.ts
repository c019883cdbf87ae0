import { expect, test } from 'vitest';
import { dataFolder, start, untouchedPrograms, withFolders } from '../../test/support/embedded-folders.ts';
import { silentLogger } from '../base/logger.ts';
import type { Secret } from '../base/secret.ts';
import { openDatabase } from './database.ts';
import { withstandsXml } from './xml.ts';

withFolders();

async function examine(url: Secret): Promise<boolean> {
  const db = await openDatabase({ url, logger: silentLogger, maxConnections: 1 });
  try {
    return await withstandsXml(db);
  } finally {
    await db.close();
  }
}

test.skipIf(process.platform !== 'linux')(
  'a server with an old libxml2 is told from one whose XML is off, without being harmed',
  async () => {
    const dataDir = dataFolder();
    const ours = await start(dataDir);
    expect(await examine(ours.url)).toBe(true);
    const old = await start(dataFolder(), { binDir: untouchedPrograms(dataDir) });
    expect(await examine(old.url)).toBe(false);
    expect(await examine(old.url)).toBe(false);
  },
);
