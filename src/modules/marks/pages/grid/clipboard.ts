import type { Area, Place, Size } from './moves.js';
import { placesIn } from './moves.js';

/**
 * The cells of what a spreadsheet put on the clipboard: tabs between cells, lines between rows; a cell with a tab, a line or a quote in it
 * stands in quotes, doubled inside.
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = 0;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const sign = text[at]!;
    if (sign === '"' && cell === '') {
      const end = endOfQuoted(text, at);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      continue;
    }
    if (sign === '\t') endCell();
    else if (sign === '\n') endRow();
    else if (sign === '\r') {
      if (text[at + 1] !== '\n') endRow();
    } else cell += sign;
    at += 1;
  }
  // Spreadsheets end the last row with a line of its own.
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** Where a quoted cell ends; the end of the text where nobody closed it. */
function endOfQuoted(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at += 1;
  }
  return text.length;
}

/** Cells as a spreadsheet takes them from the clipboard. */
export const textOf = (cells: readonly (readonly string[])[]): string => cells.map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');

export interface Pasted {
  readonly changes: readonly { readonly at: Place; readonly value: string }[];
  /** The part of the grid that the block covers. */
  readonly area: Area;
  /** Values that lie outside the grid and went nowhere. */
  readonly lost: number;
}

/**
 * Where a block's values go: from the upper left corner of what is chosen. One value fills all that is chosen, and a row or column is
 * repeated over a choice that is a multiple of it, as spreadsheets do.
 */
export function pasted(block: readonly (readonly string[])[], chosen: Area, size: Size): Pasted {
  const height = block.length;
  const width = Math.max(0, ...block.map((row) => row.length));
  const tall = chosen.to.row - chosen.from.row + 1;
  const wide = chosen.to.column - chosen.from.column + 1;
  const repeats = height > 0 && width > 0 && tall % height === 0 && wide % width === 0;
  const rows = repeats ? tall : height;
  const columns = repeats ? wide : width;
  const whole: Area = { from: chosen.from, to: { row: chosen.from.row + rows - 1, column: chosen.from.column + columns - 1 } };
  const values = placesIn(whole).map((at) => ({ at, value: block[(at.row - chosen.from.row) % height]?.[(at.column - chosen.from.column) % width] }));
  const inGrid = ({ at }: { at: Place }) => at.row < size.rows && at.column < size.columns;
  const present = values.filter((one): one is { at: Place; value: string } => one.value !== undefined);
  return {
    changes: present.filter(inGrid),
    area: { from: whole.from, to: { row: Math.min(whole.to.row, size.rows - 1), column: Math.min(whole.to.column, size.columns - 1) } },
    lost: present.filter((one) => !inGrid(one) && one.value !== '').length,
  };
}
