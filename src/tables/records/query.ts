import { recordsError } from '../errors.ts';
import { fitsColumn, type Operator, operatorNames, valueType } from './operators.ts';
import type { Child, RecordColumn, RecordTable } from './record-table.ts';
import { forms, parseValue } from './values.ts';

/** As it is asked, before anything is known to be true of it. */
export type FilterRequest = {
  readonly column: string;
  readonly operator: string;
  readonly values: readonly string[];
};
export type SortRequest = { readonly column: string; readonly descending: boolean };

export type QueryRequest = {
  readonly realmId: string;
  readonly fields?: readonly string[] | undefined;
  readonly filters?: readonly FilterRequest[] | undefined;
  readonly sort?: readonly SortRequest[] | undefined;
  readonly include?: readonly string[] | undefined;
  /** Only what was stored here at or after this instant, in the order in which it was stored. */
  readonly updatedSince?: string | undefined;
  /** Left out: deleted records are left out too, unless the table is followed. */
  readonly includeDeleted?: boolean | undefined;
  /** Whether whoever asks may see sensitive data. */
  readonly maySeeSensitive: boolean;
};

export type Filter = {
  readonly column: RecordColumn;
  readonly operator: Operator;
  readonly values: readonly string[];
};
export type Sort = { readonly column: RecordColumn; readonly descending: boolean };

/** A question whose every name is in the catalogue and whose every value has the type of its column. */
export type RecordQuery = {
  readonly table: RecordTable;
  readonly realmId: string;
  readonly fields: readonly RecordColumn[];
  readonly filters: readonly Filter[];
  /** Without the key, which every order ends with. */
  readonly sort: readonly Sort[];
  readonly children: ReadonlyMap<string, Child>;
  readonly updatedSince: string | undefined;
  readonly includeDeleted: boolean;
  readonly maySeeSensitive: boolean;
};

const most = { filters: 30, values: 500, sort: 3 };

const refuse = (text: string, details: Record<string, unknown> = {}): Error =>
  recordsError('RECORDS_QUERY_INVALID', { text, details });

function columnOf(table: RecordTable, name: string): RecordColumn {
  const column = table.columns.get(name);
  if (column === undefined) throw refuse(`The table ${table.name} has no such column.`, { column: name });
  return column;
}

/** Whoever may not see a value may not search for it either: the answers would spell it out. */
function assertSeen(column: RecordColumn, request: QueryRequest): void {
  if (!column.sensitive || request.maySeeSensitive) return;
  throw recordsError('RECORDS_COLUMN_MASKED', { details: { column: column.name } });
}

function assertFits(column: RecordColumn, operator: Operator): void {
  if (fitsColumn(column, operator)) return;
  throw refuse(`The operator ${operator} does not fit a column of type ${column.type}.`, {
    column: column.name,
  });
}

function parseFilter(table: RecordTable, request: QueryRequest, filter: FilterRequest): Filter {
  const column = columnOf(table, filter.column);
  assertSeen(column, request);
  const operator = operatorNames.find((known) => known === filter.operator);
  if (operator === undefined) {
    throw refuse(`There is no such operator; there are ${operatorNames.join(', ')}.`, {
      column: column.name,
    });
  }
  assertFits(column, operator);
  const type = valueType(column, operator);
  const values = filter.values.map((value) => {
    const parsed = parseValue(type, value);
    if (parsed === undefined) throw refuse(`A filter needs ${forms[type]}.`, { column: column.name });
    return parsed;
  });
  if (values.length > most.values) throw refuse(`A filter may have at most ${most.values} values.`);
  if (operator !== 'in' && values.length !== 1) {
    throw refuse(`The operator ${operator} needs one value.`, { column: column.name });
  }
  if ((operator === 'like' || operator === 'ilike') && /(?<!\\)(\\\\)*\\$/.test(values[0] ?? '')) {
    throw refuse('A pattern may not end with a lone backslash.', { column: column.name });
  }
  return { column, operator, values };
}

