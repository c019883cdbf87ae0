import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmptyDatabase, type TestDatabase } from '../../test/support/database.ts';
import { quoted } from './quoted.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openEmptyDatabase();
});
afterAll(() => database.close());

test.each([
  '',
  'plain',
  "O'Brien",
  "''",
  "';--",
  "\\'; SELECT 1; --",
  'a\nb',
  '$1',
  '%s',
  'Ünï 🦜',
  "E'\\n'",
])('the text %j comes out of a statement as it went in', async (text) => {
  expect(await database.db.query(`SELECT ${quoted(text)} AS text`)).toEqual([{ text }]);
});
