import { entities, entityByName, entityByTable, type EntityDefinition } from '../catalogue/index.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { showTable } from './masking.ts';
import { changeTables } from './reader-limits.ts';
import { SCHEMA, schemaOf, storedTable } from './stored.ts';
import { sqlState } from '../postgres/errors.ts';
import { tablesError } from './errors.ts';
import { toIdentifier } from './identifiers.ts';
import { quoted } from '../postgres/quoted.ts';
import { STAMP, writeStamped } from './synced-at.ts';

/** What a pinned column can hold. */
export const pinnedTypes = ['text', 'numeric', 'date', 'boolean'] as const;
export type PinnedType = (typeof pinnedTypes)[number];

export type PinnedField = {
  /** QuickBooks' name of the entity. */
  readonly entity: string;
  readonly table: string;
  /** Name of the custom field in QuickBooks. */
  readonly field: string;
  readonly column: string;
  readonly type: PinnedType;
  /** False while rows that were there before are still being filled. */
  readonly filled: boolean;
};

export type PinOptions = {
  /** Rows a batch. @default 1000 */
  readonly batchSize?: number;
  /** Stops between two batches; `fillPinned` goes on later. */
  readonly signal?: AbortSignal;
};

/** Custom fields with a plain, indexed column. A trigger keeps them at every write, whichever process writes. */
export interface PinnedFields {
  /**
   * Adds the column, at once for new rows, then fills the others in batches and makes its index without locking.
   * @param pin.entity  QuickBooks' name or the table, in any case
   * @param pin.type    a value that is none of it leaves the column empty; text when left out
   * @throws AppError TABLES_NAME_INVALID, TABLES_PIN_INVALID, DATABASE_TABLES_HELD
   */
  pin(
    pin: { entity: string; field: string; column: string; type?: PinnedType },
    options?: PinOptions,
  ): Promise<void>;
  /** Takes the column away again. @throws AppError TABLES_PIN_INVALID, DATABASE_TABLES_HELD */
  unpin(pin: { entity: string; column: string }): Promise<void>;
  /** Goes on with fills that were interrupted. */
  fillPinned(options?: PinOptions): Promise<void>;
  list(): Promise<readonly PinnedField[]>;
}

type Row = { entity: string; field: string; column: string; type: PinnedType; filled: boolean };

const LIST = `SELECT entity, field_name AS field, column_name AS column, column_type AS type, filled_at IS NOT NULL AS filled
  FROM ledger_mirror.pinned_fields`;

export function createPinnedFields(db: Database): PinnedFields {
  const rowsOf = (tx: Pick<Database, 'query'>, entity: string): Promise<Row[]> =>
    tx.query<Row>(`${LIST} WHERE entity = $1 ORDER BY column_name`, [entity]);

  async function fill(entity: EntityDefinition, row: Row, options: PinOptions): Promise<void> {
    const column = toIdentifier(row.column);
    const table = storedTable(entity.table);
    const value = valueOf(row.type, `(t.custom_fields ->> ${quoted(row.field)})`);
    let after = ['', ''];
    for (;;) {
      if (options.signal?.aborted === true) return;
      const [last] = await writeStamped(db, (tx) =>
        tx.query<{ realmId: string; id: string }>(
          `WITH batch AS (
             SELECT realm_id, id FROM ${table} WHERE (realm_id, id) > ($1, $2) ORDER BY realm_id, id LIMIT $3
           ), written AS (
             UPDATE ${table} AS t SET ${column} = ${value}, synced_at = ${STAMP} FROM batch
             WHERE t.realm_id = batch.realm_id AND t.id = batch.id AND t.${column} IS DISTINCT FROM ${value}
           )
           SELECT realm_id, id FROM batch ORDER BY realm_id DESC, id DESC LIMIT 1`,
          [...after, options.batchSize ?? 1000],
        ),
      );
      if (last === undefined) break;
      after = [last.realmId, last.id];
    }
    const index = indexName(entity, row.column);
    // What an interrupted attempt left behind is not valid.
    await db.execute(`DROP INDEX CONCURRENTLY IF EXISTS ${schemaOf(entity.table)}.${index}`, undefined, {
      alone: true,
    });
    const create = `CREATE INDEX CONCURRENTLY ${index} ON ${table} (realm_id, ${column})`;
    await db.execute(create, undefined, { alone: true });
    await db.query(
      'UPDATE ledger_mirror.pinned_fields SET filled_at = now() WHERE entity = $1 AND column_name = $2',
      [entity.name, row.column],
    );
  }

  return {
    async pin({ entity: name, field, column, type = 'text' }, options = {}) {
      const entity = pinnable(name);
      const identifier = toIdentifier(column);
      await changeTables(db, async (tx) => {
        const taken = await tx.query(
          `SELECT 1 FROM pg_attribute WHERE attrelid = $1::regclass AND attname = $2 AND NOT attisdropped`,
          [storedTable(entity.table), column],
        );
        if (taken.length > 0) {
          throw tablesError('TABLES_PIN_INVALID', {
            details: { column },
            text: `The table ${entity.table} has a column ${column} already.`,
          });
        }
        await tx.execute(`ALTER TABLE ${storedTable(entity.table)} ADD COLUMN ${identifier} ${type}`);
        await tx.execute(
          `COMMENT ON COLUMN ${storedTable(entity.table)}.${identifier} IS ${quoted(`Custom field ${field}, pinned here.`)}`,
        );
        await tx.query(
          'INSERT INTO ledger_mirror.pinned_fields (entity, column_name, field_name, column_type) VALUES ($1, $2, $3, $4)',
          [entity.name, column, field, type],
        );
        for (const statement of showTable(entity.table)) await tx.execute(statement);
        await keep(tx, entity, await rowsOf(tx, entity.name));
      });
      await fill(entity, { entity: entity.name, field, column, type, filled: false }, options);
    },

    async unpin({ entity: name, column }) {
      const entity = pinnable(name);
      const identifier = toIdentifier(column);
      await changeTables(db, async (tx) => {
        const removed = await tx.query(
          'DELETE FROM ledger_mirror.pinned_fields WHERE entity = $1 AND column_name = $2 RETURNING 1',
          [entity.name, column],
        );
        if (removed.length === 0) {
          throw tablesError('TABLES_PIN_INVALID', {
            details: { column },
            text: `The table ${entity.table} has no pinned column ${column}.`,
          });
        }
        await keep(tx, entity, await rowsOf(tx, entity.name));
        try {
          for (const statement of showTable(entity.table, { without: column })) await tx.execute(statement);
        } catch (cause) {
          throw sqlState(cause) === '2BP01' ? standsInTheWay(cause as Error) : cause;
        }
        await tx.execute(`ALTER TABLE ${storedTable(entity.table)} DROP COLUMN ${identifier} CASCADE`);
      });
    },

    async fillPinned(options = {}) {
      for (const row of await db.query<Row>(`${LIST} WHERE filled_at IS NULL ORDER BY created_at`))
        await fill(pinnable(row.entity), row, options);
    },

    async list() {
      const rows = await db.query<Row>(`${LIST} ORDER BY entity, column_name`);
      return rows.map((row) => ({ ...row, table: pinnable(row.entity).table }));
    },
  };
}

