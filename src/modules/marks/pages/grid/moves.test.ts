import { expect, test } from 'vitest';
import { areaOf, type Mode, type Place, placesIn, type Pressed, wishOf } from './moves.js';

const SIZE = { rows: 30, columns: 12 };
const press = (key: string, at: Place, more: Partial<Pressed> & { mode?: Mode; enterColumn?: number } = {}) =>
  wishOf({ key, shift: more.shift ?? false, ctrl: more.ctrl ?? false }, at, SIZE, more.mode ?? 'over', more.enterColumn ?? at.column);
const to = (row: number, column: number, extend = false) => ({ do: 'move', to: { row, column }, extends: extend });

test('arrows go from cell to cell and stop at the edges', () => {
  expect(press('ArrowDown', { row: 3, column: 4 })).toEqual(to(4, 4));
  expect(press('ArrowUp', { row: 0, column: 4 })).toEqual(to(0, 4));
  expect(press('ArrowRight', { row: 3, column: 11 })).toEqual(to(3, 11));
  expect(press('PageDown', { row: 25, column: 0 })).toEqual(to(29, 0));
});

test('Enter goes down in the column where the row was begun, back with Shift', () => {
  expect(press('Enter', { row: 3, column: 6 }, { enterColumn: 2 })).toEqual(to(4, 2));
  expect(press('Enter', { row: 3, column: 6 }, { shift: true })).toEqual(to(2, 6));
});

test('Home and End go to the ends of the row, with Ctrl to the ends of the grid', () => {
  expect(press('Home', { row: 3, column: 6 })).toEqual(to(3, 0));
  expect(press('End', { row: 3, column: 6 })).toEqual(to(3, 11));
  expect(press('End', { row: 3, column: 6 }, { ctrl: true })).toEqual(to(29, 11));
  expect(press('Home', { row: 3, column: 6 }, { ctrl: true })).toEqual(to(0, 0));
});

test('Shift with an arrow extends what is chosen', () => {
  expect(press('ArrowDown', { row: 3, column: 4 }, { shift: true })).toEqual(to(4, 4, true));
});

test('inside a cell the caret moves, up and down still leave it', () => {
  expect(press('ArrowLeft', { row: 3, column: 4 }, { mode: 'inside' })).toEqual({ do: 'type' });
  expect(press('Delete', { row: 3, column: 4 }, { mode: 'inside' })).toEqual({ do: 'type' });
  expect(press('Escape', { row: 3, column: 4 }, { mode: 'inside' })).toEqual({ do: 'restore' });
  expect(press('ArrowDown', { row: 3, column: 4 }, { mode: 'inside' })).toEqual(to(4, 4));
});

test('Tab, letters and the clipboard stay the browser’s', () => {
  for (const key of ['Tab', '7', 'n', 'Unidentified']) expect(press(key, { row: 0, column: 0 })).toEqual({ do: 'type' });
  for (const key of ['c', 'v', 'x', 'p']) expect(press(key, { row: 0, column: 0 }, { ctrl: true })).toEqual({ do: 'type' });
  expect(press('z', { row: 0, column: 0 }, { ctrl: true })).toEqual({ do: 'undo' });
  expect(press('Z', { row: 0, column: 0 }, { ctrl: true, shift: true })).toEqual({ do: 'redo' });
});

test('an area is the same from whichever corner it was drawn', () => {
  const area = areaOf({ row: 4, column: 1 }, { row: 2, column: 3 });
  expect(area).toEqual(areaOf({ row: 2, column: 1 }, { row: 4, column: 3 }));
  expect(placesIn(area)).toHaveLength(9);
});
