import { Type, type TSchema } from 'typebox';
import { named, type Named } from '../../api-contract/index.ts';
import { recordTables, type ColumnType, type RecordColumn } from '../../tables/records/record-table.ts';

/** How PostgreSQL's JSON writes each type. */
const valueSchemas: Readonly<Record<ColumnType, object>> = {
  text: { type: 'string' },
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  // Every digit of the copy is in the answer; a parser that makes doubles of them may drop the sixteenth.
  numeric: { type: 'number', format: 'decimal' },
  date: { type: 'string', format: 'date' },
  timestamp: { type: 'string', description: 'A time on the clock of the company.' },
  timestamptz: { type: 'string', format: 'date-time' },
  jsonb: {},
};

function propertyOf(column: RecordColumn): TSchema {
  const value = valueSchemas[column.type] as { type?: string };
  const isNullable = column.nullable || column.sensitive;
  return Type.Unsafe<unknown>({
    ...value,
    ...(isNullable && value.type !== undefined ? { type: [value.type, 'null'] } : {}),
    description: column.sensitive
      ? `${column.comment} Sensitive: null for roles that may not see it.`
      : column.comment,
  });
}

const pascal = (table: string): string =>
  table.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `invoices` → `InvoicesRow`. */
export const rowSchemaName = (table: string): string => `${pascal(table)}Row`;

/** The form of a row of each table, by table; every column may be absent, because `fields` chooses. */
export const rowSchemas: ReadonlyMap<string, Named<TSchema>> = (() => {
  const schemas = new Map<string, Named<TSchema>>();
  for (const table of recordTables.values()) {
    const columns = [...table.columns.values()].map((column) => [
      column.name,
      Type.Optional(propertyOf(column)),
    ]);
    const children = [...table.children].map(([name, child]) => [
      name,
      Type.Optional(
        Type.Array(Type.Unsafe<unknown>({ $ref: `${rowSchemaName(child.table.name)}#` }), {
          description: `With include=${name}.`,
        }),
      ),
    ]);
    schemas.set(
      table.name,
      named(
        rowSchemaName(table.name),
        Type.Object(Object.fromEntries([...columns, ...children]) as Record<string, TSchema>, {
          description: `${table.comment} (table \`${table.name}\`)`,
        }),
      ),
    );
  }
  return schemas;
})();

/** Any row: which of these it is, the table in the address says. */
export const AnyRow = Type.Unsafe<unknown>({
  anyOf: [...rowSchemas.values()].map((schema) => ({ $ref: `${schema.$id}#` })),
});

export const RecordPage = named(
  'RecordPage',
  Type.Object(
    {
      items: Type.Array(AnyRow, { description: 'Rows of the table that was asked for.' }),
      nextCursor: Type.Optional(
        Type.String({ description: 'Where the next page begins; absent on the last.' }),
      ),
      syncedThrough: Type.Optional(
        Type.String({
          format: 'date-time',
          description: 'With `updatedSince`: where to go on after the last page.',
        }),
      ),
      masked: Type.Optional(
        Type.Array(Type.String(), {
          description: 'Columns that are null here because your role may not see them.',
        }),
      ),
    },
    { description: 'A page of rows.' },
  ),
);

export const TableList = named(
  'TableList',
  Type.Object({
    items: Type.Array(
      Type.Object({
        table: Type.String(),
        description: Type.String(),
        key: Type.Array(Type.String(), { description: 'Columns that name a row within the company.' }),
        followable: Type.Boolean({ description: 'Whether `updatedSince` works.' }),
        includes: Type.Array(Type.String(), { description: 'What `include` accepts.' }),
        columns: Type.Array(
          Type.Object({
            name: Type.String(),
            type: Type.String({ description: 'As PostgreSQL names it.' }),
            description: Type.String(),
            sensitive: Type.Boolean({ description: 'Null for roles that may not see it.' }),
          }),
        ),
      }),
    ),
  }),
);
