import { entities, type EntityDefinition } from '../catalogue/index.ts';
import type { RealmId } from '../base/realm-id.ts';
import type { Queryable } from '../postgres/database.ts';
import { SCHEMA } from './ddl.ts';
import { referencesTo, referringTables } from './referring.ts';

/** A record that others refer to. */
export type Target = { readonly realmId: RealmId; readonly entity: string; readonly id: string };

/**
 * The ids of an entity's records that refer to a target, on themselves or on their lines; deleted ones excepted. In
 * the order of the ids, from after one of them, so that many can be taken in pieces.
 */
export async function referringIds(
  db: Queryable,
  target: Target,
  from: EntityDefinition,
  { after = '', limit }: { readonly after?: string; readonly limit: number },
): Promise<readonly string[]> {
  const statement = statementFor(from, target.entity);
  if (statement === undefined) return [];
  const rows = await db.query<{ id: string }>(statement, [target.realmId, target.id, after, limit]);
  return rows.map(({ id }) => id);
}

const statements = new Map<string, string | undefined>();

function statementFor(from: EntityDefinition, target: string): string | undefined {
  const key = `${from.name} ${target}`;
  if (!statements.has(key)) statements.set(key, build(from, target));
  return statements.get(key);
}

function build(from: EntityDefinition, target: string): string | undefined {
  const parts = referringTables([from]).flatMap(({ table, idColumn, columns, live }) =>
    columns.flatMap((column) =>
      referencesTo(column)
        .filter(([entity]) => entity === target)
        .map(
          ([, condition]) => `SELECT r.${idColumn} AS id FROM ${SCHEMA}.${table} AS r
           WHERE r.realm_id = $1 AND r.${column.name} = $2${condition} AND ${live}`,
        ),
    ),
  );
  return parts.length === 0
    ? undefined
    : `SELECT id FROM (${parts.join('\nUNION ')}) AS found WHERE id > $3 ORDER BY id LIMIT $4`;
}

/** Entities that have references to one, in the order of the catalogue. */
export function referringEntities(target: string): readonly EntityDefinition[] {
  return entities.filter((entity) => statementFor(entity, target) !== undefined);
}
