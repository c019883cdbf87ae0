import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmptyDatabase, type TestDatabase } from '../../test/support/database.ts';
import { silentLogger } from '../base/logger.ts';
import { Secret } from '../base/secret.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

let database: TestDatabase;
let directory: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ledger-mirror-migrations-'));
  database = await openEmptyDatabase();
});
afterEach(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

const write = (name: string, text: string): void => writeFileSync(join(directory, name), text);
const run = () => migrate(database.db, { directory, logger: silentLogger });

test('files are applied in order, each once', async () => {
  write(
    '0002_b.sql',
    'ALTER TABLE public.a ADD COLUMN b int; COMMENT ON TABLE public.a IS $$; not a statement$$;',
  );
  write('0001_a.sql', 'CREATE TABLE public.a (a int);');
  write('notes.txt', 'not a migration');
  expect(await run()).toEqual({ applied: ['0001_a.sql', '0002_b.sql'] });
  expect(await run()).toEqual({ applied: [] });
  write('0003_c.sql', 'ALTER TABLE public.a ADD COLUMN c int;');
  expect(await run()).toEqual({ applied: ['0003_c.sql'] });
  expect(await database.db.query('SELECT a, b, c FROM a')).toEqual([]);
});

test('a file that fails is undone as a whole and stops the start; those before it stay', async () => {
  write('0001_a.sql', 'CREATE TABLE public.a (a int);');
  write('0002_b.sql', 'CREATE TABLE public.b (b int); SELECT 1 / 0;');
  write('0003_c.sql', 'CREATE TABLE public.c (c int);');
  await expect(run()).rejects.toMatchObject({
    code: 'DATABASE_MIGRATION_FAILED',
    message: 'Migration 0002_b.sql failed and was rolled back: division by zero.',
    details: { migration: '0002_b.sql', sqlState: '22012' },
  });
  expect(
    await database.db.query('SELECT tablename FROM pg_tables WHERE schemaname = $1', ['public']),
  ).toEqual([{ tablename: 'a' }]);
  write('0002_b.sql', 'CREATE TABLE public.b (b int);');
  expect(await run()).toEqual({ applied: ['0002_b.sql', '0003_c.sql'] });
});

test('a file that was changed after it had been applied is refused, but not for its line ends', async () => {
  write('0001_a.sql', 'CREATE TABLE public.a (\n a int);\n');
  await run();
  write('0001_a.sql', 'CREATE TABLE public.a (\r\n a int);\r\n');
  expect(await run()).toEqual({ applied: [] });
  write('0001_a.sql', 'CREATE TABLE public.a (a bigint);');
  await expect(run()).rejects.toMatchObject({
    code: 'DATABASE_MIGRATION_CHANGED',
    details: { migration: '0001_a.sql' },
  });
});

test('a database that a newer program migrated is refused', async () => {
  write('0001_a.sql', 'CREATE TABLE public.a (a int);');
  write('0002_b.sql', 'CREATE TABLE public.b (b int);');
  await run();
  rmSync(join(directory, '0002_b.sql'));
  await expect(run()).rejects.toMatchObject({ code: 'DATABASE_NEWER', details: { migration: '0002_b.sql' } });
});

test('processes that start together apply each file once', async () => {
  for (const number of [1, 2, 3, 4])
    write(`000${number}.sql`, `CREATE TABLE public.t${number} (id int); SELECT pg_sleep(0.01);`);
  const others = await Promise.all(
    [1, 2, 3].map(() => openDatabase({ url: database.url, logger: silentLogger, maxConnections: 2 })),
  );
  try {
    const results = await Promise.all(
      [database.db, ...others].map((db) => migrate(db, { directory, logger: silentLogger })),
    );
    expect(results.flatMap(({ applied }) => applied).toSorted()).toEqual([
      '0001.sql',
      '0002.sql',
      '0003.sql',
      '0004.sql',
    ]);
  } finally {
    await Promise.all(others.map((db) => db.close()));
  }
});

test('a role that may not create schemas is told what to grant', async () => {
  const name = `stranger_${randomBytes(4).toString('hex')}`;
  await database.db.execute(`CREATE ROLE ${name} LOGIN PASSWORD 'strange'`);
  const url = new URL(database.url.reveal());
  url.username = name;
  url.password = 'strange';
  const stranger = await openDatabase({ url: new Secret(url.href), logger: silentLogger, maxConnections: 2 });
  try {
    const refusal: unknown = await migrate(stranger, { directory, logger: silentLogger }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      code: 'DATABASE_NOT_ALLOWED',
      row: { owner: 'operator' },
      message: expect.stringMatching(/permission denied for database.*GRANT CREATE ON DATABASE/s),
    });
  } finally {
    await stranger.close();
    await database.db.execute(`DROP ROLE ${name}`);
  }
});
