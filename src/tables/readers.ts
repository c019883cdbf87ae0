import { randomBytes } from 'node:crypto';
import { toRealmId, type RealmId } from '../base/realm-id.ts';
import { Secret } from '../base/secret.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { closeToOthers } from '../postgres/own-database.ts';
import { quoted } from '../postgres/quoted.ts';
import { scramVerifier } from '../postgres/scram.ts';
import { takeTurn } from '../postgres/turns.ts';
import { withstandsXml } from '../postgres/xml.ts';
import { tablesError } from './errors.ts';
import { toIdentifier } from './identifiers.ts';
import { changeTables, setLimits, shareConnections } from './reader-limits.ts';
import { closeLogin, tidyUp, withdraw } from './reader-removal.ts';
import { grantRights, ownLogin, RELATIONS, withdrawRights } from './reader-rights.ts';
import { SCHEMA } from './stored.ts';

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
  /** @throws AppError TABLES_NAME_INVALID, TABLES_READER_EXISTS, TABLES_READER_SCHEMA, TABLES_READER_NO_COMPANY, TABLES_READER_SERVER */
  add(reader: NewReader): Promise<{ readonly password: Secret }>;
  /** Replaces the companies it may read. @throws AppError TABLES_READER_UNKNOWN, TABLES_READER_NO_COMPANY */
  allow(name: string, companies: readonly RealmId[]): Promise<void>;
  /**
   * It reads nothing and cannot sign in from then on, whatever it did before; its sessions are ended.
   * @returns left: what PostgreSQL says if it cannot forget the name yet; each start, and another call, tries again
   * @throws AppError TABLES_READER_UNKNOWN
   */
  remove(name: string): Promise<{ readonly left: string | undefined }>;
  list(): Promise<readonly Reader[]>;
  /**
   * Gives every reader what came since: tables and columns, limits, and the views of its schema; forgets those that were
   * removed. After a migration or a pinned field; safe to repeat, and beside readers at work, whose open transactions
   * are ended where they stand in the way.
   * @throws the first failure, after all were tried
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
      if (!(await withstandsXml(db))) throw tablesError('TABLES_READER_SERVER');
      const password = new Secret(randomBytes(24).toString('base64url'));
      await db.transaction(async (tx) => {
        await takeTurn(tx, TURN);
        const taken = await tx.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
        if (taken.length > 0) throw tablesError('TABLES_READER_EXISTS', { details: { name } });
        await tx.execute(
          `CREATE ROLE ${role} LOGIN CONNECTION LIMIT 0 PASSWORD ${quoted(scramVerifier(password))}`,
        );
        await tx.execute(`ALTER ROLE ${role} SET default_transaction_read_only = on`);
        await tx.execute(`ALTER ROLE ${role} SET search_path = ${schemaName ?? SCHEMA}`);
        await tx.query(
          'INSERT INTO ledger_mirror.readers (role_name, schema_name, sees_sensitive) VALUES ($1, $2, $3)',
          [name, schema ?? null, sensitive],
        );
        await prepareLogin(tx, name);
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
      const { schemaName } = await db.transaction(async (tx) => {
        await takeTurn(tx, TURN);
        const reader = await lockReader(tx, name, 'removed ones too');
        await withdraw(tx, name);
        return reader;
      });
      await closeLogin(db, name);
      return { left: await tidyUp(db, { name, schema: schemaName ?? undefined }) };
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
         FROM ledger_mirror.readers r WHERE removed_at IS NULL ORDER BY role_name`,
      );
      return rows.map((row) => ({
        ...row,
        schema: row.schema ?? undefined,
        companies: row.companies.map((realmId) => toRealmId(realmId)),
      }));
    },

    async refreshSchemas() {
      await db.transaction(async (tx) => void (await closeToOthers(tx)));
      const rows = await db.query<{ name: string; schema: string | null; removed: boolean }>(
        `SELECT role_name AS name, schema_name AS schema, removed_at IS NOT NULL AS removed
         FROM ledger_mirror.readers ORDER BY role_name`,
      );
      const failures: unknown[] = [];
      for (const { name, schema, removed } of rows) {
        const work = removed
          ? closeLogin(db, name).then(() => tidyUp(db, { name, schema: schema ?? undefined }))
          : changeTables(db, (tx) => refresh(tx, name), { first: (tx) => takeTurn(tx, TURN) });
        // One that cannot be served is no reason to leave the others behind.
        await work.catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** What is changed of logins is changed by one process at a time: PostgreSQL refuses changes of one catalogue row at once. */
const TURN = 'readers';

async function refresh(tx: Transaction, name: string): Promise<void> {
  // Another process may be at it, or may have removed the reader.
  const [reader] = await tx.query<{ schema: string | null; realmId: string | null }>(
    `SELECT schema_name AS schema,
            (SELECT min(realm_id) FROM ledger_mirror.reader_companies c WHERE c.role_name = r.role_name) AS realm_id
     FROM ledger_mirror.readers r WHERE role_name = $1 AND removed_at IS NULL FOR UPDATE`,
    [name],
  );
  if (reader === undefined) return;
  await withdrawRights(tx, name);
  await prepareLogin(tx, name);
  if (reader.schema === null || reader.realmId === null) return;
  await tx.execute(`DROP SCHEMA ${toIdentifier(reader.schema)} CASCADE`);
  await makeSchema(tx, { name, schema: reader.schema }, toRealmId(reader.realmId));
}

/** What a login may and how much of it, and that it is ours to end. */
async function prepareLogin(tx: Transaction, name: string): Promise<void> {
  await ownLogin(tx, name);
  await setLimits(tx, name);
  await shareConnections(tx);
  await grantRights(tx, name);
}

async function lockReader(
  tx: Transaction,
  name: string,
  which: 'present ones' | 'removed ones too' = 'present ones',
): Promise<{ schemaName: string | null }> {
  const [reader] = await tx.query<{ schemaName: string | null; removed: boolean }>(
    `SELECT schema_name, removed_at IS NOT NULL AS removed FROM ledger_mirror.readers
     WHERE role_name = $1 FOR UPDATE`,
    [name],
  );
  if (reader === undefined || (reader.removed && which === 'present ones'))
    throw tablesError('TABLES_READER_UNKNOWN', { details: { name } });
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
