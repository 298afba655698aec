import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, pasted, textOf } from './clipboard.js';
import { areaOf } from './moves.js';

const one = (row: number, column: number) => areaOf({ row, column }, { row, column });

test('reads what spreadsheets copy: tabs, either line end, a last line end, quotes', () => {
  expect(cellsOf('7\t8\r\nnv\t10\r\n')).toEqual([['7', '8'], ['nv', '10']]);
  expect(cellsOf('7\n\n8')).toEqual([['7'], [''], ['8']]);
  expect(cellsOf('"a\tb"\t"say ""7"""')).toEqual([['a\tb', 'say "7"']]);
  expect(cellsOf('7\t')).toEqual([['7', '']]);
  expect(cellsOf('')).toEqual([]);
});

test('what was copied comes back the same', () => {
  const cell = fc.string().map((words) => words.trim().replaceAll('\r', '')).filter((words) => words === words.trim());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (cells) => {
      expect(cellsOf(textOf(cells))).toEqual(cells);
    }),
  );
});

test('a block is put at the upper left corner of what is chosen, and what does not fit is counted', () => {
  const { changes, area, lost } = pasted([['7', '8'], ['9', '10']], one(1, 1), { rows: 2, columns: 3 });
  expect(changes).toEqual([{ at: { row: 1, column: 1 }, value: '7' }, { at: { row: 1, column: 2 }, value: '8' }]);
  expect(area).toEqual(areaOf({ row: 1, column: 1 }, { row: 1, column: 2 }));
  expect(lost).toBe(2);
});

test('one value fills all that is chosen, and a row is repeated', () => {
  expect(pasted([['nv']], areaOf({ row: 0, column: 0 }, { row: 2, column: 1 }), { rows: 5, columns: 5 }).changes).toHaveLength(6);
  const repeated = pasted([['7', '8']], areaOf({ row: 0, column: 0 }, { row: 1, column: 1 }), { rows: 5, columns: 5 });
  expect(repeated.changes.map(({ value }) => value)).toEqual(['7', '8', '7', '8']);
});

test('every value of a block lands in the grid once or is counted as lost', () => {
  const block = fc.array(fc.array(fc.constantFrom('1', '7', 'nv'), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(block, fc.nat(9), fc.nat(9), (cells, row, column) => {
      const { changes, lost } = pasted(cells, one(row, column), { rows: 10, columns: 10 });
      expect(changes.length + lost).toBe(cells.flat().length);
      expect(new Set(changes.map(({ at }) => `${at.row},${at.column}`)).size).toBe(changes.length);
    }),
  );
});
