import stringWidth from 'string-width';

import { printable } from './printable.ts';

type Alignment = 'left' | 'right';
export type Column = { readonly title: string; readonly align?: Alignment };

const WIDEST_CELL = 60;

const characters = new Intl.Segmenter();

/** Cuts a text to what takes at most so many columns of a terminal, never inside what a person sees as one character. */
function cut(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let width = 1; // of the ellipsis
  let end = 0;
  for (const { segment, index } of characters.segment(text)) {
    width += stringWidth(segment);
    if (width > columns) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}

/**
 * Lines of a table with aligned columns, whatever the script of the cells. Line breaks inside a cell become visible as ⏎.
 * @param options.shorten  Cuts cells to what fits a screen; never when the output goes to a file.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly (string | null | undefined)[])[],
  options: { readonly shorten?: boolean } = {},
): string[] {
  const clean = (cell: string | null | undefined): string => {
    const text = printable((cell ?? '').replace(/\r?\n/g, '⏎'));
    return options.shorten === true ? cut(text, WIDEST_CELL) : text;
  };
  const cells = rows.map((row) => columns.map((_, index) => clean(row[index])));
  const widths = columns.map((column, index) =>
    cells.reduce((widest, row) => Math.max(widest, stringWidth(row[index] ?? '')), stringWidth(column.title)),
  );
  const line = (row: readonly string[]): string =>
    columns
      .map((column, index) => {
        const cell = row[index] ?? '';
        const padding = ' '.repeat((widths[index] ?? 0) - stringWidth(cell));
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
