import { sensitiveEntities } from './sensitive-fields.ts';

/** Schema of the copy: what users query. */
export const SCHEMA = 'quickbooks';

/**
 * Schema of the tables that hold sensitive values. Schema `quickbooks` has a view under the name of each, which shows
 * these values to those who may see them (docs/decisions/0005-views-that-mask.md).
 */
export const STORE = 'quickbooks_store';

const masked: ReadonlySet<string> = new Set(sensitiveEntities.map(({ table }) => table));

/** Whether a table of the catalogue stands behind a view. */
export const isMasked = (table: string): boolean => masked.has(table);

/** The schema that a table of the catalogue, its indexes and its triggers are in. */
export const schemaOf = (table: string): string => (isMasked(table) ? STORE : SCHEMA);

/** Where the rows of a table of the catalogue are: what the program itself reads, and all that it can write. */
export const storedTable = (table: string): string => `${schemaOf(table)}.${table}`;
