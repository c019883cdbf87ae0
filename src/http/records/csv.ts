import { toCsvLine } from '../../base/csv.ts';
import type { RecordColumn } from '../../tables/records/record-table.ts';

/** Writes rows of exact texts as lines of CSV. Numbers, dates and instants are never changed; texts are guarded. */
export function createCsvWriter(
  columns: readonly RecordColumn[],
  options: { isSpreadsheetSafe: boolean },
): { header(): string; line(row: readonly (string | null)[]): string } {
  const guarded = columns.map(
    ({ type }) => options.isSpreadsheetSafe && (type === 'text' || type === 'jsonb'),
  );
  const names = columns.map(({ name }) => name);
  return {
    header: () => `${toCsvLine(names, 'none')}\r\n`,
    line: (row) => `${toCsvLine(row, guarded)}\r\n`,
  };
}
