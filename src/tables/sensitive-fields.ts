import { columnsOf, entities, type EntityDefinition, type Path } from '../catalogue/index.ts';
import { quoted } from '../postgres/quoted.ts';

/*
 * Where sensitive values (tax ids, bank numbers, birth dates, salaries) stand, by the catalogue.
 */

/** Where sensitive values stand in a record as QuickBooks sends it; empty for most entities. */
export function sensitivePaths(entity: EntityDefinition): readonly Path[] {
  const own = ownPaths(entity);
  if (!entity.wrapped) return own;
  // A template is a whole transaction inside a wrapper that says its type.
  const inside = entities.filter((one) => one.kind === 'transaction' && !one.wrapped);
  return [...own, ...inside.flatMap((one) => ownPaths(one).flatMap((path) => [[one.name, ...path], path]))];
}

const ownPaths = (entity: EntityDefinition): Path[] =>
  columnsOf(entity).flatMap(({ sensitive, sources }) => (sensitive ? sources : []));

/** Columns that hold sensitive values, `raw` among them. */
export function sensitiveColumns(entity: EntityDefinition): readonly string[] {
  const columns = columnsOf(entity).filter(({ sensitive }) => sensitive);
  return sensitivePaths(entity).length === 0 ? [] : [...columns.map(({ name }) => name), 'raw'];
}

/** SQL that is the document without its sensitive values. */
export function withoutSensitive(entity: EntityDefinition, document: string): string {
  const paths = new Set(sensitivePaths(entity).map((path) => quoted(`{${path.join(',')}}`)));
  return [document, ...paths].join(' #- ');
}

/** Entities that have sensitive fields. */
export const sensitiveEntities: readonly EntityDefinition[] = entities.filter(
  (entity) => sensitivePaths(entity).length > 0,
);
