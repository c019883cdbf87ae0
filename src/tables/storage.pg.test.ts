import { expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { entities } from '../catalogue/index.ts';
import { compressRaw } from './storage.ts';

test('raw is compressed with lz4 exactly where the server can, and only once', async () => {
  const { db, close } = await openTestDatabase();
  try {
    const [setting] = await db.query<{ canLz4: boolean }>(
      `SELECT 'lz4' = ANY (enumvals) AS can_lz4 FROM pg_settings WHERE name = 'default_toast_compression'`,
    );
    const tables = entities.map(({ table }) => table).toSorted();
    expect(await compressRaw(db, silentLogger)).toEqual(setting?.canLz4 === true ? tables : []);
    expect(await compressRaw(db, silentLogger)).toEqual([]);
  } finally {
    await close();
  }
});
