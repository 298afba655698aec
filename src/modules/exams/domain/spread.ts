interface Counted {
  readonly total: number;
  readonly candidates: number;
}

/** Totals in ten groups: 0–9, 10–19 … 90–100. */
export const inTens = (totals: readonly Counted[]): { readonly from: number; readonly to: number; readonly candidates: number }[] =>
  Array.from({ length: 10 }, (_, at) => {
    const [from, to] = [at * 10, at === 9 ? 100 : at * 10 + 9];
    return { from, to, candidates: totals.filter(({ total }) => total >= from && total <= to).reduce((sum, { candidates }) => sum + candidates, 0) };
  });

/** The middle total (mediāna): half of the candidates have no more, half have no less. Zero where there are none. */
export function middleOf(totals: readonly Counted[]): number {
  const inOrder = totals.toSorted((a, b) => a.total - b.total);
  const count = inOrder.reduce((sum, { candidates }) => sum + candidates, 0);
  const nth = (n: number): number => {
    let passed = 0;
    for (const { total, candidates } of inOrder) if ((passed += candidates) > n) return total;
    return 0;
  };
  return count === 0 ? 0 : (nth(Math.floor((count - 1) / 2)) + nth(Math.floor(count / 2))) / 2;
}
