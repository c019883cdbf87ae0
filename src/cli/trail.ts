import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { formatHead, parseHead } from '../access/trail/chain.ts';
import type { TrailKeys } from '../access/trail/keys.ts';
import { createSealer, type HeadMemory, type Sealer } from '../access/trail/sealer.ts';
import { toAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import { readPostgresUrl } from '../base/postgres-url.ts';
import type { Config } from '../config/derive.ts';
import type { Database } from '../postgres/database.ts';
import { writeWhole } from './data-dir.ts';
import { embeddedDatabaseName } from './open-database.ts';

export function createTrailSealer(options: {
  readonly db: Database;
  readonly config: Config;
  readonly keys: TrailKeys;
  readonly logger: Logger;
}): Sealer {
  const { db, config, keys, logger } = options;
  return createSealer({ db, keys, logger, memory: createHeadMemory(config) });
}

/** Links what was written last, where something ends: what it did is done, and the next process that runs seals it. */
export async function sealQuietly(sealer: Sealer, logger: Logger): Promise<void> {
  try {
    await sealer.seal();
  } catch (error) {
    logger.warn({ code: toAppError(error).code }, 'the audit trail could not be sealed');
  }
}

/**
 * Keeps in the data folder where the chain of a database ended: whoever holds the database alone cannot set the whole
 * of it back without being told of.
 */
export function createHeadMemory(config: Config): HeadMemory {
  const name = `audit-head-${nameOf(config)}`;
  return {
    async read() {
      try {
        return parseHead((await readFile(join(config.dataDir, name), 'utf8')).trim());
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        return undefined;
      }
    },
    async write(head) {
      // A command that runs elsewhere than the program has no data folder, and makes none for this.
      const folder = await stat(config.dataDir).catch(() => undefined);
      if (folder !== undefined) await writeWhole(config.dataDir, name, formatHead(head));
    },
  };
}

/** Tells the databases of a data folder apart. */
function nameOf(config: Config): string {
  if (config.databaseUrl === undefined) return embeddedDatabaseName(config);
  const read = readPostgresUrl(config.databaseUrl.reveal());
  if ('problem' in read) throw new TypeError('The settings take no such address.');
  const { host, pathname, searchParams } = read.url;
  return createHash('sha256')
    .update(JSON.stringify([host, pathname, searchParams.get('host')]))
    .digest('hex')
    .slice(0, 16);
}
