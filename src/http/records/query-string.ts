import { Type, type Static } from 'typebox';
import type { FilterRequest, SortRequest } from '../../tables/records/query.ts';
import { recordsError } from '../../tables/errors.ts';
import { operatorNames } from '../../tables/records/operators.ts';
import { sizes } from '../../tuning/sizes.ts';
import { formats } from './accept.ts';

const Fields = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 8000,
    description:
      'Columns, separated by commas. Without it: all but `raw` (what QuickBooks sent), which is named when it is wanted.',
    examples: ['id,txn_date,total_amt,customer_name'],
  }),
);
const Include = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 500,
    description:
      'Rows that belong to each record, delivered inside it, separated by commas: `lines`, `linked_transactions`, `tax_lines`. In CSV, read their tables instead.',
    examples: ['lines'],
  }),
);

export const RecordQueryString = Type.Object({
  fields: Fields,
  include: Include,
  filter: Type.Optional(
    Type.Array(Type.String({ minLength: 3, maxLength: 8000 }), {
      maxItems: 30,
      description:
        `\`column:operator:value\`; may be given several times, and all must hold. Operators: ${operatorNames.join(', ')}. ` +
        '`in` takes values separated by commas (a comma inside a value is written `\\,`), `is-null` takes true or false ' +
        '(true when left out), `like` and `ilike` take % and _ (the second without regard to case). ' +
        '`ne` holds for empty values too, every other operator but `is-null` does not.',
      examples: [['txn_date:gte:2026-01-01', 'balance:gt:0']],
    }),
  ),
  sort: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 300,
      description:
        'Up to three columns separated by commas, a minus in front of those that descend. Empty values come last. Without it, records come by id.',
      examples: ['-txn_date'],
    }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000_000,
      description: `Records in a page of JSON (${sizes.recordsPage.usual}, at most ${sizes.recordsPage.most}), or in all of NDJSON or CSV (no limit).`,
    }),
  ),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 12_000,
      description: 'The `nextCursor` of the page before, with the same question. JSON only.',
    }),
  ),
  updatedSince: Type.Optional(
    Type.String({
      maxLength: 40,
      description:
        'Only what was stored here at or after this instant, deletions included, oldest first. Read to the last page, then ask again with its `syncedThrough`: nothing is missed and nothing comes twice unless it changed.',
      examples: ['2026-01-31T08:00:00Z'],
    }),
  ),
  includeDeleted: Type.Optional(
    Type.Boolean({
      description:
        'Also records that were deleted in QuickBooks. True with `updatedSince` unless said otherwise.',
    }),
  ),
  format: Type.Optional(
    Type.Enum(formats, { description: 'Instead of an Accept header, for links in a browser.' }),
  ),
  spreadsheetSafe: Type.Optional(
    Type.Boolean({
      description:
        'CSV only, true unless said otherwise: texts that a spreadsheet would run as a formula get a quote in front.',
    }),
  ),
});
export type RecordQueryString = Static<typeof RecordQueryString>;

export const RecordItemQueryString = Type.Object({
  fields: Fields,
  include: Include,
  includeDeleted: Type.Optional(
    Type.Boolean({ description: 'Also when it was deleted in QuickBooks; `deleted_at` then says when.' }),
  ),
});

const list = (text: string): string[] => text.split(',').map((part) => part.trim());

export const parseList = (text: string | undefined): string[] | undefined =>
  text === undefined ? undefined : list(text);

/** `txn_date:gte:2026-01-01`; everything after the second colon is the value. */
export function parseFilterText(text: string): FilterRequest {
  const [, column, operator, value] = /^([^:]+):([^:]+)(?::([\s\S]*))?$/.exec(text) ?? [];
  if (column === undefined || operator === undefined || (value === undefined && operator !== 'is-null')) {
    throw recordsError('RECORDS_QUERY_INVALID', {
      text: 'A filter has the form column:operator:value, such as balance:gt:0.',
    });
  }
  if (operator === 'in') return { column, operator, values: splitValues(value ?? '') };
  return { column, operator, values: [value ?? 'true'] };
}

/** At commas that have no backslash in front. */
function splitValues(text: string): string[] {
  return (text.match(/(?:^|,)(?:\\[\s\S]|[^,\\])*/g) ?? []).map((part) =>
    part.replace(/^,/, '').replaceAll(/\\([,\\])/g, '$1'),
  );
}

export function parseSortText(text: string | undefined): SortRequest[] {
  if (text === undefined) return [];
  return list(text).map((part) => ({
    column: part.replace(/^[-+]/, ''),
    descending: part.startsWith('-'),
  }));
}
