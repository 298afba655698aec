/** A cell as it leaves the register: a number, or null where it would tell of too few people. */
export type Shown = number | null;

export interface SuppressedTable {
  readonly cells: readonly (readonly Shown[])[];
  readonly rowTotals: readonly Shown[];
  readonly columnTotals: readonly Shown[];
  readonly total: Shown;
}

/**
 * Hides cells below a threshold, and as many others as it takes that no hidden one can be computed from the totals (primary and complementary
 * suppression: ESSnet Handbook on Statistical Disclosure Control, 4.2 and 4.4). Zero is shown: an empty class is an organisational
 * fact. Totals are cells of the same table (one more row and column), so a total that is small is hidden alike.
 *
 * Two things tell of a hidden cell. Equations alone: in a table of row and column sums the hidden cells are the edges between their rows and
 * columns, and exactly those on no circle (bridges) follow from the others. And that nobody counts fewer than one: of two hidden cells that make
 * two, each is one. So cells that are told of get partners until there are none.
 */
export function suppress(table: readonly (readonly number[])[], threshold: number): SuppressedTable {
  const whole = withTotals(table);
  const hidden = whole.map((row) => row.map((value) => value > 0 && value < threshold));
  const open = whole.map((row) => row.map(() => false));
  const told = () => findBridge(hidden) ?? findPinned(whole, hidden, open);
  for (let cell = told(); cell; cell = told()) hidePartner(whole, hidden, cell);
  const shown = whole.map((row, r) => row.map((value, c): Shown => (hidden[r]![c] ? null : value)));
  return {
    cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((row) => row.at(-1)!),
    columnTotals: shown.at(-1)!.slice(0, -1),
    total: shown.at(-1)!.at(-1)!,
  };
}

function withTotals(table: readonly (readonly number[])[]): number[][] {
  const width = table[0]?.length ?? 0;
  const rows = table.map((row) => [...row, sum(row)]);
  return [...rows, Array.from({ length: width + 1 }, (_, c) => sum(rows.map((row) => row[c]!)))];
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

type Cell = readonly [row: number, column: number];

/**
 * A hidden cell that the sums determine, or undefined. Rows and columns are the ends, hidden cells the edges; an edge whose ends do not
 * meet again without it is a bridge (Tarjan). Found by depth, without recursion limits that tables of this size could reach.
 */
function findBridge(hidden: readonly (readonly boolean[])[]): Cell | undefined {
  const rows = hidden.length;
  const ends = rows + (hidden[0]?.length ?? 0);
  const neighbours: number[][] = Array.from({ length: ends }, () => []);
  hidden.forEach((row, r) => row.forEach((is, c) => is && (neighbours[r]!.push(rows + c), neighbours[rows + c]!.push(r))));
  const entered = new Array<number>(ends).fill(0);
  const lowest = new Array<number>(ends).fill(0);
  let clock = 0;
  for (let start = 0; start < ends; start += 1) {
    if (entered[start]) continue;
    const path: { at: number; from: number; next: number }[] = [{ at: start, from: -1, next: 0 }];
    entered[start] = lowest[start] = clock += 1;
    while (path.length > 0) {
      const step = path.at(-1)!;
      const to = neighbours[step.at]![step.next++];
      if (to === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (!parent) continue;
        lowest[parent.at] = Math.min(lowest[parent.at]!, lowest[step.at]!);
        if (lowest[step.at]! > entered[parent.at]!) return cellOf(parent.at, step.at, rows);
      } else if (to !== step.from) {
        if (entered[to]) lowest[step.at] = Math.min(lowest[step.at]!, entered[to]);
        else {
          entered[to] = lowest[to] = clock += 1;
          path.push({ at: to, from: step.at, next: 0 });
        }
      }
    }
  }
  return undefined;
}

/**
 * A hidden cell that can be neither more nor less while the sums hold and no hidden cell that counts anybody becomes empty, or undefined. With the sums of columns and that of rows turned round, each cell is an arc
 * between two of the sums: changes that keep all of them are circles of arcs, forward where a cell grows, backward where it shrinks.
 * @param open the cells found free to change, noted here: they stay so however many more are hidden
 */
function findPinned(whole: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[], open: boolean[][]): Cell | undefined {
  const [lastRow, lastColumn] = [whole.length - 1, whole[0]!.length - 1];
  const arcs: Arc[] = hidden.flatMap((row, r) => row.flatMap((is, c): Arc[] => {
    if (!is) return [];
    const [over, under] = [r, whole.length + c];
    const [from, to] = (c === lastColumn) === (r === lastRow) ? [over, under] : [under, over];
    return [{ cell: [r, c], from, to, shrinks: whole[r]![c]! > 1 }];
  }));
  const leaving: { to: number; arc: Arc }[][] = Array.from({ length: whole.length + lastColumn + 1 }, () => []);
  for (const arc of arcs) {
    leaving[arc.from]!.push({ to: arc.to, arc });
    if (arc.shrinks) leaving[arc.to]!.push({ to: arc.from, arc });
  }
  return arcs.find((arc) => {
    const [r, c] = arc.cell;
    return !(open[r]![c] ||= leads(leaving, arc.to, arc.from, arc) || (arc.shrinks && leads(leaving, arc.from, arc.to, arc)));
  })?.cell;
}

interface Arc {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
  /** Whether it may become less by one and still counts somebody. */
  readonly shrinks: boolean;
}

/** Whether a way leads from one sum to another without the arc itself. */
function leads(leaving: readonly (readonly { readonly to: number; readonly arc: Arc }[])[], from: number, to: number, without: Arc): boolean {
  const seen = new Set([from]);
  const ahead = [from];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (at === to) return true;
    for (const one of leaving[at]!) {
      if (one.arc === without || seen.has(one.to)) continue;
      seen.add(one.to);
      ahead.push(one.to);
    }
  }
  return false;
}

const cellOf = (a: number, b: number, rows: number): Cell => (a < rows ? [a, b - rows] : [b, a - rows]);

/** Hides the smallest further cell of the row or column of one that is told of, or of the table where these are hidden whole; zeros last, since they tell least when shown. */
function hidePartner(whole: readonly (readonly number[])[], hidden: boolean[][], [row, column]: Cell): void {
  const inRow = whole[row]!.map((_, c): Cell => [row, c]);
  const inColumn = whole.map((_, r): Cell => [r, column]);
  const free = (cells: readonly Cell[]) => cells.filter(([r, c]) => !hidden[r]![c]);
  const cost = ([r, c]: Cell) => (whole[r]![c] === 0 ? Number.MAX_SAFE_INTEGER : whole[r]![c]!);
  const beside = [...free(inRow), ...free(inColumn)];
  const partner = (beside.length > 0 ? beside : free(whole.flatMap((cells, r) => cells.map((_, c): Cell => [r, c])))).sort((a, b) => cost(a) - cost(b))[0];
  if (!partner) throw new Error('a table that is hidden whole tells of no cell');
  hidden[partner[0]]![partner[1]] = true;
}
