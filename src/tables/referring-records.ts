import type { RealmId } from '../base/realm-id.ts';
import { entities, neverExposed, type EntityDefinition } from '../catalogue/index.ts';
import type { Queryable } from '../postgres/database.ts';
import { quoted } from '../postgres/quoted.ts';
import { times } from '../tuning/times.ts';
import { storedTable } from './stored.ts';
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
          ([, condition]) => `SELECT r.${idColumn} AS id FROM ${storedTable(table)} AS r
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

/**
 * Ids of a target entity that rows of a company refer to and that were never stored, but for those that were asked for
 * in the last 30 days. One pass over what refers to it; references of deleted records do not count.
 */
export async function missingTargets(
  db: Queryable,
  realmId: RealmId,
  target: EntityDefinition,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }>(missingStatement(target), [
    realmId,
    limit,
    neverExposed[target.name] ?? [],
  ]);
  return rows.map(({ id }) => id);
}

const missingStatements = new Map<string, string>();

function missingStatement(target: EntityDefinition): string {
  const statement = missingStatements.get(target.name) ?? buildMissing(target);
  missingStatements.set(target.name, statement);
  return statement;
}

function buildMissing(target: EntityDefinition): string {
  const columns = referringTables(entities).flatMap(({ table, columns: own, live }) =>
    own.flatMap((column) =>
      referencesTo(column)
        .filter(([entity]) => entity === target.name)
        .map(([, condition]) => ({ table, column: column.name, condition: `${condition} AND ${live}` })),
    ),
  );
  const links = {
    table: 'linked_transactions',
    column: 'txn_id',
    condition: ` AND r.linked_entity = ${quoted(target.name)}`,
  };
  const parts = [...columns, links].map(
    ({ table, column, condition }) => `SELECT r.${column} AS id FROM ${storedTable(table)} AS r
    WHERE r.realm_id = $1 AND r.${column} IS NOT NULL${condition}
      AND NOT EXISTS (SELECT FROM ${storedTable(target.table)} AS t WHERE t.realm_id = $1 AND t.id = r.${column})`,
  );
  return `SELECT DISTINCT id FROM (${parts.join('\nUNION ALL ')}) AS missing
    WHERE id <> ALL ($3::text[])
      AND NOT EXISTS (SELECT FROM ledger_mirror.sought_references AS sought
                      WHERE sought.realm_id = $1 AND sought.entity = ${quoted(target.name)}
                        AND sought.record_id = missing.id AND sought_at > clock_timestamp() - interval '${times.soughtAgainMs} milliseconds')
    LIMIT $2`;
}
