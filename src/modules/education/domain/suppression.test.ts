import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Shown, suppress } from './suppression.js';

const THRESHOLD = 5;

/** Everything that sums of rows and columns give away, as an attacker would: solve each row and column with one unknown, and again. */
function recompute(table: readonly (readonly Shown[])[]): Shown[][] {
  const known = table.map((row) => [...row]);
  const height = known.length;
  const width = known[0]!.length;
  const lines = [
    ...known.map((_, r) => Array.from({ length: width }, (_, c) => [r, c] as const)),
    ...Array.from({ length: width }, (_, c) => known.map((_, r) => [r, c] as const)),
  ];
  for (let found = true; found; ) {
    found = false;
    for (const line of lines) {
      const unknown = line.filter(([r, c]) => known[r]![c] === null);
      if (unknown.length !== 1) continue;
      const [r, c] = unknown[0]!;
      const total = line.at(-1)!;
      const parts = line.slice(0, -1);
      const sumOf = (cells: readonly (readonly [number, number])[]) => cells.reduce((all, [y, x]) => all + (known[y]![x] ?? 0), 0);
      known[r]![c] = total[0] === r && total[1] === c ? sumOf(parts) : known[total[0]]![total[1]]! - sumOf(parts);
      found = true;
    }
  }
  expect(height).toBe(table.length);
  return known;
}

const wholeOf = (shown: ReturnType<typeof suppress>) => [...shown.cells.map((row, r) => [...row, shown.rowTotals[r]!]), [...shown.columnTotals, shown.total]];
const tables = fc.integer({ min: 1, max: 7 }).chain((width) => fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 60 })), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 7 }));

test('no suppressed cell can be computed from its row and column totals', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const whole = wholeOf(suppress(table, THRESHOLD));
      expect(recompute(whole)).toEqual(whole);
    }),
    { numRuns: 2_000 },
  );
});

test('each hidden cell has two possible values: the equations leave it open, not only one by one', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const whole = wholeOf(suppress(table, THRESHOLD));
      const hidden = whole.flatMap((row, r) => row.flatMap((value, c) => (value === null ? [[r, c] as const] : [])));
      const last = [whole.length - 1, whole[0]!.length - 1] as const;
      const coefficient = ([r, c]: readonly [number, number], line: number) => {
        if (line < whole.length) return r === line ? (c === last[1] ? -1 : 1) : 0;
        return c === line - whole.length ? (r === last[0] ? -1 : 1) : 0;
      };
      const equations = Array.from({ length: whole.length + whole[0]!.length }, (_, line) => hidden.map((cell) => coefficient(cell, line)));
      const rank = rankOf(equations);
      hidden.forEach((_, at) => {
        const unit = hidden.map((_, n) => (n === at ? 1 : 0));
        expect(rankOf([...equations, unit])).toBe(rank + 1);
      });
    }),
    { numRuns: 300 },
  );
});

test('nobody who knows that a hidden cell counts somebody can tell how many', () => {
  const small = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 30 })), { minLength: width, maxLength: width }), { minLength: 1, maxLength: width > 2 ? 1 : 2 }));
  fc.assert(
    fc.property(small, (table) => {
      const shown = wholeOf(suppress(table, THRESHOLD));
      const whole = wholeOf(suppress(table, 0)) as number[][];
      const hidden = shown.flatMap((row, r) => row.flatMap((value, c) => (value === null ? [[r, c] as const] : [])));
      const open = new Set<number>();
      // Whatever else the hidden cells may be: if one can change at all, it can by one with the others by one.
      const tryAt = (at: number): void => {
        if (at < hidden.length) {
          const [r, c] = hidden[at]!;
          const own = whole[r]![c]!;
          for (const value of [own, own + 1, ...(own > 1 ? [own - 1] : [])]) {
            whole[r]![c] = value;
            tryAt(at + 1);
          }
          whole[r]![c] = own;
          return;
        }
        const last = whole[0]!.length - 1;
        const adds = (cells: readonly number[]) => cells.slice(0, -1).reduce((all, one) => all + one, 0) === cells.at(-1);
        if (whole.every(adds) && Array.from({ length: last + 1 }, (_, c) => whole.map((row) => row[c]!)).every(adds)) hidden.forEach(([r, c], n) => whole[r]![c] !== truth[r]![c] && open.add(n));
      };
      const truth = whole.map((row) => [...row]);
      tryAt(0);
      expect(open.size).toBe(hidden.length);
    }),
    { numRuns: 200 },
  );
});

test('two hidden cells that make two would tell that each is one', () => {
  expect(suppress([[30, 1, 1, 0, 0]], THRESHOLD)).toMatchObject({ cells: [[null, null, null, 0, 0]], rowTotals: [32] });
});

test('all that is below the threshold is hidden, and nothing shown is wrong', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { cells } = suppress(table, THRESHOLD);
      cells.forEach((row, r) => row.forEach((value, c) => {
        if (table[r]![c]! > 0 && table[r]![c]! < THRESHOLD) expect(value).toBeNull();
        else if (value !== null) expect(value).toBe(table[r]![c]);
      }));
    }),
  );
});

test('a table without small cells stays whole', () => {
  expect(suppress([[10, 20], [0, 7]], THRESHOLD)).toEqual({ cells: [[10, 20], [0, 7]], rowTotals: [30, 7], columnTotals: [10, 27], total: 37 });
});

test('one small class takes partners along', () => {
  const { cells, rowTotals, columnTotals } = suppress([[3, 24, 25], [22, 26, 21], [23, 20, 28]], THRESHOLD);
  expect(cells[0]![0]).toBeNull();
  expect(cells.flat().filter((value) => value === null).length).toBeGreaterThanOrEqual(4);
  expect([...rowTotals, ...columnTotals]).not.toContain(null);
});

function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, at) => at >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    rows.forEach((row, at) => {
      if (at === rank || Math.abs(row[column]!) < 1e-9) return;
      const factor = row[column]! / rows[rank]![column]!;
      row.forEach((_, c) => (row[c] = row[c]! - factor * rows[rank]![c]!));
    });
    rank += 1;
  }
  return rank;
}