function pinnable(name: string): EntityDefinition {
  const entity = entityByName(name) ?? entityByTable(name.toLowerCase());
  if (entity?.customFields !== true) {
    const names = entities.filter((one) => one.customFields).map((one) => one.name);
    throw tablesError('TABLES_PIN_INVALID', {
      details: { entity: name },
      text: `${name} has no custom fields. These have: ${names.join(', ')}.`,
    });
  }
  return entity;
}

/** The text as a value of the type; NULL where it is none, since a write must not fail for a custom field. */
function valueOf(type: PinnedType, text: string): string {
  switch (type) {
    case 'text':
      return text;
    case 'numeric':
      return `CASE WHEN ${text} ~ '^[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)$' THEN ${text}::numeric END`;
    case 'boolean':
      return `CASE lower(${text}) WHEN 'true' THEN true WHEN 'false' THEN false END`;
    case 'date':
      return `CASE WHEN ${text} ~ '^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])' THEN
        CASE WHEN substr(${text}, 9, 2)::integer <= extract(day FROM (left(${text}, 7) || '-01')::date + interval '1 month - 1 day')
             THEN left(${text}, 10)::date END END`;
  }
}

/** Somebody's function or materialized view stands on the view of the table; PostgreSQL names it. */
function standsInTheWay(cause: Error): Error {
  const { detail } = cause as { readonly detail?: unknown };
  const words = typeof detail === 'string' ? `${cause.message} (${detail})` : cause.message;
  return tablesError('TABLES_PIN_INVALID', { cause, text: `The column stays: ${words}.` });
}

const indexName = (entity: EntityDefinition, column: string): string =>
  `"${`pinned_${entity.table}_${column}`.slice(0, 63)}"`;

/**
 * Makes the trigger that fills the pinned columns of a table, or removes it with the last of them. A trigger, since
 * the page statement of another process may have been written before the field was pinned.
 */
async function keep(tx: Transaction, entity: EntityDefinition, pinned: readonly Row[]): Promise<void> {
  const table = storedTable(entity.table);
  const name = `${SCHEMA}.keep_pinned_${entity.table}`;
  await tx.execute(`DROP TRIGGER IF EXISTS keep_pinned ON ${table}`);
  if (pinned.length === 0) {
    await tx.execute(`DROP FUNCTION IF EXISTS ${name}()`);
    return;
  }
  const assignments = pinned.map(
    ({ column, field, type }) =>
      `NEW.${toIdentifier(column)} := ${valueOf(type, `(NEW.custom_fields ->> ${quoted(field)})`)};`,
  );
  const body = `BEGIN ${assignments.join(' ')} RETURN NEW; END`;
  await tx.execute(
    `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS ${quoted(body)}`,
  );
  await tx.execute(
    `CREATE TRIGGER keep_pinned BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  );
}
