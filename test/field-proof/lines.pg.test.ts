import { afterAll, beforeAll, expect, test } from 'vitest';
import { documented, lineKinds, type Documented } from './documented-fields.ts';
import { isTyped, openProof, type Proof } from '../support/projection-proof.ts';
import { fullRecord, isGroup, type Json } from './sample.ts';

/*
 * Lines with each of their fields missing, null, as text and wrong, kind by kind.
 */

let proof: Proof;
beforeAll(async () => {
  proof = await openProof();
});
afterAll(async () => {
  await proof.close();
});

type Path = readonly string[];

/** Paths of the typed values below, innermost. */
function typedPaths(value: Json, path: Path = []): Path[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    if (isGroup(inner)) return typedPaths(inner as Json, [...path, key]);
    return isTyped(inner) ? [[...path, key]] : [];
  });
}

/** A copy with one value replaced. */
function replaced(value: Json, [key = '', ...rest]: Path, other: unknown): Json {
  return { ...value, [key]: rest.length === 0 ? other : replaced(value[key] as Json, rest, other) };
}

/** A record with these lines only, of an entity that has such lines. */
function recordWith(entity: Documented, id: string, lines: readonly Json[]): Json {
  const { Line: _, ...record } = fullRecord(entity, id, { next: 0 });
  return { ...record, Line: lines };
}

for (const kind of Object.keys(lineKinds)) {
  const entity = documented.find(({ lines }) => lines.includes(kind));
  if (entity === undefined) throw new Error(`Nothing has lines of the kind ${kind}.`);
  const lines = fullRecord(entity, '1', { next: 0 })['Line'] as Json[];
  const line = lines.find((one) => kind in one);
  if (line === undefined) throw new Error(`There is no sample of ${kind}.`);
  const detail = line[kind] as Json;
  const paths = typedPaths({ ...line, [kind]: detail }).filter(([first]) => first !== 'LinkedTxn');

  test(`${kind}: a line that lacks a field, or has it null, comes back without it`, async () => {
    const realmId = proof.newRealm();
    const lacking = Object.keys(detail).flatMap((key) => {
      const { [key]: _, ...others } = detail;
      return [others, { ...detail, [key]: null }].map((changed) => ({ ...line, [kind]: changed }));
    });
    const bare = [{ Amount: line['Amount'] }, { ...line, [kind]: {} }, { ...line, [kind]: null }];
    const record = recordWith(entity, '1', [...lacking, ...bare]);
    expect(await proof.write(entity, realmId, [record])).toMatchObject({ created: 1, rejected: [] });
    await proof.expectStored(entity, realmId, [record]);
  });

  test(`${kind}: a typed value as text is that value, a wrong one is refused by name`, async () => {
    const realmId = proof.newRealm();
    const plain = recordWith(entity, '1', [line]);
    const asText = paths.reduce<Json>((changed, path) => {
      const value = path.reduce<unknown>((inner, key) => (inner as Json)[key], line);
      return replaced(changed, path, JSON.stringify(value).replaceAll('"', ''));
    }, line);
    const wrong = paths.map((path, index) =>
      recordWith(entity, String(index + 2), [replaced(line, path, 'wrong')]),
    );
    const result = await proof.write(entity, realmId, [recordWith(entity, '1', [asText]), ...wrong]);
    expect(result.created).toBe(1);
    expect(result.rejected.map(({ reason }) => reason)).toEqual(
      paths.map((path) => expect.stringContaining(`Line 1, ${path.join('.')} is "wrong"`) as string),
    );
    await proof.expectStored(entity, realmId, [plain]);
  });
}