function parseSort(table: RecordTable, request: QueryRequest): Sort[] {
  const sort = request.sort ?? [];
  if (sort.length > most.sort) throw refuse(`At most ${most.sort} columns can be sorted by.`);
  if (new Set(sort.map(({ column }) => column)).size < sort.length) {
    throw refuse('A column can be sorted by once only.');
  }
  return sort.map(({ column: name, descending }) => {
    const column = columnOf(table, name);
    assertSeen(column, request);
    if (column.type === 'jsonb') throw refuse('A structure cannot be sorted by.', { column: name });
    return { column, descending };
  });
}

/** All columns but `raw`, which is as large as the rest together; those that are named, sensitive or not. */
function parseFields(table: RecordTable, request: QueryRequest): RecordColumn[] {
  const names = request.fields ?? [...table.columns.keys()].filter((name) => name !== 'raw');
  return [...new Set(names)].map((name) => columnOf(table, name));
}

function parseChildren(table: RecordTable, include: readonly string[]): Map<string, Child> {
  return new Map(
    include.map((name) => {
      const child = table.children.get(name);
      if (child === undefined) {
        const known = [...table.children.keys()].join(', ');
        throw refuse(
          known === ''
            ? `The table ${table.name} has nothing to include.`
            : `The table ${table.name} can include ${known}.`,
        );
      }
      return [name, child];
    }),
  );
}

/**
 * Checks a question against the catalogue. Nothing of it reaches SQL but the catalogue's own names; values travel as
 * parameters.
 * @throws AppError RECORDS_QUERY_INVALID, RECORDS_COLUMN_MASKED
 */
export function parseQuery(table: RecordTable, request: QueryRequest): RecordQuery {
  const filters = request.filters ?? [];
  if (filters.length > most.filters) throw refuse(`At most ${most.filters} filters are possible.`);
  const sort = parseSort(table, request);
  let updatedSince: string | undefined;
  if (request.updatedSince !== undefined) {
    if (!table.isEntity) {
      throw refuse('Only the table of an entity can be followed; its lines come along with include=lines.');
    }
    if (sort.length > 0) throw refuse('A table that is followed comes in the order in which it was stored.');
    updatedSince = parseValue('timestamptz', request.updatedSince);
    if (updatedSince === undefined) throw refuse(`updatedSince needs ${forms.timestamptz}.`);
  }
  return {
    table,
    realmId: request.realmId,
    fields: parseFields(table, request),
    filters: filters.map((filter) => parseFilter(table, request, filter)),
    sort,
    children: parseChildren(table, request.include ?? []),
    updatedSince,
    // Who follows a table must hear of deletions.
    includeDeleted: request.includeDeleted ?? updatedSince !== undefined,
    maySeeSensitive: request.maySeeSensitive,
  };
}

/** The columns of a question whose values are hidden from whoever asks, children's as `lines.name`. */
export function maskedColumns(query: RecordQuery): string[] {
  return query.maySeeSensitive ? [] : sensitiveFields(query);
}

/**
 * The columns of a question whose sensitive values whoever asks learns: what is shown, filtered and sorted by. What
 * QuickBooks sent counts where the record has a field that is known to be sensitive.
 */
export function revealedColumns(query: RecordQuery): string[] {
  if (!query.maySeeSensitive) return [];
  const { table, filters, sort } = query;
  const asked = [...filters, ...sort].map(({ column }) => column);
  const names = [...sensitiveFields(query), ...asked.filter(isSensitive).map(({ name }) => name)];
  const holdsSome = [...table.columns.values()].some(
    (column) => isSensitive(column) && column.name !== 'raw',
  );
  return [...new Set(names)].filter((name) => name !== 'raw' || holdsSome);
}

const isSensitive = ({ sensitive }: RecordColumn): boolean => sensitive;

function sensitiveFields(query: RecordQuery): string[] {
  const own = query.fields.filter(isSensitive).map(({ name }) => name);
  const inside = [...query.children].flatMap(([name, { table }]) =>
    [...table.columns.values()].filter(isSensitive).map((column) => `${name}.${column.name}`),
  );
  return [...own, ...inside];
}
