import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { silentLogger, type Logger } from '../base/logger.ts';
import { toRealmId } from '../base/realm-id.ts';
import { entityByName } from '../catalogue/index.ts';
import { writePage } from './page-writer.ts';
import { upkeep } from './upkeep.ts';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await openTestDatabase();
});
afterAll(async () => {
  await test_.close();
});

test('rows of an older version are filled once, and the log says so', async () => {
  const entity = entityByName('Item');
  if (entity === undefined) throw new Error('No entity Item.');
  const text = '[{"Id":"1","UnitPrice":7}]';
  const page = { entity, realmId: toRealmId('9600000000001'), text, path: [], observedAt: new Date(0) };
  await test_.db.transaction((tx) => writePage(tx, page));
  await test_.db.execute('UPDATE quickbooks.items SET unit_price = NULL');
  const lines: unknown[] = [];
  const logger: Logger = { ...silentLogger, info: (...line: unknown[]) => void lines.push(line) };
  const { signal } = new AbortController();
  await upkeep(test_.db, { logger, signal });
  expect((await test_.db.execute('SELECT unit_price FROM quickbooks.items')).rows).toEqual([
    { unit_price: '7' },
  ]);
  expect(lines).toEqual([[{ rows: 1 }, 'filled the columns of this version']]);
  await upkeep(test_.db, { logger, signal });
  expect(lines).toHaveLength(1);
});
