/** A counted pair of units, one of each edition. */
interface Counted {
  readonly oldName: string | null;
  readonly newName: string | null;
  readonly institutions: number;
}

/** Sums by unit of one edition, in the order of first appearance; null is what cannot be told. */
export function totalsBy(rows: readonly Counted[], side: 'oldName' | 'newName'): { name: string | null; institutions: number }[] {
  const sums = new Map<string | null, number>();
  for (const row of rows) sums.set(row[side], (sums.get(row[side]) ?? 0) + row.institutions);
  return [...sums].map(([name, institutions]) => ({ name, institutions }));
}

export const sumOf = (totals: readonly { institutions: number }[]): number => totals.reduce((sum, one) => sum + one.institutions, 0);
