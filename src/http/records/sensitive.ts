import { maySeeSensitive, requireConfirmed } from '../../access/permissions.ts';
import type { Principal } from '../../access/principal.ts';
import {
  maskedColumns,
  parseQuery,
  type QueryRequest,
  type RecordQuery,
} from '../../tables/records/query.ts';
import type { RecordTable } from '../../tables/records/record-table.ts';

/**
 * Reads a question as whoever asks may put it. Who sees sensitive values by their role, but typed the password long ago,
 * has them hidden like others where they merely come along; to export them, or to ask for them by name, wants the password.
 * @param form  an export is a file that stays: with hidden values it would be a wrong one
 * @throws AppError ACCESS_CONFIRMATION_REQUIRED, and as parseQuery
 */
export function questionOf(
  principal: Principal,
  table: RecordTable,
  request: Omit<QueryRequest, 'maySeeSensitive'>,
  form: 'page' | 'export',
): RecordQuery {
  const may = maySeeSensitive(principal);
  const query = parseQuery(table, { ...request, maySeeSensitive: may });
  if (!may || principal.confirmed !== false) return query;
  const hidden = { ...query, maySeeSensitive: false };
  const isNamed = [
    ...(request.fields === undefined ? [] : query.fields),
    ...[...query.filters, ...query.sort].map(({ column }) => column),
  ].some(({ sensitive }) => sensitive);
  if (isNamed || (form === 'export' && maskedColumns(hidden).length > 0)) requireConfirmed(principal);
  return hidden;
}
