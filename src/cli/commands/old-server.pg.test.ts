import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';

import { dataFolder, start, untouchedPrograms, withFolders } from '../../../test/support/embedded-folders.ts';
import { silentLogger } from '../../base/logger.ts';
import { openDatabase } from '../../postgres/database.ts';
import { migrate } from '../../postgres/migrate.ts';
import { migrationsDirectory } from '../paths.ts';
import { runCommandLine } from '../program.ts';
import { processTerminal } from '../terminal.ts';

withFolders();

const ONE = '9410000000001';

test.skipIf(process.platform !== 'linux')(
  'on a server that one query can crash no reader is added, and doctor warns of it',
  async () => {
    const ours = dataFolder();
    await (await start(ours)).stop();
    const server = await start(dataFolder(), { binDir: untouchedPrograms(ours) });
    const db = await openDatabase({ url: server.url, logger: silentLogger, maxConnections: 2 });
    await migrate(db, { directory: migrationsDirectory, logger: silentLogger });
    await db.query('INSERT INTO ledger_mirror.organizations (realm_id) VALUES ($1)', [ONE]);

    const lines: string[] = [];
    const terminal = { ...processTerminal(), out: (line: string) => void lines.push(line) };
    const env = {
      DATABASE_URL: server.url.reveal(),
      DATA_DIR: dataFolder(),
      ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    };
    await expect(
      runCommandLine(['reader', 'add', 'metabase', '--organization', ONE], terminal, env),
    ).rejects.toMatchObject({
      code: 'TABLES_READER_SERVER',
      message: expect.stringMatching(/libxml2 is older than 2\.9\.11.*POSTGRES_BIN_DIR/) as string,
    });
    expect(await db.query('SELECT rolname FROM pg_roles WHERE rolname = $1', ['metabase'])).toEqual([]);

    await runCommandLine(['doctor'], terminal, env).catch(() => undefined);
    expect(lines.join('\n')).toMatch(/! readers +One query of a database reader could crash.*no readers yet/);
    await db.close();
  },
  60_000,
);
