import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities, type EntityDefinition } from '../../src/catalogue/index.ts';
import type { RealmId } from '../../src/base/realm-id.ts';
import { tablesOf } from '../../src/tables/schema.ts';
import { documented } from './documented-fields.ts';
import { definition, isTyped, openProof, ours, type Proof } from '../support/projection-proof.ts';
import { fullRecord, inAnswer, isGroup, type Json } from './sample.ts';

/*
 * Records with every documented field go in and must come back equal, in the columns the design names. What is
 * expected comes from documented-fields.ts and flatten.ts, which know nothing of the catalogue.
 */

let proof: Proof;
beforeAll(async () => {
  proof = await openProof();
});
afterAll(async () => {
  await proof.close();
});

/** Columns of the entity's own tables that no stored row fills. */
async function emptyColumns(entity: EntityDefinition, realmId: RealmId): Promise<string[]> {
  // Only a bundle has lines inside a line.
  const bundles = entity.lines.includes('GroupLineDetail') ? [] : ['parent_line_index'];
  const notMeant = [...ours, ...bundles];
  const own = tablesOf([entity]).filter(({ primaryKey }) => !primaryKey.includes('record_id'));
  const filled = await proof.stored(
    own.map(({ name }) => name),
    realmId,
  );
  return own.flatMap(({ name, columns }) =>
    columns
      .filter(
        (column) => !notMeant.includes(column.name) && !filled.get(name)?.some((row) => row.has(column.name)),
      )
      .map((column) => `${name}.${column.name}`),
  );
}

test('the proof covers every entity of the catalogue', () => {
  expect(documented.map(({ name }) => name).toSorted()).toEqual(entities.map(({ name }) => name).toSorted());
});

for (const entity of documented) {
  const counter = { next: 0 };
  const full = fullRecord(entity, '1', counter);
  // Where it is not about lines, one of them is enough.
  const lean: Json = Array.isArray(full['Line']) ? { ...full, Line: full['Line'].slice(0, 1) } : full;
  const topLevel = Object.keys(full).filter(
    (key) => !['Id', 'MetaData', ...definition(entity.name).identity].includes(key),
  );

  test(`${entity.name}: a record with every field comes back equal, children included`, async () => {
    const realmId = proof.newRealm();
    expect(await proof.write(entity, realmId, [full])).toMatchObject({ created: 1, rejected: [] });
    await proof.expectStored(entity, realmId, [full]);
    const { table } = definition(entity.name);
    const { rows } = await proof.db.execute<{ equal: boolean }>(
      `SELECT raw = $2::jsonb AND raw::text = $2::jsonb::text AS equal FROM quickbooks.${table} WHERE realm_id = $1`,
      [realmId, JSON.stringify(inAnswer(entity, full))],
    );
    expect(rows).toEqual([{ equal: true }]);
    // What the catalogue has and the proof does not would go unproven.
    expect(await emptyColumns(definition(entity.name), realmId)).toEqual([]);
  });

  test(`${entity.name}: a record that lacks a field, or has it null or empty, comes back without it`, async () => {
    const realmId = proof.newRealm();
    const records = topLevel.flatMap((key, index) => {
      const { [key]: lacking, ...others } = lean;
      const base = (id: string): Json =>
        entity.name === 'ExchangeRate'
          ? { ...others, AsOfDate: `2026-01-${10 + Number(id)}` }
          : { ...others, Id: id };
      const emptied = Array.isArray(lacking) ? [] : isGroup(lacking) ? {} : null;
      return [
        base(String(3 * index + 1)),
        { ...base(String(3 * index + 2)), [key]: null },
        { ...base(String(3 * index + 3)), [key]: emptied },
      ];
    });
    expect(await proof.write(entity, realmId, records)).toMatchObject({
      created: records.length,
      rejected: [],
    });
    await proof.expectStored(entity, realmId, records);
  }, 60_000);

  /** The record with one of its fields replaced, under another id. */
  const replaced = (key: string, other: unknown, id: number): Json => {
    const record = { ...lean, Id: String(id), [key]: other };
    return entity.name === 'ExchangeRate' ? { ...record, SourceCurrencyCode: `C${id}` } : record;
  };
  const typed = topLevel.filter((key) => key !== 'sparse' && isTyped(full[key]));
  const untyped = topLevel.filter((key) => !typed.includes(key));

  test(`${entity.name}: numbers, dates and booleans sent as strings come back equal`, async () => {
    const realmId = proof.newRealm();
    const quoted = Object.fromEntries(
      Object.entries(full).map(([key, value]) => [
        key,
        typed.includes(key) ? JSON.stringify(value).replaceAll('"', '') : value,
      ]),
    );
    expect(await proof.write(entity, realmId, [quoted])).toMatchObject({ created: 1, rejected: [] });
    await proof.expectStored(entity, realmId, [full]);
  });

  test(`${entity.name}: a wrong value in a typed field is refused by name, and nothing else is`, async () => {
    const realmId = proof.newRealm();
    const records = typed.map((key, index) =>
      replaced(key, index % 2 === 0 ? 'wrong' : { un: 'expected' }, index + 2),
    );
    const result = await proof.write(entity, realmId, [full, ...records]);
    expect(result.created).toBe(1);
    expect(result.rejected.map(({ reason }) => reason)).toEqual(
      typed.map((key) => expect.stringContaining(`: ${key} `) as string),
    );
  }, 60_000);

  test(`${entity.name}: a wrong value in any other field is stored as it came`, async () => {
    const realmId = proof.newRealm();
    const wrong = [7, 'word', true, [1, 'two'], { un: 'expected' }];
    const records = untyped.map((key, index) => replaced(key, wrong[index % wrong.length], index + 1));
    expect(await proof.write(entity, realmId, records)).toMatchObject({
      created: records.length,
      rejected: [],
    });
    const { table } = definition(entity.name);
    const { rows } = await proof.db.execute<{ count: number }>(
      `SELECT count(*)::integer AS count FROM quickbooks.${table}
       WHERE realm_id = $1 AND raw IN (SELECT jsonb_array_elements($2::jsonb))`,
      [realmId, JSON.stringify(records.map((record) => inAnswer(entity, record)))],
    );
    expect(rows).toEqual([{ count: records.length }]);
  });
}
