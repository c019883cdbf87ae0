type Alignment = 'left' | 'right';
export type Column = { readonly title: string; readonly align?: Alignment };

const WIDEST_CELL = 60;

/** Wide characters are rare in what we print; counting code points keeps columns straight for the rest. */
const widthOf = (text: string): number => Array.from(text).length;

/**
 * Lines of a table with aligned columns. Line breaks inside a cell become visible as ⏎.
 * @param options.shorten  Cuts cells to what fits a screen; never when the output goes to a file.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly (string | null | undefined)[])[],
  options: { readonly shorten?: boolean } = {},
): string[] {
  const clean = (cell: string | null | undefined): string => {
    const text = (cell ?? '').replace(/\r?\n/g, '⏎');
    if (options.shorten !== true || widthOf(text) <= WIDEST_CELL) return text;
    return `${Array.from(text)
      .slice(0, WIDEST_CELL - 1)
      .join('')}…`;
  };
  const cells = rows.map((row) => columns.map((_, index) => clean(row[index])));
  const widths = columns.map((column, index) =>
    cells.reduce((widest, row) => Math.max(widest, widthOf(row[index] ?? '')), widthOf(column.title)),
  );
  const line = (row: readonly string[]): string =>
    columns
      .map((column, index) => {
        const cell = row[index] ?? '';
        const padding = ' '.repeat((widths[index] ?? 0) - widthOf(cell));
        return column.align === 'right' ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd();
  return [
    line(columns.map((column) => column.title)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...cells.map(line),
  ];
}

/** `3 minutes ago`, for people; instants in `--json` stay exact. */
export function ago(instant: Date | undefined, now: Date): string {
  if (instant === undefined) return 'never';
  const seconds = Math.round((now.getTime() - instant.getTime()) / 1000);
  if (seconds < 1) return 'just now';
  const units: readonly [number, string][] = [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ];
  const [size, unit] = units.find(([length]) => seconds >= length) ?? [1, 'second'];
  const count = Math.floor(seconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
