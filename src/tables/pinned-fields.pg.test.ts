import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { toRealmId } from '../base/realm-id.ts';
import { entityByName } from '../catalogue/index.ts';
import { writePage } from './page-writer.ts';
import { createPinnedFields, type PinnedFields } from './pinned-fields.ts';

let test_: Awaited<ReturnType<typeof openTestDatabase>>;
let pins: PinnedFields;
beforeAll(async () => {
  test_ = await openTestDatabase();
  pins = createPinnedFields(test_.db);
});
afterAll(async () => {
  await test_.close();
});

async function write(id: string, model: string | undefined, minute: number): Promise<void> {
  const entity = entityByName('Invoice');
  if (entity === undefined) throw new Error('No entity Invoice.');
  const field = { DefinitionId: '1', Name: "Generator's Model", Type: 'StringType', StringValue: model };
  await test_.db.transaction((tx) =>
    writePage(tx, {
      entity,
      realmId: toRealmId('9500000000001'),
      text: JSON.stringify([{ Id: id, CustomField: [field] }]),
      path: [],
      observedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)),
    }),
  );
}

const models = async (): Promise<unknown[]> =>
  (await test_.db.execute('SELECT id, generator_model FROM quickbooks.invoices ORDER BY id')).rows;

test('a pinned field fills the rows that are there, in batches, and is kept by every write', async () => {
  for (const id of ['1', '2', '3', '4', '5']) await write(id, `GX ${id}`, 0);
  await test_.db.execute(`UPDATE quickbooks.invoices SET synced_at = '2020-01-01'`);
  await pins.pin(
    { entity: 'invoices', field: "Generator's Model", column: 'generator_model' },
    { batchSize: 2 },
  );
  const followed = await test_.db.query(`SELECT 1 FROM quickbooks.invoices WHERE synced_at > '2021-01-01'`);
  expect(followed).toHaveLength(5);
  expect(await models()).toEqual(
    ['1', '2', '3', '4', '5'].map((id) => ({ id, generator_model: `GX ${id}` })),
  );
  await write('1', 'V8', 1);
  await write('2', undefined, 1);
  await write('6', 'new', 1);
  expect(await models()).toEqual([
    { id: '1', generator_model: 'V8' },
    { id: '2', generator_model: null },
    { id: '3', generator_model: 'GX 3' },
    { id: '4', generator_model: 'GX 4' },
    { id: '5', generator_model: 'GX 5' },
    { id: '6', generator_model: 'new' },
  ]);
  expect(await pins.list()).toEqual([
    {
      entity: 'Invoice',
      table: 'invoices',
      field: "Generator's Model",
      type: 'text',
      column: 'generator_model',
      filled: true,
    },
  ]);
  const indexes = await test_.db.query(
    `SELECT 1 FROM pg_index WHERE indexrelid = 'quickbooks.pinned_invoices_generator_model'::regclass AND indisvalid`,
  );
  expect(indexes).toHaveLength(1);
});

test('an interrupted fill goes on later', async () => {
  const stopped = AbortSignal.abort();
  await pins.pin(
    { entity: 'Invoice', field: "Generator's Model", column: 'model_again' },
    { signal: stopped },
  );
  expect((await pins.list()).find(({ column }) => column === 'model_again')?.filled).toBe(false);
  await pins.fillPinned();
  expect((await pins.list()).find(({ column }) => column === 'model_again')?.filled).toBe(true);
  const { rows } = await test_.db.execute(
    'SELECT count(*)::integer AS n FROM quickbooks.invoices WHERE model_again IS DISTINCT FROM generator_model',
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test('an unpinned field loses its column, and the others stay', async () => {
  await pins.unpin({ entity: 'Invoice', column: 'model_again' });
  await write('7', 'after', 2);
  expect((await models()).at(-1)).toEqual({ id: '7', generator_model: 'after' });
  await pins.unpin({ entity: 'Invoice', column: 'generator_model' });
  await write('8', 'gone', 2);
  expect(await pins.list()).toEqual([]);
});

test('a column that is there, an entity without custom fields and a poor name are refused', async () => {
  const pin = (entity: string, column: string) => pins.pin({ entity, field: 'x', column });
  await expect(pin('Invoice', 'doc_number')).rejects.toMatchObject({ code: 'TABLES_PIN_INVALID' });
  await expect(pin('Account', 'model')).rejects.toMatchObject({ code: 'TABLES_PIN_INVALID' });
  await expect(pin('Invoice', 'Model; DROP')).rejects.toMatchObject({ code: 'TABLES_NAME_INVALID' });
  await expect(pins.unpin({ entity: 'Invoice', column: 'model' })).rejects.toMatchObject({
    code: 'TABLES_PIN_INVALID',
  });
});

test.each([
  ['numeric', '12.50', '12.50', 'twelve'],
  ['date', '2028-02-29', '2028-02-29', '2026-02-29'],
  ['boolean', 'True', true, 'maybe'],
] as const)(
  'a pinned %s has that type, and is empty where the value is something else',
  async (type, good, value, bad) => {
    await write('t1', good, 5);
    await write('t2', bad, 5);
    const column = `model_${type}`;
    await pins.pin({ entity: 'Invoice', field: "Generator's Model", column, type });
    await write('t3', good, 5);
    await write('t4', bad, 5);
    const { rows } = await test_.db.execute(
      `SELECT id, ${column} AS value FROM quickbooks.invoices WHERE id LIKE 't%' ORDER BY id`,
    );
    expect(rows).toEqual([
      { id: 't1', value },
      { id: 't2', value: null },
      { id: 't3', value },
      { id: 't4', value: null },
    ]);
    await pins.unpin({ entity: 'Invoice', column });
    await test_.db.query(`DELETE FROM quickbooks.invoices WHERE id LIKE 't%'`);
  },
);

test('a column of the catalogue cannot be pinned over', async () => {
  await expect(pins.pin({ entity: 'Invoice', field: 'Doc', column: 'doc_number' })).rejects.toThrow(
    'The table invoices has a column doc_number already.',
  );
});
