/** A counted pair of units, one of each edition; without a unit there is a reason instead. */
interface Counted {
  readonly oldName: string | null;
  readonly oldWithout: string | null;
  readonly newName: string | null;
  readonly newWithout: string | null;
  readonly institutions: number;
}

interface Total<Without> {
  readonly name: string | null;
  readonly without: Without;
  institutions: number;
}

/** Sums by unit of one edition, or by the reason why there is none, in the order of first appearance. */
export function totalsBy<Row extends Counted, Side extends 'old' | 'new'>(rows: readonly Row[], side: Side): Total<Row[`${Side}Without`]>[] {
  const sums = new Map<string, Total<Row[`${Side}Without`]>>();
  for (const row of rows) {
    const [name, without] = [row[`${side}Name`], row[`${side}Without`]];
    const sum = sums.get(`${name} ${without}`) ?? { name, without, institutions: 0 };
    sum.institutions += row.institutions;
    sums.set(`${name} ${without}`, sum);
  }
  return [...sums.values()];
}

export const sumOf = (totals: readonly { institutions: number }[]): number => totals.reduce((sum, one) => sum + one.institutions, 0);
