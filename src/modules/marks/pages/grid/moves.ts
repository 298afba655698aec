/** Where in the grid: row and column, both from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle of cells between two corners, both of them in it. */
export interface Area {
  readonly from: Place;
  readonly to: Place;
}

export interface Pressed {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly ctrl: boolean;
}

/** What a key asks for. `move` leaves what is typed as it stands; `type` is the browser's own work. */
export type Wish =
  | { readonly do: 'move'; readonly to: Place; readonly extends: boolean }
  | { readonly do: 'edit' | 'undo' | 'redo' | 'clear' | 'restore' | 'select-all' | 'leave' }
  | { readonly do: 'type' };

const PAGE_ROWS = 10;
const TYPE: Wish = { do: 'type' };

/** Whether the cell's own text is being changed with the caret in it (after F2 or a double click): arrows then move the caret. */
export type Mode = 'over' | 'inside';

/**
 * What a key means in a spreadsheet: arrows, Enter, Home, End and pages move; Shift extends what is chosen. Tab is the browser's, which
 * goes from field to field and out of the grid, so that nobody is caught in it.
 */
export function wishOf({ key, shift, ctrl }: Pressed, at: Place, { rows, columns }: Size, mode: Mode, enterColumn: number): Wish {
  const last: Place = { row: rows - 1, column: columns - 1 };
  const move = (row: number, column: number, extend = shift): Wish => ({ do: 'move', to: within({ row, column }, last), extends: extend });
  if (ctrl) {
    switch (key.toLowerCase()) {
      case 'z': return { do: shift ? 'redo' : 'undo' };
      case 'y': return { do: 'redo' };
      case 'a': return mode === 'inside' ? TYPE : { do: 'select-all' };
      case 'home': return move(0, 0);
      case 'end': return move(last.row, last.column);
      case 'arrowup': return move(0, at.column);
      case 'arrowdown': return move(last.row, at.column);
      case 'arrowleft': return move(at.row, 0);
      case 'arrowright': return move(at.row, last.column);
      default: return TYPE;
    }
  }
  switch (key) {
    case 'ArrowUp': return move(at.row - 1, at.column);
    case 'ArrowDown': return move(at.row + 1, at.column);
    case 'Enter': return shift ? move(at.row - 1, at.column, false) : move(at.row + 1, enterColumn, false);
    case 'PageUp': return move(at.row - PAGE_ROWS, at.column);
    case 'PageDown': return move(at.row + PAGE_ROWS, at.column);
    case 'F2': return { do: 'edit' };
    case 'Escape': return { do: mode === 'inside' ? 'restore' : 'leave' };
  }
  if (mode === 'inside') return TYPE;
  switch (key) {
    case 'ArrowLeft': return move(at.row, at.column - 1);
    case 'ArrowRight': return move(at.row, at.column + 1);
    case 'Home': return move(at.row, 0);
    case 'End': return move(at.row, last.column);
    case 'Delete':
    case 'Backspace': return { do: 'clear' };
    default: return TYPE;
  }
}

const within = ({ row, column }: Place, last: Place): Place => ({ row: Math.max(0, Math.min(row, last.row)), column: Math.max(0, Math.min(column, last.column)) });

/** The rectangle between two cells, its upper left corner first. */
export const areaOf = (one: Place, other: Place): Area => ({
  from: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
  to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
});

/** The cells of an area, row by row. */
export function placesIn({ from, to }: Area): Place[] {
  const places: Place[] = [];
  for (let row = from.row; row <= to.row; row += 1) for (let column = from.column; column <= to.column; column += 1) places.push({ row, column });
  return places;
}
