import { tablesError } from './errors.ts';

/** A name a person chose for something in the database, safe to stand in SQL. @throws AppError TABLES_NAME_INVALID */
export function toIdentifier(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name) || name.startsWith('pg_')) {
    throw tablesError('TABLES_NAME_INVALID', { details: { name } });
  }
  // Quoted, for a name may be a word of SQL.
  return `"${name}"`;
}
