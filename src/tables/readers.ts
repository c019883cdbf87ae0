import { randomBytes } from 'node:crypto';
import { toRealmId, type RealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { tablesError } from './errors.ts';
import { toIdentifier } from './identifiers.ts';
import { quoted } from '../postgres/quoted.ts';
import { scramVerifier } from '../postgres/scram.ts';
import { SCHEMA, STORE } from './stored.ts';

export type Reader = {
  /** The login. */
  readonly name: string;
  readonly companies: readonly RealmId[];
  /** Schema of plain views of its one company. */
  readonly schema: string | undefined;
  /** Whether it sees sensitive values; for others they are null, and taken out of `raw`. */
  readonly sensitive: boolean;
  readonly createdAt: Date;
};

export type NewReader = {
  readonly name: string;
  readonly companies: readonly RealmId[];
  /** Also makes a schema of this name: the same tables and views, without `realm_id`, for its one company. */
  readonly schema?: string;
  /** Also shows it sensitive values, which otherwise are null and taken out of `raw`. @default false */
  readonly sensitive?: boolean;
};

/**
 * Database logins that may read some companies and nothing else. Row level security and the views of tables with
 * sensitive values do the rest, so that a reader's own SQL cannot reach further. Needs CREATEROLE, and CREATE on the database for schemas.
 */
export interface Readers {
  /** @throws AppError TABLES_NAME_INVALID, TABLES_READER_EXISTS, TABLES_READER_SCHEMA, TABLES_READER_NO_COMPANY */
  add(reader: NewReader): Promise<{ readonly password: Secret }>;
  /** Replaces the companies it may read. @throws AppError TABLES_READER_UNKNOWN, TABLES_READER_NO_COMPANY */
  allow(name: string, companies: readonly RealmId[]): Promise<void>;
  /** A connection that is open loses its rights at once. @throws AppError TABLES_READER_UNKNOWN */
  remove(name: string): Promise<void>;
  list(): Promise<readonly Reader[]>;
  /**
   * Gives every reader what came since: tables and columns, and the views of its schema. After a migration or a
   * pinned field; safe to repeat, and beside readers at work.
   */
  refreshSchemas(): Promise<void>;
}

export function createReaders(db: Database): Readers {
  return {
    async add({ name, companies, schema, sensitive = false }) {
      if (companies.length === 0) throw tablesError('TABLES_READER_NO_COMPANY');
      if (schema !== undefined && companies.length !== 1) throw tablesError('TABLES_READER_SCHEMA');
      const role = toIdentifier(name);
      const schemaName = schema === undefined ? undefined : toIdentifier(schema);
      const password = new Secret(randomBytes(24).toString('base64url'));
      await db.transaction(async (tx) => {
        const taken = await tx.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
        if (taken.length > 0) throw tablesError('TABLES_READER_EXISTS', { details: { name } });
        await tx.execute(
          `CREATE ROLE ${role} LOGIN CONNECTION LIMIT 20 PASSWORD ${quoted(scramVerifier(password))}`,
        );
        await tx.execute(`ALTER ROLE ${role} SET default_transaction_read_only = on`);
        await tx.execute(`ALTER ROLE ${role} SET search_path = ${schemaName ?? SCHEMA}`);
        await tx.query(
          'INSERT INTO ledger_mirror.readers (role_name, schema_name, sees_sensitive) VALUES ($1, $2, $3)',
          [name, schema ?? null, sensitive],
        );
        await grant(tx, name);
        await setCompanies(tx, name, companies);
        if (schema !== undefined) await makeSchema(tx, { name, schema }, companies[0]);
      });
      return { password };
    },

    async allow(name, companies) {
      if (companies.length === 0) throw tablesError('TABLES_READER_NO_COMPANY');
      await db.transaction(async (tx) => {
        const reader = await lockReader(tx, name);
        if (reader.schemaName !== null) throw tablesError('TABLES_READER_SCHEMA', { details: { name } });
        await setCompanies(tx, name, companies);
      });
    },

    async remove(name) {
      const role = toIdentifier(name);
      await db.transaction(async (tx) => {
        const { schemaName } = await lockReader(tx, name);
        if (schemaName !== null) await tx.execute(`DROP SCHEMA ${toIdentifier(schemaName)} CASCADE`);
        await tx.execute(revocations(role));
        await tx.execute(`DROP ROLE ${role}`);
        await tx.query('DELETE FROM ledger_mirror.readers WHERE role_name = $1', [name]);
      });
    },

    async list() {
      const rows = await db.query<{
        name: string;
        schema: string | null;
        sensitive: boolean;
        createdAt: Date;
        companies: string[];
      }>(
        `SELECT role_name AS name, schema_name AS schema, sees_sensitive AS sensitive, created_at,
                array(SELECT realm_id FROM ledger_mirror.reader_companies c WHERE c.role_name = r.role_name ORDER BY 1) AS companies
         FROM ledger_mirror.readers r ORDER BY role_name`,
      );
      return rows.map((row) => ({
        ...row,
        schema: row.schema ?? undefined,
        companies: row.companies.map((realmId) => toRealmId(realmId)),
      }));
    },

    async refreshSchemas() {
      const rows = await db.query<{ name: string; schema: string | null; realmId: string | null }>(
        `SELECT role_name AS name, schema_name AS schema,
                (SELECT min(realm_id) FROM ledger_mirror.reader_companies c WHERE c.role_name = r.role_name) AS realm_id
         FROM ledger_mirror.readers r ORDER BY role_name`,
      );
      for (const { name, schema, realmId } of rows) {
        await db.transaction(async (tx) => {
          // Another process may be at it, or may have removed the reader.
          await lockReader(tx, name);
          await tx.execute(revocations(toIdentifier(name)));
          await grant(tx, name);
          if (schema === null || realmId === null) return;
          await tx.execute(`DROP SCHEMA ${toIdentifier(schema)} CASCADE`);
          await makeSchema(tx, { name, schema }, toRealmId(realmId));
        });
      }
    },
  };
}

/** The tables and views of the copy with their columns, in their order. */
const RELATIONS = `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p', 'v')
  GROUP BY c.relname ORDER BY c.relname`;

/** Whole tables and views, so that `select *` works: row level security and the views see to what it may not see. */
async function grant(tx: Transaction, name: string): Promise<void> {
  const role = toIdentifier(name);
  const relations = await tx.query<{ name: string }>(RELATIONS, [SCHEMA]);
  const grants = relations.map((relation) => `GRANT SELECT ON ${SCHEMA}.${relation.name} TO ${role};`);
  await tx.execute([`GRANT USAGE ON SCHEMA ${SCHEMA} TO ${role};`, ...grants].join('\n'));
}

const revocations = (role: string): string =>
  [
    // Readers of the first versions were given all tables to come.
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${SCHEMA} REVOKE SELECT ON TABLES FROM ${role};`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA ${SCHEMA} FROM ${role};`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA ${STORE} FROM ${role};`,
    `REVOKE ALL ON SCHEMA ${SCHEMA} FROM ${role};`,
  ].join('\n');

async function lockReader(tx: Transaction, name: string): Promise<{ schemaName: string | null }> {
  const [reader] = await tx.query<{ schemaName: string | null }>(
    'SELECT schema_name FROM ledger_mirror.readers WHERE role_name = $1 FOR UPDATE',
    [name],
  );
  if (reader === undefined) throw tablesError('TABLES_READER_UNKNOWN', { details: { name } });
  return reader;
}

async function setCompanies(tx: Transaction, name: string, companies: readonly RealmId[]): Promise<void> {
  await tx.query('DELETE FROM ledger_mirror.reader_companies WHERE role_name = $1', [name]);
  await tx.query(
    'INSERT INTO ledger_mirror.reader_companies (role_name, realm_id) SELECT DISTINCT $1, unnest($2::text[])',
    [name, companies],
  );
}

const listOf = (columns: readonly string[]): string => columns.map((name) => `"${name}"`).join(', ');

/** The tables and views of one company under their own names, without `realm_id`; seen with the reader's rights. */
async function makeSchema(
  tx: Transaction,
  { name, schema }: { readonly name: string; readonly schema: string },
  realmId: RealmId | undefined,
): Promise<void> {
  if (realmId === undefined) throw tablesError('TABLES_READER_SCHEMA');
  const taken = await tx.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
  if (taken.length > 0) throw tablesError('TABLES_READER_SCHEMA', { details: { schema } });
  const own = toIdentifier(schema);
  const role = toIdentifier(name);
  const relations = await tx.query<{ name: string; columns: string[] }>(RELATIONS, [SCHEMA]);
  const views = relations.map(
    (table) =>
      `CREATE VIEW ${own}.${table.name} WITH (security_invoker = true) AS
       SELECT ${listOf(table.columns.filter((column) => column !== 'realm_id'))}
       FROM ${SCHEMA}.${table.name} WHERE realm_id = ${quoted(realmId)};`,
  );
  await tx.execute(
    [
      `CREATE SCHEMA ${own};`,
      ...views,
      `GRANT USAGE ON SCHEMA ${own} TO ${role};`,
      `GRANT SELECT ON ALL TABLES IN SCHEMA ${own} TO ${role};`,
    ].join('\n'),
  );
}
