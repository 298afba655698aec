/**
 * Parts of a whole number by weight, each at least its minimum: largest remainders, so that they sum up to `total`
 * (or to the minimums, where those are more).
 */
export function allot(total: number, weights: readonly number[], minimums: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const free = Math.max(0, total - minimums.reduce((all, least) => all + least, 0));
  const exact = weights.map((weight) => (free * weight) / sum);
  const counts = exact.map((share, at) => minimums[at]! + Math.floor(share));
  const left = free - exact.reduce((all, share) => all + Math.floor(share), 0);
  const byRemainder = exact.map((share, at) => [share % 1, at] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, at] of byRemainder.slice(0, left)) counts[at]! += 1;
  return counts;
}
